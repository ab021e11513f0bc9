"""The HTTP face of what-if: does work pay, for a household that nobody knows by name."""

from fastapi import APIRouter, Response

from kernel.problems import problems
from kernel.verbs import COMPUTES, Verb
from services.benefits.domain.dated import ParameterUnknown
from services.benefits.domain.months import MonthOutOfRange
from services.benefits.domain.parameters import load_parameters
from services.benefits.domain.schedule_choice import PresetIncomplete, UnknownPreset
from services.benefits.domain.what_if import WhatIf
from services.benefits.domain.working_out import what_if
from services.benefits.views.what_if import WhatIfView, what_if_told

router = APIRouter(prefix="/v1/benefits", tags=["benefits"], route_class=Verb)
_REFUSALS = problems(ParameterUnknown, MonthOutOfRange, UnknownPreset, PresetIncomplete)
_JSON = "application/json"


@router.post(
    "/what-if",
    name="compute_what_if",
    dependencies=COMPUTES,
    response_model=WhatIfView,
    responses=_REFUSALS,
)
async def compute(command: WhatIf) -> Response:
    """Compute what a job takes away and what replaces it, month by month (czy praca się opłaca)."""
    return Response(what_if_told(what_if(command, load_parameters())), media_type=_JSON)
