"""Registered at one institution, visible to its partner: how long that takes at a steady rate."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

import orjson

from benchmarks.wire import Wire, connect, request

_GIVE_UP_SECONDS = 10.0
_HTTP_OK, _HTTP_CREATED, _HTTP_MISSING = 200, 201, 404


@dataclass(frozen=True)
class Watch:
    """Where one is registered, and how her appearance is asked for."""

    url: str
    register: Callable[[], bytes]
    look: Callable[[str, bytes], bytes]
    """From her id, and the head of the answer that gave it, a request that succeeds once she is visible."""


class Waits(list[float]):
    """Seconds from the registration's answer to the partner's first success."""

    looks = 0
    """How often it was asked for, all told."""
    failed = 0
    """How many were refused, or were not to be seen within ten seconds: more than this machine bears."""
    taken = 0.0
    """How long the registering took, until the last was answered."""

    @property
    def rate(self) -> float:
        """Registrations a second that were reached: less than asked for means overload."""
        return (len(self) + self.failed) / self.taken


async def watch(watched: Watch, rate: float, seconds: float) -> Waits:
    """An open loop: registrations begin when their time has come, whoever is still waiting."""
    free: list[tuple[Wire, Wire]] = []
    waits = Waits()
    begun = perf_counter()
    async with asyncio.TaskGroup() as all_of_them:
        for number in range(int(rate * seconds)):
            await asyncio.sleep(max(0.0, begun + number / rate - perf_counter()))
            pair = free.pop() if free else (await connect(watched.url), await connect(watched.url))
            all_of_them.create_task(_follow(watched, begun, pair, free, waits))
    for wires in free:
        for wire in wires:
            wire.close()
    return waits


async def _follow(
    watched: Watch,
    begun: float,
    pair: tuple[Wire, Wire],
    free: list[tuple[Wire, Wire]],
    waits: Waits,
) -> None:
    """Register on one connection; look on another, again and again, until she is there."""
    registering, looking = pair
    answer = await registering.ask(watched.register())
    answered = perf_counter()
    waits.taken = max(waits.taken, answered - begun)
    if answer.status != _HTTP_CREATED:
        waits.failed += 1
        return
    look = watched.look(orjson.loads(answer.body)["id"], answer.head)
    while (seen := await looking.ask(look)).status == _HTTP_MISSING:
        waits.looks += 1
        if perf_counter() - answered > _GIVE_UP_SECONDS:
            break
    waits.looks += 1
    if seen.status == _HTTP_OK:
        waits.append(perf_counter() - answered)
    else:
        waits.failed += 1
    free.append(pair)


def plain_look(path: str, *headers: str) -> Callable[[str, bytes], bytes]:
    """Ask for her by id and nothing else."""
    return lambda client, _: request("GET", path + client, *headers)


def patient_look(path: str, *headers: str) -> Callable[[str, bytes], bytes]:
    """Ask with the Sync-Token of the registration: one request, which waits at the gateway."""

    def look(client: str, head: bytes) -> bytes:
        token = next(
            line for line in head.decode().split("\r\n") if line.lower().startswith("sync-token:")
        )
        return request("GET", path + client, *headers, token)

    return look
