"""The HTTP face of an award's life: suspended, resumed, corrected, ended; and lists of awards."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from contracts.benefits import CorrectionId
from contracts.values import AwardId, ClientId
from kernel.house import House
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Cursor, Expected, Limit, Tx, Verb, concern, tag
from kernel.versions import VersionIsOld
from services.benefits.domain.award import (
    AwardNotFound,
    AwardState,
    IllegalMove,
    NothingToResume,
    NotTheAwarder,
    OwnCalculation,
    ResumedTooEarly,
)
from services.benefits.domain.award_ends import DismissalNoGround
from services.benefits.domain.correction import (
    AboveLost,
    AwardCorrectionNotFound,
    CorrectionOutdated,
    CorrectionPending,
    MonthNotOpen,
    SameAmounts,
)
from services.benefits.domain.dated import ParameterUnknown
from services.benefits.domain.declared import ClientNotFound
from services.benefits.domain.recomputing import NothingOutdated
from services.benefits.use_cases.decide_correction import confirm_correction, refuse_correction
from services.benefits.use_cases.end_award import (
    EndAward,
    WaiveAward,
    end_award,
    waive_award,
)
from services.benefits.use_cases.propose_correction import ProposeCorrection, propose_correction
from services.benefits.use_cases.recompute_award import recompute_award
from services.benefits.use_cases.resume_award import ResumeAward, resume_award
from services.benefits.use_cases.suspend_award import SuspendAward, suspend_award
from services.benefits.views.award_lists import AwardPage, SeenAwards, Which
from services.benefits.views.awards import AwardView

router = APIRouter(prefix="/v1/awards", tags=["benefits"], route_class=Verb)
_DECIDING = (AwardNotFound, NotTheAwarder, IllegalMove, VersionIsOld)


def _house(request: Request) -> House:
    return request.app.state.house  # type: ignore[no-any-return] # app.state is untyped


async def _shown(award_id: AwardId, by: By, tx: Tx, response: Response) -> AwardView:
    """The award as it is now."""
    view = await SeenAwards(tx, by).show(award_id)
    tag(response, view.version, about=view.client_id)
    return view


@router.get("", name="list_awards", dependencies=READS, responses=problems(CursorUnreadable))
async def awards(
    by: By,
    tx: Tx,
    response: Response,
    client_id: Annotated[
        ClientId | None,
        Query(description="Of one client; unsaid: those your institution computed."),
    ] = None,
    state: AwardState | None = None,
    to_do: Annotated[bool, Query(description="Only those to resume or to work out anew.")] = False,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> AwardPage:
    """List awards (przyznane i wyliczone wsparcia), the latest first; without amounts."""
    which = Which(client_id=client_id, state=state, to_do=to_do)
    page = await SeenAwards(tx, by).page(which, limit, cursor)
    concern(response, dict.fromkeys(item.client_id for item in page.items))
    return page


@router.post(
    "/{award_id}/suspend",
    name="suspend_award",
    dependencies=WRITES,
    responses=problems(*_DECIDING),
)
async def suspend(
    award_id: AwardId,
    command: SuspendAward,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> AwardView:
    """Pay nothing after a day: work ended; its month is shared by days (wstrzymanie wsparcia)."""
    await suspend_award(award_id, command, expected=expected, by=by, tx=tx)
    return await _shown(award_id, by, tx, response)


@router.post(
    "/{award_id}/resume",
    name="resume_award",
    dependencies=WRITES,
    responses=problems(*_DECIDING, ResumedTooEarly, NothingToResume, ParameterUnknown),
)
async def resume(
    award_id: AwardId, command: ResumeAward, expected: Expected, by: By, tx: Tx, response: Response
) -> AwardView:
    """Go on with the next step once work begins again (wznowienie wsparcia)."""
    await resume_award(award_id, command, expected=expected, by=by, tx=tx)
    return await _shown(award_id, by, tx, response)


@router.post(
    "/{award_id}/end",
    name="end_award",
    dependencies=WRITES,
    responses=problems(*_DECIDING, DismissalNoGround, ParameterUnknown),
)
async def end(
    award_id: AwardId, command: EndAward, expected: Expected, by: By, tx: Tx, response: Response
) -> AwardView:
    """End an award after a day, for a reason of the code list (zakończenie wsparcia)."""
    await end_award(award_id, command, expected=expected, by=by, tx=tx)
    return await _shown(award_id, by, tx, response)


@router.post(
    "/{award_id}/waive",
    name="waive_award",
    dependencies=WRITES,
    responses=problems(*_DECIDING),
)
async def waive(
    award_id: AwardId, command: WaiveAward, expected: Expected, by: By, tx: Tx, response: Response
) -> AwardView:
    """Note that the client does not want the support any more (rezygnacja)."""
    await waive_award(award_id, command, expected=expected, by=by, tx=tx)
    return await _shown(award_id, by, tx, response)


@router.post(
    "/{award_id}/recompute",
    name="recompute_award",
    dependencies=WRITES,
    responses=problems(*_DECIDING, CorrectionPending, NothingOutdated, ClientNotFound),
)
async def recompute(
    award_id: AwardId, expected: Expected, request: Request, by: By, tx: Tx, response: Response
) -> AwardView:
    """Work the months left out anew from what was declared since, as a correction to confirm (przeliczenie)."""
    await recompute_award(award_id, expected=expected, by=by, tx=tx, house=_house(request))
    return await _shown(award_id, by, tx, response)


@router.post(
    "/{award_id}/corrections",
    name="propose_correction",
    dependencies=WRITES,
    responses=problems(*_DECIDING, CorrectionPending, MonthNotOpen, AboveLost, SameAmounts),
)
async def propose(
    award_id: AwardId,
    command: ProposeCorrection,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> AwardView:
    """Propose another sum for a month that was not paid yet (korekta)."""
    await propose_correction(award_id, command, expected=expected, by=by, tx=tx)
    return await _shown(award_id, by, tx, response)


@router.post(
    "/{award_id}/corrections/{correction_id}/confirm",
    name="confirm_correction",
    dependencies=WRITES,
    responses=problems(
        *_DECIDING, AwardCorrectionNotFound, OwnCalculation, MonthNotOpen, CorrectionOutdated
    ),
)
async def confirm(
    award_id: AwardId,
    correction_id: CorrectionId,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> AwardView:
    """Let a correction hold that somebody else proposed (zatwierdzenie korekty)."""
    await confirm_correction(award_id, correction_id, expected=expected, by=by, tx=tx)
    return await _shown(award_id, by, tx, response)


@router.post(
    "/{award_id}/corrections/{correction_id}/refuse",
    name="refuse_correction",
    dependencies=WRITES,
    responses=problems(AwardNotFound, NotTheAwarder, AwardCorrectionNotFound, IllegalMove),
)
async def refuse(
    award_id: AwardId, correction_id: CorrectionId, by: By, tx: Tx, response: Response
) -> AwardView:
    """Leave an award as it is; whoever proposed a correction may take it back so (odrzucenie korekty)."""
    await refuse_correction(award_id, correction_id, by=by, tx=tx)
    return await _shown(award_id, by, tx, response)
