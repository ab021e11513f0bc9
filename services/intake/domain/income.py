"""Incomes: whether the law counts a kind, and what a second worker found them to be."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from uuid import UUID

from pydantic import TypeAdapter

from contracts.incomes import IncomeKind
from contracts.intake.means import IncomeVerified
from contracts.values import Month
from kernel.refusals import Kind, Refusal
from services.intake.domain.dated import Dated, Written, in_force, read_data
from services.intake.domain.means import Evidence, IncomeDeclaration, IncomeItem


class NothingDeclared(Refusal):
    """No incomes of this month were declared, so there is nothing to verify."""

    kind = Kind.CONFLICT
    pl = "Nie złożono oświadczenia o dochodach za ten miesiąc, więc nie ma czego sprawdzać."


class DeclaredByYourself(Refusal):
    """Whoever took the declaration may not verify it; somebody else does."""

    kind = Kind.FORBIDDEN
    pl = "Kto przyjął oświadczenie, nie może go sprawdzić; robi to inna osoba."


class Rule(Dated):
    """Whether a kind of income enters the income of art. 8 u.p.s., and by which article."""

    counted: bool
    article: str
    note: str | None = None


class _Kind(Written):
    title: str
    rules: tuple[Rule, ...]


_TABLE = TypeAdapter(dict[IncomeKind, _Kind])


@cache
def _table() -> dict[IncomeKind, _Kind]:
    return _TABLE.validate_python(read_data("income_kinds.yaml"))


def rule_of(kind: IncomeKind, month: Month) -> Rule | None:
    """The rule of a month; none where the law of that month is not known here."""
    return in_force(_table()[kind].rules, date.fromisoformat(f"{month}-01"))


def counted_total(items: list[IncomeItem], month: Month) -> Decimal:
    """The sum of what the law counts; what is not known to be left out counts (art. 8 ust. 3)."""
    rules = [(item.monthly, rule_of(item.kind, month)) for item in items]
    return sum((m for m, rule in rules if rule is None or rule.counted), Decimal("0.00"))


@dataclass(eq=False)
class Verification:
    """The incomes of a month as a second worker found them to be, beside what was declared."""

    client_id: UUID
    month: Month
    items: list[IncomeItem]
    evidence: Evidence
    declaration_id: int
    verified_by: UUID
    worker: str
    verified_at: datetime

    def verified(self, of: IncomeDeclaration | None) -> IncomeVerified:
        """Announce it; two people stand for a verified income, or it is only declared twice."""
        if of is None:
            raise NothingDeclared(pointer="/month")
        if of.worker == self.worker:
            raise DeclaredByYourself
        for place, item in enumerate(self.items):
            item.check(f"/items/{place}")
        # Declared under an id that was merged since: what was found stands beside it.
        self.declaration_id, self.client_id = of.id, of.client_id
        return IncomeVerified(client_id=self.client_id, month=self.month)

    def is_of(self, declaration: IncomeDeclaration) -> bool:
        """Whether it still stands: a later declaration makes it outdated."""
        return self.declaration_id == declaration.id
