"""What tests of requests for information share: how one asks, answers, and lets days pass."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from kernel import clock
from kernel.callers import Caller
from kernel.transactions import begin
from services.referrals.use_cases.watch_information import watch_information
from tests.referrals.conftest import CLIENT, PUP, SOCIAL_WORKER, House

REQUESTS = "/v1/information-requests"
ARTICLE = {"kind": "statutory_task", "article": "art. 105 ust. 1 u.p.s."}
STATUS = {"kind": "pup_status", "status": "unemployed", "since": "2026-01-12"}
NO_RIGHT = {"kind": "benefit_right", "entitled": False, "text": "Utraciła prawo w maju"}
QUESTIONS = [
    {"kind": "pup_status", "text": "Czy pani Wiesława jest zarejestrowana?"},
    {"kind": "benefit_right"},
]
BODY: dict[str, Any] = {
    "client_id": str(CLIENT),
    "to": {"institution": str(PUP)},
    "questions": QUESTIONS,
    "basis": ARTICLE,
}
WHOLE = {"answers": [STATUS, NO_RIGHT]}


async def asked(house: House, caller: Caller = SOCIAL_WORKER, **changes: Any) -> str:
    """Ask the PUP; answer the address of the request."""
    answer = await house.ask(caller, REQUESTS, BODY | changes)
    assert answer.status_code == 201, answer.text
    return str(answer.headers["location"])


def outcome(answer: Any) -> tuple[int, str]:
    """Status and problem of an answer."""
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")


async def owed(house: House) -> set[tuple[str, str, str | None, date | None, str]]:
    """Every duty: kind, the institution's last digit, worker, day, whose day."""
    rows = await house.database.pool.fetch("SELECT * FROM duties")
    return {
        (r["kind"], str(r["institution"])[-1], r["worker"], r["due_on"], r["audience"])
        for r in rows
    }


async def turn(house: House) -> bool:
    """Let the clock of requests go round once."""
    async with begin(house.database) as tx:
        return await watch_information(tx)


def noon(day: date) -> datetime:
    """Noon of a day in Poland."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Europe/Warsaw"))


@contextmanager
def on(day: date) -> Iterator[None]:
    """Live on another day."""
    kept = clock.now
    clock.now = lambda: noon(day)
    try:
        yield
    finally:
        clock.now = kept


def days(count: int) -> timedelta:
    """So many days."""
    return timedelta(days=count)
