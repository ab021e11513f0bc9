"""`python -m benchmarks.search`: how long a search takes, beside a bare program's one-row SELECT.

Through the front door: the gateway and intake as `okienko up` runs them, uvicorn both; the bare program is
served the same way, and is asked in turns with each search.
"""

import platform
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from time import perf_counter
from typing import Annotated, Any
from uuid import UUID

import asyncpg
import orjson
import typer
import uvloop

from benchmarks import table
from benchmarks.crowd import Crowd, Desk, Person
from benchmarks.grounds import Site, put_up
from benchmarks.rounds import check
from benchmarks.wire import Wire, connect, request
from okienko.trouble import Trouble
from services.intake.domain.folding import fold

_OK = 200
_LONG = 7
_BARE = UUID(int=1)
app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@dataclass
class Taken:
    """How long the answers to one kind of question took, and a bare read each time beside it."""

    ours: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    hits: int = 0

    def take(self, other: "Taken") -> None:
        """Take another's times along."""
        self.ours += other.ours
        self.bare += other.bare
        self.hits += other.hits


def _slip(word: str) -> str:
    return word[:3] + word[4] + word[3] + word[5:]


_Body = dict[str, Any]
QUESTIONS: dict[str, Callable[[Person], _Body]] = {
    "the whole name": lambda p: {"name": f"{p.given} {p.family}"},
    "the same, no Polish letters": lambda p: {"name": " ".join(fold(f"{p.family} {p.given}"))},
    "beginnings: 'kow an'": lambda p: {"name": f"{p.family[:4]} {p.given[:2]}"},
    "3 in 100: Nowak": lambda _: {"name": "nowak"},
    "two letters: no, ko": lambda p: {"family": ("no", "ko")[len(p.family) % 2]},
    "half a double surname": lambda p: {"family": fold(p.family)[-1]},
    "Nowak and a birth date": lambda p: {"name": "nowak", "birth_date": p.born.isoformat()},
    "a birth date": lambda p: {"birth_date": p.born.isoformat()},
    "PESEL": lambda p: {"pesel": p.pesel},
    "phone": lambda p: {"phone": p.phone},
    "file number": lambda p: {"file_number": p.number},
    "two letters swapped": lambda p: {"name": _slip(max(fold(p.family), key=len))},
    "nobody: Nowak Xqz…": lambda p: {"name": f"nowak xqz{p.given}"},
    "nobody at all": lambda p: {"name": f"xqzv{p.given} wvq{p.family}"},
}
"""Kinds of questions, asked about somebody whom the office sees."""
_ONLY_OF: dict[str, Callable[[Person], bool]] = {
    "half a double surname": lambda p: "-" in p.family,
    "two letters swapped": lambda p: len(max(fold(p.family), key=len)) >= _LONG,
}  # fmt: skip


@app.command()
def main(
    quick: Annotated[bool, typer.Option(help="At 100,000 clients, a few questions each.")] = False,
    clients: Annotated[int, typer.Option(min=1_000, help="How many clients in the end.")] = 10**6,
    times: Annotated[int, typer.Option(min=5, help="How often each question is asked.")] = 200,
) -> None:
    """Measure searching at 10,000 clients and at very many."""
    size, often = (100_000, 5) if quick else (clients, times)
    try:
        with put_up() as site:
            uvloop.run(_measure(site, sorted({min(10_000, size), size}), often))
    except Trouble as trouble:
        print(f"benchmarks: {trouble}", file=sys.stderr)
        raise SystemExit(1) from None


async def _measure(site: Site, sizes: Sequence[int], times: int) -> None:
    crowd = Crowd(site)
    await _lay_the_bare_row(site)
    print(table.search_head(platform.machine()))
    for size in sizes:
        begun = perf_counter()
        await crowd.grow(size)
        print(f"\n{size:,} clients, laid in {perf_counter() - begun:.0f} s")
        for desk in crowd.desks:
            mix = await _ask_everything(site, desk, times)
            print(table.search_line(f"{desk.name}: all the above", mix.ours, mix.bare, mix.hits))
            alone = await _ask(
                site, desk, _mixed(desk), times * 5, site.run.service_urls["intake"]
            )
            print(
                table.search_line("  … asked at intake itself", alone.ours, alone.bare, alone.hits)
            )


async def _ask_everything(site: Site, desk: Desk, times: int) -> Taken:
    print(f"\n{desk.name}: sees {desk.sees:,}")
    mix = Taken()
    for kind in QUESTIONS:
        taken = await _ask(site, desk, _bodies(kind, desk), times, site.run.gateway_url)
        print(table.search_line(f"  {kind}", taken.ours, taken.bare, taken.hits))
        mix.take(taken)
    return mix


def _bodies(kind: str, desk: Desk) -> Iterator[_Body]:
    fits = _ONLY_OF.get(kind, _anybody)
    people = [person for person in desk.known if fits(person)] or desk.known[:1]
    pick = random.Random(11)  # noqa: S311 invented people
    while True:
        person = pick.choice(people)
        yield QUESTIONS[kind](person) if fits(person) else {"name": "nowak"}


def _anybody(person: Person) -> bool:
    return bool(person)


def _mixed(desk: Desk) -> Iterator[_Body]:
    each = [_bodies(kind, desk) for kind in QUESTIONS]
    while True:
        yield from map(next, each)


async def _ask(site: Site, desk: Desk, bodies: Iterator[_Body], times: int, url: str) -> Taken:
    """One at a time, a search and a bare read in turns, so that noise falls on both."""
    ours, bare = await connect(url), await connect(site.bare_url)
    login, taken = desk.login(site), Taken()
    one_row = request("GET", f"/documents/{_BARE}")
    for number in range(-3, times):
        question = request("POST", "/v1/clients/search", login, body=orjson.dumps(next(bodies)))
        seconds, answer = await _timed(ours, question)
        bare_seconds, _ = await _timed(bare, one_row)
        if number >= 0:
            taken.ours.append(seconds)
            taken.bare.append(bare_seconds)
            taken.hits += len(orjson.loads(answer)["items"])
    ours.close()
    bare.close()
    return taken


async def _timed(wire: Wire, asked: bytes) -> tuple[float, bytes]:
    begun = perf_counter()
    answer = await wire.ask(asked)
    seconds = perf_counter() - begun
    check(answer, _OK)
    return seconds, answer.body


async def _lay_the_bare_row(site: Site) -> None:
    bare = await asyncpg.connect(site.bare_database)
    await bare.execute("INSERT INTO documents VALUES ($1, $2)", _BARE, '{"one": "row"}')
    await bare.close()


if __name__ == "__main__":
    app()
