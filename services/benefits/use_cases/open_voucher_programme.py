"""A manager opens a programme of care vouchers."""

from datetime import timedelta
from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.territory import Municipality
from contracts.values import Amount, Command, Day, Line
from kernel import ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.voucher_balance import CarryOver
from services.benefits.domain.voucher_programme import (
    CareService,
    ProgrammeLimits,
    ProgrammeTerms,
    TableChoice,
    VoucherProgramme,
    resolved_table,
    table_of,
)
from services.benefits.domain.voucher_states import NotAPeriod
from services.benefits.store.law import known_law
from services.benefits.store.voucher_programmes import Programmes

_LONGEST = timedelta(days=5 * 366)


class OpenVoucherProgramme(Command):
    """Open a programme."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "municipality": "2478011",
                    "name": "Bon opiekuńczy 2026",
                    "resolution": "uchwała nr XII/98/26 z 29 stycznia 2026 r.",
                    "first_day": "2026-03-01",
                    "last_day": "2027-12-31",
                    "hour_rate": "40.00",
                    "services": ["care"],
                    "table": {"preset": "LIPNICA-2023"},
                }
            ]
        }
    )

    municipality: Municipality
    name: Line
    resolution: Annotated[Line, Field(description="Of the gmina council: hour cost and table.")]
    first_day: Day
    last_day: Day
    hour_rate: Annotated[Amount, Field(gt=0, le=1000, examples=["40.00"])]
    services: Annotated[tuple[CareService, ...], Field(min_length=1, max_length=4)]
    table: Annotated[
        TableChoice | None, Field(description="None: that which the gmina council resolved.")
    ] = None
    limits: ProgrammeLimits = ProgrammeLimits()
    carry_over: CarryOver = CarryOver.LAPSE


async def open_voucher_programme(
    command: OpenVoucherProgramme, *, by: Caller, tx: Transaction
) -> VoucherProgramme:
    """Open it. Its terms stay as they are: another rate or table is another programme."""
    if not timedelta(0) <= command.last_day - command.first_day <= _LONGEST:
        raise NotAPeriod(pointer="/last_day")
    law = await known_law(tx)
    if command.table is None:
        table, source = resolved_table(command.municipality, command.first_day, law)
    else:
        table, source = table_of(
            command.table, resolution=command.resolution, on=command.first_day, parameters=law
        )
    terms = ProgrammeTerms(
        name=command.name,
        resolution=command.resolution,
        hour_rate=command.hour_rate,
        services=command.services,
        table=table,
        table_source=source,
        limits=command.limits,
        carry_over=command.carry_over,
    )
    programme = VoucherProgramme(
        id=ids.new(),
        institution=by.institution,
        municipality=command.municipality,
        first_day=command.first_day,
        last_day=command.last_day,
        kept_terms=terms.model_dump(mode="json"),
        opened_by=by.worker,
    )
    await Programmes(tx, by).keep(programme)
    return programme
