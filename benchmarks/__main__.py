"""`python -m benchmarks`: one run, both sides, on this machine."""

import asyncio
import platform
import sys
from dataclasses import dataclass
from typing import Annotated

import typer
import uvloop

from benchmarks import table
from benchmarks.grounds import Site, put_up
from benchmarks.rounds import compare
from benchmarks.visible import watch
from benchmarks.works import Reading, Registering, quiet
from okienko.trouble import Trouble

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@dataclass(frozen=True)
class Plan:
    """How much is measured."""

    seconds: float
    times: int
    sizes: tuple[int, ...]
    connections: tuple[int, ...]
    rates: tuple[int, ...]


_QUICK = Plan(0.3, 1, (200,), (1, 4), (20,))


@app.command()
def main(
    quick: Annotated[bool, typer.Option(help="Seconds only: does it work at all?")] = False,
    seconds: Annotated[float, typer.Option(min=0.1, help="How long a round lasts.")] = 2.0,
    times: Annotated[int, typer.Option(min=1, help="How many rounds each.")] = 5,
    clients: Annotated[
        int, typer.Option(min=1, help="How many clients the larger size has.")
    ] = 50_000,
) -> None:
    """Measure the house beside a bare program on the same PostgreSQL."""
    sizes = tuple(sorted({min(1_000, clients), clients}))
    plan = _QUICK if quick else Plan(seconds, times, sizes, (1, 16), (20, 100))
    try:
        with put_up() as site:
            uvloop.run(_measure(site, plan))
    except Trouble as trouble:
        print(f"benchmarks: {trouble}", file=sys.stderr)
        raise SystemExit(1) from None


async def _measure(site: Site, plan: Plan) -> None:
    print(table.head(platform.machine()))
    await _read(site, plan)
    registering = Registering(site)
    await _register(site, plan, registering)
    await _watch(site, plan, registering)
    print(table.FOOT)


async def _read(site: Site, plan: Plan) -> None:
    reading = await asyncio.to_thread(Reading, site)
    for size in plan.sizes:
        await reading.grow(size)
        await quiet(site)
        for connections in plan.connections:
            ours, bare = reading.sides()
            pair = await compare(
                ours, bare, connections=connections, seconds=plan.seconds, times=plan.times
            )
            print(table.line(f"read a record, {size:,} clients", connections, pair, aim=0.70))


async def _register(site: Site, plan: Plan, registering: Registering) -> None:
    for connections in plan.connections:
        await quiet(site)
        ours, bare = registering.sides()
        pair = await compare(
            ours, bare, connections=connections, seconds=plan.seconds, times=plan.times
        )
        print(table.line("register a client", connections, pair, aim=0.35))
        print(table.sustained(pair))


async def _watch(site: Site, plan: Plan, registering: Registering) -> None:
    print(table.VISIBLE)
    for rate in plan.rates:
        for name, watched in registering.watches().items():
            await quiet(site)
            await watch(watched, rate, 0.5)
            waits = await watch(watched, rate, plan.seconds * plan.times)
            print(table.wait(name, rate, waits))


app()
