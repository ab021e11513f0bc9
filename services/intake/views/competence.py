"""Which offices are competent for a client, with the reason in the reader's language."""

from datetime import date
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.sections import Section
from contracts.territory import REGISTER_OF, Unit
from contracts.values import ClientId, InstitutionKind, View
from kernel import relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.client import ClientNotFound
from services.intake.domain.competence import Competent, competent
from services.intake.store.clients import load_client
from services.intake.store.sight import reader_of
from services.intake.tables.clients import clients
from services.intake.views.clients import not_erased


class TerritoryView(View):
    """A municipality or county of the TERC register."""

    code: Annotated[str, Field(description="Seven digits, or four.", examples=["2478011"])]
    name: Annotated[
        str, Field(description="Empty: abolished since it was recorded.", examples=["Zabrze"])
    ]


class CompetentView(View):
    """A kind of office that is competent, the territory it serves, and why; no territory: unknown."""

    kind: InstitutionKind
    territory: TerritoryView | None
    reason: Annotated[str, Field(examples=["Social assistance is given by the municipality."])]


class CompetenceView(View):
    """Which offices are competent, by what the record says of her residence."""

    client_id: ClientId
    homeless: bool
    items: list[CompetentView]
    register_of: Annotated[date, Field(description="The day of the TERC register behind it.")]


async def competence(
    tx: Transaction, client_id: UUID, by: Caller, language: str
) -> CompetenceView:
    """The offices competent for one client."""
    query = sa.select(clients).where(
        clients.c.id == client_id, relations.visible(clients.c.id, by), not_erased(clients.c.id)
    )
    row = (await tx.session.execute(query)).first()
    if row is None:
        raise ClientNotFound
    reader = await reader_of(tx, client_id, by)
    # The offices follow from the address, and the reason from whether she has one.
    reader.require(Section.CONTACT)
    residence = (await load_client(tx, row)).residence
    return CompetenceView(
        client_id=client_id,
        homeless=residence is not None and residence.homeless,
        items=[_view(one, language) for one in competent(residence)],
        register_of=REGISTER_OF,
    )


def _view(one: Competent, language: str) -> CompetentView:
    reason = one.reason.pl if language == "pl" else one.reason.en
    return CompetentView(kind=one.kind, territory=_territory(one.territory), reason=reason)


def _territory(unit: Unit | None) -> TerritoryView | None:
    return TerritoryView(code=unit.code, name=unit.name) if unit else None
