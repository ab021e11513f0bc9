"""What readers may see of clients."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.identifiers import masked
from contracts.intake import ClientStatus
from contracts.sections import Level, Section
from contracts.values import (
    SENSITIVE,
    ClientId,
    Day,
    InstitutionId,
    Version,
    View,
)
from kernel import kinship, relations
from kernel.callers import Caller
from kernel.rights import Seat, Sight, sights
from kernel.tables import client_keys
from kernel.transactions import Transaction
from services.intake.domain.client import (
    Client,
    ClientNotFound,
    Contact,
    PersonName,
    Residence,
)
from services.intake.store.clients import load_client
from services.intake.tables.clients import clients
from services.intake.views.person import PersonView, person_view

MaskedPesel = Annotated[
    str | None, SENSITIVE, Field(description="Birth part only.", examples=["850314*****"])
]


class ClientView(View):
    """A client as intake answers a command: enough to go on with."""

    id: ClientId
    version: Version
    name: PersonName
    birth_date: Day
    pesel: MaskedPesel
    residence: Residence | None
    contact: Contact
    status: ClientStatus
    registered_by: InstitutionId
    registered_at: datetime
    person: PersonView
    merged_from: Annotated[
        tuple[ClientId, ...],
        Field(description="Ids of merged records that stand for this one.", examples=[[]]),
    ] = ()


def client_view(client: Client, merged_from: Sequence[UUID] = ()) -> ClientView:
    """A client, the number covered."""
    return ClientView(
        id=client.id,
        version=client.version,
        name=client.name,
        birth_date=client.birth_date,
        pesel=masked(client.pesel) if client.pesel else None,
        residence=client.residence,
        contact=client.contact,
        status=client.status,
        registered_by=client.registered_by,
        registered_at=client.registered_at,
        merged_from=tuple(merged_from),
        person=person_view(client),
    )


def cut_client(view: ClientView, seen: Iterable[Sight]) -> ClientView:
    """A client without what her reader does not see of her: how and where to reach her."""
    contact = next(sight.level for sight in seen if sight.section is Section.CONTACT)
    if contact is Level.FULL:
        return view
    place = None
    if contact is Level.SUMMARY and view.residence:
        place = Residence(municipality=view.residence.municipality)
    hidden: dict[str, Any] = {"registration": None, "correspondence": None, "representatives": []}
    person = view.person.model_copy(update=hidden)
    cut = {"residence": place, "contact": Contact(), "person": person}
    return view.model_copy(update=cut)


async def seen_client(
    tx: Transaction, client: Client, by: Caller, merged_from: Sequence[UUID] = ()
) -> ClientView:
    """A client as the answer to a command shows her to whoever gave it."""
    standing = await relations.grounds_of(tx.session, client.id, by)
    return cut_client(client_view(client, merged_from), sights(Seat.of(by), standing))


class SeenClients:
    """The clients a caller's institution may see, for reading."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by
        self._visible = sa.select(clients).where(
            relations.visible(clients.c.id, by),
            not_erased(clients.c.id),
            kinship.not_merged(clients.c.id),
        )

    async def show(self, client_id: UUID) -> ClientView:
        """One client."""
        query = self._visible.where(clients.c.id == client_id)
        row = (await self._tx.session.execute(query)).first()
        if row is None:
            raise ClientNotFound
        _, *merged = await kinship.family(self._tx.session, client_id)
        return await seen_client(self._tx, await load_client(self._tx, row), self._by, merged)


def not_erased(client_id: sa.Column[Any]) -> sa.ColumnElement[bool]:
    """Whose key is destroyed can be opened by nobody, and must not spoil a list for the others."""
    return sa.exists().where(client_keys.c.client_id == client_id)
