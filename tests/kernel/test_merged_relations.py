"""Merged records: who stands for whom, who may see whom, and all of it back again."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contracts.event import Event
from contracts.intake import (
    ClientMerged,
    ClientUnmerged,
    MergeReason,
    SharingClosed,
    SharingOpened,
)
from contracts.relations import ErasesClient, FreesClient, RestrictsClient
from contracts.values import BasisKind
from kernel import clock, ids, kinship, relations
from kernel.service import Reactions
from kernel.transactions import Database, begin, look
from tests.support.rooms import fact_of, hear

pytestmark = pytest.mark.anyio
A, B, C = UUID(int=31), UUID(int=32), UUID(int=33)
OPS, PUP = UUID(int=21), UUID(int=22)


async def test_whoever_may_see_the_one_record_sees_the_other(database: Database) -> None:
    await _note(database, _opened(A, OPS), _opened(B, PUP), _merged(A, B))

    assert await _seen(database) == {(A, OPS), (A, PUP), (B, OPS), (B, PUP)}


async def test_undoing_takes_back_exactly_what_was_lent(database: Database) -> None:
    await _note(database, _opened(A, OPS), _opened(B, PUP), _merged(A, B), _parted(A, B))

    assert await _seen(database) == {(A, OPS), (B, PUP)}
    assert await _family(database, A) == [A]
    assert await database.pool.fetchval("SELECT count(*) FROM relations") == 2


async def test_what_is_opened_after_the_merge_holds_for_both_and_stays_with_its_own(
    database: Database,
) -> None:
    await _note(database, _opened(A, OPS), _merged(A, B), _opened(B, PUP))

    assert await _seen(database) == {(A, OPS), (A, PUP), (B, OPS), (B, PUP)}
    await _note(database, _parted(A, B))
    assert await _seen(database) == {(A, OPS), (B, PUP)}


async def test_what_is_closed_is_closed_for_both(database: Database) -> None:
    opened = _opened(B, PUP)
    await _note(database, _opened(A, OPS), opened, _merged(A, B))

    await _note(database, SharingClosed(client_id=B, relation_id=opened.relation_id))

    assert await _seen(database) == {(A, OPS), (B, OPS)}
    await _note(database, _parted(A, B))
    assert await _seen(database) == {(A, OPS)}


async def test_a_circle_of_merges_changes_nothing(database: Database) -> None:
    await _note(database, _merged(A, B), _merged(B, C), _merged(C, A), _merged(A, A))

    assert await _family(database, C) == [A, B, C]


async def test_a_merge_heard_twice_is_one(database: Database) -> None:
    await _note(database, _opened(A, OPS), _merged(A, B), _merged(A, B), _parted(A, B))

    assert await _seen(database) == {(A, OPS)}


async def test_a_parted_record_keeps_what_was_merged_into_it_before(database: Database) -> None:
    await _note(database, _merged(B, C), _merged(A, B), _parted(A, B))

    assert await _family(database, C) == [B, C]
    assert await _family(database, A) == [A]


async def test_a_restriction_covers_every_record_of_the_person(database: Database) -> None:
    await _note(database, _opened(A, OPS), _opened(B, PUP), _merged(A, B))

    await _note(database, _Restricted(client_id=A))

    assert await _seen(database) == set()
    await _note(database, _parted(A, B))
    assert await _seen(database) == {(B, PUP)}
    await _note(database, _Freed(client_id=A))
    assert await _seen(database) == {(A, OPS), (B, PUP)}


async def test_erasing_a_person_erases_every_record_of_hers(database: Database) -> None:
    await _note(database, _opened(A, OPS), _opened(B, PUP), _merged(A, B))
    async with begin(database) as tx:
        await tx.vault.key_for(tx.session, B)

    await _note(database, _Erased(client_id=A))

    assert await _seen(database) == set()
    async with begin(database) as tx:
        assert await tx.vault.find_key(tx.session, B) is None


async def test_the_echo_of_ones_own_merge_does_not_undo_the_undoing(database: Database) -> None:
    await _note(database, _merged(A, B), _parted(A, B))

    await hear(database, Reactions(), fact_of(_merged(A, B), "intake"))

    assert await _family(database, B) == [B]


async def test_another_service_takes_the_merge_from_the_feed(database: Database) -> None:
    await hear(database, Reactions(), fact_of(_merged(A, B), "gateway"))

    assert await _family(database, B) == [A, B]


async def test_kinship_outlasts_the_merge(database: Database) -> None:
    await _note(database, _merged(A, B), _parted(A, B), _merged(B, A))

    rows = await database.pool.fetch("SELECT client_id, parted_at IS NULL AS kin FROM kinships")
    assert sorted((r["client_id"], r["kin"]) for r in rows) == [
        (A, False),
        (A, True),
        (B, False),
        (B, True),
    ]


@dataclass
class Paper:
    """The same, worked out with pencil and paper."""

    parents: dict[UUID, UUID] = field(default_factory=dict)
    open: list[tuple[UUID, UUID, UUID]] = field(default_factory=list)

    def first(self, one: UUID) -> UUID:
        return self.first(self.parents[one]) if one in self.parents else one

    def merge(self, kept: UUID, merged: UUID) -> None:
        if merged not in self.parents and self.first(kept) != merged:
            self.parents[merged] = kept

    def seen(self) -> set[tuple[UUID, UUID]]:
        clients = {client for client, _, _ in self.open} | set(self.parents)
        clients |= set(self.parents.values())
        return {
            (one, party)
            for one in clients
            for other, party, _ in self.open
            if self.first(one) == self.first(other)
        }


_STEPS = st.lists(
    st.tuples(
        st.sampled_from(["open", "close", "merge", "merge", "part"]),
        st.integers(0, 4),
        st.integers(0, 4),
    ),
    max_size=14,
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=_STEPS)
async def test_whatever_happens_it_is_as_on_paper(
    database: Database, steps: list[tuple[str, int, int]]
) -> None:
    await database.pool.execute("DELETE FROM relations; DELETE FROM aliases; DELETE FROM kinships")
    clients, paper = [UUID(int=n) for n in range(41, 46)], Paper()
    for what, first, second in steps:
        await _note(database, *_step(paper, what, clients[first], clients[second]))

    for one in clients:
        family = [c for c in clients if paper.first(c) == paper.first(one)]
        assert sorted(await _family(database, one)) == family
        assert (await _family(database, one))[0] == paper.first(one)
    assert await _seen(database) == paper.seen()


def _step(paper: Paper, what: str, one: UUID, other: UUID) -> list[Event]:
    if what == "open":
        opened = _opened(one, OPS if other.int % 2 else PUP)
        paper.open.append((one, opened.party_id, opened.relation_id))
        return [opened]
    if what == "merge":
        paper.merge(one, other)
        return [_merged(one, other)]
    if what == "part":
        paper.parents.pop(other, None)
        return [_parted(one, other)]
    closed = paper.open[:1]
    paper.open = paper.open[1:]
    return [SharingClosed(client_id=c, relation_id=r) for c, _, r in closed]


class _Restricted(RestrictsClient):
    """Restricted, in these tests."""


class _Freed(FreesClient):
    """Freed, in these tests."""


class _Erased(ErasesClient):
    """Erased, in these tests."""


def _opened(client_id: UUID, party_id: UUID) -> SharingOpened:
    return SharingOpened(
        client_id=client_id, relation_id=ids.new(), party_id=party_id, basis=BasisKind.CONSENT
    )


def _merged(kept: UUID, merged: UUID) -> ClientMerged:
    return ClientMerged(client_id=kept, merged_id=merged, reason=MergeReason.REGISTERED_TWICE)


def _parted(kept: UUID, merged: UUID) -> ClientUnmerged:
    return ClientUnmerged(client_id=kept, merged_id=merged)


async def _note(database: Database, *events: Event) -> None:
    for event in events:
        async with begin(database) as tx:
            await relations.note(tx.session, clock.now(), event)


async def _family(database: Database, client_id: UUID) -> list[UUID]:
    async with look(database) as tx:
        return await kinship.family(tx.session, client_id)


async def _seen(database: Database) -> set[tuple[UUID, UUID]]:
    """Who may see whom, asked one by one."""
    rows: list[Any] = await database.pool.fetch("SELECT DISTINCT client_id FROM relations")
    async with look(database) as tx:
        return {
            (row["client_id"], party)
            for row in rows
            for party in (OPS, PUP)
            if await relations.may_see(tx.session, row["client_id"], party)
        }
