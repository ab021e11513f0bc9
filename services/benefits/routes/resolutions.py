"""The HTTP face of resolutions: values of the law that a council set, or that are entered ahead."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from contracts.territory import Municipality
from contracts.values import ResolutionId
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Expected, Limit, Tx, Verb, tag
from kernel.versions import VersionIsOld
from services.benefits.domain.resolution import (
    AlreadyResolved,
    BeginsInThePast,
    EnterResolution,
    NoSuchParameter,
    NotForCouncils,
    NotYourLaw,
    OwnEntry,
    ResolutionMoved,
    ResolutionNotFound,
    ResolutionState,
    ValueOutOfBounds,
)
from services.benefits.routes.in_force import LawHere
from services.benefits.store.resolutions import Resolutions
from services.benefits.use_cases.approve_resolution import approve_resolution
from services.benefits.use_cases.enter_resolution import enter_resolution
from services.benefits.use_cases.withdraw_resolution import (
    WithdrawResolution,
    withdraw_resolution,
)
from services.benefits.views.resolutions import ResolutionList, ResolutionView

router = APIRouter(prefix="/v1/benefits/resolutions", tags=["benefits"], route_class=Verb)


@router.post(
    "",
    name="enter_resolution",
    status_code=201,
    dependencies=WRITES,
    responses=problems(NoSuchParameter, NotForCouncils, ValueOutOfBounds, NotYourLaw,
        BeginsInThePast, AlreadyResolved,
    ),
)  # fmt: skip
async def enter(command: EnterResolution, by: By, tx: Tx, response: Response) -> ResolutionView:
    """Enter what a council resolved, or a value that will be in force (uchwała, wartość przyszła)."""
    resolution = await enter_resolution(command, by=by, tx=tx)
    tag(response, resolution.version, f"/v1/benefits/resolutions/{resolution.id}")
    return ResolutionView.model_validate(resolution)


@router.get("", name="list_resolutions", dependencies=READS)
async def resolutions(
    tx: Tx,
    limit: Limit = 20,
    state: ResolutionState | None = None,
    municipality: Annotated[
        Municipality | None, Query(description="Those that count there, nationwide ones too.")
    ] = None,
) -> ResolutionList:
    """List resolutions and values entered ahead, the latest first."""
    found = await Resolutions(tx).latest(limit, state=state, municipality=municipality)
    return ResolutionList(items=[ResolutionView.model_validate(one) for one in found])


@router.get(
    "/{resolution_id}",
    name="show_resolution",
    dependencies=READS,
    responses=problems(ResolutionNotFound),
)
async def show(resolution_id: ResolutionId, tx: Tx, response: Response) -> ResolutionView:
    """Show a resolution: its value, its source, who entered and who approved it."""
    resolution = await Resolutions(tx).find(resolution_id)
    tag(response, resolution.version)
    return ResolutionView.model_validate(resolution)


@router.post(
    "/{resolution_id}/approve",
    name="approve_resolution",
    dependencies=WRITES,
    responses=problems(ResolutionNotFound, NotYourLaw, OwnEntry, ResolutionMoved,
        AlreadyResolved, VersionIsOld,
    ),
)  # fmt: skip
async def approve(
    resolution_id: ResolutionId,
    expected: Expected,
    by: By,
    tx: Tx,
    law: LawHere,
    response: Response,
) -> ResolutionView:
    """Approve what somebody else entered; from now on it is computed by (zatwierdzenie wartości)."""
    resolution = await approve_resolution(resolution_id, expected=expected, by=by, tx=tx, law=law)
    tag(response, resolution.version)
    return ResolutionView.model_validate(resolution)


@router.post(
    "/{resolution_id}/withdraw",
    name="withdraw_resolution",
    dependencies=WRITES,
    responses=problems(ResolutionNotFound, NotYourLaw, ResolutionMoved, VersionIsOld),
)
async def withdraw(
    resolution_id: ResolutionId,
    command: WithdrawResolution,
    expected: Expected,
    by: By,
    tx: Tx,
    law: LawHere,
    response: Response,
) -> ResolutionView:
    """Take a resolution back, for a reason; what was computed by it stays (wycofanie wartości)."""
    resolution = await withdraw_resolution(
        resolution_id, command, expected=expected, by=by, tx=tx, law=law
    )
    tag(response, resolution.version)
    return ResolutionView.model_validate(resolution)
