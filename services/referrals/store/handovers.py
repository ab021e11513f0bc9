"""Finding and keeping hand-overs; what they say of a person is sealed on the way."""

from uuid import UUID

import sqlalchemy as sa

from contracts.sections import Section
from kernel import relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.handover import (
    Handover,
    HandoverNotFound,
    HandoverState,
    HandoverWords,
)
from services.referrals.store.keys import Keys, Sealer, keys_of
from services.referrals.tables.advice import handovers

WORDS: Sealer[HandoverWords] = Sealer("handover", HandoverWords)


class Handovers:
    """The hand-overs of a caller's institution; `by=None` is the house itself."""

    def __init__(self, tx: Transaction, *, by: Caller | None) -> None:
        self._tx = tx
        self._all = sa.select(Handover)
        if by is not None:
            self._all = self._all.where(seen_by(by))

    async def of_what(self, handover_id: UUID) -> UUID:
        """Which advice it is about: that is locked first, so that nobody waits for each other."""
        query = self._all.with_only_columns(handovers.c.advice_id)
        found = await self._tx.session.scalar(query.where(handovers.c.id == handover_id))
        if found is None:
            raise HandoverNotFound
        return found  # type: ignore[no-any-return] # with_only_columns forgets the type

    async def get(self, handover_id: UUID) -> Handover:
        """Fetch for change; the row stays locked, so that it is answered once."""
        query = self._all.where(handovers.c.id == handover_id).with_for_update()
        found = await self._tx.session.scalar(query)
        if found is None:
            raise HandoverNotFound
        open_handover(found, await keys_of(self._tx, [found.client_id]))
        return found

    async def pending(self, *advice_ids: UUID) -> list[Handover]:
        """The hand-overs of each advice that wait for an answer, for change; one at most of each."""
        query = self._all.where(
            handovers.c.advice_id.in_(advice_ids), handovers.c.state == HandoverState.PENDING
        )
        query = query.order_by(handovers.c.id).with_for_update()
        found = list(await self._tx.session.scalars(query))
        keys = await keys_of(self._tx, [one.client_id for one in found]) if found else {}
        for one in found:
            open_handover(one, keys)
        return found

    async def keep(self, *kept: Handover) -> None:
        """Keep them, their words sealed."""
        for one in kept:
            key = await self._tx.vault.key_for(self._tx.session, one.client_id)
            one.sealed = WORDS.seal(key, one.id, one.words)
        self._tx.session.add_all(kept)
        await self._tx.session.flush()


def seen_by(by: Caller) -> sa.ColumnElement[bool]:
    """The condition that a caller may see a hand-over: her own institution's, of her client."""
    return sa.and_(
        handovers.c.institution == by.institution,
        relations.visible(handovers.c.client_id, by, Section.PLAN),
    )


def open_handover(one: Handover, keys: Keys) -> None:
    """Open the words of a hand-over; without its client's key it is gone."""
    key = keys.get(one.client_id)
    if key is None:
        raise HandoverNotFound
    one.words = WORDS.open(key, one.id, one.sealed)
