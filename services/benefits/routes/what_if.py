"""The HTTP face of what-if: does work pay, for a household that nobody knows by name."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from kernel.paper import PAPER, PrintedPaper, answered
from kernel.problems import problems
from kernel.verbs import COMPUTES, Verb
from services.benefits.domain.dated import ParameterUnknown
from services.benefits.domain.months import MonthOutOfRange
from services.benefits.domain.schedule_choice import PresetIncomplete, UnknownPreset
from services.benefits.domain.what_if import WhatIf
from services.benefits.domain.working_out import what_if
from services.benefits.routes.in_force import Known, law_known
from services.benefits.views.charts import (
    MEDIA,
    PICTURE,
    ChartFormat,
    ChartKind,
    Lang,
    Wanted,
    what_if_chart,
)
from services.benefits.views.what_if import WhatIfView, what_if_told
from services.benefits.views.what_if_paper import what_if_paper

router = APIRouter(prefix="/v1/benefits", tags=["benefits"], route_class=Verb)


async def _wanted(
    kind: Annotated[
        ChartKind, Query(description="Over wages, or month by month.")
    ] = ChartKind.WAGE,
    image: Annotated[ChartFormat, Query(alias="format")] = ChartFormat.SVG,
    lang: Annotated[Lang, Query(description="The language of its words.")] = Lang.PL,
) -> Wanted:
    return Wanted(kind, image, lang)


def pictured(picture: bytes, wanted: Wanted) -> Response:
    """A chart as an answer, kept nowhere on the way."""
    return Response(picture, media_type=MEDIA[wanted.image], headers=_KEPT_NOWHERE)


Drawing = Annotated[Wanted, Depends(_wanted)]
_REFUSALS = problems(ParameterUnknown, MonthOutOfRange, UnknownPreset, PresetIncomplete)
_KEPT_NOWHERE = {"Cache-Control": "no-store"}


@router.post(
    "/what-if",
    name="compute_what_if",
    dependencies=COMPUTES,
    response_model=WhatIfView,
    responses=_REFUSALS,
)
async def compute(command: WhatIf, request: Request) -> Response:
    """Compute what a job takes away and what replaces it, month by month (czy praca się opłaca)."""
    # Asked thousands of times; a dependency of its own costs a twentieth of the answer.
    known = await law_known(request)
    told = what_if_told(what_if(command, known))
    return Response(told, media_type="application/json", headers=_KEPT_NOWHERE)


@router.post(
    "/what-if/chart",
    name="draw_what_if",
    dependencies=COMPUTES,
    response_class=Response,
    responses=PICTURE | _REFUSALS,
)
async def draw(command: WhatIf, wanted: Drawing, known: Known) -> Response:
    """Draw it: what is in hand over wages with the cliffs marked, or the support month by month."""
    return pictured(await what_if_chart(command, known, wanted), wanted)


@router.post(
    "/what-if/paper.pdf",
    name="print_what_if",
    dependencies=COMPUTES,
    response_class=PrintedPaper,
    responses=PAPER | _REFUSALS,
)
async def paper(command: WhatIf, known: Known) -> Response:
    """Print it on one page for the client, in plain Polish (kartka dla klientki lub klienta)."""
    printed = await what_if_paper(command, known)
    return answered(printed)
