"""Which news a worker has seen."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.day import NewsRef
from services.referrals.store.day import owed_at, owed_by, workers_of
from services.referrals.tables.duties import duties, seen_news


class News:
    """The news in a caller's day."""

    def __init__(self, tx: Transaction, *, by: Caller) -> None:
        self._tx = tx
        self._by = by

    async def see(self, *, until: datetime, only: Sequence[NewsRef] | None, at: datetime) -> int:
        """Mark as seen what was news at a moment, or these of it; answer how many."""
        key = (duties.c.thing_id, duties.c.kind, duties.c.institution)
        news = sa.select(*key, sa.literal(self._by.worker), sa.literal(at)).where(
            owed_at(self._by),
            owed_by(await workers_of(self._tx, self._by)),
            duties.c.due_on.is_(None),
            duties.c.since <= until,
        )
        if only is not None:
            named = sa.tuple_(duties.c.thing_id, duties.c.kind)
            news = news.where(named.in_([(one.thing_id, one.kind) for one in only]))
        # Held, so that nobody strikes one out between being found and being marked.
        found = news.order_by(*key).with_for_update(key_share=True)
        statement = insert(seen_news).from_select(
            ["thing_id", "kind", "institution", "worker", "seen_at"], found
        )
        marked = await self._tx.session.execute(
            statement.on_conflict_do_update(
                constraint=seen_news.primary_key, set_={"seen_at": statement.excluded.seen_at}
            ).returning(seen_news.c.thing_id)
        )
        return len(marked.all())
