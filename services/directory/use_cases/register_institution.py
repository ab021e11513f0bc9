"""The operator enters an institution in the directory."""

from typing import Annotated

from pydantic import Field

from contracts.territory import Territory
from contracts.values import Command, InstitutionId, InstitutionKind
from kernel import ids
from kernel.transactions import Transaction
from services.directory.domain.institution import (
    Institution,
    InstitutionKnown,
    InstitutionName,
)
from services.directory.store import Institutions


class RegisterInstitution(Command):
    """Enter an institution."""

    id: Annotated[
        InstitutionId | None,
        Field(description="The id under which the identity provider names it; made if absent."),
    ] = None
    name: InstitutionName
    kind: InstitutionKind
    territory: Territory


async def register_institution(command: RegisterInstitution, *, tx: Transaction) -> Institution:
    """Enter it once: the same particulars under the same id again change nothing."""
    store = Institutions(tx)
    particulars = (command.name, command.kind, command.territory)
    if command.id is not None and (known := await store.find(command.id)):
        if (known.name, known.kind, known.territory) != particulars:
            raise InstitutionKnown
        return known
    institution = Institution(command.id or ids.new(), *particulars)
    store.add(institution)
    tx.record(institution.registered())
    return institution
