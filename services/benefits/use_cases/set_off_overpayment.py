"""What is owed is kept back, month by month, of the support that is still to be paid."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.benefits import OverpaymentId
from contracts.values import Command, Month
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.dated import Exact
from services.benefits.domain.overpayment import Overpayment
from services.benefits.store.awards import Awards
from services.benefits.store.law import known_law
from services.benefits.store.overpayments import Overpayments


class SetOffOverpayment(Command):
    """Keep a share back of every month of the award from a month on."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"share": "0.25", "from_month": "2027-01"}]}
    )

    share: Annotated[Exact, Field(gt=0, le=1, decimal_places=4, examples=["0.25"])]
    from_month: Month


async def set_off_overpayment(
    overpayment_id: OverpaymentId,
    command: SetOffOverpayment,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Overpayment:
    """Lay out what each month keeps back; what the award does not cover stays owed."""
    cases = Overpayments(tx, by)
    # The award first, as an approval locks them: two that wait for one another would wait for ever.
    award = await Awards(tx, by).get(await cases.award_of(overpayment_id))
    case = await cases.get(overpayment_id)
    expect(case.version, expected)
    case.require_keeper(by.institution)
    advanced = case.set_off(
        award,
        command.share,
        command.from_month,
        on=clock.today(),
        parameters=await known_law(tx),
    )
    tx.record(advanced)
    await cases.keep(case)
    return case
