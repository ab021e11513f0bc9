"""A provider submits its visits of a month for settlement."""

from contracts.benefits.vouchers import VoucherProgrammeId
from contracts.values import Command, Month
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.voucher_settlement import (
    AlreadySubmitted,
    MonthNotOver,
    NothingToSettle,
    VoucherSettlement,
    last_day,
    pay_by,
    submit_by,
)
from services.benefits.store.visits import hold_month_alone, settlement_of
from services.benefits.store.voucher_programmes import Programmes
from services.benefits.store.voucher_settlements import Settlements


class SubmitSettlement(Command):
    """Submit a month."""

    programme_id: VoucherProgrammeId
    month: Month


async def submit_settlement(
    command: SubmitSettlement, *, by: Caller, tx: Transaction
) -> VoucherSettlement:
    """Take every visit of the month in, once, whatever is retried; the month is closed with it."""
    programme = await Programmes(tx, by, provided=True).find(command.programme_id)
    today = clock.today()
    if today <= last_day(command.month):
        raise MonthNotOver
    await hold_month_alone(tx, programme.id, by.institution, command.month)
    if known := await settlement_of(tx, programme.id, by.institution, command.month):
        raise AlreadySubmitted(settlement_id=str(known))
    limits = programme.terms.limits
    settlement = VoucherSettlement(
        id=ids.new(),
        programme_id=programme.id,
        payer=programme.institution,
        provider=by.institution,
        month=command.month,
        submitted_by=by.worker,
        submitted_on=today,
        submit_by=submit_by(command.month, limits.submit_working_days),
        pay_by=pay_by(today, limits.pay_days),
    )
    settlements = Settlements(tx, by)
    await settlements.keep(settlement)
    await settlements.gather(settlement)
    if not settlement.visits:
        raise NothingToSettle
    return settlement
