"""Whom some advisers of one institution advise: what is asked and changed of all of them at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kernel.transactions import Transaction
from services.referrals.domain.advice import Advice
from services.referrals.store.persons import Persons, persons


@dataclass(frozen=True)
class Charges:
    """Who advises some people at one institution, and every id that stands for each of them."""

    advised: Sequence[Advice]
    by_id: Mapping[UUID, Advice]
    """Whoever is meant by an id; of one person the id that goes on comes first."""

    @property
    def ids(self) -> list[UUID]:
        """Every id of these people."""
        return list(self.by_id)

    @property
    def institution(self) -> UUID:
        """Where they are advised."""
        return self.advised[0].institution

    def in_hand(self, client_id: Any, worker: Any) -> sa.ColumnElement[bool]:
        """The condition that something about one of them is her own adviser's."""
        pairs = [(one, advice.worker) for one, advice in self.by_id.items()]
        return sa.tuple_(client_id, worker).in_(pairs)


async def charges(tx: Transaction, *advised: Advice) -> Charges:
    """Of these, of whom no two may advise one person."""
    people = await persons(tx, [advice.client_id for advice in advised])
    return _charges(advised, people)


async def one_of_each(tx: Transaction, advised: Iterable[Advice]) -> list[Charges]:
    """The same in turns: whoever advises a person under another of her ids comes in a later turn."""
    left, turns = list(advised), []
    people = await persons(tx, [advice.client_id for advice in left])
    while left:
        turn = {people[advice.client_id]: advice for advice in reversed(left)}
        turns.append(_charges([one for one in left if one in turn.values()], people))
        left = [one for one in left if one not in turn.values()]
    return turns


def _charges(advised: Sequence[Advice], people: Persons) -> Charges:
    mine = {people[advice.client_id]: advice for advice in advised}
    return Charges(advised, {one: mine[head] for one, head in people.items() if head in mine})
