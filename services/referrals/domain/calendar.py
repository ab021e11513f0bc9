"""A calendar one subscribes to: the days of one's duties, and nothing of a person."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from uuid import UUID

from pydantic import TypeAdapter

from contracts.values import InstitutionKind
from kernel.refusals import Kind, Refusal
from services.referrals.domain.dated import Enacted, in_force, read_data
from services.referrals.domain.duty import DutyKind

ROLE = "calendar"
"""The role that the pass of a calendar carries."""


class CalendarNotFound(Refusal):
    """There is no such calendar among yours."""

    kind = Kind.MISSING
    pl = "Wśród Twoich kalendarzy nie ma takiego."


class CalendarRevoked(Refusal):
    """The calendar's address was revoked already."""

    kind = Kind.CONFLICT
    pl = "Adres kalendarza już unieważniono."


class CalendarsEnough(Refusal):
    """You have as many calendar addresses as one may have; revoke one that you do not use."""

    kind = Kind.CONFLICT
    pl = "Masz już tyle adresów kalendarza, ile wolno; unieważnij ten, którego nie używasz."


class Shows(StrEnum):
    """Whose duties a calendar shows."""

    ME = "me"
    TEAM = "team"


class CalendarLanguage(StrEnum):
    """In which language its entries are."""

    PL = "pl"
    EN = "en"


class _Term(Enacted):
    value: int


@cache
def _terms(name: str) -> list[_Term]:
    values = read_data("calendar_terms.yaml")[name]["values"]
    return TypeAdapter(list[_Term]).validate_python(values)


def term(name: str, day: date) -> int:
    """A term of calendars, by the rule of a day."""
    row = in_force(_terms(name), day)
    if row is None:
        raise LookupError(f"no rule about {name} on {day}")
    return row.value


@dataclass(eq=False, kw_only=True)
class Calendar:
    """One subscribed calendar. It keeps in which seat it was asked for, and sees no more than that."""

    id: UUID
    pass_id: UUID
    institution: UUID
    institution_name: str
    institution_kind: InstitutionKind
    worker: str
    roles: list[str]
    shows: Shows
    kinds: list[DutyKind]
    """The kinds of duties it shows; none named: all."""
    language: CalendarLanguage
    made_at: datetime
    expires_at: datetime
    revoked_at: datetime | None = None

    def live(self, at: datetime) -> bool:
        """Whether its address still opens it."""
        return self.revoked_at is None and at < self.expires_at

    def revoke(self, at: datetime) -> None:
        """Take the address back."""
        if self.revoked_at is not None:
            raise CalendarRevoked
        self.revoked_at = at


def expiry(made_at: datetime, today: date) -> datetime:
    """Until when an address is good that is handed out now."""
    return made_at + timedelta(days=term("valid_days", today))
