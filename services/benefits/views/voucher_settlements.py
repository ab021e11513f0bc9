"""What the provider and the payer may see of a settlement."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.benefits.vouchers import SettlementId, VoucherId, VoucherProgrammeId
from contracts.values import Amount, Day, InstitutionId, Month, Version, View, WorkerId
from kernel.callers import Caller
from kernel.pages import cursor, id_at
from kernel.transactions import Transaction
from services.benefits.domain.money import zloty
from services.benefits.domain.voucher_settlement import (
    QueryReason,
    SettlementState,
    VoucherSettlement,
)
from services.benefits.store.voucher_settlements import Settlements
from services.benefits.views.awards import percent_text


class SettlementLineView(View):
    """What one voucher comes to in the month."""

    voucher_id: VoucherId
    visits: int
    minutes: int
    hour_rate: Amount
    copayment_percent: str
    gross: Amount
    copay: Amount
    net: Amount


class SettlementBrief(View):
    """A settlement without its lines; `net` is what the gmina pays."""

    id: SettlementId
    programme_id: VoucherProgrammeId
    payer: InstitutionId
    provider: InstitutionId
    month: Month
    status: SettlementState
    visits: int
    minutes: int
    gross: Annotated[Amount, Field(examples=["1200.00"])]
    copay: Annotated[Amount, Field(examples=["180.00"])]
    net: Annotated[Amount, Field(examples=["1020.00"])]
    submitted_by: WorkerId
    submitted_on: Day
    submit_by: Day
    late: Annotated[bool, Field(description="Submitted after its last day.")]
    pay_by: Day
    checked_by: WorkerId | None
    checked_on: Day | None
    query: QueryReason | None
    accepted_by: WorkerId | None
    accepted_on: Day | None
    paid_by: WorkerId | None
    paid_on: Day | None
    version: Version


class SettlementView(SettlementBrief):
    """A settlement, voucher by voucher."""

    lines: Annotated[
        list[SettlementLineView],
        Field(description="Of clients erased since there is none; the sums hold them still."),
    ]


class SettlementPage(View):
    """The latest first."""

    items: list[SettlementBrief]
    next: Annotated[
        str | None, Field(description="Pass as `cursor` for the next page; null: the last.")
    ]


def settlement_brief(settlement: VoucherSettlement) -> SettlementBrief:
    """A settlement in a list."""
    return SettlementBrief(
        id=settlement.id,
        programme_id=settlement.programme_id,
        payer=settlement.payer,
        provider=settlement.provider,
        month=settlement.month,
        status=settlement.state,
        visits=settlement.visits,
        minutes=settlement.minutes,
        gross=zloty(settlement.gross),
        copay=zloty(settlement.copay),
        net=zloty(settlement.net),
        submitted_by=settlement.submitted_by,
        submitted_on=settlement.submitted_on,
        submit_by=settlement.submit_by,
        late=settlement.late,
        pay_by=settlement.pay_by,
        checked_by=settlement.checked_by,
        checked_on=settlement.checked_on,
        query=settlement.query,
        accepted_by=settlement.accepted_by,
        accepted_on=settlement.accepted_on,
        paid_by=settlement.paid_by,
        paid_on=settlement.paid_on,
        version=settlement.version,
    )


async def settlement_view(tx: Transaction, settlement: VoucherSettlement) -> SettlementView:
    """A settlement with its lines."""
    rows = await Settlements(tx, None).lines(settlement.id)
    lines = [
        SettlementLineView(
            voucher_id=voucher.id,
            visits=line.visits,
            minutes=line.minutes,
            hour_rate=zloty(line.rate),
            copayment_percent=percent_text(line.percent) or "0",
            gross=zloty(line.gross),
            copay=zloty(line.copay),
            net=zloty(line.gross - line.copay),
        )
        for voucher, line in rows
    ]
    return SettlementView(**settlement_brief(settlement).model_dump(), lines=lines)


async def show_settlement(tx: Transaction, by: Caller, settlement_id: UUID) -> SettlementView:
    """One settlement."""
    return await settlement_view(tx, await Settlements(tx, by).find(settlement_id))


async def list_settlements(
    tx: Transaction, by: Caller, *, programme: UUID | None, after: str | None, limit: int
) -> SettlementPage:
    """Those that a caller's institution submitted or pays."""
    found = await Settlements(tx, by).listed(
        programme=programme, after=id_at(after) if after else None, limit=limit + 1
    )
    more = cursor(str(found[limit - 1].id)) if len(found) > limit else None
    return SettlementPage(items=[settlement_brief(one) for one in found[:limit]], next=more)
