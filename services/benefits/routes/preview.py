"""The HTTP face of what a change of the law would do."""

from fastapi import APIRouter, Request, Response

from kernel.problems import problems
from kernel.verbs import READS, By, Tx, Verb, concern
from services.benefits.domain.dated import ParameterUnknown
from services.benefits.domain.months import MonthOutOfRange
from services.benefits.domain.preview import PreviewChanges
from services.benefits.domain.resolution import NoSuchParameter, NotForCouncils, ValueOutOfBounds
from services.benefits.routes.in_force import Known
from services.benefits.use_cases.preview_changes import preview_changes
from services.benefits.views.preview import PreviewView, preview_view

router = APIRouter(prefix="/v1/benefits/parameters", tags=["benefits"], route_class=Verb)


@router.post(
    "/preview",
    name="preview_changes",
    dependencies=READS,
    responses=problems(
        NoSuchParameter, NotForCouncils, ValueOutOfBounds, ParameterUnknown, MonthOutOfRange
    ),
)
async def preview(
    command: PreviewChanges, request: Request, by: By, tx: Tx, known: Known, response: Response
) -> PreviewView:
    """See whom a change of the law would touch from a day on (kogo dotknie zmiana od 1 stycznia)."""
    house = request.app.state.house
    found = await preview_changes(command, by=by, tx=tx, house=house, known=known)
    response.headers["Cache-Control"] = "no-store"
    concern(response, dict.fromkeys(found.looked_at))
    return preview_view(found)
