"""A worker notes days on which a client is not at home."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.benefits.vouchers import VoucherId
from contracts.values import Command, Day
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.absence import AbsenceKind
from services.benefits.domain.visit import VisitFlag
from services.benefits.domain.voucher import Voucher
from services.benefits.domain.voucher_states import NotAPeriod
from services.benefits.store.absences import keep_absence
from services.benefits.store.visits import Visits
from services.benefits.store.vouchers import Vouchers, hold_person


class RecordAbsence(Command):
    """Note an absence; both days inclusive."""

    kind: AbsenceKind
    first_day: Day
    last_day: Annotated[Day | None, Field(description="None: she is still away.")] = None


async def record_absence(
    voucher_id: VoucherId, command: RecordAbsence, *, by: Caller, tx: Transaction
) -> tuple[Voucher, UUID, int]:
    """Note it; visits on these days that were recorded before are flagged. Answers how many were."""
    if command.last_day is not None and command.last_day < command.first_day:
        raise NotAPeriod(pointer="/last_day")
    voucher = await Vouchers(tx, by).find(voucher_id)
    voucher.require_issuer(by.institution)
    await hold_person(tx, voucher.client_id)
    days = (command.first_day, command.last_day)
    absence_id = await keep_absence(tx, voucher.client_id, command.kind, days, by)
    visits = Visits(tx, None)
    flagged = 0
    for visit in await visits.within(voucher.client_id, *days):
        if visit.raise_flags({VisitFlag.DURING_ABSENCE}):
            visit.version += 1
            flagged += 1
            await visits.keep(visit)
    tx.record(voucher.changed())
    return voucher, absence_id, flagged
