"""A support that another service grants, woven into the plan (wsparcie)."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class SupportKind(StrEnum):
    """What kind of support is woven into a plan."""

    DEGRESSIVE_AWARD = "degressive_award"
    CARE_VOUCHER = "care_voucher"
    """Bon na usługi opiekuńcze."""


class SupportStatus(StrEnum):
    """Where a support stands, as its own service announced it."""

    APPROVED = "approved"
    ENDED = "ended"
    """Over, perhaps before its time; its last month is the one it ended in."""


@dataclass(eq=False)
class Support:
    """From a month to a month, both inclusive."""

    id: UUID
    kind: SupportKind
    first_month: str
    last_month: str
    status: SupportStatus = SupportStatus.APPROVED

    def corrected(self, other: "Support") -> bool:
        """Take over what is announced now; whether anything changed."""
        before = self.first_month, self.last_month, self.status
        after = other.first_month, other.last_month, other.status
        self.first_month, self.last_month, self.status = after
        return before != after
