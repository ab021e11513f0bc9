"""What readers may see of clients."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.intake import ClientStatus
from contracts.values import (
    SENSITIVE,
    ClientId,
    Day,
    InstitutionId,
    Version,
    View,
)
from kernel import relations
from kernel.callers import Caller
from kernel.tables import client_keys
from kernel.transactions import Transaction
from services.intake.domain.client import (
    Client,
    ClientNotFound,
    Contact,
    PersonName,
    Residence,
)
from services.intake.domain.pesel import masked
from services.intake.store.clients import load_client
from services.intake.tables.clients import clients

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


class FoundClient(View):
    """A client as a list shows her."""

    client_id: ClientId
    name: PersonName
    birth_date: Day
    pesel: MaskedPesel


class FoundClients(View):
    """Who was found among those the caller may see; at most twenty."""

    items: list[FoundClient]


def client_view(client: Client) -> ClientView:
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
    )


class SeenClients:
    """The clients a caller's institution may see, for reading."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._visible = sa.select(clients).where(
            relations.visible(clients.c.id, by), not_erased(clients.c.id)
        )

    async def show(self, client_id: UUID) -> ClientView:
        """One client."""
        query = self._visible.where(clients.c.id == client_id)
        row = (await self._tx.session.execute(query)).first()
        if row is None:
            raise ClientNotFound
        return client_view(await load_client(self._tx, row))

    async def find(
        self, indexes: Sequence[bytes] | None, family: str | None, birth_date: Any | None
    ) -> FoundClients:
        """By PESEL number, or by family name and perhaps birth date."""
        query = self._visible.order_by(clients.c.family, clients.c.given, clients.c.id).limit(20)
        if indexes is not None:
            query = query.where(clients.c.pesel_index.in_(indexes))
        if family is not None:
            query = query.where(sa.func.lower(clients.c.family) == family.lower())
        if birth_date is not None:
            query = query.where(clients.c.birth_date == birth_date)
        found = []
        for row in await self._tx.session.execute(query):
            client = await load_client(self._tx, row)
            view = client_view(client)
            found.append(
                FoundClient(
                    client_id=view.id,
                    name=view.name,
                    birth_date=view.birth_date,
                    pesel=view.pesel,
                )
            )
        return FoundClients(items=found)


def not_erased(client_id: sa.Column[Any]) -> sa.ColumnElement[bool]:
    """Whose key is destroyed can be opened by nobody, and must not spoil a list for the others."""
    return sa.exists().where(client_keys.c.client_id == client_id)
