"""Employment: the client took a job (podjęcie pracy)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from contracts.intake import EmploymentStarted
from kernel.refusals import Kind, Refusal

_AHEAD = timedelta(days=92)


class EmploymentKind(StrEnum):
    """On what contract she works."""

    EMPLOYMENT_CONTRACT = "employment_contract"
    CIVIL_CONTRACT = "civil_contract"
    OWN_BUSINESS = "own_business"
    OTHER = "other"


class TooFarAhead(Refusal):
    """A job can be recorded at most three months before its first day."""

    kind = Kind.INVALID
    pl = "Pracę można zapisać najwyżej trzy miesiące przed pierwszym dniem."


class AlreadyEmployed(Refusal):
    """An employment from this day is recorded already."""

    kind = Kind.CONFLICT
    pl = "Praca od tego dnia jest już zapisana."


@dataclass(eq=False)
class Employment:
    """One job."""

    id: UUID
    client_id: UUID
    started_on: date
    kind: EmploymentKind
    employer: str | None
    recorded_by: UUID
    recorded_at: datetime

    def started(self, today: date) -> EmploymentStarted:
        """Announce it, so that benefits can warn before a payment."""
        if self.started_on > today + _AHEAD:
            raise TooFarAhead(pointer="/started_on")
        return EmploymentStarted(
            client_id=self.client_id, employment_id=self.id, started_on=self.started_on
        )
