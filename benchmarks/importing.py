"""`python -m benchmarks.importing`: a register of 100,000 invented people brought in, and how long that takes.

Ours is the whole way: the command reads a CSV file in Windows-1250, maps it and sends it through the
gateway to intake, on the house as `okienko up` starts it, which meanwhile also tells everybody. The bare
side reads the same file with Python's csv module and lays the same rows with COPY, nothing checked.
"""

import asyncio
import csv
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any, Self
from uuid import UUID

import asyncpg
import orjson
import typer

from benchmarks.grounds import Site, put_up
from kernel import ids
from okienko.personas import MOPR_ZABRZE, with_check_digit
from okienko.trouble import Trouble

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
_COLUMNS = (
    "ID_OSOBY", "IMIE", "NAZWISKO", "DATA_URODZENIA", "PESEL", "GMINA_TERYT", "ULICA", "NR_DOMU",
    "NR_LOKALU", "KOD_POCZTOWY", "MIEJSCOWOSC", "BEZDOMNY", "TELEFON", "EMAIL", "POWODY",
)  # fmt: skip
_GIVEN = ("ŁUCJA", "ZBIGNIEW", "MAŁGORZATA", "JÓZEF", "BOŻENA", "KRZYSZTOF", "AGNIESZKA")
_FAMILY = ("ŚMIESZEK", "WYMYŚLONA", "ŹDŹBŁO", "NIEBYŁY", "PRÓBNA", "GĘŚ", "ZMYŚLONY-DEMO")
_FIRST_DAY, _DAYS, _SERIAL = date(1940, 1, 1), 20_000, 5_000
_BATCH = 250
_MIB = 1 << 20


def people(count: int) -> Iterator[tuple[str, ...]]:
    """Rows of an old register; each person with a valid PESEL number of her own."""
    for number in range(count):
        born = _FIRST_DAY + timedelta(days=number % _DAYS)
        pesel = with_check_digit(f"{born:%y%m%d}{_SERIAL + number // _DAYS:04}0")
        yield (
            f"OS-{number:07}", _GIVEN[number % 7], _FAMILY[number // 7 % 7], f"{born:%d.%m.%Y}",
            pesel, "2478011", "Wolności", str(1 + number % 200), str(number % 9 or ""), "41-800",
            "ZABRZE", "N", f"6{number % 10**8:08}", "", "BEZ,UBO",
        )  # fmt: skip


def write_export(path: Path, count: int) -> None:
    """The file, as Windows would write it."""
    with path.open("w", encoding="cp1250", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(_COLUMNS)
        writer.writerows(people(count))


@dataclass
class Memory:
    """Resident memory of some processes, in bytes, sampled while something runs."""

    pids: dict[str, int]
    samples: list[dict[str, int]] = field(default_factory=list)
    _done: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def told(self, name: str) -> str:
        """At a tenth of the time, at its most, and at the end."""
        found = [sample[name] for sample in self.samples if sample.get(name)]
        if not found:
            return "not seen"
        early, last = found[len(found) // 10], found[-1]
        return f"{early / _MIB:.0f} → {last / _MIB:.0f} MiB (most {max(found) / _MIB:.0f})"

    def _watch(self) -> None:
        while not self._done.wait(0.25):
            self.samples.append({name: _resident(pid) for name, pid in self.pids.items()})


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * 4096
    except (OSError, IndexError):
        return 0


@app.command()
def main(
    quick: Annotated[bool, typer.Option(help="10,000 rows instead of 100,000.")] = False,
    rows: Annotated[int, typer.Option(min=1)] = 100_000,
    follow: Annotated[int, typer.Option(min=0, help="Seconds to watch the cards arrive.")] = 120,
) -> None:
    """Bring a register in beside a bare program on the same PostgreSQL."""
    count = 10_000 if quick else rows
    try:
        with put_up() as site:
            file = site.home.folder / "export.csv"
            write_export(file, count)
            ours = _import(site, file, count, "first time")
            arriving = asyncio.run(_follow(site, follow, count))
            again = _import(site, file, count, "again, all known")
            dry = _import(site, file, count, "dry run, all known", "--dry-run")
            bare = asyncio.run(_bare(site, file))
            print(f"\n{'bare: csv, COPY':<24}{count / bare:>10,.0f} rows/s{bare:>9.1f} s")
            for name, seconds in (("first time", ours), ("again", again), ("dry run", dry)):
                print(f"ours/bare, {name:<13}{bare / seconds:>9.1%}")
            print(arriving)
    except Trouble as trouble:
        print(f"benchmarks: {trouble}", file=sys.stderr)
        raise SystemExit(1) from None


def _import(site: Site, file: Path, count: int, name: str, *more: str) -> float:
    command = [
        sys.executable, "-m", "okienko", "import", str(file), "--mapping", "pomost-like",
        "--as", "ops-zabrze-manager", "--data-dir", str(site.home.folder), *more,
    ]  # fmt: skip
    begun = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 ourselves
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as cli:
        watched = {
            "command": cli.pid, "intake": site.run.processes["intake"],
            "gateway": site.run.processes["gateway"],
        }  # fmt: skip
        with Memory(watched) as memory:
            told, trouble = cli.communicate()
    seconds = time.perf_counter() - begun
    if cli.returncode:
        raise Trouble(f"the import ended with {cli.returncode}: {told}\n{trouble}")
    print(f"{name:<24}{count / seconds:>10,.0f} rows/s{seconds:>9.1f} s   {told.splitlines()[0]}")
    for process in watched:
        print(f"    memory of {process:<10}{memory.told(process)}")
    return seconds


async def _follow(site: Site, seconds: float, count: int) -> str:
    """How fast the cards arrive at the gateway once all is committed in intake."""
    connection = await asyncpg.connect(site.run.database_urls["gateway"])
    try:
        begun, at_first = time.perf_counter(), await connection.fetchval(_CARDS)
        there = at_first
        while there < count and time.perf_counter() - begun < seconds:
            await asyncio.sleep(1)
            there = await connection.fetchval(_CARDS)
    finally:
        await connection.close()
    rate = (there - at_first) / (time.perf_counter() - begun)
    left = f", the rest in about {(count - there) / rate / 60:.0f} min" if rate else ""
    return (
        f"\ncards at the gateway: {at_first:,} when the import was done, then {rate:,.0f} a second"
        f" (watched {time.perf_counter() - begun:.0f} s){left if there < count else ', all there'}"
    )


_CARDS = "SELECT count(*) FROM cards WHERE service = 'intake'"


async def _bare(site: Site, file: Path) -> float:
    """The rows that an import lays in intake, and its audit, with COPY in batches of the same size."""
    connection = await asyncpg.connect(site.bare_database)
    try:
        await connection.execute(
            "CREATE TABLE IF NOT EXISTS imported (institution uuid, source text, reference bytea,"
            " client_id uuid, content bytea, sealed bytea, imported_at timestamptz,"
            " PRIMARY KEY (institution, source, reference)); CREATE INDEX ON imported (client_id)"
        )
        begun = time.perf_counter()
        with file.open(encoding="cp1250", newline="") as text:
            batch: list[dict[str, str]] = []
            for row in csv.DictReader(text, delimiter=";"):
                batch.append(row)
                if len(batch) == _BATCH:
                    await _lay(connection, batch)
                    batch = []
            await _lay(connection, batch)
        return time.perf_counter() - begun
    finally:
        await connection.close()


async def _lay(connection: asyncpg.Connection, batch: Sequence[dict[str, str]]) -> None:
    office, now = MOPR_ZABRZE.id, datetime.now(UTC)  # noqa: TID251 no house
    made = [(ids.new(), row) for row in batch]
    async with connection.transaction():
        for table, columns, records in _tables(made, office, now):
            await connection.copy_records_to_table(table, columns=columns, records=records)


_JOURNAL = (
    "event_id", "source", "type", "subject", "version", "time", "actor", "institution", "data",
)  # fmt: skip
_AUDIT = (
    "at", "worker", "institution", "verb", "client_id", "status", "sections", "bases", "prev",
    "hash",
)  # fmt: skip


def _tables(
    made: Sequence[tuple[UUID, dict[str, str]]], office: UUID, now: datetime
) -> Iterator[tuple[str, Sequence[str] | None, list[tuple[Any, ...]]]]:
    clients = [client for client, _ in made]
    fact = orjson.dumps({"client_id": clients[0], "party_id": office}).decode() if made else ""
    yield "client_keys", None, [(client, bytes(61)) for client in clients]
    yield "clients", None, [_client(client, row, office, now) for client, row in made]
    yield "relations", None, [(c, c, office, "registration", [], now) for c in clients]
    yield "subjects", None, [(client, 1) for client in clients]
    references = [(client, row["ID_OSOBY"].encode()) for client, row in made]
    yield "imported", None, [
        (office, "pomost", reference, client, bytes(16), bytes(40), now)
        for client, reference in references
    ]  # fmt: skip
    kind = "client.registered.v1"
    yield "journal", _JOURNAL, [
        (ids.new(), "intake", kind, c, 1, now, "manager", office, fact) for c in clients
    ]  # fmt: skip
    yield "audit", _AUDIT, [
        (now, "manager", office, "import_clients", c, 200, [], [], bytes(32), bytes(32))
        for c in clients
    ]  # fmt: skip


def _client(client: UUID, row: dict[str, str], office: UUID, now: datetime) -> tuple[Any, ...]:
    born = datetime.strptime(row["DATA_URODZENIA"], "%d.%m.%Y").date()  # noqa: DTZ007 a day
    return (
        client, row["IMIE"], row["NAZWISKO"], born, row["GMINA_TERYT"], row["PESEL"].encode(),
        bytes(300), "registered", office, now, 1,
    )  # fmt: skip


if __name__ == "__main__":
    app()
