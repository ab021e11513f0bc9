"""The operator records that an agreement of a partnership came into force."""

from typing import Annotated

from pydantic import Field

from contracts.values import AgreementId, Command, Day, InstitutionId, PartnershipId
from kernel import ids
from kernel.transactions import Transaction
from kernel.versions import expect
from services.directory.domain.partnership import (
    Agreement,
    AgreementKnown,
    AgreementNumber,
    MemberUnknown,
    Partnership,
)
from services.directory.store import Institutions, Partnerships


class ActivateAgreement(Command):
    """Record an agreement in force."""

    id: Annotated[AgreementId | None, Field(description="Made if absent.")] = None
    number: AgreementNumber
    members: Annotated[list[InstitutionId], Field(min_length=2, max_length=200)]
    valid_from: Day
    valid_to: Annotated[
        Day | None, Field(description="Last day, inclusive; none: until terminated.")
    ] = None


async def activate_agreement(
    partnership_id: PartnershipId,
    command: ActivateAgreement,
    *,
    expected: int | None,
    tx: Transaction,
) -> Partnership:
    """Join the members; an agreement whose id is known already changes nothing."""
    partnership = await Partnerships(tx).get(partnership_id)
    if any(agreement.id == command.id for agreement in partnership.agreements):
        return partnership
    if command.id is not None and await Partnerships(tx).knows_agreement(command.id):
        raise AgreementKnown
    expect(partnership.version, expected)
    known = await Institutions(tx).known(command.members)
    for place, member in enumerate(command.members):
        if member not in known:
            raise MemberUnknown(pointer=f"/members/{place}")
    agreement = Agreement(
        id=command.id or ids.new(),
        partnership_id=partnership.id,
        number=command.number,
        members=list(dict.fromkeys(command.members)),
        valid_from=command.valid_from,
        valid_to=command.valid_to,
    )
    tx.record(partnership.activate(agreement))
    return partnership
