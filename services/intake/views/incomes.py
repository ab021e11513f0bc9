"""What readers may see of a client's incomes, month by month."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from contracts.sections import Section
from contracts.values import Amount, InstitutionId, Month, View, WorkerId
from kernel.callers import Caller
from kernel.pages import CursorUnreadable, cursor, place
from kernel.transactions import Transaction
from services.intake.domain.income import Verification, counted_total, rule_of
from services.intake.domain.means import Evidence, IncomeDeclaration, IncomeItem
from services.intake.store.incomes import Incomes
from services.intake.store.sight import reader_of


class IncomeView(View):
    """One income, and whether the law counts it."""

    item: IncomeItem
    counted: Annotated[bool | None, Field(description="None: the law of that month is not known.")]
    article: Annotated[str | None, Field(examples=["art. 8 ust. 4 pkt 7 u.p.s."])]


class _Listed(View):
    items: list[IncomeView]
    total: Amount
    counted_total: Amount


class DeclaredIncomes(_Listed):
    """A month's incomes as declared."""

    declared_by: InstitutionId
    worker: WorkerId | None
    declared_at: datetime


class VerifiedIncomes(_Listed):
    """A month's incomes as a second worker found them."""

    evidence: Evidence
    verified_by: InstitutionId
    worker: WorkerId
    verified_at: datetime
    outdated: Annotated[bool, Field(description="Something else was declared since.")]


class MonthOfIncomes(View):
    """All that was declared and verified of a month, newest first."""

    month: Month
    standing: Literal["declared", "verified", "outdated"]
    declarations: list[DeclaredIncomes]
    verifications: list[VerifiedIncomes]


class IncomePage(View):
    """Months with incomes, newest first."""

    items: list[MonthOfIncomes]
    next: str | None


async def list_incomes(
    tx: Transaction, client_id: UUID, by: Caller, *, limit: int, after: str | None
) -> IncomePage:
    """The history of a client's incomes, for whoever reads incomes in full."""
    (await reader_of(tx, client_id, by)).require(Section.INCOME)
    incomes = Incomes(tx, client_id)
    found = await incomes.months(_month_at(after), limit + 1)
    months = found[:limit]
    declared, verified = await incomes.declared(months), await incomes.verified(months)
    items = [
        _month(
            month,
            [d for d in declared if d.month == month],
            [v for v in verified if v.month == month],
        )
        for month in months
    ]
    return IncomePage(items=items, next=cursor(months[-1]) if len(found) > limit else None)


def _month_at(after: str | None) -> str | None:
    if after is None:
        return None
    month = place(after)
    try:
        date.fromisoformat(f"{month}-01")
    except ValueError:
        raise CursorUnreadable from None
    return month


def _month(
    month: str, declared: Sequence[IncomeDeclaration], verified: Sequence[Verification]
) -> MonthOfIncomes:
    views = [
        VerifiedIncomes(
            **listed(found.items, month),
            evidence=found.evidence,
            verified_by=found.verified_by,
            worker=found.worker,
            verified_at=found.verified_at,
            outdated=not found.is_of(declared[0]),
        )
        for found in verified
    ]
    standing: Literal["declared", "verified", "outdated"] = "declared"
    if views:
        standing = "outdated" if views[0].outdated else "verified"
    return MonthOfIncomes(
        month=month,
        standing=standing,
        declarations=[
            DeclaredIncomes(
                **listed(said.items, month),
                declared_by=said.declared_by,
                worker=said.worker,
                declared_at=said.declared_at,
            )
            for said in declared
        ],
        verifications=views,
    )


def listed(items: list[IncomeItem], month: str) -> dict[str, object]:
    """The items of a month, each with its rule, and both sums."""
    rules = [(item, rule_of(item.kind, month)) for item in items]
    return {
        "items": [
            IncomeView(
                item=item,
                counted=rule.counted if rule else None,
                article=rule.article if rule else None,
            )
            for item, rule in rules
        ],
        "total": sum((item.monthly for item in items), start=counted_total([], month)),
        "counted_total": counted_total(items, month),
    }
