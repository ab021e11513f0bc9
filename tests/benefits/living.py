"""Awards that live: granted, looked at, and moved on over HTTP."""

from typing import Any
from uuid import UUID

from contracts.event import Event
from kernel import clock
from services.benefits.domain.months import month_of, shifted
from services.benefits.reactions import reactions
from tests.benefits.conftest import MANAGER, SOCIAL_WORKER, T01, Office
from tests.support.rooms import fact_of, hear

JOB = UUID(T01["employments"][0]["id"])


async def active(office: Office, **said: Any) -> str:
    """The address of an award that was granted and runs."""
    address = await office.applied(**said)
    answer = await office.decide(MANAGER, f"{address}/approve")
    assert answer.status_code == 200, answer.text
    return address


async def told(office: Office, event: Event) -> None:
    await hear(office.database, reactions, fact_of(event))


async def shown(office: Office, address: str) -> Any:
    return (await office.see(MANAGER, address)).json()


def amounts(award: Any) -> list[tuple[str, int, str]]:
    return [(month["month"], month["step"], month["amount"]) for month in award["months"]]


async def step(
    office: Office, address: str, verb: str, body: Any = None, by: Any = SOCIAL_WORKER
) -> Any:
    answer = await office.decide(by, f"{address}/{verb}", body)
    assert answer.status_code == 200, answer.text
    return answer.json()


def outcome(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"]


def later(months: int) -> str:
    return shifted(month_of(clock.today()), months)
