"""Proving the log: every entry in its place, every anchor signed and true, none of those given out gone."""

from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import asyncpg

from gateway.audit.anchors import Anchor, AnchorKey, Retired, check
from gateway.audit.chain import GENESIS, Broken, verify
from gateway.audit.trees import Tree

_STRETCH = 10_000
_ANCHORS = "SELECT * FROM anchors ORDER BY number"
_RETIREMENTS = "SELECT * FROM retirements ORDER BY anchor"


@dataclass
class Proof:
    """How far the log was followed, and where it first does not hold."""

    first: int = 1
    """The first entry that must be there: those before were deleted when their time was over."""
    last: int = 0
    hash: bytes = GENESIS
    anchors: int = 0
    anchored: int = 0
    """The last entry under an anchor; those after it are held by the chain alone."""
    broken: Broken | None = None

    @property
    def entries(self) -> int:
        """How many entries were followed."""
        return self.last - self.first + 1


async def prove(url: str, key: AnchorKey, held: Sequence[Anchor] = ()) -> Proof:
    """Walk the whole log of a gateway's database, in bounded memory."""
    async with _connected(url) as connection:
        anchors = [Anchor.of(row) for row in await connection.fetch(_ANCHORS)]
        retired = [Retired.of(row) for row in await connection.fetch(_RETIREMENTS)]
        return await walk(_entries(connection), anchors, retired, key, held)


async def anchors_of(url: str) -> list[Anchor]:
    """The anchors of a gateway's database, in order."""
    async with _connected(url) as connection:
        return [Anchor.of(row) for row in await connection.fetch(_ANCHORS)]


@asynccontextmanager
async def _connected(url: str) -> AsyncIterator[asyncpg.Connection]:
    """One look for all of it: what is written meanwhile is for the next time."""
    connection = await asyncpg.connect(url)
    try:
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            yield connection
    finally:
        await connection.close()


async def _entries(connection: asyncpg.Connection) -> AsyncIterator[Sequence[asyncpg.Record]]:
    cursor = await connection.cursor("SELECT * FROM audit ORDER BY seq")
    while rows := await cursor.fetch(_STRETCH):
        yield rows


async def walk(
    stretches: AsyncIterator[Sequence[asyncpg.Record]],
    anchors: Sequence[Anchor],
    retired: Sequence[Retired],
    key: AnchorKey,
    held: Iterable[Anchor],
) -> Proof:
    """Follow entries, given in order by stretches, past the anchors set among them."""
    proof = Proof(anchors=len(anchors), anchored=anchors[-1].last_seq if anchors else 0)
    proof.broken = check(anchors, key, held)
    begin = _where_it_begins(anchors, retired, key, proof)
    ahead = [one for one in anchors if one.last_seq > begin]
    proof.first, proof.last = begin + 1, begin
    tree = Tree()
    async for rows in stretches:
        if proof.broken:
            return proof
        for part in _parts([row for row in rows if row["seq"] > begin], ahead):
            proof.last, proof.hash, proof.broken = verify(part, proof.last, proof.hash)
            for row in part:
                tree.add(row["hash"])
            if ahead and proof.last == ahead[0].last_seq and not proof.broken:
                proof.broken, tree = _compare(ahead.pop(0), tree, proof.hash), Tree()
            if proof.broken:
                return proof
    if ahead and not proof.broken:
        proof.broken = Broken(proof.last + 1, "the end of the log is missing")
    return proof


def _where_it_begins(
    anchors: Sequence[Anchor], retired: Sequence[Retired], key: AnchorKey, proof: Proof
) -> int:
    """The last entry whose time is over; the chain goes on from its hash, which its anchor holds."""
    if not retired:
        return 0
    last = retired[-1]
    anchor = next((one for one in anchors if one.number == last.anchor), None)
    if anchor is None or not key.signed(last):
        proof.broken = proof.broken or Broken(1, "a deletion was not signed by this house")
        return 0
    proof.hash = anchor.last_hash
    return anchor.last_seq


def _parts(
    rows: Sequence[asyncpg.Record], ahead: Sequence[Anchor]
) -> Iterable[Sequence[asyncpg.Record]]:
    """A stretch cut where anchors end, so that each tree gets its own leaves."""
    begun = 0
    ends = {one.last_seq for one in ahead}
    for place, row in enumerate(rows, 1):
        if row["seq"] in ends:
            yield rows[begun:place]
            begun = place
    if begun < len(rows):
        yield rows[begun:]


def _compare(anchor: Anchor, tree: Tree, last: bytes) -> Broken | None:
    if anchor.last_hash == last and anchor.root == tree.root:
        return None
    return Broken(anchor.first_seq, f"the entries are not those of anchor {anchor.number}")
