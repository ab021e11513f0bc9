"""Many subjects in one transaction: counted, keyed and related at once; and what is only tried."""

import pytest

from contracts.intake import SharingOpened
from kernel import clock, ids, relations
from kernel.transactions import Database, begin
from tests.kernel.tiny import CLIENT, OTHER, WORKER, need
from tests.support.rooms import announced

pytestmark = pytest.mark.anyio


async def test_every_subject_counts_its_own_events(database: Database) -> None:
    async with begin(database, by=WORKER) as tx:
        tx.record(need(CLIENT), need(OTHER), need(CLIENT))
    async with begin(database, by=WORKER) as tx:
        tx.record(need(CLIENT), need(OTHER))
        token = await tx.lay()

    assert set(token.split(",")) == {f"intake:{CLIENT}:3", f"intake:{OTHER}:2"}
    laid = await database.pool.fetch("SELECT subject, version FROM journal ORDER BY position")
    assert [(row["subject"], row["version"]) for row in laid] == [
        (CLIENT, 1),
        (OTHER, 1),
        (CLIENT, 2),
        (CLIENT, 3),
        (OTHER, 2),
    ]


async def test_what_is_rehearsed_leaves_nothing_and_wakes_nobody(database: Database) -> None:
    async with begin(database, by=WORKER) as tx:
        tx.rehearsed = True
        tx.record(need(CLIENT))

    assert await announced(database) == []
    assert await database.pool.fetchval("SELECT count(*) FROM subjects") == 0
    assert not database.fresh.is_set()


async def test_keys_kept_at_once_open_what_they_sealed(database: Database) -> None:
    async with begin(database) as tx:
        made = {client: tx.vault.new_key(client) for client in (CLIENT, OTHER)}
        await tx.vault.keep_new(tx.session, made)
    sealed = made[OTHER][0].seal(b"secret", "place")

    async with begin(database) as tx:
        key = await tx.vault.key_for(tx.session, OTHER)

    assert key.open(sealed, "place") == b"secret"
    assert await database.pool.fetchval("SELECT count(*) FROM client_keys") == 2


async def test_no_keys_at_all_are_kept_as_well(database: Database) -> None:
    async with begin(database) as tx:
        await tx.vault.keep_new(tx.session, {})
        await relations.note_new(tx.session, clock.now(), [])

    assert await database.pool.fetchval("SELECT count(*) FROM client_keys") == 0


async def test_relations_noted_at_once_let_each_party_see_its_client(database: Database) -> None:
    opened = [
        SharingOpened.model_validate(
            SharingOpened.example().model_dump()
            | {"client_id": client, "relation_id": ids.new(), "until": None, "expires_at": None}
            | {"party_id": WORKER.institution}
        )
        for client in (CLIENT, OTHER)
    ]

    async with begin(database) as tx:
        await relations.note_new(tx.session, clock.now(), opened)

    async with begin(database) as tx:
        seen = [
            await relations.may_see(tx.session, c, WORKER.institution) for c in (CLIENT, OTHER)
        ]
    assert seen == [True, True]
