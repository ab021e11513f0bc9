"""Setting the anchors: every hour, by one process at a time, and a copy of each outside the database."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import orjson
import sqlalchemy as sa

from gateway.audit.anchors import Anchor, AnchorKey
from gateway.audit.chain import GENESIS
from gateway.audit.trees import Tree
from gateway.tables import anchors, audit
from kernel import clock
from kernel.rounds import Round
from kernel.transactions import Transaction

_MOST = 200_000
_STRETCH = 5_000
_TAIL = 8_192
_LAST = sa.select(anchors).order_by(anchors.c.number.desc()).limit(1)


def anchoring(key: AnchorKey, every: timedelta, copies: Path | None) -> Round:
    """What the gateway's clock does: anchor what was written since the last time."""

    async def round_(tx: Transaction) -> bool:
        last = await _last(tx)
        if copies:
            await asyncio.to_thread(keep_copies, copies, await _since(tx, newest_in(copies)))
        if last and clock.now() - last.at < every:
            return False
        made = await set_anchor(tx, key, last)
        # More than one anchor holds at once: the next begins where this one ended.
        return made is not None and made.last_seq - made.first_seq + 1 == _MOST

    return round_


async def set_anchor(tx: Transaction, key: AnchorKey, last: Anchor | None) -> Anchor | None:
    """Anchor the entries after the last one; none: there are none."""
    first = last.last_seq + 1 if last else 1
    tree, seq, digest = Tree(), first - 1, b""
    while seq < first + _MOST - 1 and (stretch := await _stretch(tx, seq)):
        for seq, digest in stretch:  # noqa: B007 the last of them is what stays
            tree.add(digest)
    if seq < first:
        return None
    anchor = key.sign(
        Anchor(
            number=last.number + 1 if last else 1,
            at=clock.now(),
            first_seq=first,
            last_seq=seq,
            root=tree.root,
            last_hash=digest,
            prev=last.digest if last else GENESIS,
            public_key=key.public,
        )
    )
    await tx.session.execute(sa.insert(anchors).values(**vars(anchor)))
    return anchor


async def _stretch(tx: Transaction, after: int) -> Sequence[tuple[int, bytes]]:
    asked = sa.select(audit.c.seq, audit.c.hash).where(audit.c.seq > after)
    rows = await tx.session.execute(asked.order_by(audit.c.seq).limit(_STRETCH))
    return [(row.seq, row.hash) for row in rows]


async def _last(tx: Transaction) -> Anchor | None:
    row = (await tx.session.execute(_LAST)).mappings().first()
    return Anchor.of(dict(row)) if row else None


async def _since(tx: Transaction, number: int) -> list[Anchor]:
    asked = sa.select(anchors).where(anchors.c.number > number).order_by(anchors.c.number)
    return [Anchor.of(dict(row)) for row in (await tx.session.execute(asked)).mappings()]


def newest_in(copies: Path) -> int:
    """The number of the last anchor that has its copy; what a full disk cut short has none."""
    if not copies.exists():
        return 0
    with copies.open("rb") as file:
        file.seek(max(0, copies.stat().st_size - _TAIL))
        return max((one.number for one in told_in(file.read())), default=0)


def told_in(text: bytes) -> list[Anchor]:
    """The copies in a text: one a line, in JSON."""
    found = []
    for line in text.splitlines():
        try:
            found.append(Anchor.of(orjson.loads(line)))
        except (orjson.JSONDecodeError, KeyError, ValueError):
            continue
    return found


def keep_copies(copies: Path, fresh: Sequence[Anchor]) -> None:
    """Append what has no copy yet, readable by its owner only."""
    if not fresh:
        return
    copies.touch(mode=0o600)
    with copies.open("ab") as file:
        file.writelines(b"\n" + orjson.dumps(one.told()) + b"\n" for one in fresh)
