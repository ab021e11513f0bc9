"""A worker works a care voucher out for a client, from her income and the programme's table."""

from datetime import timedelta
from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator

from contracts.benefits.vouchers import VoucherProgrammeId
from contracts.sections import Section
from contracts.values import Amount, ClientId, Command, Day, InstitutionId, Month
from kernel import ids, kinship, relations
from kernel.callers import Caller
from kernel.house import House
from kernel.transactions import Transaction
from services.benefits.domain.declared import ClientNotFound, Declared
from services.benefits.domain.voucher import Voucher
from services.benefits.domain.voucher_programme import CareService
from services.benefits.domain.voucher_serial import draw_serial
from services.benefits.domain.voucher_states import NotAPeriod, VoucherOpen
from services.benefits.domain.voucher_terms import GivenIncome, VoucherAsked, voucher_terms
from services.benefits.store.law import known_law
from services.benefits.store.voucher_programmes import Programmes
from services.benefits.store.vouchers import Vouchers, hold_person

_LONGEST = timedelta(days=2 * 366)


class DraftVoucher(Command):
    """Work a voucher out: hours or złoty of care a month."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "client_id": "0197a000-0000-7000-8000-00000000c001",
                    "programme_id": "0197a000-0000-7000-8000-00000000f101",
                    "services": ["care"],
                    "hours": 30,
                    "valid_from": "2026-03-01",
                    "valid_to": "2026-12-31",
                }
            ]
        }
    )

    client_id: ClientId
    programme_id: VoucherProgrammeId
    services: Annotated[tuple[CareService, ...], Field(min_length=1, max_length=4)]
    hours: Annotated[
        int | None, Field(ge=1, le=744, strict=True, description="A month.", examples=[30])
    ] = None
    amount: Annotated[Amount | None, Field(description="Złoty of care a month.")] = None
    valid_from: Day
    valid_to: Day
    provider: Annotated[
        InstitutionId | None,
        Field(description="None: the client chooses among those on contract."),
    ] = None
    income_month: Annotated[
        Month | None, Field(description="None: the month before the first day.")
    ] = None
    income: Annotated[
        GivenIncome | None, Field(description="None: what was declared at intake counts.")
    ] = None

    @model_validator(mode="after")
    def _one_measure(self) -> Self:
        if (self.hours is None) == (self.amount is None):
            raise ValueError("say either hours or amount")
        return self


async def draft_voucher(
    command: DraftVoucher, *, by: Caller, tx: Transaction, house: House
) -> Voucher:
    """Work it out and keep it; somebody else grants it."""
    # Asked before the first statement: no row is locked while another process thinks.
    declared = None if command.income else await _declared(house, command)
    client_id = await kinship.survivor(tx.session, command.client_id)
    may_see = await relations.may_see(tx.session, client_id, by.institution, Section.VOUCHERS)
    if not may_see or (declared is None and command.income is None):
        raise ClientNotFound
    if not timedelta(0) <= command.valid_to - command.valid_from <= _LONGEST:
        raise NotAPeriod(pointer="/valid_to")
    programme = await Programmes(tx, by).find(command.programme_id)
    asked = VoucherAsked(**command.model_dump(include=set(VoucherAsked.model_fields)))
    voucher = Voucher(
        id=ids.new(),
        client_id=client_id,
        institution=by.institution,
        programme_id=programme.id,
        serial=draw_serial(),
        services=tuple(dict.fromkeys(command.services)),
        provider=command.provider,
        valid_from=command.valid_from,
        valid_to=command.valid_to,
        drafted_by=by.worker,
        terms=voucher_terms(asked, programme, declared, await known_law(tx)),
    )
    await keep_draft(voucher, by, tx)
    return voucher


async def keep_draft(voucher: Voucher, by: Caller, tx: Transaction) -> None:
    """Keep a new one, unless the client has one for these days: of two at once the second sees it."""
    await hold_person(tx, voucher.client_id)
    vouchers = Vouchers(tx, by)
    if known := await vouchers.overlapping(voucher):
        raise VoucherOpen(voucher_id=str(known))
    await vouchers.add(voucher)
    tx.record(voucher.drafted())


async def _declared(house: House, command: DraftVoucher) -> Declared | None:
    path = f"/internal/ask/intake/clients/{command.client_id}/means/{command.valid_from}"
    found = await house.ask("gateway", path)
    return None if found is None else Declared.model_validate(found)
