"""The HTTP face of substitutions."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from contracts.values import Day, SubstitutionId
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Cursor, Expected, Limit, Tx, Verb, tag
from kernel.versions import VersionIsOld
from services.referrals.domain.advice import ManagersDecide
from services.referrals.domain.substitution import (
    EndsBeforeItBegins,
    SubstituteAway,
    SubstituteForHerself,
    SubstitutionNotFound,
    SubstitutionOver,
    SubstitutionOverlaps,
)
from services.referrals.use_cases.end_substitution import end_substitution
from services.referrals.use_cases.open_substitution import OpenSubstitution, open_substitution
from services.referrals.views.substitutions import (
    SeenSubstitutions,
    SubstitutionPage,
    SubstitutionView,
)

router = APIRouter(prefix="/v1/substitutions", tags=["advice"], route_class=Verb)


@router.get(
    "", name="list_substitutions", dependencies=READS, responses=problems(CursorUnreadable)
)
async def substitutions(
    by: By,
    tx: Tx,
    day: Annotated[Day | None, Query(description="Those that hold on this day.")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> SubstitutionPage:
    """List who stands in for whom at your institution (zastępstwa)."""
    return await SeenSubstitutions(tx, by).page(day, limit, cursor)


@router.post(
    "",
    name="open_substitution",
    status_code=201,
    dependencies=WRITES,
    responses=problems(
        ManagersDecide,
        EndsBeforeItBegins,
        SubstituteForHerself,
        SubstitutionOverlaps,
        SubstituteAway,
    ),
)
async def begin(command: OpenSubstitution, by: By, tx: Tx, response: Response) -> SubstitutionView:
    """Let a colleague do your work while you are away; managers arrange it for anybody (zastępstwo)."""
    one = await open_substitution(command, by=by, tx=tx)
    tag(response, one.version, f"/v1/substitutions/{one.id}")
    return await SeenSubstitutions(tx, by).show(one.id)


@router.get(
    "/{substitution_id}",
    name="show_substitution",
    dependencies=READS,
    responses=problems(SubstitutionNotFound),
)
async def substitution(
    substitution_id: SubstitutionId, by: By, tx: Tx, response: Response
) -> SubstitutionView:
    """Show one substitution (zastępstwo)."""
    view = await SeenSubstitutions(tx, by).show(substitution_id)
    tag(response, view.version)
    return view


@router.post(
    "/{substitution_id}/end",
    name="end_substitution",
    dependencies=WRITES,
    responses=problems(SubstitutionNotFound, ManagersDecide, SubstitutionOver, VersionIsOld),
)
async def end(
    substitution_id: SubstitutionId, expected: Expected, by: By, tx: Tx, response: Response
) -> SubstitutionView:
    """End a substitution early, at once (zakończenie zastępstwa)."""
    one = await end_substitution(substitution_id, by=by, expected=expected, tx=tx)
    tag(response, one.version)
    return await SeenSubstitutions(tx, by).show(one.id)
