"""What readers may see of overpayments."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.benefits import OverpaymentId, OverpaymentState
from contracts.values import (
    Amount,
    AwardId,
    ClientId,
    Day,
    InstitutionId,
    Line,
    Month,
    Note,
    Version,
    View,
    WorkerId,
)
from kernel import kinship
from kernel.callers import Caller
from kernel.pages import cursor, id_at
from kernel.transactions import Transaction
from services.benefits.domain.money import ZERO
from services.benefits.domain.overpayment import Overpayment
from services.benefits.domain.overpayment_states import (
    Awareness,
    OverpaymentCause,
    OverpaymentNotFound,
    WaiverReason,
)
from services.benefits.domain.repaying import OverpaidMonth
from services.benefits.store.overpayments import load_overpayment, overpayments_seen_by
from services.benefits.tables.overpayments import overpayments
from services.benefits.views.awards import WorkingView, in_order


class OverpaidMonthView(View):
    """What a month paid, what it should have paid, and the difference."""

    month: Month
    paid: Amount
    due: Amount
    overpaid: Amount


class InstalmentView(View):
    """What is to be repaid in a month, or kept back of it."""

    month: Month
    amount: Amount


class RepaymentView(View):
    """What came back on a day."""

    on: Day
    amount: Amount
    month: Annotated[
        Month | None, Field(description="Kept back of this month; none: she paid it in.")
    ]


class OverpaymentView(View):
    """An overpayment: its months, where its case stands, and what is still owed."""

    id: OverpaymentId
    client_id: ClientId
    award_id: AwardId
    status: OverpaymentState
    cause: OverpaymentCause
    months: list[OverpaidMonthView]
    total: Amount
    owed: Annotated[Amount, Field(description="Of it what was not repaid yet.")]
    under_way: Annotated[
        Amount, Field(description="Of it what payment lists keep back that are not paid yet.")
    ]
    detected_by: WorkerId
    detected_on: Day
    awareness: Awareness | None
    explanation: Note | None
    decision: Line | None
    decision_on: Day | None
    determined_by: WorkerId | None
    determined_on: Day | None
    due_on: Day | None
    limitation_on: Annotated[Day | None, Field(description="The last day it can be claimed.")]
    instalments: list[InstalmentView]
    not_planned: Annotated[Amount, Field(description="What the instalments do not cover.")]
    repayments: list[RepaymentView]
    waiver_reason: WaiverReason | None
    waiver_asked_by: WorkerId | None
    decided_by: WorkerId | None
    decided_on: Day | None
    version: Version
    trace: Annotated[list[WorkingView], Field(description="Where it was worked out.")]


class OverpaymentBrief(View):
    """An overpayment in a list; no amounts."""

    id: OverpaymentId
    client_id: ClientId
    award_id: AwardId
    institution: InstitutionId
    status: OverpaymentState
    cause: OverpaymentCause
    detected_on: Day
    due_on: Day | None
    limitation_on: Day | None
    version: Version


class OverpaymentPage(View):
    """Overpayments, the latest first."""

    items: list[OverpaymentBrief]
    next: Annotated[str | None, Field(description="`cursor` of the next page; none: the last.")]


@dataclass(frozen=True)
class WhichOverpayments:
    """Which are listed."""

    client_id: UUID | None = None
    state: OverpaymentState | None = None
    barred_by: date | None = None


def overpayment_view(case: Overpayment) -> OverpaymentView:
    """An overpayment as whoever may see it sees it."""
    planned = sum((one.amount for one in case.instalments), ZERO)
    repaid = sum((one.amount for one in case.repayments), ZERO)
    trace = case.trace
    shown = {name: getattr(case, name) for name in _AS_THEY_ARE}
    return OverpaymentView(
        **shown,
        status=case.state,
        months=[_month(one) for one in case.months],
        under_way=sum((one.amount for one in case.keeping), ZERO),
        not_planned=max(case.total - max(planned, repaid), ZERO),
        instalments=[InstalmentView.model_validate(one) for one in case.instalments],
        repayments=[RepaymentView.model_validate(one) for one in case.repayments],
        trace=[WorkingView.model_validate(one) for one in in_order(trace)] if trace else [],
    )


_AS_THEY_ARE = (
    "id", "client_id", "award_id", "cause", "total", "owed", "detected_by", "detected_on",
    "awareness", "explanation", "decision", "decision_on", "determined_by", "determined_on",
    "due_on", "limitation_on", "waiver_reason", "waiver_asked_by", "decided_by", "decided_on",
    "version",
)  # fmt: skip


def _month(one: OverpaidMonth) -> OverpaidMonthView:
    return OverpaidMonthView(
        month=one.month, paid=one.paid, due=one.due, overpaid=one.paid - one.due
    )


class SeenOverpayments:
    """The overpayments of the clients that a caller's institution may see, for reading."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by
        self._all = overpayments_seen_by(by)

    async def show(self, overpayment_id: UUID) -> OverpaymentView:
        """One of them."""
        query = self._all.where(overpayments.c.id == overpayment_id)
        row = (await self._tx.session.execute(query)).first()
        if row is None:
            raise OverpaymentNotFound
        return overpayment_view(await load_overpayment(self._tx, row))

    async def page(
        self, which: WhichOverpayments, limit: int, after: str | None
    ) -> OverpaymentPage:
        """Those of a client, or else those of the caller's institution."""
        query = self._all.order_by(overpayments.c.id.desc()).limit(limit + 1)
        if which.client_id is None:
            query = query.where(overpayments.c.institution == self._by.institution)
        else:
            query = query.where(kinship.of_person(overpayments.c.client_id, which.client_id))
        if which.state is not None:
            query = query.where(overpayments.c.state == which.state)
        if which.barred_by is not None:
            query = query.where(overpayments.c.limitation_on <= which.barred_by)
        if after:
            query = query.where(overpayments.c.id < id_at(after))
        rows = (await self._tx.session.execute(query)).mappings().all()
        items = [
            OverpaymentBrief.model_validate({**row, "status": row["state"]})
            for row in rows[:limit]
        ]
        more = cursor(str(rows[limit - 1]["id"])) if len(rows) > limit else None
        return OverpaymentPage(items=items, next=more)
