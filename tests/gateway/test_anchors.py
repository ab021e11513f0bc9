"""Anchors of the audit log: a log written anew, or cut, contradicts what was signed and given out."""

import random
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from gateway.audit.anchoring import anchoring, keep_copies, newest_in, told_in
from gateway.audit.anchors import Anchor, AnchorKey, Retired
from gateway.audit.chain import GENESIS, link
from gateway.audit.proving import Proof, prove, walk
from gateway.audit.retiring import retire_before
from gateway.audit.trees import Tree
from kernel import clock
from kernel.transactions import begin
from tests.gateway.conftest import SOCIAL_WORKER, House

pytestmark = pytest.mark.anyio
SEED = "0c" * 32
KEY = AnchorKey(bytes.fromhex(SEED))
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
LONG = 400
Row = dict[str, Any]


def entries(count: int = LONG) -> list[Row]:
    """A log as it is written."""
    rows: list[Row] = []
    for seq in range(1, count + 1):
        fields = {
            "at": NOON + timedelta(seconds=seq),
            "worker": f"worker-{seq % 7}",
            "institution": UUID(int=seq % 3),
            "verb": "read_record",
            "client_id": UUID(int=seq),
            "status": 200,
            "sections": ["identity", "income"],
            "bases": ["registration"],
            "trace": None,
        }
        rows.append({"seq": seq, **fields})
    return chained(rows)


def chained(rows: Sequence[Row], prev: bytes = GENESIS) -> list[Row]:
    """The same, each with the hash it has in its place."""
    made = []
    for row in rows:
        digest = link(prev, row["seq"], row)
        made.append({**row, "prev": prev, "hash": digest})
        prev = digest
    return made


def anchored(rows: Sequence[Row], every: int = 100, key: AnchorKey = KEY) -> list[Anchor]:
    """Anchors over a log, as often as said; what is left after the last has none."""
    made: list[Anchor] = []
    for first in range(0, len(rows) - every + 1, every):
        part, tree = rows[first : first + every], Tree()
        for row in part:
            tree.add(row["hash"])
        prev = made[-1].digest if made else GENESIS
        said = Anchor(
            len(made) + 1, part[-1]["at"], part[0]["seq"], part[-1]["seq"], tree.root,
            part[-1]["hash"], prev, key.public,
        )  # fmt: skip
        made.append(key.sign(said))
    return made


async def proved(
    rows: Sequence[Row],
    anchors: Sequence[Anchor],
    held: Sequence[Anchor] = (),
    retired: Sequence[Retired] = (),
) -> Proof:
    async def stretches() -> AsyncIterator[Sequence[Any]]:
        for first in range(0, len(rows), 64):
            yield rows[first : first + 64]

    return await walk(stretches(), anchors, retired, KEY, held)


async def test_a_log_as_it_was_written_holds() -> None:
    rows = entries(LONG + 50)
    anchors = anchored(rows)

    proof = await proved(rows, anchors, anchors)

    assert (proof.broken, proof.entries, proof.anchors, proof.anchored) == (None, 450, 4, 400)


def edit(rows: list[Row], rng: random.Random) -> None:
    row = rng.choice(rows)
    field = rng.choice(
        [
            "at",
            "worker",
            "institution",
            "verb",
            "client_id",
            "status",
            "sections",
            "bases",
            "trace",
        ]
    )
    other = {
        "at": row["at"] + timedelta(microseconds=1),
        "worker": "somebody-else",
        "institution": UUID(int=99),
        "verb": "show_client",
        "client_id": None,
        "status": 404,
        "sections": row["sections"][:-1],
        "bases": [],
        "trace": "00-1-2-01",
    }
    row[field] = other[field]


def delete(rows: list[Row], rng: random.Random) -> None:
    del rows[rng.randrange(len(rows))]


def delete_and_close_the_gap(rows: list[Row], rng: random.Random) -> None:
    place = rng.randrange(len(rows) - 1)
    del rows[place]
    for seq, row in enumerate(rows[place:], place + 1):
        row["seq"] = seq


def reorder(rows: list[Row], rng: random.Random) -> None:
    one, other = rng.sample(range(len(rows)), 2)
    rows[one], rows[other] = rows[other], rows[one]
    rows[one]["seq"], rows[other]["seq"] = rows[other]["seq"], rows[one]["seq"]


def truncate(rows: list[Row], rng: random.Random) -> None:
    del rows[rng.randrange(LONG) :]


def insert(rows: list[Row], rng: random.Random) -> None:
    place = rng.randrange(len(rows))
    rows.insert(place, dict(rows[place]))
    for seq, row in enumerate(rows[place:], place + 1):
        row["seq"] = seq


def anew(way: Callable[[list[Row], random.Random], None]) -> Any:
    """Whoever can compute hashes writes the chain anew after he has tampered."""

    def tamper(rows: list[Row], rng: random.Random) -> None:
        way(rows, rng)
        rows.sort(key=lambda row: row["seq"])
        rows[:] = chained([{**row, "seq": seq} for seq, row in enumerate(rows, 1)])

    tamper.__name__ = f"{way.__name__}_and_write_the_chain_anew"
    return tamper


BARE = (edit, delete, delete_and_close_the_gap, reorder, truncate, insert)
WAYS = (*BARE, *map(anew, (edit, delete, reorder, truncate, insert)))


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
async def test_every_one_of_a_thousand_tamperings_is_found(way: Any) -> None:
    fresh = entries()
    anchors, rng = anchored(fresh), random.Random(way.__name__)
    for _ in range(1_000 // len(WAYS) + 1):
        rows = [dict(row) for row in fresh]
        way(rows, rng)

        assert (await proved(rows, anchors)).broken is not None


async def test_a_log_and_anchors_written_anew_contradict_the_copies_given_out() -> None:
    rows = entries()
    held = anchored(rows)
    rows[10]["worker"] = "somebody-else"
    rows = chained(rows)

    with_our_key = await proved(rows, anchored(rows), held)
    with_his_own = await proved(rows, anchored(rows, key=AnchorKey(bytes(32))))
    all_gone = await proved([], [], held)

    told = [one.broken.why for one in (with_our_key, with_his_own, all_gone) if one.broken]
    assert told == [
        "anchor 1 is not the one that was given out",
        "anchor 1 was not signed by this house",
        "anchor 1, which was given out, is missing",
    ]


@pytest.mark.parametrize(
    "field", ["number", "at", "first_seq", "last_seq", "root", "last_hash", "prev"]
)
async def test_an_altered_anchor_is_found(field: str) -> None:
    rows = entries()
    anchors = anchored(rows)
    value = getattr(anchors[1], field)
    other = (
        bytes(32)
        if isinstance(value, bytes)
        else value + (timedelta(seconds=1) if isinstance(value, datetime) else 1)
    )
    anchors[1] = Anchor(**(vars(anchors[1]) | {field: other}))

    assert (await proved(rows, anchors)).broken is not None


async def test_what_an_older_key_signed_is_still_believed() -> None:
    rows = entries()
    renewed = AnchorKey(bytes.fromhex("0d" * 32), bytes.fromhex(SEED))

    assert all(renewed.signed(one) for one in anchored(rows))
    assert not any(KEY.signed(one) for one in anchored(rows, key=renewed))


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5, 7, 8, 100])
def test_a_tree_is_that_of_the_standard(size: int) -> None:
    leaves = [link(GENESIS, seq, row) for seq, row in enumerate(entries(size), 1)]
    tree = Tree()
    for leaf in leaves:
        tree.add(leaf)

    assert tree.root == _by_definition(leaves)


def _by_definition(leaves: Sequence[bytes]) -> bytes:
    """RFC 6962 2.1, word for word."""
    import hashlib  # noqa: PLC0415 for this definition alone

    if len(leaves) == 1:
        return leaves[0]
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    left, right = _by_definition(leaves[:half]), _by_definition(leaves[half:])
    return hashlib.sha256(b"\x01" + left + right).digest()


async def go_round(house: House, copies: Path, every: timedelta = timedelta()) -> bool:
    async with begin(house.database) as tx:
        return await anchoring(KEY, every, copies)(tx)


async def test_the_clock_anchors_what_was_written_and_keeps_a_copy(
    house: House, tmp_path: Path
) -> None:
    copies = tmp_path / "anchors.jsonl"
    for _ in range(3):
        await house.see(SOCIAL_WORKER)
    await go_round(house, copies)
    await house.see(SOCIAL_WORKER)
    await go_round(house, copies)
    await go_round(house, copies)

    held = told_in(copies.read_bytes())
    proof = await prove(house.database.url, KEY, held)
    assert [(one.first_seq, one.last_seq) for one in held] == [(1, 3), (4, 4)]
    assert (proof.broken, proof.anchors, proof.anchored) == (None, 2, 4)
    assert copies.stat().st_mode & 0o777 == 0o600


async def test_within_the_hour_nothing_is_anchored_again(house: House, tmp_path: Path) -> None:
    hour = timedelta(hours=1)
    for _ in range(3):
        await house.see(SOCIAL_WORKER)
        await go_round(house, tmp_path / "anchors.jsonl", hour)

    proof = await prove(house.database.url, KEY)
    assert (proof.anchors, proof.anchored, proof.entries) == (1, 1, 3)


async def test_a_copy_that_a_full_disk_cut_short_is_written_again(tmp_path: Path) -> None:
    copies = tmp_path / "anchors.jsonl"
    first, second, third, _ = anchored(entries())
    keep_copies(copies, [first, second])
    copies.write_bytes(copies.read_bytes()[:-40])

    assert newest_in(copies) == 1
    keep_copies(copies, [second, third])
    assert told_in(copies.read_bytes()) == [first, second, third]


async def test_a_log_written_anew_in_the_database_is_found(house: House, tmp_path: Path) -> None:
    copies = tmp_path / "anchors.jsonl"
    for _ in range(5):
        await house.see(SOCIAL_WORKER)
    await go_round(house, copies)
    await go_round(house, copies)
    pool = house.database.pool
    rows = [dict(row) for row in await pool.fetch("SELECT * FROM audit ORDER BY seq")]
    rows[2]["worker"] = "somebody-else"

    for row in chained(rows):
        await pool.execute(
            "UPDATE audit SET worker = $2, prev = $3, hash = $4 WHERE seq = $1",
            *(row["seq"], row["worker"], row["prev"], row["hash"]),
        )
    anew = await prove(house.database.url, KEY)
    await pool.execute("DELETE FROM anchors; DELETE FROM audit WHERE seq > 2")
    cut = await prove(house.database.url, KEY, told_in(copies.read_bytes()))

    assert anew.broken is not None
    assert anew.broken.why == "the entries are not those of anchor 1"
    assert cut.broken is not None
    assert cut.broken.why == "anchor 1, which was given out, is missing"


async def test_what_is_too_old_goes_and_the_rest_is_still_proved(
    house: House, tmp_path: Path
) -> None:
    copies = tmp_path / "anchors.jsonl"
    for _ in range(3):
        await house.see(SOCIAL_WORKER)
    await go_round(house, copies)
    between = clock.now()
    for _ in range(2):
        await house.see(SOCIAL_WORKER)
    url = house.database.url

    tried = await retire_before(url, between, KEY, really=False)
    whole = await prove(url, KEY)
    done = await retire_before(url, between, KEY, really=True)
    again = await retire_before(url, between, KEY, really=True)
    proof = await prove(url, KEY)

    assert (tried[1], whole.entries, done[1], again[1]) == (3, 5, 3, 0)
    assert (proof.broken, proof.first, proof.last) == (None, 4, 5)


async def test_a_deletion_that_nobody_signed_is_found() -> None:
    rows = entries()
    anchors = anchored(rows)
    said = Retired(1, NOON, KEY.public)
    theirs = AnchorKey(bytes(32))

    honest = await proved(rows[100:], anchors, anchors, [KEY.sign(said)])
    half_done = await proved(rows[40:], anchors, anchors, [KEY.sign(said)])
    unsaid = await proved(rows[100:], anchors, anchors)
    forged = [
        replace(said, signature=bytes(64)),
        theirs.sign(replace(said, public_key=theirs.public)),
    ]
    found = [await proved(rows[100:], anchors, anchors, [one]) for one in forged]

    assert (honest.broken, honest.first, honest.entries) == (None, 101, 300)
    assert half_done.broken is None
    assert unsaid.broken is not None
    assert all(one.broken is not None for one in found)
