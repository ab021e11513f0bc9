"""A service of its own process hangs, dies, comes back: what its callers get, and everybody else."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from prometheus_client import REGISTRY

from gateway.app import forwarding_of
from tests.gateway import replying
from tests.gateway.conftest import RECORD, SOCIAL_WORKER, House
from tests.support.rooms import bearer

pytestmark = pytest.mark.anyio
HANGING, WELL = "/v1/outcomes-contracts", "/v1/clients"
AT_ONCE, REST = 40, 2.0


class Replying:
    """The service, and what one can do to it."""

    def __init__(self) -> None:
        self.port = 0

    async def start(self) -> None:
        """Run it, on the port it had."""
        argv = [sys.executable, str(Path(replying.__file__)), str(self.port)]
        self._process = await asyncio.create_subprocess_exec(*argv, stdout=asyncio.subprocess.PIPE)
        assert self._process.stdout
        self.port = int(await self._process.stdout.readline())

    def signal(self, which: int) -> None:
        """Hurt it."""
        os.kill(self._process.pid, which)

    async def kill(self) -> None:
        """End it."""
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()


@pytest.fixture
async def away(house: House) -> AsyncIterator[Replying]:
    """The outcomes service, of its own process, behind a gateway of little patience."""
    service = Replying()
    await service.start()
    async with _patience(house, service, 1.0):
        yield service
    await service.kill()


@asynccontextmanager
async def _patience(house: House, service: Replying, seconds: float) -> AsyncIterator[None]:
    state = house.app.state
    given = {
        "forward_seconds": seconds,
        "forward_at_once": AT_ONCE,
        "circuit_rest_seconds": REST,
        "service_urls": state.settings.service_urls
        | {"outcomes": f"http://127.0.0.1:{service.port}"},
    }
    was = state.forwarding
    state.forwarding = forwarding_of(state.settings.model_copy(update=given))
    await state.forwarding.open()
    yield
    await state.forwarding.close()
    state.forwarding = was


async def call(house: House, path: str = HANGING, method: str = "GET", **headers: str) -> Any:
    return await house.client.request(method, path, headers=bearer(SOCIAL_WORKER, **headers))


def outcome(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json().get("type", "").removeprefix("/problems/")


def measured(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels | {"service": "outcomes"}) or 0


async def test_a_service_that_hangs_holds_its_share_and_nobody_else(
    house: House, away: Replying
) -> None:
    async with _patience(house, away, 30):
        away.signal(signal.SIGSTOP)
        workers = [replace(SOCIAL_WORKER, worker=f"worker-{n}") for n in range(200)]
        hanging = [asyncio.create_task(house.see(one, HANGING)) for one in workers]
        while sum(task.done() for task in hanging) < 200 - AT_ONCE:
            await asyncio.sleep(0.01)

        others = [await call(house, WELL) for _ in range(5)]
        record = await call(house, RECORD)
        held = [task for task in hanging if not task.done()]
        away.signal(signal.SIGCONT)
        answers = [outcome(answer) for answer in await asyncio.gather(*hanging)]

    assert {answer.status_code for answer in (*others, record)} == {200}
    assert set(record.json()["as_of"]) == {"intake", "referrals", "benefits"}
    assert (len(held), set(answers)) == (AT_ONCE, {(200, ""), (503, "ServiceBusy")})
    assert answers.count((503, "ServiceBusy")) == 200 - AT_ONCE
    assert answers.count((200, "")) == AT_ONCE
    assert measured("okienko_forward_refused_total", reason="busy") >= 200 - AT_ONCE


async def test_it_is_called_again_as_soon_as_it_goes_on(house: House, away: Replying) -> None:
    away.signal(signal.SIGSTOP)
    await asyncio.gather(*(call(house) for _ in range(5)))
    broken = await call(house)
    opened = measured("okienko_circuit_open")
    away.signal(signal.SIGCONT)
    await asyncio.sleep(REST)

    trial = await call(house)
    after = await asyncio.gather(*(call(house) for _ in range(20)))

    assert outcome(broken) == (503, "ServiceAway")
    assert (broken.json()["service"], broken.headers["retry-after"]) == ("outcomes", "2")
    assert opened == 1
    assert {answer.status_code for answer in (trial, *after)} == {200}
    assert measured("okienko_circuit_open") == 0


async def test_one_that_was_killed_is_called_again_when_it_is_back(
    house: House, away: Replying
) -> None:
    await away.kill()
    dead = [await call(house) for _ in range(6)]
    await away.start()
    await asyncio.sleep(REST)

    assert {outcome(answer) for answer in dead} == {(503, "ServiceAway")}
    assert (await call(house)).status_code == 200


async def test_what_was_never_sent_is_sent_again_even_without_a_key(
    house: House, away: Replying
) -> None:
    await away.kill()
    calling = asyncio.create_task(call(house, method="POST"))
    before = measured("okienko_forward_retries_total")

    answer = await calling

    assert outcome(answer) == (503, "ServiceAway")
    assert measured("okienko_forward_retries_total") == before + 1


@pytest.mark.usefixtures("away")
async def test_one_slow_operation_does_not_take_the_service_from_the_others(house: House) -> None:
    for _ in range(3):
        slow = await asyncio.gather(*(call(house, HANGING + "/late") for _ in range(4)))
        assert {outcome(answer) for answer in slow} == {(503, "ServiceAway")}
        assert (await call(house)).status_code == 200


@pytest.mark.usefixtures("away")
async def test_half_an_answer_is_none(house: House) -> None:
    before = measured("okienko_forward_retries_total")

    answer = await call(house, HANGING + "/half")

    assert outcome(answer) == (503, "ServiceAway")
    assert measured("okienko_forward_retries_total") == before + 1


@pytest.mark.usefixtures("away")
async def test_whoever_was_late_once_is_not_asked_twice(house: House) -> None:
    before = measured("okienko_forward_retries_total")

    answer = await call(house, HANGING + "/late", Idempotency_Key="k1")

    assert outcome(answer) == (503, "ServiceAway")
    assert measured("okienko_forward_retries_total") == before
