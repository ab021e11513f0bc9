"""The command `okienko import`."""

import asyncio
import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import httpx2
import stamina

from okienko.importing import guessing
from okienko.importing.carrying import Import
from okienko.importing.mapping import load
from okienko.importing.progress import shown
from okienko.importing.rejected import RejectedRows, beside
from okienko.importing.report import Report
from okienko.importing.sending import Sender
from okienko.importing.sheets import SheetTable
from okienko.importing.table import CsvTable, Table
from okienko.local.home import Home
from okienko.personas import PERSONAS
from okienko.token import token_at
from okienko.trouble import Trouble

ALL_IN, SOME_LEFT, INTERRUPTED = 0, 3, 130
"""Exit codes: every row is in; some were set aside; stopped by hand. 1 is trouble."""
_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Wanted:
    """What the command line asks for."""

    file: Path
    mapping: str | None
    home: Home
    persona: str | None = None
    token_file: Path | None = None
    url: str | None = None
    source: str | None = None
    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    dry_run: bool = False
    rejected: Path | None = None
    report: Path | None = None
    rows_at_once: int = 250
    in_flight: int = 3
    pace: int | None = None


def show_mapping(wanted: Wanted) -> str:
    """A first mapping for a file, to look through and correct."""
    table = open_table(wanted)
    return "\n".join(f"# {note}" for note in table.notes) + "\n" + guessing.propose(table.columns)


def bring_in(wanted: Wanted) -> int:
    """Bring a register in; answer the exit code."""
    if wanted.mapping is None:
        raise Trouble(
            "Say with --mapping how the columns are to be read; `--show-mapping` proposes a mapping."
        )
    mapping = load(wanted.mapping)
    if wanted.source:
        mapping = mapping.model_copy(update={"source": wanted.source})
    table = open_table(wanted)
    unread = mapping.check_columns(table.columns)
    for note in table.notes:
        _say(f"{note}.")
    if unread:
        _say(f"Not imported, because the mapping does not read it: {', '.join(unread)}.")
    where = wanted.rejected or beside(wanted.file)
    if where.exists():
        raise Trouble(f"{where} is there already; name another file with --rejected.")
    if not os.access(where.resolve().parent, os.W_OK):
        raise Trouble(f"Rejected rows cannot be written to {where}; name a place with --rejected.")
    url = wanted.url or _running(wanted)
    if not url.startswith(("https://", "http://")):
        raise Trouble(f"{url} is no address of a house: it begins with https://.")
    login = _login(wanted, url)
    login()
    whole = Import(
        table,
        mapping,
        Report(source=mapping.source, dry_run=wanted.dry_run),
        RejectedRows(where, table.columns, table.delimiter),
        wanted.rows_at_once,
        wanted.in_flight,
        wanted.pace,
    )
    return _carry_out(wanted, whole, url, login)


def _carry_out(wanted: Wanted, whole: Import, url: str, login: Callable[[], str]) -> int:
    begun, stopped, code = time.monotonic(), "", ALL_IN
    try:
        with shown(whole.table.size) as seen:
            asyncio.run(_send(replace(whole, seen=seen), url, login))
    except KeyboardInterrupt:
        stopped, code = "Stopped by hand.", INTERRUPTED
    except Trouble as trouble:
        stopped, code = str(trouble), 1
    except OSError as error:
        stopped, code = f"The file cannot be read or written on: {error.strerror}.", 1
    finally:
        whole.rejected.close()
    _tell(wanted, whole.report, whole.rejected, time.monotonic() - begun)
    if stopped:
        _say(f"{stopped} What is in stays in: run the same command again to go on.")
    return code or (SOME_LEFT if whole.rejected.count else ALL_IN)


async def _send(whole: Import, url: str, login: Callable[[], str]) -> None:
    # It would write a line for each second try into the middle of the progress bar.
    stamina.instrumentation.set_on_retry_hooks(())
    about = {
        "source": whole.mapping.source,
        "dry_run": whole.report.about["dry_run"],
        "share_with": whole.mapping.share_with,
    }
    async with httpx2.AsyncClient(base_url=url, timeout=30) as http:
        await whole.carry_out(Sender(http, login, about=about))


def _tell(wanted: Wanted, report: Report, rejected: RejectedRows, seconds: float) -> None:
    print(report.as_text())
    if wanted.dry_run:
        print("\nThis was a dry run: nobody was registered.")
    if rejected.count:
        print(
            f"\n{rejected.count:,} rows lie in {rejected.path}: correct them there and send that file"
            " with the same mapping. It holds personal data: delete it when you are done."
        )
    if wanted.report:
        told = report.as_json() | {"seconds": round(seconds, 1)}
        wanted.report.write_text(json.dumps(told, ensure_ascii=False, indent=2), encoding="utf-8")


def open_table(wanted: Wanted) -> Table:
    """The file as a table, by what it is and not by what it is called."""
    try:
        with wanted.file.open("rb") as file:
            begin = file.read(4)
    except OSError as error:
        raise Trouble(f"{wanted.file} cannot be opened: {error.strerror}.") from None
    if begin == _OLD_EXCEL:
        raise Trouble(f"{wanted.file.name} is an old Excel file. Save it as XLSX or CSV.")
    if begin == _ZIP:
        return SheetTable(wanted.file, wanted.sheet)
    return CsvTable(wanted.file, wanted.encoding, wanted.delimiter)


def _login(wanted: Wanted, url: str) -> Callable[[], str]:
    """Where a token comes from, each time one is needed."""
    if wanted.token_file is not None:
        file = wanted.token_file
        return lambda: _read_token(file)
    if wanted.persona is None:
        raise Trouble("Say who you are: --token-file FILE, or at a demonstration --as PERSONA.")
    persona = PERSONAS.get(wanted.persona)
    if persona is None:
        raise Trouble(f"There is no persona {wanted.persona}; there are {', '.join(PERSONAS)}.")
    return lambda: token_at(wanted.home, url, persona)


def _read_token(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        raise Trouble(f"{file} cannot be read as a token.") from None


def _running(wanted: Wanted) -> str:
    run = wanted.home.running()
    if run is None:
        raise Trouble(f"Nothing runs on {wanted.home.folder}; say with --url where the house is.")
    return run.gateway_url


def _say(line: str) -> None:
    print(line, file=sys.stderr)
