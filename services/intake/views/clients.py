"""What readers may see of clients."""

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


def not_erased(client_id: sa.Column[Any]) -> sa.ColumnElement[bool]:
    """Whose key is destroyed can be opened by nobody, and must not spoil a list for the others."""
    return sa.exists().where(client_keys.c.client_id == client_id)
