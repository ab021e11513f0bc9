"""What readers may see of a care voucher, and a client's vouchers as a section of her card."""

from collections.abc import Mapping
from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.benefits.vouchers import VoucherId, VoucherProgrammeId
from contracts.sections import Level, Section
from contracts.values import (
    Amount,
    ClientId,
    Command,
    Day,
    InstitutionId,
    Month,
    Version,
    View,
    WorkerId,
)
from kernel import clock
from kernel.callers import Caller
from kernel.pages import cursor, id_at
from kernel.service import Bodies
from kernel.transactions import Transaction
from services.benefits.domain.months import month_of
from services.benefits.domain.voucher import Voucher
from services.benefits.domain.voucher_balance import MonthBalance, balance
from services.benefits.domain.voucher_programme import CareService
from services.benefits.domain.voucher_serial import VoucherSerial, grouped
from services.benefits.domain.voucher_states import (
    NotOnContract,
    VoucherCancelReason,
    VoucherState,
)
from services.benefits.store.visits import Visits
from services.benefits.store.voucher_programmes import Programmes
from services.benefits.store.vouchers import Vouchers
from services.benefits.views.awards import WorkingView, in_order, percent_text

_FULL = {
    "id", "status", "services", "provider", "valid_from", "valid_to", "minutes_a_month",
    "copayment_percent", "months",
}  # fmt: skip
_SUMMARY = {"id", "status", "valid_from", "valid_to"}


class MonthBalanceView(View):
    """One month of a voucher, in minutes."""

    month: Month
    granted: Annotated[int, Field(examples=[1800])]
    carried_in: int
    used: int
    left: int
    carried_on: int


class VoucherView(View):
    """A care voucher with what was worked out for it, and its hours month by month."""

    id: VoucherId
    client_id: ClientId
    programme_id: VoucherProgrammeId
    status: VoucherState
    serial: Annotated[str, Field(examples=["0A1B-2C3D-4E5F-6G7S"])]
    services: tuple[CareService, ...]
    provider: Annotated[InstitutionId | None, Field(description="None: free to choose.")]
    valid_from: Day
    valid_to: Day
    ended_on: Annotated[Day | None, Field(description="From this day on it is good no more.")]
    minutes_a_month: Annotated[int, Field(examples=[1800])]
    amount_a_month: Amount | None
    hour_rate: Amount
    copayment_percent: Annotated[str, Field(examples=["15"])]
    income: Amount
    income_of_criterion: Annotated[str, Field(examples=["178.22"], description="Percent.")]
    household_size: int
    income_reason: Annotated[str | None, Field(description="Why the income was given by hand.")]
    months: list[MonthBalanceView]
    drafted_by: WorkerId
    issued_by: WorkerId | None
    issued_on: Day | None
    handed_over_on: Day | None
    code_locked: Annotated[bool, Field(description="Too many wrong codes: give a new one.")]
    cancel_reason: VoucherCancelReason | None
    origin_id: VoucherId | None
    successor_id: VoucherId | None
    version: Version
    trace: Annotated[list[WorkingView], Field(description="In the order of computation.")]


class HandedOverView(View):
    """A voucher in the client's hands, with the code to tell her: it is shown this once."""

    code: Annotated[str, Field(examples=["204816"])]
    voucher: VoucherView


class AbsenceView(View):
    """An absence that was noted, and how many visits recorded before it now wait for an explanation."""

    id: Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000f141"])]
    visits_flagged: int


class VoucherPage(View):
    """The latest first."""

    items: list[VoucherView]
    next: Annotated[
        str | None, Field(description="Pass as `cursor` for the next page; null: the last.")
    ]


class CheckVoucher(Command):
    """Check a voucher by its number, which no address may carry."""

    serial: VoucherSerial


class VoucherCheckView(View):
    """What whoever is shown a voucher may know of it: nothing of the client."""

    id: VoucherId
    programme_id: VoucherProgrammeId
    status: VoucherState
    good_today: bool
    services: tuple[CareService, ...]
    copayment_percent: str
    hour_rate: Amount
    valid_from: Day
    valid_to: Day
    month: Month
    minutes_left: Annotated[int, Field(description="In this month.")]
    code_locked: bool


async def voucher_view(tx: Transaction, voucher: Voucher) -> VoucherView:
    """A voucher as whoever may see it sees it."""
    terms = voucher.terms
    months = [
        MonthBalanceView(**one._asdict(), left=one.left) for one in await months_of(tx, voucher)
    ]
    return VoucherView(
        id=voucher.id,
        client_id=voucher.client_id,
        programme_id=voucher.programme_id,
        status=voucher.state,
        serial=grouped(voucher.serial),
        services=voucher.services,
        provider=voucher.provider,
        valid_from=voucher.valid_from,
        valid_to=voucher.valid_to,
        ended_on=voucher.ended_on,
        minutes_a_month=terms.minutes,
        amount_a_month=terms.amount,
        hour_rate=terms.rate,
        copayment_percent=percent_text(terms.percent) or "0",
        income=terms.income,
        income_of_criterion=f"{terms.of_criterion:.2f}",
        household_size=terms.household_size,
        income_reason=terms.reason,
        months=months,
        drafted_by=voucher.drafted_by,
        issued_by=voucher.issued_by,
        issued_on=voucher.issued_on,
        handed_over_on=voucher.handed_over_on,
        code_locked=voucher.locked,
        cancel_reason=voucher.cancel_reason,
        origin_id=voucher.origin_id,
        successor_id=voucher.successor_id,
        version=voucher.version,
        trace=[WorkingView.model_validate(one) for one in in_order(terms.trace)],
    )


async def months_of(tx: Transaction, voucher: Voucher) -> tuple[MonthBalance, ...]:
    """Its hours month by month."""
    programme = await Programmes(tx, None).find(voucher.programme_id)
    used = await Visits(tx, None).used(voucher.id)
    return balance(voucher.granted(), used, programme.terms.carry_over)


async def show_voucher(tx: Transaction, by: Caller, voucher_id: UUID) -> VoucherView:
    """One voucher."""
    return await voucher_view(tx, await Vouchers(tx, by).find(voucher_id))


async def list_vouchers(
    tx: Transaction,
    by: Caller,
    *,
    programme: UUID | None,
    client: UUID | None,
    after: str | None,
    limit: int,
) -> VoucherPage:
    """Those of the clients a caller may see."""
    found = await Vouchers(tx, by).listed(
        programme=programme,
        client=client,
        after=id_at(after) if after else None,
        limit=limit + 1,
    )
    more = cursor(str(found[limit - 1].id)) if len(found) > limit else None
    return VoucherPage(items=[await voucher_view(tx, v) for v in found[:limit]], next=more)


async def check_voucher(tx: Transaction, by: Caller, serial: str) -> VoucherCheckView:
    """What a provider needs to know before it sends a carer; the number alone opens no more."""
    voucher = await Vouchers(tx, None).by_serial(serial)
    programme = await Programmes(tx, None).find(voucher.programme_id)
    today = clock.today()
    if not programme.on_contract(by.institution, today):
        raise NotOnContract
    left = {one.month: one.left for one in await months_of(tx, voucher)}
    return VoucherCheckView(
        id=voucher.id,
        programme_id=programme.id,
        status=voucher.state,
        good_today=voucher.good_on(today) and voucher.provider in {None, by.institution},
        services=voucher.services,
        copayment_percent=percent_text(voucher.terms.percent) or "0",
        hour_rate=voucher.terms.rate,
        valid_from=voucher.valid_from,
        valid_to=voucher.valid_to,
        month=month_of(today),
        minutes_left=left.get(month_of(today), 0),
        code_locked=voucher.locked,
    )


async def cut_vouchers(tx: Transaction, client_id: UUID) -> Mapping[Section | str, Bodies] | None:
    """Her card: every voucher, in full and as a status; of merged records too. Never its number."""
    found = await Vouchers(tx, None).of_person(client_id)
    if not found:
        return None
    views = [await voucher_view(tx, voucher) for voucher in found]
    return {
        Section.VOUCHERS: {
            Level.FULL: [view.model_dump(mode="json", include=_FULL) for view in views],
            Level.SUMMARY: [view.model_dump(mode="json", include=_SUMMARY) for view in views],
        }
    }
