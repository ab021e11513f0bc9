"""Finding and keeping sharings."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from contracts.sections import Section
from contracts.values import LegalBasis
from kernel import kinship
from kernel.transactions import Transaction
from kernel.vault import ClientKey
from services.intake.domain.sharing import Sharing, SharingNotFound
from services.intake.store.sealing import Sealer, key_of
from services.intake.tables.sharing import sharings

BASIS: Sealer[LegalBasis] = Sealer("sharing", LegalBasis)


class Sharings:
    """The sharings of clients."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def add(self, sharing: Sharing) -> None:
        """Keep a new one."""
        await self.add_all([sharing])

    async def add_all(self, opened: Sequence[Sharing]) -> None:
        """Keep new ones, at once."""
        rows = [
            {
                "id": sharing.id,
                "client_id": sharing.client_id,
                "party_id": sharing.party,
                "sections": list(sharing.sections),
                "until": sharing.until,
                "sealed": BASIS.seal(await key_of(self._tx, sharing.client_id), sharing.basis),
                "opened_by": sharing.opened_by,
                "opened_at": sharing.opened_at,
                "expires_at": sharing.expires_at,
            }
            for sharing in opened
        ]
        if rows:
            await self._tx.session.execute(sa.insert(sharings), rows)

    async def get(self, client_id: UUID, sharing_id: UUID) -> Sharing:
        """Fetch for change."""
        return await self._get(_one(client_id, sharing_id).with_for_update())

    async def left_of(self, client_id: UUID, sharing_id: UUID) -> Sharing:
        """What is left of a sharing, however often it was narrowed; to be looked at alone."""
        left = await self._get(_one(client_id, sharing_id))
        while left.narrowed_to is not None:
            left = await self._get(_one(client_id, left.narrowed_to))
        return left

    async def _get(self, query: sa.Select[Any]) -> Sharing:
        row = (await self._tx.session.execute(query)).first()
        if row is None:
            raise SharingNotFound
        return load_sharing(row, await key_of(self._tx, row.client_id))

    async def close(self, sharing: Sharing) -> None:
        """Keep the withdrawal, and what stays of it if it was narrowed."""
        statement = sa.update(sharings).where(sharings.c.id == sharing.id)
        await self._tx.session.execute(
            statement.values(closed_at=sharing.closed_at, narrowed_to=sharing.narrowed_to)
        )


def _one(client_id: UUID, sharing_id: UUID) -> sa.Select[Any]:
    return sa.select(sharings).where(
        kinship.of_person(sharings.c.client_id, client_id), sharings.c.id == sharing_id
    )


def load_sharing(row: Any, key: ClientKey) -> Sharing:
    """A sharing from its row."""
    return Sharing(
        id=row.id,
        client_id=row.client_id,
        party=row.party_id,
        basis=BASIS.open(key, row.sealed),
        sections=tuple(map(Section, row.sections)),
        until=row.until,
        opened_by=row.opened_by,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        expires_at=row.expires_at,
        narrowed_to=row.narrowed_to,
    )
