"""A simulation over HTTP: asked for, worked on, cancelled, gone on with after a crash, drawn."""

from typing import Any

import pytest

from contracts.values import InstitutionKind
from kernel.transactions import begin
from services.benefits.domain.cohort import BLOCK, CHUNK, Generated, chunk_of
from services.benefits.domain.parameters import load_parameters
from services.benefits.domain.simulation import Simulate, simulate
from services.benefits.domain.working_out import what_if
from services.benefits.use_cases.work_on_simulations import work_on_simulations
from tests.benefits.conftest import FAR, MANAGER, SOCIAL_WORKER, Office
from tests.benefits.drawn import asked_of
from tests.support.rooms import bearer, worker

pytestmark = pytest.mark.anyio

ASKED: dict[str, Any] = {
    "on": "2026-03-01",
    "cohort": {"households": CHUNK + BLOCK + 7},
    "variants": [
        {"name": "twelve steps"},
        {"name": "falls evenly", "schedule": {"linear": 12}},
    ],
}
PLANNER = worker(FAR, InstitutionKind.ROPS, "regional_analyst")


async def asked(office: Office, body: Any = None, by: Any = MANAGER) -> Any:
    return await office.client.post(
        "/v1/benefits/simulations", json=body or ASKED, headers=bearer(by)
    )


async def worked_on(office: Office) -> bool:
    async with begin(office.database) as tx:
        return await work_on_simulations(tx)


async def to_its_end(office: Office) -> None:
    while await worked_on(office):
        pass


async def test_a_simulation_is_worked_on_to_its_end(office: Office) -> None:
    answer = await asked(office)
    assert (answer.status_code, answer.json()["state"]) == (202, "queued")

    await to_its_end(office)
    told = (await office.see(MANAGER, answer.headers["location"])).json()

    assert (told["state"], told["done"], told["percent"]) == ("done", CHUNK + BLOCK + 7, 100)
    steps, evenly = told["result"]["variants"]
    assert steps["months"][0] == evenly["months"][0] | {"amount": steps["months"][0]["amount"]}
    assert [month["month"] for month in steps["months"]][-1] == "2027-02"
    assert evenly["less_than_first"] == told["result"]["losing"]
    assert steps["more_than_first"] == steps["less_than_first"] == 0


async def test_the_result_is_that_of_its_households_one_by_one(office: Office) -> None:
    cohort = {"households": 40, "seed": 7}
    answer = await asked(office, ASKED | {"cohort": cohort})
    await to_its_end(office)
    told = (await office.see(MANAGER, answer.headers["location"])).json()["result"]

    alone = [one_by_one(row) for row in rows_of(Generated.model_validate(cohort))]

    assert int(told["lost"].replace(".", "")) == sum(one.lost for one in alone)
    steps = told["variants"][0]
    assert int(steps["total"].replace(".", "")) == sum(one.total for one in alone)
    assert steps["supported"] == sum(one.total > 0 for one in alone)
    in_hand = [(int(one.before.cash), int(one.after.cash)) for one in alone]
    assert told["better_without"] == sum(after > before for before, after in in_hand)


def rows_of(made: Generated) -> list[dict[str, int]]:
    chunk = chunk_of(made, 0)
    names = ("persons", "to_5", "to_18", "to_24", "income", "gross", "unable")
    return [{name: int(getattr(chunk, name)[n]) for name in names} for n in range(len(chunk))]


def one_by_one(row: dict[str, int]) -> Any:
    return what_if(asked_of(row), load_parameters())


async def test_the_same_seed_gives_the_same_households_however_many() -> None:
    few, many = Generated(households=50, seed=3), Generated(households=200_000, seed=3)

    assert chunk_of(few, 0).income.tolist() == chunk_of(many, 0).income[:50].tolist()
    assert chunk_of(many, 1).income.tolist() != chunk_of(many, 0).income.tolist()


async def test_a_cancelled_simulation_is_worked_on_no_more(office: Office) -> None:
    body = ASKED | {"cohort": {"households": 30 * CHUNK}}
    address = (await asked(office, body)).headers["location"]
    await worked_on(office)

    cancelled = await office.decide(MANAGER, f"{address}/cancel")
    again = await office.decide(MANAGER, f"{address}/cancel")

    assert cancelled.json()["state"] == "cancelled"
    assert 0 < cancelled.json()["done"] < 30 * CHUNK
    assert again.json() == cancelled.json()
    assert await worked_on(office) is False


async def test_what_was_worked_out_before_a_crash_is_not_worked_out_again(office: Office) -> None:
    body = ASKED | {"cohort": {"households": 6 * CHUNK}}
    address = (await asked(office, body)).headers["location"]
    whole = simulate_all(body)
    with pytest.raises(KilledError):
        await killed_in_the_middle(office)

    await to_its_end(office)

    told = (await office.see(MANAGER, address)).json()["result"]
    assert told["households"] == 6 * CHUNK
    assert int(told["lost"].replace(".", "")) == whole


class KilledError(Exception):
    """The process dies before it commits."""


async def killed_in_the_middle(office: Office) -> None:
    async with begin(office.database) as tx:
        await work_on_simulations(tx)
        raise KilledError


def simulate_all(body: Any) -> int:
    command = Simulate.model_validate(body)
    made = Generated.model_validate(body["cohort"])
    return sum(
        simulate(command, chunk_of(made, n), load_parameters()).variants[0].lost for n in range(6)
    )


async def test_an_institution_sees_its_own_simulations_only(office: Office) -> None:
    address = (await asked(office)).headers["location"]

    theirs = await office.see(PLANNER, address)
    listed = await office.see(PLANNER, "/v1/benefits/simulations")
    mine = await office.see(MANAGER, "/v1/benefits/simulations")

    assert (theirs.status_code, theirs.json()["type"]) == (404, "/problems/SimulationNotFound")
    assert listed.json()["items"] == []
    assert [one["percent"] for one in mine.json()["items"]] == [0]


async def test_no_institution_fills_the_queue(office: Office) -> None:
    for _ in range(5):
        assert (await asked(office)).status_code == 202

    sixth = await asked(office)

    assert (sixth.status_code, sixth.json()["type"]) == (409, "/problems/TooManySimulations")
    assert (await asked(office, by=PLANNER)).status_code == 202


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"on": "2015-10-01"}, "ParameterUnknown"),
        ({"on": "2023-07-01"}, "ParameterUnknown"),
        ({"variants": []}, "FieldsAtFault"),
        ({"variants": [{"name": "x", "schedule": {"preset": "NONE"}}]}, "UnknownPreset"),
        ({"cohort": {"households": 10_000_001}}, "FieldsAtFault"),
        ({"cohort": {"households": 10, "wage_least": "7000.00"}}, "FieldsAtFault"),
    ],
)
async def test_what_cannot_be_simulated_is_refused_at_once(
    office: Office, changed: dict[str, Any], problem: str
) -> None:
    answer = await asked(office, ASKED | changed)

    assert (answer.status_code, answer.json()["type"]) == (422, f"/problems/{problem}")


async def test_a_social_worker_plans_no_budget(office: Office) -> None:
    assert (await asked(office, by=SOCIAL_WORKER)).status_code == 403


async def test_it_is_drawn_when_it_is_done(office: Office) -> None:
    address = (await asked(office)).headers["location"]
    early = await office.see(MANAGER, f"{address}/chart")
    await to_its_end(office)

    drawn = await office.see(MANAGER, f"{address}/chart?format=png")

    assert (early.status_code, early.json()["type"]) == (409, "/problems/SimulationNotDone")
    assert drawn.content.startswith(b"\x89PNG")
