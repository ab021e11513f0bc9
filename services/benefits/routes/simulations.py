"""The HTTP face of simulations: ask for one, watch it, cancel it, draw what came of it."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from contracts.values import SimulationId
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Expected, Limit, Tx, Verb, tag
from kernel.versions import VersionIsOld
from services.benefits.domain.dated import ParameterUnknown
from services.benefits.domain.months import MonthOutOfRange
from services.benefits.domain.resolution import NoSuchParameter, ValueOutOfBounds
from services.benefits.domain.schedule_choice import PresetIncomplete, UnknownPreset
from services.benefits.domain.simulation import Simulate
from services.benefits.domain.simulation_job import (
    SimulationNotDone,
    SimulationNotFound,
    TooManySimulations,
)
from services.benefits.domain.uploaded import CohortNotFound
from services.benefits.store.simulations import Simulations
from services.benefits.use_cases.ask_simulation import ask_simulation
from services.benefits.use_cases.cancel_simulation import cancel_simulation
from services.benefits.views.charts import MEDIA, PICTURE, ChartFormat, Lang, drawn
from services.benefits.views.simulation_chart import spending_chart
from services.benefits.views.simulations import (
    SimulationList,
    SimulationView,
    simulation_brief,
    simulation_view,
)

router = APIRouter(prefix="/v1/benefits/simulations", tags=["benefits"], route_class=Verb)


@router.post(
    "",
    name="ask_simulation",
    status_code=202,
    dependencies=WRITES,
    responses=problems(
        TooManySimulations,
        ParameterUnknown,
        MonthOutOfRange,
        UnknownPreset,
        PresetIncomplete,
        CohortNotFound,
        NoSuchParameter,
        ValueOutOfBounds,
    ),
)
async def ask(command: Simulate, by: By, tx: Tx, response: Response) -> SimulationView:
    """Try schedules out over a cohort of made-up households; it is worked on in the background (symulacja)."""
    simulation = await ask_simulation(command, by=by, tx=tx)
    tag(response, simulation.version, f"/v1/benefits/simulations/{simulation.id}")
    return simulation_view(simulation)


@router.get("", name="list_simulations", dependencies=READS)
async def simulations(by: By, tx: Tx, limit: Limit = 20) -> SimulationList:
    """List the simulations of your institution, the latest first."""
    found = await Simulations(tx, by=by).latest(limit)
    return SimulationList(items=[simulation_brief(one) for one in found])


@router.get(
    "/{simulation_id}",
    name="show_simulation",
    dependencies=READS,
    responses=problems(SimulationNotFound),
)
async def show(simulation_id: SimulationId, by: By, tx: Tx, response: Response) -> SimulationView:
    """Show how far a simulation has come, and what it comes to so far."""
    simulation = await Simulations(tx, by=by).find(simulation_id)
    tag(response, simulation.version)
    return simulation_view(simulation)


@router.post(
    "/{simulation_id}/cancel",
    name="cancel_simulation",
    dependencies=WRITES,
    responses=problems(SimulationNotFound, VersionIsOld),
)
async def cancel(
    simulation_id: SimulationId, expected: Expected, by: By, tx: Tx, response: Response
) -> SimulationView:
    """Work on a simulation no more; what it came to so far stays. One that is over stays as it is."""
    simulation = await cancel_simulation(simulation_id, by=by, expected=expected, tx=tx)
    tag(response, simulation.version)
    return simulation_view(simulation)


@router.get(
    "/{simulation_id}/chart",
    name="draw_simulation",
    dependencies=READS,
    response_class=Response,
    responses=PICTURE | problems(SimulationNotFound, SimulationNotDone),
)
async def draw(
    simulation_id: SimulationId,
    by: By,
    tx: Tx,
    image: Annotated[ChartFormat, Query(alias="format")] = ChartFormat.SVG,
    lang: Annotated[Lang, Query(description="The language of its words.")] = Lang.PL,
) -> Response:
    """Draw what each variant costs month by month, side by side."""
    simulation = await Simulations(tx, by=by).find(simulation_id)
    return Response(await drawn(spending_chart(simulation, lang), image), media_type=MEDIA[image])
