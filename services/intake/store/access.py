"""Finding and keeping requests for access."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.vault import ClientKey
from services.intake.domain.access import AccessRequest, AccessRequestNotFound, AccessState
from services.intake.store.sealing import Sealer, key_of
from services.intake.tables.sharing import access_requests

REASON: Sealer[str] = Sealer("access", str)


class AccessRequests:
    """The requests for access that one caller's institution made or must answer."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by

    async def add(self, request: AccessRequest) -> None:
        """Keep a new one."""
        key = await key_of(self._tx, request.client_id)
        await self._tx.session.execute(
            sa.insert(access_requests).values(
                id=request.id,
                client_id=request.client_id,
                owner=request.owner,
                asked_by=request.asked_by,
                asked_at=request.asked_at,
                sealed=REASON.seal(key, request.reason),
                state=request.state,
                version=request.version,
                due_on=request.due_on,
            )
        )

    async def made(self, client_id: UUID) -> AccessRequest | None:
        """The open request that the caller's institution made about a client."""
        query = sa.select(access_requests).where(
            access_requests.c.client_id == client_id,
            access_requests.c.asked_by == self._by.institution,
            access_requests.c.state == AccessState.OPEN,
        )
        row = (await self._tx.session.execute(query.order_by(access_requests.c.id))).first()
        return None if row is None else load_request(row, await key_of(self._tx, client_id))

    async def to_answer(self, request_id: UUID) -> AccessRequest:
        """Fetch for an answer, which only the owner gives."""
        return await self._get(request_id, access_requests.c.owner)

    async def to_withdraw(self, request_id: UUID) -> AccessRequest:
        """Fetch for taking back, which only the one who asked does."""
        return await self._get(request_id, access_requests.c.asked_by)

    async def _get(self, request_id: UUID, whose: sa.Column[UUID]) -> AccessRequest:
        query = sa.select(access_requests).where(
            access_requests.c.id == request_id, whose == self._by.institution
        )
        row = (await self._tx.session.execute(query.with_for_update())).first()
        if row is None:
            raise AccessRequestNotFound
        return load_request(row, await key_of(self._tx, row.client_id))

    async def keep(self, request: AccessRequest) -> None:
        """Keep the answer."""
        statement = sa.update(access_requests).where(access_requests.c.id == request.id)
        await self._tx.session.execute(
            statement.values(state=request.state, refusal=request.refusal, version=request.version)
        )


def load_request(row: Any, key: ClientKey) -> AccessRequest:
    """A request for access from its row."""
    return AccessRequest(
        id=row.id,
        client_id=row.client_id,
        owner=row.owner,
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        reason=REASON.open(key, row.sealed),
        due_on=row.due_on,
        state=row.state,
        refusal=row.refusal,
        version=row.version,
    )
