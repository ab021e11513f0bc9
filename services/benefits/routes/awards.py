"""The HTTP face of benefits."""

from fastapi import APIRouter, Request, Response

from contracts.values import AwardId
from kernel.house import House
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Expected, Tx, Verb, tag
from kernel.versions import VersionIsOld
from services.benefits.domain.award import (
    AwardNotFound,
    AwardOpen,
    AwardTooSoon,
    IllegalMove,
    NothingLost,
    NotTheAwarder,
    OwnCalculation,
)
from services.benefits.domain.award_terms import WindowOver
from services.benefits.domain.dated import ParameterUnknown
from services.benefits.domain.declared import (
    AppliedTooEarly,
    ClientNotFound,
    HouseholdNotDeclared,
    IncomeNotDeclared,
    MunicipalityUnknown,
    NoSuchEmployment,
    ReceivedLater,
)
from services.benefits.domain.months import MonthOutOfRange
from services.benefits.domain.schedule_choice import PresetIncomplete, UnknownPreset
from services.benefits.use_cases.apply_for_award import ApplyForAward, apply_for_award
from services.benefits.use_cases.approve_award import approve_award
from services.benefits.use_cases.reject_award import RejectAward, reject_award
from services.benefits.views.award_lists import SeenAwards
from services.benefits.views.awards import AwardView, award_view

router = APIRouter(prefix="/v1", tags=["benefits"], route_class=Verb)


def _house(request: Request) -> House:
    return request.app.state.house  # type: ignore[no-any-return] # app.state is untyped


@router.post(
    "/awards",
    name="apply_for_award",
    status_code=201,
    dependencies=WRITES,
    responses=problems(
        ClientNotFound,
        HouseholdNotDeclared,
        MunicipalityUnknown,
        NoSuchEmployment,
        IncomeNotDeclared,
        NothingLost,
        AwardOpen,
        AwardTooSoon,
        WindowOver,
        AppliedTooEarly,
        ReceivedLater,
        UnknownPreset,
        PresetIncomplete,
        ParameterUnknown,
        MonthOutOfRange,
    ),
)
async def apply(
    command: ApplyForAward, request: Request, by: By, tx: Tx, response: Response
) -> AwardView:
    """Compute degressive support from the declared means and apply for it (wsparcie degresywne)."""
    award = await apply_for_award(command, by=by, tx=tx, house=_house(request))
    tag(response, award.version, f"/v1/awards/{award.id}", about=award.client_id)
    return award_view(award)


@router.get(
    "/awards/{award_id}",
    name="show_award",
    dependencies=READS,
    responses=problems(AwardNotFound),
)
async def show(award_id: AwardId, by: By, tx: Tx, response: Response) -> AwardView:
    """Show an award with its months and their justification (wyliczenie wsparcia)."""
    view = await SeenAwards(tx, by).show(award_id)
    tag(response, view.version, about=view.client_id)
    return view


@router.post(
    "/awards/{award_id}/approve",
    name="approve_award",
    dependencies=WRITES,
    responses=problems(AwardNotFound, NotTheAwarder, OwnCalculation, IllegalMove, VersionIsOld),
)
async def approve(
    award_id: AwardId, expected: Expected, by: By, tx: Tx, response: Response
) -> AwardView:
    """Grant an award that somebody else computed (przyznanie wsparcia)."""
    award = await approve_award(award_id, expected=expected, by=by, tx=tx)
    tag(response, award.version, about=award.client_id)
    return award_view(award)


@router.post(
    "/awards/{award_id}/reject",
    name="reject_award",
    dependencies=WRITES,
    responses=problems(AwardNotFound, NotTheAwarder, IllegalMove, VersionIsOld),
)
async def reject(
    award_id: AwardId, command: RejectAward, expected: Expected, by: By, tx: Tx, response: Response
) -> AwardView:
    """Do not grant an award, for a reason of the code list (odmowa przyznania wsparcia)."""
    award = await reject_award(award_id, command, expected=expected, by=by, tx=tx)
    tag(response, award.version, about=award.client_id)
    return award_view(award)
