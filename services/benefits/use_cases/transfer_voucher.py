"""A worker lets another voucher take a voucher's place: with another provider, or free to choose."""

from typing import Annotated

from pydantic import Field

from contracts.benefits.vouchers import VoucherId
from contracts.values import Command, InstitutionId
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.months import month_of
from services.benefits.domain.visit_refusals import VoucherNotGood
from services.benefits.domain.voucher import Voucher
from services.benefits.domain.voucher_balance import balance
from services.benefits.domain.voucher_serial import draw_serial
from services.benefits.domain.voucher_states import NotOnContract, SameProvider
from services.benefits.store.visits import Visits
from services.benefits.store.voucher_programmes import Programmes
from services.benefits.store.vouchers import Vouchers, hold_person
from services.benefits.use_cases.draft_voucher import keep_draft


class TransferVoucher(Command):
    """Pass what is left on."""

    provider: Annotated[
        InstitutionId | None,
        Field(description="None: the client chooses among those on contract."),
    ] = None


async def transfer_voucher(
    voucher_id: VoucherId,
    command: TransferVoucher,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Voucher:
    """Draft the successor, with what is left of this month; it is granted and handed over as any."""
    vouchers = Vouchers(tx, by)
    await hold_person(tx, (await vouchers.find(voucher_id)).client_id)
    old = await vouchers.get(voucher_id)
    expect(old.version, expected)
    old.require_issuer(by.institution)
    programme = await Programmes(tx, by).find(old.programme_id)
    on = max(clock.today(), old.valid_from)
    if on > old.valid_to:  # over, and the clock has not come round yet
        raise VoucherNotGood(state=old.state)
    if command.provider == old.provider:
        raise SameProvider
    if command.provider and not programme.on_contract(command.provider, on):
        raise NotOnContract(pointer="/provider")
    used = await Visits(tx, None).used(old.id)
    months = balance(old.granted(), used, programme.terms.carry_over)
    heir, ended = old.pass_on(
        voucher_id=ids.new(),
        serial=draw_serial(),
        provider=command.provider,
        left=next((one.left for one in months if one.month == month_of(on)), 0),
        by=by.worker,
        on=on,
    )
    tx.record(ended)
    await vouchers.keep(old)
    await keep_draft(heir, by, tx)
    return heir
