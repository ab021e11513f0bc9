"""A worker has looked through the news of her day."""

from typing import Annotated

from pydantic import AwareDatetime, ConfigDict, Field

from contracts.values import Command
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.day import NewsRef
from services.referrals.store.news import News


class SeeNews(Command):
    """Mark news as seen: it leaves her day, though not that of others."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"as_of": "2026-03-02T07:30:00Z"}]})

    as_of: Annotated[
        AwareDatetime,
        Field(description="`as_of` of the day she looked at: what came later stays new."),
    ]
    only: Annotated[
        list[NewsRef] | None,
        Field(min_length=1, max_length=100, description="These alone; none: all that was new."),
    ] = None


async def see_news(command: SeeNews, *, by: Caller, tx: Transaction) -> int:
    """Mark them; answer how many. Nobody else's day changes, and nothing is announced."""
    return await News(tx, by=by).see(
        until=min(command.as_of, clock.now()), only=command.only, at=clock.now()
    )
