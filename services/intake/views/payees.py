"""Whom a service pays: her name, her bank account, where post reaches her; for the house alone."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kernel import kinship
from kernel.transactions import Transaction
from services.intake.domain.addresses import Address
from services.intake.domain.client import Client, Residence
from services.intake.store.clients import load_client
from services.intake.tables.clients import clients
from services.intake.views.clients import not_erased


async def payees(tx: Transaction, ids: Iterable[UUID]) -> dict[str, dict[str, Any]]:
    """Each by the id that was asked; whoever is unknown or erased is left out.

    Of merged records the name is that of the one that goes on, the account the first that there is.
    """
    told = {}
    for one in ids:
        family = await _records(tx, await kinship.family(tx.session, one))
        if family:
            told[str(one)] = _payee(family)
    return told


async def _records(tx: Transaction, ids: Sequence[UUID]) -> list[Client]:
    query = sa.select(clients).where(clients.c.id.in_(ids), not_erased(clients.c.id))
    rows = {row.id: row for row in (await tx.session.execute(query)).all()}
    return [await load_client(tx, rows[one]) for one in ids if one in rows]


def _payee(family: Sequence[Client]) -> dict[str, Any]:
    name = family[0].name
    accounts = [client.particulars.bank_account for client in family]
    homes = [client.particulars.correspondence or client.residence for client in family]
    return {
        "name": f"{name.given} {name.family}",
        "account": next(filter(None, accounts), None),
        "address": next(filter(None, map(_written, homes)), None),
    }


def _written(home: Address | Residence | None) -> str | None:
    """An address in one line; none for whoever has none."""
    if home is None or getattr(home, "homeless", False):
        return None
    door = "/".join(part for part in (home.building, home.flat) if part)
    street = " ".join(part for part in (home.street, door) if part)
    city = " ".join(part for part in (home.postal_code, home.city) if part)
    return ", ".join(part for part in (street, city) if part) or None
