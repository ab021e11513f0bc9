"""`python -m benchmarks.day`: how long a worker waits for her day, beside a bare program's one-row SELECT.

Through the front door, as `okienko up` runs it: fifty workers of one office with 500 clients each owe
100,000 duties between them; one of them asks. The bare program is asked in turns with every look.
"""

import platform
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from time import perf_counter
from typing import Annotated, Any
from uuid import UUID

import asyncpg
import orjson
import typer
import uvloop

from benchmarks import table
from benchmarks.grounds import Site, put_up
from benchmarks.rounds import check
from benchmarks.wire import Wire, connect, request
from kernel import clock, ids
from okienko.personas import MOPR_ZABRZE, ZABRZE
from services.referrals.domain.day import AHEAD
from services.referrals.domain.duty import DutyKind

_OK = 200
_BARE = UUID(int=1)
_CLIENTS = 500
_EACH = 4
_NEWS = (DutyKind.SUPERSEDED_REFERRAL, DutyKind.NEW_CLIENT)
_LOOKS = {
    "my day": "/v1/my-day",
    "my day, 100 of each group": "/v1/my-day?limit=100",
    "one group: overdue": "/v1/my-day?group=overdue",
    "a year ahead": "/v1/my-day?until=2099-12-31&limit=100",
}
_TEAM = {"the team's day": "/v1/my-day/team"}
app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@dataclass
class Taken:
    """How long the answers took, and a bare read each time beside it."""

    ours: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    shown: int = 0


@app.command()
def main(
    quick: Annotated[bool, typer.Option(help="Ten looks each.")] = False,
    workers: Annotated[int, typer.Option(min=1, help="How many workers the office has.")] = 50,
    times: Annotated[int, typer.Option(min=5, help="How often each look is taken.")] = 300,
) -> None:
    """Measure a worker's day among very many duties of others."""
    with put_up() as site:
        uvloop.run(_measure(site, workers, 10 if quick else times))


async def _measure(site: Site, workers: int, times: int) -> None:
    count = await _lay(site, workers)
    print(table.search_head(platform.machine()))
    print(f"\n{count:,} duties, {workers} workers with {_CLIENTS} clients each")
    referrals = site.run.service_urls["referrals"]
    for name, path in _LOOKS.items():
        taken = await _look(site, "ops-zabrze", path, times)
        print(table.search_line(name, taken.ours, taken.bare, taken.shown))
        alone = await _look(site, "ops-zabrze", path, times, referrals)
        print(
            table.search_line("  … asked at referrals itself", alone.ours, alone.bare, alone.shown)
        )
    for name, path in _TEAM.items():
        taken = await _look(site, "ops-zabrze-manager", path, max(5, times // 10))
        print(table.search_line(name, taken.ours, taken.bare, taken.shown))


async def _look(site: Site, persona: str, path: str, times: int, url: str | None = None) -> Taken:
    """One at a time, a look and a bare read in turns, so that noise falls on both."""
    ours, bare = await connect(url or site.run.gateway_url), await connect(site.bare_url)
    asked, one_row = (
        request("GET", path, site.login(persona)),
        request("GET", f"/documents/{_BARE}"),
    )
    taken = Taken()
    for number in range(-3, times):
        seconds, answer = await _timed(ours, asked)
        bare_seconds, _ = await _timed(bare, one_row)
        if number >= 0:
            taken.ours.append(seconds)
            taken.bare.append(bare_seconds)
            taken.shown += _shown(orjson.loads(answer))
    ours.close()
    bare.close()
    return taken


def _shown(day: Any) -> int:
    groups = [day.get(name) for name in ("overdue", "due", "silent", "new")]
    return sum(len(group["items"]) for group in groups if isinstance(group, dict))


async def _timed(wire: Wire, asked: bytes) -> tuple[float, bytes]:
    begun = perf_counter()
    answer = await wire.ask(asked)
    seconds = perf_counter() - begun
    check(answer, _OK)
    return seconds, answer.body


async def _lay(site: Site, workers: int) -> int:
    """Clients seen by two relations each, and what is owed about them, copied straight into the database."""
    pick, now, today = random.Random(7), clock.now(), clock.today()  # noqa: S311 invented work
    dated = [kind for kind in DutyKind if kind not in _NEWS]
    relations: list[tuple[Any, ...]] = []
    duties: list[tuple[Any, ...]] = []
    for number in range(workers):
        worker = f"worker-{number}" if number else "ops-zabrze"
        for _ in range(_CLIENTS):
            client = ids.new()
            relations.append((client, client, MOPR_ZABRZE.id, "registration", [], now))
            relations.append((client, ids.new(), ZABRZE, "statutory_task", [], now))
            for kind in pick.sample([*dated, *_NEWS], _EACH):
                due = today + timedelta(days=pick.randint(-10, 4 * AHEAD.days))
                since = now - timedelta(hours=pick.randint(0, 900))
                owed = None if kind in _NEWS else due
                duties.append(
                    (ids.new(), kind.value, MOPR_ZABRZE.id, client, worker, "worker", since, owed)
                )
    await _copy(
        site.run.database_urls["referrals"],
        {
            ("relations", "client_id relation_id party_id basis scope since"): relations,
            ("duties", "thing_id kind institution client_id worker audience since due_on"): duties,
        },
    )
    bare = await asyncpg.connect(site.bare_database)
    await bare.execute("INSERT INTO documents VALUES ($1, $2)", _BARE, '{"one": "row"}')
    await bare.close()
    return len(duties)


async def _copy(url: str, rows: dict[tuple[str, str], Sequence[Any]]) -> None:
    database = await asyncpg.connect(url)
    for (name, columns), records in rows.items():
        await database.copy_records_to_table(name, records=records, columns=columns.split())
        await database.execute(f"VACUUM ANALYZE {name}")
    await database.close()


if __name__ == "__main__":
    app()
