"""The operator records that an agreement ended before its last day."""

from contracts.values import AgreementId, Command, Day, PartnershipId
from kernel.transactions import Transaction
from kernel.versions import expect
from services.directory.domain.partnership import Partnership
from services.directory.store import Partnerships


class TerminateAgreement(Command):
    """End an agreement."""

    ended_on: Day


async def terminate_agreement(
    partnership_id: PartnershipId,
    agreement_id: AgreementId,
    command: TerminateAgreement,
    *,
    expected: int | None,
    tx: Transaction,
) -> Partnership:
    """End it; its members stop sharing from the day after."""
    partnership = await Partnerships(tx).get(partnership_id)
    expect(partnership.version, expected)
    tx.record(partnership.terminate(agreement_id, command.ended_on))
    return partnership
