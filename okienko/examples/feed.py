"""Examples of the feed and of subscriptions to it."""

from collections.abc import Sequence

from okienko.caller import Front
from okienko.examples.example import MANAGER, Example, id_of

KEPT, TO_END = id_of("5501"), id_of("5502")
_P = {"subscription_id": KEPT}
# In a demonstration a webhook may go to this very machine; nobody listens there.
_WANTED = {"url": "http://127.0.0.1:9/okienko", "types": ["client.erased.v1"]}
EXAMPLES: dict[str, Example] = {
    "read_events": Example(),
    "stream_events": Example(),
    "subscribe": Example(MANAGER, _WANTED),
    "list_subscriptions": Example(MANAGER),
    "show_subscription": Example(MANAGER, path=_P),
    "rotate_secret": Example(MANAGER, path=_P),
    "disable_subscription": Example(MANAGER, path=_P),
    "resume_subscription": Example(MANAGER, path=_P),
    "replay_subscription": Example(MANAGER, {"after": None}, _P),
    "test_subscription": Example(MANAGER, path=_P),
    "list_deliveries": Example(MANAGER, path=_P),
    "unsubscribe": Example(MANAGER, path={"subscription_id": TO_END}),
}


def sow(front: Front, clients: Sequence[str]) -> dict[str, str]:
    """A subscription to change, and one to end."""
    del clients
    return {one: front.post(MANAGER, "/v1/subscriptions", _WANTED)["id"] for one in (KEPT, TO_END)}
