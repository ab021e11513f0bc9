"""The HTTP face of overpayments: found, explained, determined, repaid in parts or set off, waived, closed."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from contracts.benefits import OverpaymentId, OverpaymentState
from contracts.values import AwardId, ClientId, Day
from kernel.house import House
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Cursor, Expected, Limit, Tx, Verb, concern, tag
from kernel.versions import VersionIsOld
from services.benefits.domain.award import AwardNotFound, IllegalMove, NotTheAwarder
from services.benefits.domain.dated import ParameterUnknown
from services.benefits.domain.declared import ClientNotFound
from services.benefits.domain.overpayment import Overpayment
from services.benefits.domain.overpayment_states import (
    MonthNotPaid,
    MonthOverpaidAlready,
    NothingOverpaid,
    NothingToSetOff,
    NotRecoverable,
    NoWaiverAsked,
    OverpaymentNotFound,
    OwnFinding,
    RepaidTooMuch,
    SetOffUnderWay,
    ShareTooHigh,
    StillOwed,
    TimeBarred,
    TooManyInstalments,
)
from services.benefits.domain.recomputing import FactsNotKept
from services.benefits.use_cases.ask_waiver import AskWaiver, ask_waiver
from services.benefits.use_cases.change_decision import ChangeDecision, change_decision
from services.benefits.use_cases.detect_overpayment import DetectOverpayment, detect_overpayment
from services.benefits.use_cases.determine_overpayment import (
    DetermineOverpayment,
    determine_overpayment,
)
from services.benefits.use_cases.explain_overpayment import ExplainOverpayment, explain_overpayment
from services.benefits.use_cases.grant_waiver import grant_waiver
from services.benefits.use_cases.plan_instalments import PlanInstalments, plan_instalments
from services.benefits.use_cases.record_repayment import RecordRepayment, record_repayment
from services.benefits.use_cases.set_off_overpayment import SetOffOverpayment, set_off_overpayment
from services.benefits.use_cases.settle_overpayment import settle_overpayment
from services.benefits.use_cases.write_off_overpayment import write_off_overpayment
from services.benefits.views.overpayments import (
    OverpaymentPage,
    OverpaymentView,
    SeenOverpayments,
    WhichOverpayments,
    overpayment_view,
)

router = APIRouter(prefix="/v1", tags=["benefits"], route_class=Verb)
_STEP = (OverpaymentNotFound, NotTheAwarder, IllegalMove, VersionIsOld)


def _house(request: Request) -> House:
    return request.app.state.house  # type: ignore[no-any-return] # app.state is untyped


def _told(case: Overpayment, response: Response, location: str | None = None) -> OverpaymentView:
    tag(response, case.version, location, about=case.client_id)
    return overpayment_view(case)


@router.post(
    "/awards/{award_id}/overpayments",
    name="detect_overpayment",
    status_code=201,
    dependencies=WRITES,
    responses=problems(
        AwardNotFound,
        NotTheAwarder,
        ClientNotFound,
        MonthNotPaid,
        NothingOverpaid,
        MonthOverpaidAlready,
        FactsNotKept,
        ParameterUnknown,
    ),
)
async def detect(
    award_id: AwardId,
    command: DetectOverpayment,
    request: Request,
    by: By,
    tx: Tx,
    response: Response,
) -> OverpaymentView:
    """Open the case of months that were paid too high (świadczenie nienależnie pobrane)."""
    case = await detect_overpayment(award_id, command, by=by, tx=tx, house=_house(request))
    return _told(case, response, f"/v1/overpayments/{case.id}")


@router.get(
    "/overpayments",
    name="list_overpayments",
    dependencies=READS,
    responses=problems(CursorUnreadable),
)
async def overpayments(
    by: By,
    tx: Tx,
    response: Response,
    client_id: Annotated[
        ClientId | None, Query(description="Of one client; unsaid: those of your institution.")
    ] = None,
    state: OverpaymentState | None = None,
    barred_by: Annotated[
        Day | None, Query(description="Only what can be claimed until this day at most.")
    ] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> OverpaymentPage:
    """List overpayments (świadczenia nienależnie pobrane), the latest first; without amounts."""
    which = WhichOverpayments(client_id=client_id, state=state, barred_by=barred_by)
    page = await SeenOverpayments(tx, by).page(which, limit, cursor)
    concern(response, dict.fromkeys(item.client_id for item in page.items))
    return page


@router.get(
    "/overpayments/{overpayment_id}",
    name="show_overpayment",
    dependencies=READS,
    responses=problems(OverpaymentNotFound),
)
async def show(
    overpayment_id: OverpaymentId, by: By, tx: Tx, response: Response
) -> OverpaymentView:
    """Show an overpayment: its months, its case, and what is still owed."""
    view = await SeenOverpayments(tx, by).show(overpayment_id)
    tag(response, view.version, about=view.client_id)
    return view


@router.post(
    "/overpayments/{overpayment_id}/explain",
    name="explain_overpayment",
    dependencies=WRITES,
    responses=problems(*_STEP),
)
async def explain(
    overpayment_id: OverpaymentId,
    command: ExplainOverpayment,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> OverpaymentView:
    """Note what she said, and whether she knew that it was too much (wyjaśnienia)."""
    case = await explain_overpayment(overpayment_id, command, expected=expected, by=by, tx=tx)
    return _told(case, response)


@router.post(
    "/overpayments/{overpayment_id}/change-decision",
    name="change_decision",
    dependencies=WRITES,
    responses=problems(*_STEP, NotRecoverable),
)
async def change(
    overpayment_id: OverpaymentId,
    command: ChangeDecision,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> OverpaymentView:
    """Name the decision that changed the award: without it nothing is claimed (zmiana decyzji)."""
    case = await change_decision(overpayment_id, command, expected=expected, by=by, tx=tx)
    return _told(case, response)


@router.post(
    "/overpayments/{overpayment_id}/determine",
    name="determine_overpayment",
    dependencies=WRITES,
    responses=problems(*_STEP, NotRecoverable, OwnFinding, ParameterUnknown),
)
async def determine(
    overpayment_id: OverpaymentId,
    command: DetermineOverpayment,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> OverpaymentView:
    """Decide what is to be repaid and until when; not by whoever found it (decyzja o zwrocie)."""
    case = await determine_overpayment(overpayment_id, command, expected=expected, by=by, tx=tx)
    return _told(case, response)


@router.post(
    "/overpayments/{overpayment_id}/plan",
    name="plan_instalments",
    dependencies=WRITES,
    responses=problems(*_STEP, TimeBarred, TooManyInstalments, SetOffUnderWay),
)
async def plan(
    overpayment_id: OverpaymentId,
    command: PlanInstalments,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> OverpaymentView:
    """Let it be repaid in instalments that come to it to the grosz (raty)."""
    case = await plan_instalments(overpayment_id, command, expected=expected, by=by, tx=tx)
    return _told(case, response)


@router.post(
    "/overpayments/{overpayment_id}/set-off",
    name="set_off_overpayment",
    dependencies=WRITES,
    responses=problems(
        *_STEP,
        AwardNotFound,
        TimeBarred,
        ShareTooHigh,
        NothingToSetOff,
        SetOffUnderWay,
        ParameterUnknown,
    ),
)
async def set_off(
    overpayment_id: OverpaymentId,
    command: SetOffOverpayment,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> OverpaymentView:
    """Keep a share back of the support that is still to be paid (potrącenie)."""
    case = await set_off_overpayment(overpayment_id, command, expected=expected, by=by, tx=tx)
    return _told(case, response)


@router.post(
    "/overpayments/{overpayment_id}/repayments",
    name="record_repayment",
    dependencies=WRITES,
    responses=problems(*_STEP, RepaidTooMuch),
)
async def repay(
    overpayment_id: OverpaymentId,
    command: RecordRepayment,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> OverpaymentView:
    """Note what came back (wpłata)."""
    case = await record_repayment(overpayment_id, command, expected=expected, by=by, tx=tx)
    return _told(case, response)


@router.post(
    "/overpayments/{overpayment_id}/ask-waiver",
    name="ask_waiver",
    dependencies=WRITES,
    responses=problems(*_STEP),
)
async def ask(
    overpayment_id: OverpaymentId,
    command: AskWaiver,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> OverpaymentView:
    """Ask that nothing more is claimed (wniosek o odstąpienie od żądania zwrotu)."""
    case = await ask_waiver(overpayment_id, command, expected=expected, by=by, tx=tx)
    return _told(case, response)


@router.post(
    "/overpayments/{overpayment_id}/waive",
    name="grant_waiver",
    dependencies=WRITES,
    responses=problems(*_STEP, OwnFinding, NoWaiverAsked, SetOffUnderWay),
)
async def waive(
    overpayment_id: OverpaymentId,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> OverpaymentView:
    """Claim nothing more; not by whoever asked for it (odstąpienie od żądania zwrotu)."""
    case = await grant_waiver(overpayment_id, expected=expected, by=by, tx=tx)
    return _told(case, response)


@router.post(
    "/overpayments/{overpayment_id}/settle",
    name="settle_overpayment",
    dependencies=WRITES,
    responses=problems(*_STEP, StillOwed),
)
async def settle(
    overpayment_id: OverpaymentId,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> OverpaymentView:
    """Close the case: nothing is owed any more (zakończenie sprawy)."""
    case = await settle_overpayment(overpayment_id, expected=expected, by=by, tx=tx)
    return _told(case, response)


@router.post(
    "/overpayments/{overpayment_id}/write-off",
    name="write_off_overpayment",
    dependencies=WRITES,
    responses=problems(*_STEP, OwnFinding),
)
async def write_off(
    overpayment_id: OverpaymentId,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> OverpaymentView:
    """Let go what the office got wrong, or she took in good faith (umorzenie)."""
    case = await write_off_overpayment(overpayment_id, expected=expected, by=by, tx=tx)
    return _told(case, response)
