"""The log of contacts with a client (praca socjalna, kontakty IPD), and when the next one is due."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from contracts.referrals.advice import (
    ContactCorrected,
    ContactKind,
    ContactLogged,
    ContactOutcome,
)
from contracts.values import Note
from kernel.refusals import Kind, Refusal
from services.referrals.domain.advice_terms import ContactRule

COUNTS = frozenset({ContactOutcome.REACHED, ContactOutcome.REFUSED})
"""The outcomes by which the silence ended: to have tried is not to have been in touch."""


class Direction(StrEnum):
    """Who turned to whom."""

    TO_CLIENT = "to_client"
    FROM_CLIENT = "from_client"


class ContactNotFound(Refusal):
    """The log has no such entry."""

    kind = Kind.MISSING
    pl = "W rejestrze kontaktów nie ma takiego wpisu."


class ContactYetToCome(Refusal):
    """A contact that has not taken place yet cannot be logged; `next_contact_on` is for plans."""

    kind = Kind.INVALID
    pl = "Nie można zapisać kontaktu, którego jeszcze nie było; na plany jest `next_contact_on`."


class NextContactBeforeThis(Refusal):
    """The next contact is agreed for a day after this one."""

    kind = Kind.INVALID
    pl = "Następny kontakt umawia się na dzień późniejszy niż ten kontakt."


class NotTheAuthor(Refusal):
    """Only the worker who wrote an entry, or a manager of the institution, corrects it."""

    kind = Kind.FORBIDDEN
    pl = "Wpis prostuje tylko ten, kto go zrobił, albo kierownictwo instytucji."


class ErrorIsACorrection(Refusal):
    """Only a correction says that an entry was made in error."""

    kind = Kind.INVALID
    pl = "Tylko sprostowanie może stwierdzić, że wpis powstał omyłkowo."


class CorrectedAlready(Refusal):
    """The entry was corrected already; correct the one that took its place, `contact_id`."""

    kind = Kind.CONFLICT
    pl = "Ten wpis już sprostowano; prostuje się wpis, który go zastąpił: `contact_id`."


@dataclass(frozen=True, kw_only=True)
class Contact:
    """One entry of the log; it is never overwritten, only corrected by another one."""

    id: UUID
    client_id: UUID
    institution: UUID
    advice_id: UUID | None
    """None: logged elsewhere in the house, as contacts of a labour office are in intake."""
    worker: str | None
    kind: ContactKind
    direction: Direction
    happened_on: date
    outcome: ContactOutcome
    recorded_at: datetime
    minutes: int | None = None
    next_contact_on: date | None = None
    confidential: bool = False
    """Whether its note is for the author, the adviser and managers alone."""
    corrects: UUID | None = None
    note: Note | None = None

    def check(self, today: date) -> None:
        """Refuse what cannot have happened so."""
        if self.happened_on > today:
            raise ContactYetToCome(pointer="/happened_on")
        if self.next_contact_on is not None and self.next_contact_on <= self.happened_on:
            raise NextContactBeforeThis(pointer="/next_contact_on")
        if self.outcome is ContactOutcome.ENTERED_IN_ERROR and self.corrects is None:
            raise ErrorIsACorrection(pointer="/outcome")

    def told(self) -> ContactLogged | ContactCorrected:
        """Announce it: that they were in touch, and never what was said."""
        if self.corrects is None:
            return ContactLogged(
                client_id=self.client_id,
                contact_id=self.id,
                institution=self.institution,
                kind=self.kind,
                happened_on=self.happened_on,
            )
        return ContactCorrected(
            client_id=self.client_id,
            contact_id=self.id,
            corrects=self.corrects,
            institution=self.institution,
            kind=self.kind,
            happened_on=self.happened_on,
        )


@dataclass(frozen=True)
class Rhythm:
    """How often a signed part of the plan wants them in touch, and while it holds; days inclusive."""

    every_days: int
    valid_from: date
    valid_to: date | None

    def due(self, since: date) -> date | None:
        """By when it wants a contact: counted from when it holds, and nothing beyond its last day."""
        day = max(since, self.valid_from) + timedelta(days=self.every_days)
        return day if self.valid_to is None or day <= self.valid_to else None


@dataclass(frozen=True)
class Silence:
    """What the next contact is counted from."""

    since: date
    """The last contact that counts, or since when there is an adviser."""
    agreed_on: date | None
    """For when the next one was agreed, at the latest entry."""
    every_days: int | None
    """How often the worker wants it."""
    support_from: date | None
    """The day the registration ended or a job began, after which support runs out; none: no end."""
    rhythms: tuple[Rhythm, ...] = ()
    """How often the institution's own parts of the plan want it."""


def next_contact(silence: Silence, rule: ContactRule | None) -> date | None:
    """By when to be in touch: what was agreed, planned, wanted or is the law, whichever comes first.

    Days are counted plainly: a rule of "at least every 30 days" does not wait for a working day.
    """
    wanted = silence.every_days
    days = [
        silence.agreed_on,
        silence.since + timedelta(days=wanted) if wanted is not None else None,
        _by_law(silence, rule),
        *(rhythm.due(silence.since) for rhythm in silence.rhythms),
    ]
    return min((day for day in days if day is not None), default=None)


def _by_law(silence: Silence, rule: ContactRule | None) -> date | None:
    if rule is None:
        return None
    due = silence.since + rule.every
    if silence.support_from is None:
        return due
    last_day = silence.support_from + timedelta(days=rule.support_after_days)
    return due if due <= last_day else None
