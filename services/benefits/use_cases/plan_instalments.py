"""What is owed is repaid in instalments."""

from decimal import Decimal
from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator

from contracts.benefits import OverpaymentId
from contracts.values import Amount, Command, Month
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.overpayment import Overpayment
from services.benefits.domain.repaying import (
    MOST_INSTALMENTS,
    Instalment,
    in_equal_parts,
    in_sums,
)
from services.benefits.use_cases.overpayment_at_hand import advance


class PlanInstalments(Command):
    """Let an overpayment be repaid in instalments: so many, or so much a month."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"first_month": "2027-01", "count": 6}]}
    )

    first_month: Month
    count: Annotated[int | None, Field(ge=1, le=MOST_INSTALMENTS, strict=True)] = None
    monthly: Annotated[Amount | None, Field(description="Złoty a month.")] = None

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if (self.count is None) == (self.monthly is None):
            raise ValueError("say how many instalments, or how much a month")
        return self


async def plan_instalments(
    overpayment_id: OverpaymentId,
    command: PlanInstalments,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Overpayment:
    """Lay the instalments out; together they come to what is owed, to the grosz."""
    return await advance(
        overpayment_id,
        lambda case: case.plan(_instalments(case.owed, command), clock.today()),
        expected=expected,
        by=by,
        tx=tx,
    )


def _instalments(owed: Decimal, command: PlanInstalments) -> tuple[Instalment, ...]:
    if command.count is not None:
        return in_equal_parts(owed, command.count, command.first_month)
    return in_sums(owed, command.monthly or Decimal(0), command.first_month)
