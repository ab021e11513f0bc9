"""The embedded NATS server."""

import asyncio
import os
import shutil
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from okienko.local.broker import Broker, free_port
from okienko.local.home import Home
from okienko.local.supervisor import Supervisor, wait_while


@asynccontextmanager
async def running(broker: Broker, pids: list[int]) -> AsyncIterator[Supervisor]:
    """Run the server as the house does, noting its process ids."""
    supervisor = Supervisor(lambda now: pids.append(now["nats"]), lambda _: None)
    supervisor.start(broker.program())
    try:
        await supervisor.until("nats", broker.answers)
        yield supervisor
    finally:
        await supervisor.stop("nats")


def test_it_comes_back_on_the_same_port_after_a_kill(home: Home) -> None:
    broker = Broker(home, free_port())
    pids: list[int] = []

    async def story() -> None:
        async with running(broker, pids) as supervisor:
            os.kill(pids[0], signal.SIGKILL)
            await wait_while(lambda: len(pids) < 2, patience=5)
            await supervisor.until("nats", broker.answers)

    asyncio.run(story())

    assert len(pids) == 2


def test_it_starts_when_its_store_was_deleted(home: Home) -> None:
    broker = Broker(home, free_port())

    async def story() -> None:
        async with running(broker, []):
            pass
        shutil.rmtree(home.broker / "store")
        async with running(broker, []):
            assert (home.broker / "store").is_dir()

    asyncio.run(story())


def test_its_password_is_for_our_eyes_only(home: Home) -> None:
    broker = Broker(home, free_port())

    broker.program()

    configuration = home.broker / "nats.conf"
    assert home.secret("nats") in configuration.read_text()
    assert configuration.stat().st_mode & 0o777 == 0o600
