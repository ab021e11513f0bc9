"""Deleting entries whose time is over, up to an anchor, so that what is left can still be proved.

How long: the regulation asks for two years at least; five are kept, as claims may be raised so long
(rozp. RM z 21.05.2024 w sprawie KRI, Dz.U. 2024 poz. 773, § 20; GDPR art. 5(1)(e), 5(2)).
"""

from datetime import datetime

import asyncpg

from gateway.audit.anchors import Anchor, AnchorKey, Retired
from kernel import clock

LEAST_YEARS, KEPT_YEARS = 2, 5
_BATCH = 10_000
_NEWEST = "SELECT * FROM anchors WHERE at < $1 ORDER BY number DESC LIMIT 1"
_COUNT = "SELECT count(*) FROM audit WHERE seq <= $1"
# By the key, oldest first: what a process killed in the middle left over goes the next time.
_DELETE = """
DELETE FROM audit WHERE seq IN (SELECT seq FROM audit WHERE seq <= $1 ORDER BY seq LIMIT $2)
"""


async def retire_before(
    url: str, moment: datetime, key: AnchorKey, *, really: bool
) -> tuple[Anchor | None, int]:
    """Delete what was anchored before a moment, or only say: up to which anchor, how many entries."""
    connection = await asyncpg.connect(url)
    try:
        row = await connection.fetchrow(_NEWEST, moment)
        if row is None:
            return None, 0
        anchor = Anchor.of(row)
        count = int(await connection.fetchval(_COUNT, anchor.last_seq))
        if really and count:
            await retire(connection, anchor, key)
        return anchor, count
    finally:
        await connection.close()


async def retire(connection: asyncpg.Connection, anchor: Anchor, key: AnchorKey) -> None:
    """Delete what stands up to an anchor, a handful at a time. First it is said, then done."""
    said = key.sign(Retired(anchor.number, clock.now(), key.public))
    await connection.execute(
        "INSERT INTO retirements (anchor, at, public_key, signature) VALUES ($1, $2, $3, $4)"
        " ON CONFLICT (anchor) DO NOTHING",
        *(said.anchor, said.at, said.public_key, said.signature),
    )
    while await _delete(connection, anchor.last_seq):
        pass


async def _delete(connection: asyncpg.Connection, upto: int) -> int:
    async with connection.transaction():
        await connection.execute("SET LOCAL okienko.retires_audit = 'yes'")
        return int((await connection.execute(_DELETE, upto, _BATCH)).split()[1])
