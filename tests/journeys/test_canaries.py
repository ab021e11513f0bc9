"""Nothing about a person leaks: unique made-up data through every input, then looked for everywhere."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from okienko.examples import EXAMPLES, Example
from okienko.local.postgres import PORT, Postgres
from tests.journeys.canaries import Flock, files, sightings
from tests.journeys.house import House
from tests.support.operations import filled, operations

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]
PUBLIC = (
    # What institutions say of themselves is public.
    "register_institution", "found_partnership", "activate_agreement", "terminate_agreement",
    "publish_service", "change_service", "open_voucher_programme",
    # A council's resolution is public; variants and cohorts of a simulation are about nobody.
    "enter_resolution", "approve_resolution", "withdraw_resolution", "ask_simulation", "upload_cohort",
    # The number of a voucher is one like any id, and says nothing of whose it is.
    "record_care_visit.serial", "check_voucher.serial",
)  # fmt: skip
SEARCHED = (
    "register_client.name.", "import_clients.rows.client.name.", "change_name.name.",
    "correct_particulars.name.",
)  # fmt: skip
"""Names lie readable in intake's own database: they are searched by their beginnings."""
OF_COLLEAGUES = (
    "assign_adviser.adviser.name", "propose_handover.to.name", "hand_over_caseload.to.name",
    "plan_meeting.place", "move_meeting.place",
)  # fmt: skip
"""What a worker writes of a colleague or of a room is about no client, and belongs to no client's key."""


class Sent:
    """What came of sending canaries through every input."""

    def __init__(self, house: House) -> None:
        document = house.ask(None, "GET", "/openapi.json").json()
        self.flock = Flock(document["components"]["schemas"])
        self.answers: list[tuple[str, int, str]] = []
        """Problems and headers: what a caller's own logs would keep."""
        self.refused: list[str] = []
        listed = {
            operation["operationId"]: (method, path, operation)
            for method, path, operation in operations(document)
        }
        for name, example in EXAMPLES.items():
            self._send(house, name, example, *listed[name])

    def _send(
        self, house: House, name: str, example: Example, method: str, path: str, operation: Any
    ) -> None:
        content = operation.get("requestBody", {}).get("content", {}).get("application/json")
        if content is None:
            return
        path = filled(path, operation)
        body = self.flock.fill(content["schema"], content["example"], name)
        for spoilt in (body | {"no_such_field": "x"}, {"unknown": body}, [body]):
            self._keep(name, house.ask(example.who, method, path, spoilt, headers=example.headers))
        answer = house.ask(example.who, method, path, body, headers=example.headers)
        self._keep(name, answer)
        if answer.status_code in {400, 422}:
            self.refused.append(f"{name}: {answer.text}")

    def _keep(self, name: str, answer: Any) -> None:
        # A success shows the caller what he sent; a refusal must not.
        text = answer.text if answer.is_error else ""
        self.answers.append((name, answer.status_code, f"{answer.headers} {text}"))


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house of their own: what goes in here spoils the examples for others."""
    house = House(tmp_path_factory.mktemp("canaries") / "data")
    house.up()
    yield house
    house.down()
    house.close()


@pytest.fixture(scope="module")
def sent(house: House) -> Sent:
    return Sent(house)


def personal(sent: Sent) -> dict[str, str]:
    return {c: w for c, w in sent.flock.planted.items() if not w.startswith(PUBLIC)}


def test_canaries_go_in_everywhere(sent: Sent) -> None:
    assert sent.refused == []
    assert len(sent.flock.planted) > 20


def test_no_refusal_and_no_header_repeats_what_was_sent(sent: Sent) -> None:
    leaks = [
        (name, status, where)
        for name, status, text in sent.answers
        for where in sightings(sent.flock.planted, text.encode())
    ]

    assert leaks == []


def test_no_log_holds_anything_personal(house: House, sent: Sent) -> None:
    logs = list(files(house.home.logs))

    assert logs
    assert [
        (log.name, w) for log in logs for w in sightings(personal(sent), log.read_bytes())
    ] == []


def test_no_event_and_no_audit_entry_holds_anything_personal(house: House, sent: Sent) -> None:
    rows = asyncio.run(_rows(house, "journal")) + asyncio.run(_rows(house, "audit"))

    assert len(rows) > 100
    assert list(sightings(personal(sent), "\n".join(rows).encode())) == []


def test_no_metric_holds_anything_personal(house: House, sent: Sent) -> None:
    run = house.home.running()
    assert run is not None
    for url in (run.gateway_url, *run.service_urls.values()):
        metrics = house.ask(None, "GET", f"{url}/metrics").content
        assert metrics
        assert list(sightings(personal(sent), metrics)) == []


def test_the_brokers_store_holds_nothing_personal(house: House, sent: Sent) -> None:
    stored = [path for path in files(house.home.broker) if path.suffix == ".blk"]

    assert stored
    leaks = [w for path in stored for w in sightings(personal(sent), path.read_bytes())]
    assert leaks == []


def test_no_file_of_the_database_holds_a_number_or_a_sensitive_word(
    house: House, sent: Sent
) -> None:
    folder = asyncio.run(_written_out(house))
    secret = {
        c: w for c, w in personal(sent).items() if not w.startswith(SEARCHED + OF_COLLEAGUES)
    }
    leaks = {
        (path.name, where)
        for path in files(folder)
        for where in sightings(secret, path.read_bytes())
    }

    assert any(where.endswith(".pesel") for where in secret.values())
    assert leaks == set()


def test_whoever_looks_for_canaries_would_find_them(house: House, sent: Sent) -> None:
    folder = asyncio.run(_written_out(house))
    names = {c: w for c, w in personal(sent).items() if w.startswith(SEARCHED)}
    found = {w for path in files(folder) for w in sightings(names, path.read_bytes())}

    assert found == set(names.values()) != set()


async def _rows(house: House, table: str) -> list[str]:
    run = house.home.running()
    assert run is not None
    urls = {n: u for n, u in run.database_urls.items() if table == "journal" or n == "gateway"}
    rows: list[str] = []
    for url in urls.values():
        connection = await asyncpg.connect(url)
        rows += [r[0] for r in await connection.fetch(f"SELECT t::text FROM {table} t")]  # noqa: S608 a word of ours
        await connection.close()
    return rows


async def _written_out(house: House) -> Path:
    """Where the database keeps its files, everything in memory written to them."""
    postgres = Postgres.of(house.home, run_as=None)
    connection = await asyncpg.connect(
        host=str(postgres.places.sockets),
        port=PORT,
        user="postgres",
        password=house.home.secret("postgres-superuser"),
        database="postgres",
    )
    await connection.execute("CHECKPOINT")
    await connection.close()
    return postgres.places.cluster
