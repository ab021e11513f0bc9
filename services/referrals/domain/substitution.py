"""One worker stands in for another from a day to a day, both inclusive (zastępstwo)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kernel.refusals import Kind, Refusal
from services.referrals.domain.advice import Actor, ManagersDecide


class SubstitutionNotFound(Refusal):
    """There is no such substitution at your institution."""

    kind = Kind.MISSING
    pl = "W Twojej instytucji nie ma takiego zastępstwa."


class EndsBeforeItBegins(Refusal):
    """The last day lies before the first one."""

    kind = Kind.INVALID
    pl = "Ostatni dzień jest wcześniejszy niż pierwszy."


class SubstituteForHerself(Refusal):
    """Nobody stands in for herself."""

    kind = Kind.INVALID
    pl = "Nikt nie zastępuje sam siebie."


class SubstitutionOverlaps(Refusal):
    """On some of these days somebody stands in for the worker already; `substitution_id` names it."""

    kind = Kind.CONFLICT
    pl = "W części tych dni ktoś już zastępuje tę osobę; wskazuje to `substitution_id`."


class SubstituteAway(Refusal):
    """Whoever is away stands in for nobody on these days; `substitution_id` names what is in the way."""

    kind = Kind.CONFLICT
    pl = (
        "Kto sam jest nieobecny, nie może w tych dniach zastępować; przeszkadza `substitution_id`."
    )


class SubstitutionOver(Refusal):
    """The substitution is over already."""

    kind = Kind.CONFLICT
    pl = "To zastępstwo już się skończyło."


@dataclass(eq=False, kw_only=True)
class Substitution:
    """Whose clients and duties a worker has besides her own, for some days."""

    id: UUID
    institution: UUID
    worker: str
    """Who is away."""
    substitute: str
    first_day: date
    last_day: date
    opened_by: str
    opened_at: datetime
    ended_on: date | None = None
    """The day it was ended early; from that day on it does not hold."""
    version: int = 1

    def check(self) -> None:
        """Refuse what makes no sense by itself."""
        if self.worker == self.substitute:
            raise SubstituteForHerself(pointer="/substitute/code")
        if self.last_day < self.first_day:
            raise EndsBeforeItBegins(pointer="/last_day")

    def require(self, by: Actor) -> None:
        """Refuse whoever arranges it for somebody else and does not manage."""
        if by.worker != self.worker and not by.manages:
            raise ManagersDecide

    def end(self, today: date) -> None:
        """End it at once."""
        if self.ended_on is not None or today > self.last_day:
            raise SubstitutionOver
        self.ended_on = today
        self.version += 1

    def hinders(self, other: "Substitution") -> None:
        """Refuse another one beside this one, where both hold on the same days."""
        if other.worker == self.worker:
            raise SubstitutionOverlaps(substitution_id=str(self.id))
        if other.substitute == self.worker or other.worker == self.substitute:
            raise SubstituteAway(substitution_id=str(self.id))
