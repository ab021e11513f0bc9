"""A manager ends the contract of a provider sooner."""

from contracts.benefits.vouchers import VoucherProgrammeId
from contracts.values import Command, Day, InstitutionId
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.voucher_programme import VoucherProgramme
from services.benefits.store.voucher_programmes import Programmes


class EndProviderContract(Command):
    """End a contract sooner; it covers its new last day."""

    institution: InstitutionId
    last_day: Day


async def end_provider_contract(
    programme_id: VoucherProgrammeId,
    command: EndProviderContract,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> VoucherProgramme:
    """End it; visits until then are still settled."""
    programmes = Programmes(tx, by)
    programme = await programmes.get(programme_id)
    expect(programme.version, expected)
    programme.end_contract(command.institution, command.last_day)
    await programmes.keep(programme)
    return programme
