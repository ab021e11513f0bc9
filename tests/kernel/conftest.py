"""Rooms for the kernel: the tiny service, a hall with a speaker and a hearer, a real broker."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest

from kernel.transactions import Database
from okienko.local.broker import Broker, free_port
from okienko.local.home import Home
from tests.kernel.tiny import Hall, hall, tiny

Room = tuple[httpx2.AsyncClient, Database]


@pytest.fixture
async def tiny_room() -> AsyncIterator[Room]:
    """The tiny service, and its database."""
    async with tiny() as made:
        yield made


@pytest.fixture
def client(tiny_room: Room) -> httpx2.AsyncClient:
    """Somebody who asks the tiny service."""
    return tiny_room[0]


@pytest.fixture
def database(tiny_room: Room) -> Database:
    """The tiny service's database."""
    return tiny_room[1]


@pytest.fixture
async def quiet_hall() -> AsyncIterator[Hall]:
    """A hall whose broker is away."""
    async with hall() as made:
        yield made


class Server:
    """A NATS server that can be stopped, started, and robbed of its memory."""

    def __init__(self, broker: Broker) -> None:
        self.broker = broker
        self._program = broker.program()

    async def start(self) -> None:
        """Start it, and wait until it answers."""
        self._process = self._program.start()
        async with asyncio.timeout(10):
            while not await self.broker.answers():
                await asyncio.sleep(0.02)

    def stop(self) -> None:
        """Stop it at once, as a power cut would."""
        self._process.kill()
        self._process.wait(timeout=10)

    @property
    def store(self) -> Path:
        """Where it keeps its streams."""
        return self.broker.home.broker / "store"


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    """A running NATS server of this test alone."""
    home = Home.at(tmp_path / "house")
    home.create()
    made = Server(Broker(home, free_port()))
    await made.start()
    yield made
    made.stop()


@pytest.fixture
async def loud_hall(server: Server) -> AsyncIterator[Hall]:
    """A hall with its broker."""
    async with hall(server.broker.url) as made:
        yield made
