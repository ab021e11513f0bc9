"""A file of the former system, brought in through the command's own parts over HTTP."""

import asyncio
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import httpx2
import pytest

from okienko.importing.carrying import Import
from okienko.importing.mapping import parse
from okienko.importing.rejected import RejectedRows, beside
from okienko.importing.report import Report
from okienko.importing.sending import Away, Refused, Sender
from okienko.importing.table import CsvTable
from okienko.personas import with_check_digit
from tests.intake.conftest import MANAGER, PESEL, SOCIAL_WORKER, House
from tests.support.rooms import bearer

pytestmark = pytest.mark.anyio

MAPPING = parse(
    """
source: pomost
reference: ID
fields:
  name.given: Imię
  name.family: Nazwisko
  birth_date: {column: Ur, date: ["%d.%m.%Y"]}
  pesel: {column: PESEL, digits: 11}
""",
    "test",
)
HEADER = "ID;Imię;Nazwisko;Ur;PESEL"


def token_of(caller: Any) -> str:
    return bearer(caller)["Authorization"].removeprefix("Bearer ")


def export(path: Path, *lines: str) -> Path:
    path.write_bytes("\r\n".join([HEADER, *lines]).encode("cp1250"))
    return path


def person(number: int) -> str:
    pesel = with_check_digit(f"020708{number:04}0").removeprefix("0")
    return f"{number};Łucja;Śmieszek;08.07.1902;{pesel}"


async def carry(
    http: httpx2.AsyncClient,
    file: Path,
    caller: Any = MANAGER,
    *,
    patience: float = 1.0,
    **said: Any,
) -> Import:
    table = CsvTable(file, None, None)
    rejected = RejectedRows(beside(file), table.columns, table.delimiter)
    whole = Import(table, MAPPING, Report(source="pomost"), rejected, rows_at_once=3)
    about = {"source": "pomost"} | said
    try:
        await whole.carry_out(
            Sender(http, lambda: token_of(caller), about=about, patience=patience)
        )
    finally:
        rejected.close()
    return whole


async def test_a_windows_file_with_broken_lines_is_brought_in_and_nothing_is_lost(
    house: House, tmp_path: Path
) -> None:
    await house.registered()
    file = export(
        tmp_path / "export.csv",
        person(1),
        '2;"Zażółć;Gęślą;08.07.1902;',
        person(3),
        "4;Jaźń;Dobra;31.02.1902;",
        "5;Jaźń;Dobra;08.07.1902;02070803629",
        f"6;Próbna;Wymyślona;14.03.1985;{PESEL}",
        ";Bez;Numeru;08.07.1902;",
        person(8),
        "9;za;dużo;08.07.1902;;pól",
    )

    whole = await carry(house.client, file)

    assert dict(whole.report.outcomes) == {"registered": 3, "rejected": 5, "duplicate": 1}
    assert {(f.column, f.detail): tally.lines for f, tally in whole.report.problems.items()} == {
        ("", "a quote is opened and not closed"): [3],
        ("Ur", "is not a day as the mapping says days are written"): [5],
        ("PESEL", "is not a valid PESEL number"): [6],
        (
            "PESEL",
            "A client with this PESEL number is registered already; ask her institution for access.",
        ): [7],
        ("ID", "is empty, and names the row"): [8],
        ("", "6 fields instead of 5"): [10],
    }
    assert await house.count("clients") == 4
    told = json.dumps(whole.report.as_json(), ensure_ascii=False) + whole.report.as_text()
    assert [word for word in ("Jaźń", "Śmieszek", PESEL, "02070803629") if word in told] == []


async def test_the_rejected_rows_are_corrected_and_sent_again_with_the_same_mapping(
    house: House, tmp_path: Path
) -> None:
    broken = '2;"Zażółć;Gęślą;08.07.1902;'
    file = export(tmp_path / "export.csv", person(1), broken, "4;Jaźń;Dobra;31.02.1902;")
    first = await carry(house.client, file)

    text = first.rejected.path.read_text(encoding="utf-8-sig")
    mended = text.replace("31.02.1902", "28.02.1902")
    mended = mended.replace(";;;;;3;", "2;Zażółć;Gęślą;08.07.1902;;3;")
    first.rejected.path.write_text(mended, encoding="utf-8-sig")
    again = await carry(house.client, first.rejected.path)

    assert dict(again.report.outcomes) == {"registered": 2}
    assert again.rejected.count == 0
    assert not again.rejected.path.exists()
    assert await house.count("clients") == 3


async def test_the_same_file_again_is_known_and_nothing_is_doubled(
    house: House, tmp_path: Path
) -> None:
    file = export(tmp_path / "export.csv", *map(person, range(1, 11)))
    await carry(house.client, file)

    again = await carry(house.client, file)

    assert dict(again.report.outcomes) == {"known": 10}
    assert await house.count("clients") == 10
    assert await house.count("journal") == 10


async def test_a_dry_run_finds_the_same_and_registers_nobody(house: House, tmp_path: Path) -> None:
    file = export(tmp_path / "export.csv", person(1), "4;Jaźń;Dobra;31.02.1902;")

    whole = await carry(house.client, file, dry_run=True)

    assert dict(whole.report.outcomes) == {"would_register": 1, "rejected": 1}
    assert whole.rejected.count == 1
    assert await house.count("clients") == 0


async def test_a_row_that_changed_since_is_set_aside(house: House, tmp_path: Path) -> None:
    await carry(house.client, export(tmp_path / "a.csv", person(1)))
    changed = person(1).replace("Łucja", "Lucja")

    whole = await carry(house.client, export(tmp_path / "b.csv", changed))

    assert dict(whole.report.outcomes) == {"known": 1}
    assert whole.rejected.count == 1


async def test_who_may_not_import_is_told_why_and_nothing_is_counted(
    house: House, tmp_path: Path
) -> None:
    file = export(tmp_path / "export.csv", person(1))

    with pytest.raises(Refused, match=r"403.*role"):
        await carry(house.client, file, SOCIAL_WORKER)

    assert await house.count("clients") == 0


def flaky(house: House, *troubles: httpx2.Response | Exception) -> httpx2.AsyncClient:
    """The house behind a wire that fails so many times first, after the command was carried out."""
    waiting = list(troubles)

    async def wire(request: httpx2.Request) -> httpx2.Response:
        answer = await house.client.post(
            request.url.path, content=request.content, headers=dict(request.headers)
        )
        trouble = waiting.pop(0) if waiting else answer
        if isinstance(trouble, Exception):
            raise trouble
        return httpx2.Response(
            trouble.status_code, content=trouble.content, headers=dict(trouble.headers)
        )

    return httpx2.AsyncClient(transport=httpx2.MockTransport(wire), base_url="http://room")


async def test_a_lost_answer_is_asked_for_again_and_nobody_is_doubled(
    house: House, tmp_path: Path
) -> None:
    file = export(tmp_path / "export.csv", person(1), person(2))
    away = httpx2.Response(503, headers={"Retry-After": "0"})

    async with flaky(house, httpx2.ReadError("the wire broke"), away) as http:
        whole = await carry(http, file, patience=20.0)

    assert dict(whole.report.outcomes) == {"known": 2}
    assert await house.count("clients") == 2


async def test_an_expired_token_is_read_again() -> None:
    tokens, shown = iter(["expired", "fresh"]), list[str]()

    async def door(request: httpx2.Request) -> httpx2.Response:
        shown.append(request.headers["authorization"])
        fresh = shown[-1] == "Bearer fresh"
        items = [{"outcome": "registered", "problems": []}]
        return httpx2.Response(200 if fresh else 401, json={"items": items})

    async with httpx2.AsyncClient(
        transport=httpx2.MockTransport(door), base_url="http://x"
    ) as http:
        items = await Sender(http, lambda: next(tokens), about={}).send([_row(1)])

    assert [item["outcome"] for item in items] == ["registered"]
    assert shown == ["Bearer expired", "Bearer fresh"]


def _row(number: int) -> dict[str, Any]:
    name = {"given": "Anna", "family": "Wymyślona"}
    client = {"name": name, "birth_date": "1985-03-14"}
    return {"row": number, "reference": str(number), "client": client}


async def test_a_house_that_is_away_too_long_stops_the_import_and_the_rest_goes_in_later(
    house: House, tmp_path: Path
) -> None:
    file = export(tmp_path / "export.csv", *map(person, range(1, 11)))
    away = [httpx2.ConnectError("nobody there") for _ in range(100)]

    async with flaky(house, *away) as http:
        with pytest.raises(Away, match="does not answer"):
            await carry(http, file, patience=0.3)
    await asyncio.sleep(0)
    later = await carry(house.client, file)

    assert later.report.rows == 10
    assert await house.count("clients") == 10


async def test_a_batch_too_large_is_sent_in_halves_and_a_row_too_large_is_told_so() -> None:
    async def narrow(request: httpx2.Request) -> httpx2.Response:
        rows = json.loads(request.content)["rows"]
        if len(rows) > 2 or any(row["row"] == 3 for row in rows):
            return httpx2.Response(413)
        items = [{"row": r["row"], "outcome": "registered", "problems": []} for r in rows]
        return httpx2.Response(200, json={"items": items})

    async with httpx2.AsyncClient(
        transport=httpx2.MockTransport(narrow), base_url="http://x"
    ) as http:
        items = await Sender(http, lambda: "t", about={}).send([_row(n) for n in range(1, 6)])

    assert [(item["row"], item["outcome"]) for item in items] == [
        (1, "registered"),
        (2, "registered"),
        (3, "rejected"),
        (4, "registered"),
        (5, "registered"),
    ]


async def test_only_a_few_batches_are_in_memory_however_long_the_file(tmp_path: Path) -> None:
    file = export(tmp_path / "export.csv", *map(person, range(1, 100)))
    under_way = most = 0

    class Counting:
        async def send(self, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
            nonlocal under_way, most
            under_way += 1
            most = max(most, under_way)
            await asyncio.sleep(0)
            under_way -= 1
            return [{"outcome": "registered", "problems": []} for _ in rows]

    table = CsvTable(file, None, None)
    rejected = RejectedRows(beside(file), table.columns, ";")
    seen: list[int] = []
    told: Callable[[int, int], None] = lambda rows, _end: seen.append(rows)  # noqa: E731
    whole = Import(table, MAPPING, Report(), rejected, rows_at_once=5, in_flight=3, seen=told)
    await whole.carry_out(Counting())

    assert most <= 3
    assert seen == [*range(5, 96, 5), 99]


async def test_an_import_keeps_the_pace_it_is_told(tmp_path: Path) -> None:
    file = export(tmp_path / "export.csv", *map(person, range(1, 31)))
    at: list[float] = []

    class Clocked:
        async def send(self, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
            at.append(asyncio.get_running_loop().time())
            return [{"outcome": "registered", "problems": []} for _ in rows]

    table = CsvTable(file, None, None)
    rejected = RejectedRows(beside(file), table.columns, ";")
    whole = Import(table, MAPPING, Report(), rejected, rows_at_once=10, pace=100)
    begun = asyncio.get_running_loop().time()
    await whole.carry_out(Clocked())

    assert len(at) == 3
    assert at[-1] - begun >= 0.2


@pytest.mark.parametrize(
    "answer",
    [
        httpx2.Response(200, text="<html>Welcome</html>"),
        httpx2.Response(200, json={"items": []}),
        httpx2.Response(200, json=[]),
        httpx2.Response(418, text="teapot"),
    ],
)
async def test_what_is_no_house_is_told_so(answer: httpx2.Response) -> None:
    wire = httpx2.MockTransport(lambda _: answer)
    async with httpx2.AsyncClient(transport=wire, base_url="http://x") as http:
        with pytest.raises(Refused):
            await Sender(http, lambda: "t", about={}).send([_row(1)])
