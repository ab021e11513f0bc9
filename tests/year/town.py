"""A made-up town for a year: who registers, who refers, who answers how, and what the ledger says of it.

The service is the real one, asked over HTTP; only the clock is passed from day to day. The ledger is
kept by whoever acts, from the answers given, so that it can be held against what the house counts.
"""

import json
import random
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx2

from contracts.directory import InstitutionRegistered
from contracts.event import Event
from contracts.intake import ClientRegistered, SharingClosed, SharingOpened
from contracts.intake.person import ClientMoved
from contracts.values import BasisKind, InstitutionKind
from kernel import ids
from kernel.callers import Caller
from kernel.journal import Fact
from kernel.transactions import Database, begin
from services.referrals.reactions import reactions
from services.referrals.use_cases.keep_referral_clocks import keep_referral_clocks
from services.referrals.use_cases.tidy_duties import TidyDuties
from tests.support.rooms import bearer, fact_of, hear, worker

HERE, AWAY = "2478011", "1611053"
TASK = {"kind": "statutory_task", "article": "art. 100 ust. 2 u.p.s."}


def _office(tail: int, kind: InstitutionKind, role: str) -> Caller:
    institution = UUID(f"0197a000-0000-7000-8000-{tail:012}")
    return replace(worker(institution, kind, role), worker=f"worker-{tail}")


OPS = _office(1, InstitutionKind.OPS, "social_worker")
FRIENDS = _office(2, InstitutionKind.NGO, "ngo_coordinator")
"""A second sender, that sees clients by a sharing alone."""
PROMPT = _office(11, InstitutionKind.PUP, "pup_adviser")
SLOW = _office(12, InstitutionKind.NGO, "ngo_worker")
SILENT = _office(13, InstitutionKind.NGO, "ngo_coordinator")
FORGETFUL = _office(14, InstitutionKind.NGO, "ngo_coordinator")
"""Accepts, and never says what came of it."""
RECEIVERS = (PROMPT, SLOW, SILENT, FORGETFUL)
REASONS = ("no_places", "not_competent", "client_refused", "no_contact")
OUTCOMES = ("employment", "training", "goal_reached", "client_resigned")
_SAME = ("source", "type", "subject", "version", "time", "actor", "institution", "traceparent")
Deed = Callable[[], Awaitable[object]]


@dataclass
class Clock:
    """The one clock of the house, moved on by hand."""

    at: datetime

    def now(self) -> datetime:
        """The instant it is; a little later each time it is asked."""
        self.at += timedelta(milliseconds=1)
        return self.at

    @property
    def today(self) -> date:
        """The day it is; the town does everything in the morning."""
        return self.at.date()


@dataclass
class Case:
    """One referral as those who deal with it remember it."""

    sender: Caller
    receiver: Caller
    registered_on: date
    sent_on: date
    address: str
    accepted: bool = False
    started: bool = False
    declined: str | None = None
    outcome: str | None = None
    acknowledged: bool = False


@dataclass
class Town:
    """The town, its people and its ledger."""

    http: httpx2.AsyncClient
    database: Database
    clock: Clock
    pick: random.Random
    plans: dict[date, list[Deed]] = field(default_factory=lambda: defaultdict(list))
    cases: list[Case] = field(default_factory=list)
    registered: list[date] = field(default_factory=list)
    refused: int = 0
    echoed: int = 0
    tidy: TidyDuties = field(default_factory=TidyDuties)
    arrivals: list[Callable[[UUID], Awaitable[object]]] = field(default_factory=list)
    """What else begins with a client."""

    async def found(self) -> None:
        """Everybody is known in the directory."""
        for office in (OPS, FRIENDS, *RECEIVERS):
            tied = office.kind in {InstitutionKind.OPS, InstitutionKind.PUP}
            await self.tell(
                InstitutionRegistered(
                    party_id=office.institution,
                    name=f"{office.institution_name} {office.worker}",
                    kind=office.kind,
                    territory=HERE if tied and office is OPS else "2478",
                )
            )

    @property
    def clients(self) -> int:
        """How many there are."""
        return len(self.registered)

    async def live(self, days: int, newcomers: Callable[[int], int]) -> None:
        """Let so many days pass; on each, some register, everybody does what he planned, the clock rings."""
        for number in range(days):
            for _ in range(newcomers(number)):
                await self._register()
            for deed in self.plans.pop(self.clock.today, []):
                await deed()
            await self._ring()
            await self._echo()
            self.clock.at = datetime.combine(
                self.clock.today + timedelta(days=1), self.clock.at.timetz()
            ).replace(hour=8, minute=0, second=0, microsecond=0)

    async def _ring(self) -> None:
        for round_ in (keep_referral_clocks, self.tidy):
            more = True
            while more:
                async with begin(self.database) as tx:
                    more = await round_(tx)

    async def _echo(self) -> None:
        """The feed brings the service its own events too: by them relations begin and end."""
        rows = await self.database.pool.fetch(
            "SELECT * FROM journal WHERE position > $1 ORDER BY position", self.echoed
        )
        facts = [
            Fact(
                id=row["event_id"],
                data=json.loads(row["data"]),
                journal=UUID(int=1),
                seq=row["position"],
                **{name: row[name] for name in _SAME},
            )
            for row in rows
        ]
        self.echoed = rows[-1]["position"] if rows else self.echoed
        await hear(self.database, reactions, *facts)

    def later(self, days: int, deed: Deed) -> None:
        """Do something in so many days, in the morning."""
        self.plans[self.clock.today + timedelta(days=days)].append(deed)

    async def tell(self, *events: Event) -> None:
        """Let the service hear what happened elsewhere."""
        await hear(self.database, reactions, *(fact_of(event) for event in events))

    async def _register(self) -> None:
        client, sharing = ids.new(), ids.new()
        registered_on = self.clock.today
        self.registered.append(registered_on)
        shared = self.pick.random() < 0.2
        events: list[Event] = [
            ClientRegistered(
                client_id=client,
                relation_id=client,
                party_id=OPS.institution,
                basis=BasisKind.REGISTRATION,
                municipality=HERE,
            )
        ]
        if shared:
            events.append(
                SharingOpened(
                    client_id=client,
                    relation_id=sharing,
                    party_id=FRIENDS.institution,
                    basis=BasisKind.CONSENT,
                )
            )
        await self.tell(*events)
        for begin_more in self.arrivals:
            await begin_more(client)
        wait = self.pick.randint(0, 10)
        sender = FRIENDS if shared else OPS
        self.later(wait, lambda: self._refer(sender, client, registered_on))
        later = wait + self.pick.randint(1, 40)
        if self.pick.random() < 0.05:
            moved = ClientMoved(
                client_id=client,
                moved_on=self.clock.today + timedelta(days=later),
                municipality=AWAY,
            )
            self.later(later, lambda: self.tell(moved))
        if shared and self.pick.random() < 0.3:
            closed = SharingClosed(client_id=client, relation_id=sharing)
            self.later(later, lambda: self.tell(closed))

    async def _refer(self, sender: Caller, client: UUID, registered_on: date) -> None:
        receiver = self.pick.choice(RECEIVERS)
        body = {
            "client_id": str(client),
            "to": {"institution": str(receiver.institution)},
            "purpose": "Pośrednictwo pracy",
            "urgency": "urgent" if self.pick.random() < 0.15 else "normal",
            "basis": TASK,
        }
        answer = await self._ask(sender, "/v1/referrals", body)
        if answer is None:
            return
        case = Case(sender, receiver, registered_on, self.clock.today, answer.headers["location"])
        self.cases.append(case)
        if receiver is PROMPT:
            self.later(1, lambda: self._open(case, within=3))
        if receiver is SLOW:
            self.later(self.pick.randint(3, 20), lambda: self._open(case, within=25))
        if receiver is FORGETFUL:
            self.later(2, lambda: self._open(case, within=2))
        if self.pick.random() < 0.02:
            self.later(1, lambda: self._step(case, sender, "withdraw"))

    async def _open(self, case: Case, within: int) -> None:
        if not await self._step(case, case.receiver, "receive"):
            return
        wait, chance = self.pick.randint(1, within), self.pick.random()
        if chance < 0.1 and case.receiver is not FORGETFUL:
            self.later(1, lambda: self._question(case, within))
        elif chance < 0.35 and case.receiver is not FORGETFUL:
            self.later(wait, lambda: self._decline(case))
        else:
            self.later(wait, lambda: self._accept(case))

    async def _question(self, case: Case, within: int) -> None:
        if not await self._step(case, case.receiver, "return", {"question": "Czy ma opiekę?"}):
            return
        if self.pick.random() < 0.7:
            self.later(2, lambda: self._supply(case, within))

    async def _supply(self, case: Case, within: int) -> None:
        if await self._step(case, case.sender, "supply", {"answer": "Tak."}):
            self.later(self.pick.randint(1, within), lambda: self._accept(case))

    async def _decline(self, case: Case) -> None:
        reason = self.pick.choice(REASONS)
        if await self._step(case, case.receiver, "decline", {"reason": reason}):
            case.declined = reason
            self.later(3, lambda: self._acknowledge(case))

    async def _accept(self, case: Case) -> None:
        visit = self.clock.today + timedelta(days=self.pick.randint(1, 14))
        body = {"first_visit_on": visit.isoformat()}
        if not await self._step(case, case.receiver, "accept", body):
            return
        case.accepted = True
        self.later((visit - self.clock.today).days, lambda: self._begin(case))

    async def _begin(self, case: Case) -> None:
        if not await self._step(case, case.receiver, "start"):
            return
        case.started = True
        if case.receiver is not FORGETFUL:
            self.later(self.pick.randint(5, 60), lambda: self._complete(case))

    async def _complete(self, case: Case) -> None:
        outcome = self.pick.choice(OUTCOMES)
        body = {"outcome": outcome, "note": "Zapisano."}
        if await self._step(case, case.receiver, "complete", body):
            case.outcome = outcome
            if self.pick.random() < 0.7:
                self.later(2, lambda: self._acknowledge(case))

    async def _acknowledge(self, case: Case) -> None:
        case.acknowledged = await self._step(case, case.sender, "acknowledge")

    async def _step(self, case: Case, by: Caller, verb: str, body: Any = None) -> bool:
        return await self._ask(by, f"{case.address}/{verb}", body) is not None

    async def _ask(self, by: Caller, path: str, body: Any = None) -> httpx2.Response | None:
        """Do it if it is still possible: what fell away or expired meanwhile is refused."""
        answer = await self.http.post(path, json=body or {}, headers=bearer(by))
        if answer.is_success:
            return answer
        assert answer.status_code in {404, 409}, answer.text
        self.refused += 1
        return None


def new_year() -> Clock:
    """The morning of a Thursday."""
    return Clock(datetime(2026, 1, 1, 8, tzinfo=UTC))
