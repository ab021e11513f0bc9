"""What every new or corrected visit has to pass: whether it can be paid for, and what looks wrong."""

from kernel.transactions import Transaction
from services.benefits.domain.visit import Visit, VisitFlag, VisitWords
from services.benefits.domain.visit_flags import flags_of
from services.benefits.domain.visit_refusals import (
    MonthSubmitted,
    OtherProvider,
    ServiceNotCovered,
    TwoPlacesAtOnce,
    VoucherNotGood,
    VoucherUsedUp,
)
from services.benefits.domain.voucher import Voucher
from services.benefits.domain.voucher_balance import MonthBalance, balance, fits, used_up
from services.benefits.domain.voucher_programme import VoucherProgramme
from services.benefits.domain.voucher_states import NotOnContract, VoucherState
from services.benefits.store.visits import Visits
from services.benefits.store.vouchers import Vouchers

_HOUR = 60


async def require_payable(
    visit: Visit, voucher: Voucher, programme: VoucherProgramme, visits: Visits
) -> tuple[MonthBalance, ...]:
    """Refuse what no explanation would make right; answers what is left with it, month by month.

    The client's turn is held by now. Then the carer's and the month's are, always in this order.
    """
    await visits.hold_carer(visit)
    if await visits.hold_month(programme.id, visit.institution, visit.month):
        raise MonthSubmitted
    if not programme.on_contract(visit.institution, visit.day):
        raise NotOnContract
    if voucher.provider not in {None, visit.institution}:
        raise OtherProvider
    if visit.service not in voucher.services:
        raise ServiceNotCovered
    if not (voucher.good_on(visit.day) and programme.covers(visit.day, visit.day)):
        raise VoucherNotGood(state=voucher.state)
    if who := await visits.clashing(visit):
        raise TwoPlacesAtOnce(who=who)
    used = await visits.used(voucher.id, without=visit.id)
    rule = programme.terms.carry_over
    after = used | {visit.month: used.get(visit.month, 0) + visit.minutes}
    months = balance(voucher.granted(), after, rule)
    if not fits(months):
        before = {one.month: one.left for one in balance(voucher.granted(), used, rule)}
        raise VoucherUsedUp(minutes_left=before.get(visit.month, 0))
    return months


async def found_wrong(
    visit: Visit, words: VisitWords, programme: VoucherProgramme, visits: Visits
) -> set[VisitFlag]:
    """What is to be explained of it, as far as is known now."""
    daily = programme.terms.limits.daily_max_hours * _HOUR
    return flags_of(visit, words.place, await visits.around(visit, daily_max_minutes=daily))


async def count_voucher(
    voucher: Voucher, months: tuple[MonthBalance, ...], *, by_visit: Visit, tx: Transaction
) -> None:
    """End a voucher of which nothing is left; let one go on of which something is again."""
    spent = used_up(months, by_visit.month)
    if spent and voucher.state is VoucherState.ACTIVE:
        tx.record(voucher.exhaust())
    elif not spent and voucher.state is VoucherState.EXHAUSTED:
        tx.record(voucher.refill())
    await Vouchers(tx, None).keep(voucher)
