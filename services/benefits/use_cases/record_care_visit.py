"""A provider records a visit that was paid for with a care voucher."""

import asyncio
from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import Command, Note, WorkerCode
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.visit import (
    CareTask,
    Moment,
    Place,
    Recorded,
    Said,
    Visit,
    VisitWords,
    drawn_for_phone,
)
from services.benefits.domain.voucher import Voucher
from services.benefits.domain.voucher_programme import CareService
from services.benefits.domain.voucher_serial import VoucherCode, VoucherSerial
from services.benefits.domain.voucher_states import CodeLocked
from services.benefits.store.visits import Visits
from services.benefits.store.voucher_programmes import Programmes
from services.benefits.store.vouchers import Vouchers, hold_person
from services.benefits.use_cases.lay_visit import count_voucher, found_wrong, require_payable


class RecordCareVisit(Command):
    """Record a visit."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "serial": "0A1B2C3D4E5F6G7S",
                    "carer": "ngo-zabrze-carer",
                    "service": "care",
                    "starts_at": "2026-03-02T08:10:00+01:00",
                    "ends_at": "2026-03-02T10:10:00+01:00",
                    "tasks": ["daily_needs"],
                }
            ]
        }
    )

    serial: VoucherSerial
    carer: Annotated[WorkerCode, Field(description="Who was there: a code of the provider's.")]
    service: CareService
    starts_at: Moment
    ends_at: Moment
    tasks: Annotated[tuple[CareTask, ...], Field(min_length=1, max_length=5)]
    place: Place | None = None
    note: Note | None = None
    family_carer: Annotated[
        bool, Field(strict=True, description="The carer is of the client's family.")
    ] = False
    code: Annotated[
        VoucherCode | None, Field(description="The client's; it can be given later, too.")
    ] = None


async def record_care_visit(command: RecordCareVisit, *, by: Caller, tx: Transaction) -> Recorded:
    """Record it, if it can be paid for at all; what looks wrong is noted for the payer.

    A wrong code is a fact as well: the visit stays unconfirmed, and the try counts.
    """
    # Whose voucher it is stays unsaid: the number alone names nobody to a provider.
    tx.quiet = True
    vouchers, visits = Vouchers(tx, None), Visits(tx, by)
    await hold_person(tx, (await vouchers.by_serial(command.serial)).client_id)
    voucher = await vouchers.by_serial(command.serial, lock=True)
    programme = await Programmes(tx, None).find(voucher.programme_id)
    now = clock.now()
    told = Said(
        command.carer, command.service, command.starts_at, command.ends_at, command.family_carer
    )
    visit = Visit.new(
        ids.new(), told, voucher=voucher, by=by.worker, provider=by.institution, now=now
    )
    months = await require_payable(visit, voucher, programme, visits)
    right = await code_taken(voucher, command.code)
    if right:
        visit.confirmed_at = now
    words = VisitWords(tasks=command.tasks, place=command.place, note=command.note)
    visit.raise_flags(await found_wrong(visit, words, programme, visits))
    visit.phone_check = drawn_for_phone(visit.id, programme.terms.limits.phone_check_percent)
    await visits.keep(visit, words)
    tx.record(visit.told_new())
    await count_voucher(voucher, months, by_visit=visit, tx=tx)
    left = next(one.left for one in months if one.month == visit.month)
    return Recorded(visit, left, voucher.tries_left if right is False else None)


async def code_taken(voucher: Voucher, code: str | None) -> bool | None:
    """Whether the code is right; none: none was given. Too many wrong ones before: refused."""
    if code is None:
        return None
    if voucher.locked or voucher.code is None:
        raise CodeLocked
    return voucher.try_code(await asyncio.to_thread(voucher.code.matches, code))
