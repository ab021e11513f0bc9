"""Who works where in the tests of advisers: two workers and a manager at the OPS, one at the PUP."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from contracts.event import Event
from contracts.values import InstitutionKind
from kernel import clock
from services.referrals.reactions import reactions
from tests.referrals.conftest import CLIENT, OPS, PUP, SOCIAL_WORKER, House
from tests.support.rooms import announced, fact_of, hear, worker

ANNA = replace(SOCIAL_WORKER, worker="anna", name="Anna Zmyślona")
OLA = replace(SOCIAL_WORKER, worker="ola", name="Ola Zmyślona")
IDA = replace(SOCIAL_WORKER, worker="ida", name="Ida Zmyślona")
BOSS = replace(worker(OPS, InstitutionKind.OPS, "ops_manager"), worker="boss", name="Marek N.")
CLERK = worker(OPS, InstitutionKind.OPS, "ops_benefits_clerk")
PUP_BOSS = replace(worker(PUP, InstitutionKind.PUP, "pup_manager"), worker="pup-boss")
TO_OLA = {"code": "ola", "name": "Ola Z. (as told)"}
DAY = timedelta(days=1)
TODAY = clock.today()


def at(monkeypatch: Any, day: date) -> None:
    """Let it be noon of a day."""
    noon = datetime(day.year, day.month, day.day, 11, tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: noon)


async def advised(house: House, by: Any = ANNA, client_id: UUID = CLIENT, **more: Any) -> Any:
    """Let a worker take a client on; answer the advice."""
    answer = await house.ask(by, "/v1/advice", {"client_id": str(client_id)} | more)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def proposed(house: House, advice: Any, to: Any = None, by: Any = ANNA) -> Any:
    """Propose a hand-over; answer it."""
    path = f"/v1/advice/{advice['id']}/handovers"
    answer = await house.ask(by, path, {"to": to or TO_OLA})
    assert answer.status_code == 201, answer.text
    return answer.json()


async def logged(house: House, advice: Any, by: Any = ANNA, **more: Any) -> Any:
    """Log a contact of today; answer it."""
    body = {"kind": "phone", "happened_on": clock.today().isoformat()} | more
    answer = await house.ask(by, f"/v1/advice/{advice['id']}/contacts", body)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def owed(house: House, *kinds: str) -> list[tuple[str, str | None, str, Any]]:
    """The duties of some kinds: kind, worker, audience, day."""
    rows = await house.database.pool.fetch(
        "SELECT kind, worker, audience, due_on FROM duties WHERE kind = ANY($1) ORDER BY kind, worker",
        list(kinds),
    )
    return [(r["kind"], r["worker"], r["audience"], r["due_on"]) for r in rows]


async def hear_oneself(house: House, wire_name: str) -> None:
    """Let what this service announced come back on the feed, as rights are noted only then."""
    for event in await announced(house.database):
        if event["type"] == wire_name:
            kind = Event.known[wire_name]
            told = {name: event[name] for name in kind.model_fields if name in event}
            fact = fact_of(kind.model_validate(told), source="referrals")
            await hear(house.database, reactions, fact)


def problem(answer: Any) -> tuple[int, str]:
    """How it was refused."""
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")
