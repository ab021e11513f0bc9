"""A cohort from a file: what is read, what is refused and where it stands, how long it is kept."""

from datetime import timedelta
from typing import Any

import pytest

from contracts.values import InstitutionKind
from kernel import clock
from kernel.transactions import begin
from services.benefits.domain.cohort import Generated, chunk_of
from services.benefits.domain.cohort_file import COLUMNS, packed, read_cohort, unpacked
from services.benefits.use_cases.discard_cohort import discard_old_cohorts
from tests.benefits.conftest import FAR, MANAGER, SOCIAL_WORKER, Office
from tests.benefits.test_simulations import ASKED, asked, to_its_end
from tests.support.rooms import bearer, worker

pytestmark = pytest.mark.anyio

MANY = 15_000
HEADER = "persons,to_5,to_18,to_24,income,gross,unable\n"
FILE = HEADER + "1,0,0,0,0.00,4806.00,0\n4,0,2,0,248.00,4806.00,0\n"
PLANNER = worker(FAR, InstitutionKind.ROPS, "regional_analyst")


async def upload(office: Office, text: str = FILE, by: Any = MANAGER) -> Any:
    body = {"name": "próba", "csv": text}
    return await office.client.post("/v1/benefits/cohorts", json=body, headers=bearer(by))


def file_of(made: Generated) -> str:
    chunk = chunk_of(made, 0)
    lines = []
    for n in range(len(chunk)):
        row = {name: int(getattr(chunk, name)[n]) for name in COLUMNS}
        money = {name: f"{row[name] // 100}.{row[name] % 100:02}" for name in ("income", "gross")}
        lines.append(",".join(money.get(name, str(row[name])) for name in COLUMNS))
    return HEADER + "\n".join(lines)


@pytest.mark.parametrize(
    "text",
    [
        FILE,
        "\ufeff" + FILE.replace(",", ";").replace(".", ","),
        FILE.replace(",", "\t").replace("\n", "\r\n"),
        "Gross,persons,to_5,to_18,to_24,income,unable\n4806,1,0,0,0,0,0\n4806.0,4,0,2,0,248.0,0\n\n",
        FILE.replace("0.00", '"0,00"'),
    ],
    ids=["as written", "of a Polish spreadsheet", "with tabs", "in another order", "quoted"],
)
def test_a_file_is_read_as_spreadsheets_write_it(text: str) -> None:
    cohort = read_cohort(text)

    assert cohort.persons.tolist() == [1, 4]
    assert cohort.income.tolist() == [0, 24800]
    assert cohort.gross.tolist() == [480600, 480600]
    again = unpacked(packed(cohort))
    assert all(getattr(again, n).tolist() == getattr(cohort, n).tolist() for n in COLUMNS)


async def test_an_uploaded_cohort_comes_to_the_same_as_the_made_up_one_it_was(
    office: Office,
) -> None:
    made = {"households": 300, "seed": 5}
    cohort = (await upload(office, file_of(Generated.model_validate(made)))).json()
    assert cohort["households"] == 300
    addresses = [
        (await asked(office, ASKED | {"cohort": one})).headers["location"]
        for one in (made, {"uploaded": cohort["id"]})
    ]

    await to_its_end(office)

    mine, uploaded = [(await office.see(MANAGER, one)).json() for one in addresses]
    assert uploaded["state"] == "done"
    assert uploaded["result"] == mine["result"]
    assert uploaded["asked"]["cohort"] == {"uploaded": cohort["id"]}


async def test_a_cohort_of_many_rows_is_worked_on_to_its_end(office: Office) -> None:
    text = HEADER + "1,0,0,0,0,4806,0\n" * MANY
    cohort = (await upload(office, text)).json()
    address = (await asked(office, ASKED | {"cohort": {"uploaded": cohort["id"]}})).headers[
        "location"
    ]

    await to_its_end(office)

    told = (await office.see(MANAGER, address)).json()
    assert told["result"]["households"] == MANY
    assert told["result"]["variants"][0]["supported"] == MANY


@pytest.mark.parametrize(
    ("text", "problem", "says"),
    [
        (FILE.replace("unable", "unable,nazwisko", 1), "UnknownColumns", {"columns": [8]}),
        ("Kowalska;85031412347\n", "UnknownColumns", {"columns": [1, 2]}),
        (FILE.replace(",unable", "", 1), "ColumnsMissing", {"columns": ["unable"]}),
        (FILE.replace("to_18", "to_5", 1), "ColumnsMissing", {"columns": ["to_5", "to_18"]}),
        (HEADER, "NoHouseholds", {}),
        ("\n", "ColumnsMissing", {}),
        (HEADER + "1" * 200_000, "CellsAtFault", {"more": 0}),
    ],
)
async def test_a_file_of_another_shape_is_refused_and_not_repeated(
    office: Office, text: str, problem: str, says: dict[str, Any]
) -> None:
    answer = await upload(office, text)

    told = answer.json()
    assert (answer.status_code, told["type"]) == (422, f"/problems/{problem}")
    assert told | says == told
    assert "Kowalska" not in answer.text
    assert "nazwisko" not in answer.text


async def test_every_bad_cell_is_named_by_line_and_column_and_not_repeated(
    office: Office,
) -> None:
    text = HEADER + (
        "1,0,0,0,Kowalska,4806.00,0\n"
        "2,0,2,0,0.00,4806.00,0\n"
        "0,0,0,0,0.00,-1.00,2\n"
        "1,0,0,0\n"
        "1,0,0,0,0.001,1000001,0\n"
    )

    answer = await upload(office, text)

    assert answer.json()["type"] == "/problems/CellsAtFault"
    places = [(cell["line"], cell["column"]) for cell in answer.json()["cells"]]
    assert places == [
        (2, "income"), (3, "persons"), (4, "persons"), (4, "gross"), (4, "unable"), (5, None),
        (6, "income"), (6, "gross"),
    ]  # fmt: skip
    assert answer.json()["more"] == 0
    assert "Kowalska" not in answer.text
    assert (await office.see(MANAGER, "/v1/benefits/cohorts")).json()["items"] == []


async def test_no_more_than_20_bad_cells_are_told(office: Office) -> None:
    answer = await upload(office, HEADER + "x,0,0,0,0,0,0\n" * 33)

    assert (len(answer.json()["cells"]), answer.json()["more"]) == (20, 13)


async def test_a_field_that_is_no_file_is_refused(office: Office) -> None:
    answer = await upload(office, "\x00" + HEADER)

    assert answer.status_code == 422


async def test_an_institution_sees_its_own_cohorts_only(office: Office) -> None:
    address = (await upload(office)).headers["location"]
    uploaded = address.rsplit("/", 1)[-1]

    theirs = await office.see(PLANNER, address)
    simulated = await asked(office, ASKED | {"cohort": {"uploaded": uploaded}}, PLANNER)
    discarded = await office.decide(PLANNER, f"{address}/discard")

    assert {theirs.status_code, simulated.status_code, discarded.status_code} == {404}
    assert simulated.json()["type"] == "/problems/CohortNotFound"
    assert (await office.see(PLANNER, "/v1/benefits/cohorts")).json()["items"] == []


async def test_a_discarded_cohort_is_gone_and_a_simulation_that_waits_for_it_says_so(
    office: Office,
) -> None:
    address = (await upload(office)).headers["location"]
    cohort = {"uploaded": address.rsplit("/", 1)[-1]}
    simulation = (await asked(office, ASKED | {"cohort": cohort})).headers["location"]

    discarded = await office.decide(MANAGER, f"{address}/discard")
    again = await office.decide(MANAGER, f"{address}/discard")
    await to_its_end(office)

    assert (discarded.status_code, again.status_code) == (204, 404)
    told = (await office.see(MANAGER, simulation)).json()
    assert (told["state"], told["problem"]) == ("failed", {"type": "CohortNotFound"})


async def test_after_30_days_a_cohort_is_gone(office: Office) -> None:
    old, fresh = [(await upload(office)).headers["location"] for _ in range(2)]
    day = timedelta(days=30, minutes=1)
    await office.database.pool.execute(
        "UPDATE cohorts SET uploaded_at = $1 WHERE id = $2", clock.now() - day, old.split("/")[-1]
    )

    async with begin(office.database) as tx:
        await discard_old_cohorts(tx)

    assert (await office.see(MANAGER, old)).status_code == 404
    assert (await office.see(MANAGER, fresh)).status_code == 200


async def test_no_institution_keeps_more_than_20(office: Office) -> None:
    for _ in range(20):
        assert (await upload(office)).status_code == 201

    answer = await upload(office)

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/TooManyCohorts")


async def test_a_social_worker_uploads_nothing(office: Office) -> None:
    assert (await upload(office, by=SOCIAL_WORKER)).status_code == 403


PLANNED = {"name": "planned", "parameters": [{"name": "okresowy_share", "value": "1.00"}]}


async def test_a_planned_law_stands_beside_todays(office: Office) -> None:
    text = HEADER + "1,0,0,0,0,4806,0\n"
    cohort = {"uploaded": (await upload(office, text)).json()["id"]}
    body = ASKED | {"cohort": cohort, "variants": [{"name": "today"}, PLANNED]}
    address = (await asked(office, body)).headers["location"]

    await to_its_end(office)

    today, planned = (await office.see(MANAGER, address)).json()["result"]["variants"]
    assert (today["without_job"], today["lost"]) == ("505.00", "505.00")
    assert (planned["without_job"], planned["lost"]) == ("823.00", "823.00")
    assert (today["with_job"], planned["with_job"]) == ("0.00", "0.00")
    assert (today["total"], planned["total"]) == ("3787.50", "6172.50")
    assert planned["more_than_first"] == 1


@pytest.mark.parametrize(
    ("value", "problem", "where"),
    [
        ({"name": "none", "value": "1.00"}, "NoSuchParameter", "/variants/1/parameters/0/parameter"),
        ({"name": "okresowy_share", "value": "1.50"}, "ValueOutOfBounds", "/variants/1/parameters/0/value"),
    ],
)  # fmt: skip
async def test_a_planned_value_is_one_that_the_law_can_take(
    office: Office, value: dict[str, str], problem: str, where: str
) -> None:
    variants = [{"name": "today"}, {"name": "x", "parameters": [value]}]

    answer = await asked(office, ASKED | {"variants": variants})

    assert (answer.status_code, answer.json()["type"]) == (422, f"/problems/{problem}")
    assert answer.json()["errors"][0]["pointer"] == where
