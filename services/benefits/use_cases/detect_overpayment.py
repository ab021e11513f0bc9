"""Months of an award turn out to be paid too high."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import Amount, AwardId, Command, Month
from kernel import clock, ids
from kernel.callers import Caller
from kernel.house import House
from kernel.transactions import Transaction
from services.benefits.domain.award import Award
from services.benefits.domain.declared import ClientNotFound, Declared
from services.benefits.domain.money import ZERO
from services.benefits.domain.overpayment import Finding, Overpayment
from services.benefits.domain.overpayment_states import (
    MonthNotPaid,
    MonthOverpaidAlready,
    OverpaymentCause,
)
from services.benefits.domain.parameters import Parameters
from services.benefits.domain.recomputing import due_in_truth
from services.benefits.domain.repaying import OverpaidMonth
from services.benefits.store.awards import Awards
from services.benefits.store.law import known_law
from services.benefits.store.overpayments import Overpayments


class MonthInQuestion(Command):
    """A month, and what it should have paid."""

    month: Month
    due: Annotated[
        Amount | None,
        Field(description="What it should have paid; unsaid: worked out from what was declared."),
    ] = None


class DetectOverpayment(Command):
    """Open the case of months that were paid too high."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "months": [{"month": "2026-05", "due": "312.00"}],
                    "cause": "unreported_income",
                }
            ]
        }
    )

    months: Annotated[tuple[MonthInQuestion, ...], Field(min_length=1, max_length=36)]
    cause: OverpaymentCause


async def detect_overpayment(
    award_id: AwardId, command: DetectOverpayment, *, by: Caller, tx: Transaction, house: House
) -> Overpayment:
    """Say for each month what it paid and what it should have paid, worked out where not said."""
    awards = Awards(tx, by)
    client_id, on = await awards.whose(award_id)
    found = await house.ask("gateway", f"/internal/ask/intake/clients/{client_id}/means/{on}")
    award = await awards.get(award_id)
    award.require_awarder(by.institution)
    if found is None:
        raise ClientNotFound
    law = await known_law(tx)
    finding = _finding(award, command, Declared.model_validate(found), law)
    cases = Overpayments(tx, by)
    if known := await cases.of_month(award.id, [one.month for one in finding.months]):
        raise MonthOverpaidAlready(overpayment_id=str(known))
    case, detected = Overpayment.detect(
        award, finding, overpayment_id=ids.new(), by=by.worker, on=clock.today()
    )
    await cases.add(case)
    tx.record(detected)
    return case


def _finding(
    award: Award, command: DetectOverpayment, declared: Declared, law: Parameters
) -> Finding:
    said = {one.month: one.due for one in command.months}
    paid = {line.month: line.amount for line in award.months}
    for month in said:
        if month not in paid or not award.has_come(month):
            raise MonthNotPaid(month=month)
    unsaid = {month for month, due in said.items() if due is None}
    known, trace = due_in_truth(award, declared, unsaid, law) if unsaid else ({}, None)
    months = tuple(
        # A month of which nothing would have been paid at all has no line in what was worked out.
        OverpaidMonth(month=month, paid=paid[month], due=known.get(month, due or ZERO))
        for month, due in sorted(said.items())
    )
    return Finding(months, command.cause, trace)
