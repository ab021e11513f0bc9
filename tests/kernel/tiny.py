"""A service as small as can be, to try the kernel on: things, each with a name nobody else has."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Annotated, Any
from uuid import UUID

import httpx2
import sqlalchemy as sa
import uvicorn
from fastapi import APIRouter, Body, Response
from pydantic import Field

from contracts.intake import NeedAdded
from contracts.values import ClientId, Command, Day, InstitutionKind, Line, Note, View
from kernel import ids
from kernel.bus import Bus
from kernel.hearer import Hearer
from kernel.house import House
from kernel.idempotency import KeyReused
from kernel.journal import Fact, read
from kernel.relay import _NUMBER
from kernel.service import Parts, assemble, stop
from kernel.settings import Settings
from kernel.transactions import Database, Transaction, begin
from kernel.verbs import READS, WRITES, By, Expected, Limit, Tx, Verb, tag
from kernel.versions import expect
from tests.support.rooms import HOUSE_KEY, room, worker

WORKER = worker(UUID(int=7), InstitutionKind.OPS, "social_worker")
CLIENT = UUID("0197a000-0000-7000-8000-00000000c001")
OTHER = UUID("0197a000-0000-7000-8000-00000000c002")
HARMLESS = {"client_id": str(CLIENT), "name": "chair", "day": "2026-03-02"}

metadata = sa.MetaData()
things = sa.Table(
    "things",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    # Judged at the commit only, so that a commit can be made to fail.
    sa.UniqueConstraint("name", deferrable=True, initially="DEFERRED"),
)
effects = sa.Table(
    "effects",
    metadata,
    sa.Column("place", sa.BigInteger, sa.Identity(), primary_key=True),
    sa.Column("event_id", sa.Uuid, nullable=False),
    sa.Column("subject", sa.Uuid, nullable=False),
)


class Part(Command):
    """A part of a thing."""

    code: Annotated[str, Field(pattern=r"^[a-z]{2}$")]


class AddThing(Command):
    """Keep a thing."""

    client_id: ClientId
    name: Line
    day: Day
    count: Annotated[int, Field(ge=1, le=2**53 - 1, strict=True)] = 1
    note: Note | None = None
    parts: tuple[Part, ...] = ()


class ThingView(View):
    """A thing."""

    id: UUID
    name: str


router = APIRouter(prefix="/v1", route_class=Verb)


@router.post("/things", name="add_need", status_code=201, dependencies=WRITES)
async def add_thing(command: AddThing, tx: Tx, by: By, response: Response) -> ThingView:
    """Keep a thing, and announce it."""
    thing_id = ids.new()
    await tx.session.execute(sa.insert(things).values(id=thing_id, name=command.name))
    tx.record(need(command.client_id))
    tag(response, 1, f"/v1/things/{thing_id}", about=by.institution)
    return ThingView(id=thing_id, name=command.name)


@router.get("/things", name="show_client", dependencies=READS)
async def list_things(tx: Tx, limit: Limit = 50) -> list[str]:
    """The names of all things."""
    return list(await tx.session.scalars(sa.select(things.c.name).limit(limit)))


@router.post("/things/search", name="find_clients", dependencies=READS)
async def find_things(name: Annotated[str, Body(embed=True)], tx: Tx) -> list[str]:
    """The names of all things called so: a read, in the form of a POST."""
    return list(await tx.session.scalars(sa.select(things.c.name).where(things.c.name == name)))


@router.post("/things/{thing_id}/change", name="declare_income", dependencies=WRITES)
async def change_thing(thing_id: UUID, expected: Expected) -> None:
    """Change a thing, whose version is 3."""
    del thing_id
    expect(3, expected)


@router.post("/refuse", name="open_sharing", dependencies=WRITES)
async def refuse(command: AddThing, tx: Tx) -> None:
    """Refuse a thing until the first one is there."""
    if await tx.session.scalar(sa.select(sa.func.count()).select_from(things)) == 0:
        raise KeyReused
    tx.record(need(command.client_id))


@router.post("/break", name="start_employment")
async def break_down(tx: Tx) -> None:
    """Break down, with a person's number in the words."""
    tx.record(need())
    raise RuntimeError("no such person: 44051401359")


@router.post("/approve", name="approve_award")
async def approve() -> None:
    """Something that a social worker may not do."""


def need(client_id: UUID = CLIENT) -> NeedAdded:
    """A fact about a client."""
    return NeedAdded.model_validate(NeedAdded.example().model_dump() | {"client_id": client_id})


@asynccontextmanager
async def tiny(service: str = "intake") -> AsyncIterator[tuple[httpx2.AsyncClient, Database]]:
    """Put up the service on an empty database."""

    def build(said: Mapping[str, Any]) -> Any:
        settings = Settings(**(dict(said) | {"service": service}))
        app = assemble(Parts(settings=settings, title="Tiny", routers=[router]))
        # It has no hearer in these tests, but waits as a process that has one.
        app.state.hears = True
        return app

    async with room(build, metadata) as (client, database):
        yield client, database


def app_of(client: httpx2.AsyncClient) -> Any:
    """The process behind a client."""
    return client._transport.app  # type: ignore[attr-defined] # noqa: SLF001 no other way in


@asynccontextmanager
async def served(app: Any) -> AsyncIterator[str]:
    """Serve an app over real HTTP; gives its address."""
    config = uvicorn.Config(app, port=0, lifespan="off", log_config=None, access_log=False)
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        await serving


async def say(database: Database, *subjects: UUID) -> None:
    """Announce a fact about each."""
    async with begin(database, by=WORKER) as tx:
        tx.record(*(need(subject) for subject in subjects))


async def number(database: Database) -> list[Fact]:
    """Number what was committed, as the relay does; gives the whole journal."""
    async with database.pool.acquire() as connection:
        await connection.execute(_NUMBER, 500)
        return await read(connection, 0, 1000)


class Notes:
    """A listener that notes every event it hears, and chokes on some subjects."""

    def __init__(self) -> None:
        self.chokes_on: set[UUID] = set()
        self.calls = 0

    async def prepare(self, facts: Sequence[Fact]) -> None:
        """Count the attempts."""
        del facts
        self.calls += 1

    async def hear(self, facts: Sequence[Fact], tx: Transaction, _: None) -> None:
        """Note them."""
        for fact in facts:
            if fact.subject in self.chokes_on:
                raise RuntimeError("choked")
            row = {"event_id": fact.id, "subject": fact.subject}
            await tx.session.execute(sa.insert(effects).values(row))


class Hall:
    """A journal that speaks, and a service that hears it."""

    def __init__(self, speaker: Database, hearing: Database, bus: Bus, house: House) -> None:
        self.speaker = speaker
        self.hearing = hearing
        self.bus = bus
        self.house = house
        self.notes = Notes()
        self.hearer = self.another_hearer()

    def another_hearer(self) -> Hearer:
        """One more hearer of the same journal on the same database."""
        return Hearer("intake", self.hearing, self.bus, self.house, self.notes, heal_seconds=0.1)

    async def heard(self) -> list[UUID]:
        """The ids of the events that had their effect, in order."""
        rows = await self.hearing.pool.fetch("SELECT event_id FROM effects ORDER BY place")
        return [row["event_id"] for row in rows]

    async def until_heard(self, count: int) -> list[UUID]:
        """Wait until so many events had their effect."""
        async with asyncio.timeout(15):
            while len(await self.heard()) < count:
                await asyncio.sleep(0.02)
        return await self.heard()

    async def said(self) -> list[UUID]:
        """The ids of all events said, in order."""
        return [fact.id for fact in await number(self.speaker)]


@asynccontextmanager
async def hall(nats_url: str = "nats://127.0.0.1:9") -> AsyncIterator[Hall]:
    """Let a service hear another, over real HTTP; without an address the broker is away."""
    async with (
        tiny() as (client, speaker),
        tiny("referrals") as (_, hearing),
        served(app_of(client)) as url,
    ):
        house, bus = House({"intake": url}, bytes.fromhex(HOUSE_KEY)), Bus(nats_url, "hall")
        await house.open()
        await bus.open()
        try:
            yield Hall(speaker, hearing, bus, house)
        finally:
            await bus.close()
            await house.close()


@asynccontextmanager
async def running(*living: Any) -> AsyncIterator[list["asyncio.Task[None]"]]:
    """Let hearers and relays run."""
    tasks = [asyncio.create_task(one.run()) for one in living]
    try:
        yield tasks
    finally:
        await stop(tasks)
