"""What the tests of the feed share: events laid into it and numbered, as the relay would."""

from typing import Any

from contracts.intake import IncomeDeclared, NeedAdded, Urgency
from kernel import ids
from kernel.journal import Fact
from tests.gateway.conftest import CLIENT, House, by_the_ops

EVENTS = "/v1/events"
_NUMBER = """
UPDATE journal SET seq = fresh.place + (SELECT coalesce(max(seq), 0) FROM journal)
FROM (SELECT position, row_number() OVER (ORDER BY position) AS place FROM journal
      WHERE seq IS NULL) AS fresh
WHERE journal.position = fresh.position
"""


async def announce(house: House, *facts: Fact) -> None:
    """Lay events into the feed and number them."""
    await house.tell(*facts)
    await house.database.pool.execute(_NUMBER)


def need(client_id: Any = CLIENT) -> Fact:
    """A need was told."""
    return by_the_ops(NeedAdded(client_id=client_id, need_id=ids.new(), urgency=Urgency.NORMAL))


def income(month: str = "2026-02") -> Fact:
    """An income was declared."""
    return by_the_ops(IncomeDeclared(client_id=CLIENT, month=month))


def types_in(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [item["type"] for item in answer.json()["items"]]
