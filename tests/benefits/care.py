"""A programme of care vouchers in the room: an OPS that grants, an NGO that cares."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx2

from contracts.values import InstitutionKind
from kernel import clock
from kernel.callers import Caller
from kernel.clock import WARSAW
from services.benefits.domain.months import first_day, month_of, shifted
from tests.benefits.conftest import CLIENT, MANAGER, OPS, SOCIAL_WORKER, Office
from tests.support.rooms import bearer, know, worker

NGO = UUID("0197a000-0000-7000-8000-000000000003")
OTHER_NGO = UUID("0197a000-0000-7000-8000-000000000005")
CLERK = replace(worker(OPS, InstitutionKind.OPS, "ops_benefits_clerk"), worker="ops-clerk")
PROVIDER = replace(worker(NGO, InstitutionKind.NGO, "care_provider"), worker="ngo-carer")
OTHER_PROVIDER = replace(worker(OTHER_NGO, InstitutionKind.NGO, "care_provider"), worker="carer-2")
MONTH = shifted(month_of(clock.today()), -1)
"""The month that is over: it can be settled."""
FIRST = first_day(shifted(MONTH, -1))
LAST = first_day(shifted(MONTH, 8))
GIVEN = {"amount": "1800.00", "household_size": 1, "reason": "Decyzja ZUS okazana dziś."}
PROGRAMME: Mapping[str, Any] = {
    "municipality": "2478011",
    "name": "Bon opiekuńczy",
    "resolution": "uchwała nr XII/98/26",
    "first_day": FIRST.isoformat(),
    "last_day": LAST.isoformat(),
    "hour_rate": "40.00",
    "services": ["care", "neighbour_care"],
    "table": {"preset": "LIPNICA-2023"},
}


def at(day: int, hour: int, minute: int = 0, *, month: str = MONTH) -> str:
    """A moment of the month, in Poland."""
    on = first_day(month) + timedelta(days=day - 1)
    return datetime(on.year, on.month, on.day, hour, minute, tzinfo=WARSAW).isoformat()


@dataclass
class Care:
    """One programme, and what is done in it."""

    office: Office
    programme: str

    async def ask(
        self, by: Caller, path: str, body: Any = None, **headers: str
    ) -> httpx2.Response:
        """Send a command."""
        return await self.office.client.post(path, json=body or {}, headers=bearer(by, **headers))

    async def draft(self, by: Caller = SOCIAL_WORKER, **said: Any) -> httpx2.Response:
        """Work a voucher out."""
        body = {
            "client_id": str(CLIENT),
            "programme_id": self.programme,
            "services": ["care"],
            "hours": 30,
            "valid_from": FIRST.isoformat(),
            "valid_to": LAST.isoformat(),
            "income": GIVEN,
        }
        body = {name: value for name, value in (body | said).items() if value is not None}
        return await self.ask(by, "/v1/vouchers", body)

    async def in_hands(self, **said: Any) -> "Held":
        """A voucher that the client holds, with her code."""
        drafted = await self.draft(**said)
        assert drafted.status_code == 201, drafted.text
        address = drafted.headers["location"]
        issued = await self.ask(MANAGER, f"{address}/issue")
        assert issued.status_code == 200, issued.text
        handed = await self.ask(CLERK, f"{address}/hand-over")
        assert handed.status_code == 200, handed.text
        return Held(self, address, handed.json()["voucher"]["serial"], handed.json()["code"])

    async def visits(self, by: Caller = CLERK, **wanted: str) -> list[dict[str, Any]]:
        """The visits of the programme."""
        query = "&".join(f"{name}={value}" for name, value in wanted.items())
        path = f"/v1/voucher-visits?programme_id={self.programme}&limit=100&{query}"
        answer = await self.office.see(by, path)
        assert answer.status_code == 200, answer.text
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    async def submit(
        self, by: Caller = PROVIDER, month: str = MONTH, **headers: str
    ) -> httpx2.Response:
        """Submit a month."""
        body = {"programme_id": self.programme, "month": month}
        return await self.ask(by, "/v1/voucher-settlements", body, **headers)


@dataclass
class Held:
    """A voucher in the client's hands."""

    care: Care
    address: str
    serial: str
    code: str

    async def visit(
        self, starts: str, ends: str, by: Caller = PROVIDER, **said: Any
    ) -> httpx2.Response:
        """Record a visit, confirmed unless said otherwise."""
        body = {
            "serial": self.serial,
            "carer": "carer-1",
            "service": "care",
            "starts_at": starts,
            "ends_at": ends,
            "tasks": ["daily_needs"],
            "code": self.code,
        }
        body = {name: value for name, value in (body | said).items() if value is not None}
        return await self.care.ask(by, "/v1/voucher-visits", body)

    async def show(self, by: Caller = CLERK) -> dict[str, Any]:
        """The voucher as its issuer sees it."""
        answer = await self.care.office.see(by, self.address)
        assert answer.status_code == 200, answer.text
        shown: dict[str, Any] = answer.json()
        return shown

    async def month(self, month: str = MONTH) -> dict[str, Any]:
        """One month of it."""
        months = (await self.show())["months"]
        found: dict[str, Any] = next(one for one in months if one["month"] == month)
        return found


async def programme(office: Office, **said: Any) -> Care:
    """Open a programme, and let both organisations provide care in it."""
    await know(office.database, NGO, "Stowarzyszenie (demo)", InstitutionKind.NGO)
    await know(office.database, OTHER_NGO, "Fundacja (demo)", InstitutionKind.NGO)
    body = {name: value for name, value in (dict(PROGRAMME) | said).items() if value is not None}
    answer = await office.decide(MANAGER, "/v1/voucher-programmes", body)
    assert answer.status_code == 201, answer.text
    care = Care(office, answer.json()["id"])
    days = {"first_day": PROGRAMME["first_day"], "last_day": PROGRAMME["last_day"]}
    for ngo in (NGO, OTHER_NGO):
        path = f"/v1/voucher-programmes/{care.programme}/contracts"
        contracted = await care.ask(MANAGER, path, {"institution": str(ngo)} | days)
        assert contracted.status_code == 200, contracted.text
    return care


def outcome(answer: httpx2.Response) -> tuple[int, str]:
    """What became of it."""
    body = answer.json()
    return answer.status_code, body.get("type", "").removeprefix("/problems/")


def day(number: int) -> date:
    """A day of the month."""
    return first_day(MONTH) + timedelta(days=number - 1)
