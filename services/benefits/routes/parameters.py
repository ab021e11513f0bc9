"""The HTTP face of the law: which values are in force, and where they are written."""

from typing import Annotated

from fastapi import APIRouter, Query

from contracts.territory import Municipality
from contracts.values import Day
from kernel import clock
from kernel.verbs import COMPUTES, Verb
from services.benefits.routes.in_force import LawHere
from services.benefits.views.parameters import ParameterList, parameters_on

router = APIRouter(prefix="/v1/benefits", tags=["benefits"], route_class=Verb)


@router.get("/parameters", name="list_parameters", dependencies=COMPUTES)
async def parameters(
    on: Annotated[Day | None, Query(description="Absent: today.")] = None,
    municipality: Annotated[
        Municipality | None, Query(description="Its council's own values first.")
    ] = None,
    *,
    law: LawHere,
) -> ParameterList:
    """List the amounts and rules in force on a day, each with its source (parametry ustawowe)."""
    return parameters_on(on or clock.today(), municipality, await law.now(), version=law.version)
