"""A manager enters an institution that provides the care of a programme."""

from contracts.benefits.vouchers import VoucherProgrammeId
from contracts.values import Command, Day, InstitutionId
from kernel import relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.voucher_programme import (
    CareProviderUnknown,
    Contract,
    VoucherProgramme,
)
from services.benefits.store.voucher_programmes import Programmes


class ContractProvider(Command):
    """Enter a contract; both days inclusive."""

    institution: InstitutionId
    first_day: Day
    last_day: Day


async def contract_provider(
    programme_id: VoucherProgrammeId,
    command: ContractProvider,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> VoucherProgramme:
    """Let an institution of the directory provide care, and be paid for it."""
    programmes = Programmes(tx, by)
    programme = await programmes.get(programme_id)
    expect(programme.version, expected)
    known = await relations.party(tx.session, command.institution)
    if known is None or known.kind is None:
        raise CareProviderUnknown(pointer="/institution")
    programme.contract(Contract(**command.model_dump()))
    await programmes.keep(programme)
    return programme
