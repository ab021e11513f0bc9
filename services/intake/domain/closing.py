"""Closing a client's case, from when on the time her file is kept runs; and opening it again."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from contracts.intake import ClientStatus
from contracts.intake.rights import ClientClosed, ClientReopened, ClosingReason
from kernel.refusals import Kind, Refusal
from services.intake.domain.client import Client


class CaseClosed(Refusal):
    """The case is closed already."""

    kind = Kind.CONFLICT
    pl = "Sprawa jest już zamknięta."


class CaseOpen(Refusal):
    """The case is not closed."""

    kind = Kind.CONFLICT
    pl = "Sprawa nie jest zamknięta."


class ClosedOutOfTime(Refusal):
    """A case is closed on a day from its registration to today."""

    kind = Kind.INVALID
    pl = "Sprawę zamyka się z dniem od rejestracji do dziś."


@dataclass(eq=False)
class Closing:
    """One closing of a case (zamknięcie sprawy); a reopened case keeps the trace of it."""

    id: UUID
    client_id: UUID
    closed_on: date
    reason: ClosingReason
    closed_by: str
    closed_at: datetime
    status_before: ClientStatus
    reopened_by: str | None = None
    reopened_at: datetime | None = None


def close(client: Client, closing: Closing, today: date) -> ClientClosed:
    """Close the case as of a day."""
    if client.status is ClientStatus.CLOSED:
        raise CaseClosed(state=client.status, allowed=["reopen"])
    if not client.registered_at.date() <= closing.closed_on <= today:
        raise ClosedOutOfTime(pointer="/closed_on")
    client.status = ClientStatus.CLOSED
    return ClientClosed(client_id=client.id, closed_on=closing.closed_on, reason=closing.reason)


def reopen(client: Client, closing: Closing | None, by: str, at: datetime) -> ClientReopened:
    """Go on where she stood before."""
    if closing is None or client.status is not ClientStatus.CLOSED:
        raise CaseOpen(state=client.status, allowed=["close"])
    closing.reopened_by, closing.reopened_at = by, at
    client.status = closing.status_before
    return ClientReopened(client_id=client.id, status=client.status)
