"""Finding and keeping requests for information; what they say of a person is sealed on the way."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from contracts.sections import Section
from kernel import kinship, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.information import InformationRequest, InformationRequestNotFound
from services.referrals.domain.information_answers import InformationWords
from services.referrals.domain.information_states import OPEN
from services.referrals.domain.referral_refusals import ClientNotFound
from services.referrals.store.keys import Keys, Sealer, keys_of
from services.referrals.tables.information import information_requests

INFORMATION: Sealer[InformationWords] = Sealer("information", InformationWords)
_OPEN = information_requests.c.state.in_(OPEN)
# Of two who ask the same at the same instant the second sees the first.
_HOLD = sa.text("SELECT pg_advisory_xact_lock(7006, hashtext(CAST(:client_id AS text)))")


class InformationRequests:
    """The requests that a caller's institution made or got; without a caller, all: the house itself."""

    def __init__(self, tx: Transaction, *, by: Caller | None) -> None:
        self._tx = tx
        self._all = sa.select(InformationRequest)
        if by is not None:
            self._all = self._all.where(party_to(by))

    async def hold(self, client_id: UUID, by: Caller) -> UUID:
        """Lock whom a caller may ask about, and answer the id she goes on under.

        Whoever sees her in an emergency only, or was asked about her, asks nobody else.
        """
        session = self._tx.session
        if not await relations.may_see(session, client_id, by.institution, Section.REFERRALS):
            raise ClientNotFound
        survivor = await kinship.survivor(session, client_id)
        await session.execute(_HOLD, {"client_id": str(survivor)})
        return survivor

    async def open_between(
        self, client_id: UUID, asker: UUID, asked: UUID, kinds: Sequence[str]
    ) -> UUID | None:
        """The open request by which one institution asks another any of the same about a person."""
        query = sa.select(information_requests.c.id).where(
            kinship.of_person(information_requests.c.client_id, client_id),
            information_requests.c.asked_by == asker,
            information_requests.c.asked == asked,
            information_requests.c.kinds.overlap(list(kinds)),
            _OPEN,
        )
        found: UUID | None = await self._tx.session.scalar(query.limit(1))
        return found

    async def get(self, request_id: UUID) -> InformationRequest:
        """Fetch for change: the row stays locked, so two answers cannot both be the first."""
        query = self._all.where(information_requests.c.id == request_id)
        found = await self._tx.session.scalar(query.with_for_update())
        if found is None:
            raise InformationRequestNotFound
        open_information(found, await keys_of(self._tx, [found.client_id]))
        return found

    async def open_of(self, client_id: UUID) -> list[InformationRequest]:
        """Every open request about a person, for change but for its words, which stay sealed."""
        mine = kinship.of_person(information_requests.c.client_id, client_id)
        query = self._all.where(mine, _OPEN).order_by(information_requests.c.id)
        return list(await self._tx.session.scalars(query.with_for_update()))

    async def due(self, today: date, at_most: int) -> list[InformationRequest]:
        """Those the clock has something to do about, for change but for the words."""
        query = self._all.where(information_requests.c.clock_on <= today)
        query = query.order_by(information_requests.c.id).limit(at_most)
        return list(await self._tx.session.scalars(query.with_for_update(skip_locked=True)))

    async def keep(self, request: InformationRequest) -> None:
        """Keep it, its words sealed."""
        session = self._tx.session
        key = await self._tx.vault.key_for(session, request.client_id)
        request.sealed = INFORMATION.seal(key, request.id, request.words)
        session.add(request)


def party_to(by: Caller) -> sa.ColumnElement[bool]:
    """The condition that a caller's institution asked or was asked, and may still use the data.

    It sees its own requests also after the right to see the client ended, but not while her data
    are restricted: then only whoever registered her does.
    """
    own = sa.or_(
        information_requests.c.asked_by == by.institution,
        information_requests.c.asked == by.institution,
    )
    usable = sa.or_(
        relations.unrestricted(information_requests.c.client_id),
        relations.visible(information_requests.c.client_id, by),
    )
    return sa.and_(own, usable)


def open_information(request: InformationRequest, keys: Keys) -> None:
    """Open the words of a request; without its client's key the request is gone."""
    key = keys.get(request.client_id)
    if key is None:
        raise InformationRequestNotFound
    request.words = INFORMATION.open(key, request.id, request.sealed)
