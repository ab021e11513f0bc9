"""The addresses of subscriptions."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Request, Response

from gateway.feed import subscriptions
from gateway.feed.guard import AddressNotPublic
from gateway.feed.noting import NotedVerb
from gateway.feed.reading import FeedBegunAnew, UnknownEventType, known_types
from gateway.feed.subscriptions import (
    Deliveries,
    Replay,
    Subscribe,
    SubscriptionMade,
    SubscriptionNotFound,
    Subscriptions,
    SubscriptionView,
    Tested,
    TooManySubscriptions,
)
from gateway.feed.trying import try_out
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import COMPUTES, READS, WRITES, By, Cursor, Limit, Tx

router = APIRouter(prefix="/v1/subscriptions", tags=["feed"], route_class=NotedVerb)
Which = Annotated[UUID, Path(description="The subscription.")]
_UNKNOWN = problems(SubscriptionNotFound)
_PLACES = problems(SubscriptionNotFound, CursorUnreadable, FeedBegunAnew)


@router.post(
    "", name="subscribe", status_code=201, dependencies=WRITES,
    responses=problems(
        AddressNotPublic, UnknownEventType, TooManySubscriptions, CursorUnreadable, FeedBegunAnew
    ),
)  # fmt: skip
async def subscribe(
    command: Subscribe, request: Request, response: Response, tx: Tx, by: By
) -> SubscriptionMade:
    """Have events sent to a server of yours, signed; the secret is shown this once (subskrypcja zdarzeń)."""
    known_types(command.types)
    await request.app.state.guard.admit(command.url)
    made = await subscriptions.make(tx, by, command)
    response.headers["Location"] = f"/v1/subscriptions/{made.id}"
    return made


@router.get("", name="list_subscriptions", dependencies=READS)
async def list_subscriptions(tx: Tx, by: By) -> Subscriptions:
    """List the subscriptions of your institution."""
    return await subscriptions.listed(tx, by)


@router.get("/{subscription_id}", name="show_subscription", dependencies=READS, responses=_UNKNOWN)
async def show_subscription(subscription_id: Which, tx: Tx, by: By) -> SubscriptionView:
    """Show a subscription: whether it is sent, how far it has got, why it was disabled."""
    return await subscriptions.show(tx, by, subscription_id)


@router.delete(
    "/{subscription_id}",
    name="unsubscribe",
    status_code=204,
    dependencies=WRITES,
    responses=_UNKNOWN,
)
async def unsubscribe(subscription_id: Which, tx: Tx, by: By) -> None:
    """End a subscription, and forget its secret and what was sent."""
    await subscriptions.end(tx, by, subscription_id)


@router.post(
    "/{subscription_id}/rotate-secret",
    name="rotate_secret",
    dependencies=WRITES,
    responses=_UNKNOWN,
)
async def rotate_secret(subscription_id: Which, tx: Tx, by: By) -> SubscriptionMade:
    """Make a new secret, shown this once; for 24 hours the old one signs too."""
    return await subscriptions.rotate(tx, by, subscription_id)


@router.post(
    "/{subscription_id}/disable",
    name="disable_subscription",
    dependencies=WRITES,
    responses=_UNKNOWN,
)
async def disable_subscription(subscription_id: Which, tx: Tx, by: By) -> SubscriptionView:
    """Stop sending; where it has got to is kept."""
    return await subscriptions.disable(tx, by, subscription_id)


@router.post(
    "/{subscription_id}/resume",
    name="resume_subscription",
    dependencies=WRITES,
    responses=_UNKNOWN,
)
async def resume_subscription(subscription_id: Which, tx: Tx, by: By) -> SubscriptionView:
    """Send again at once, and all that came meanwhile."""
    return await subscriptions.resume(tx, by, subscription_id)


@router.post(
    "/{subscription_id}/replay", name="replay_subscription", dependencies=WRITES, responses=_PLACES
)
async def replay_subscription(
    subscription_id: Which, command: Replay, tx: Tx, by: By
) -> SubscriptionView:
    """Send again from a place in the feed, or skip to one."""
    return await subscriptions.replay(tx, by, subscription_id, command)


@router.post(
    "/{subscription_id}/test",
    name="test_subscription",
    dependencies=[*READS, *COMPUTES],
    responses=_UNKNOWN,
)
async def test_subscription(subscription_id: Which, request: Request, by: By) -> Tested:
    """Send a signed test event now, and answer what became of it within 15 s."""
    return await try_out(request.app.state, by, subscription_id)


@router.get(
    "/{subscription_id}/deliveries", name="list_deliveries", dependencies=READS, responses=_PLACES
)
async def list_deliveries(
    subscription_id: Which, tx: Tx, by: By, limit: Limit = 50, cursor: Cursor = None
) -> Deliveries:
    """List what was sent within thirty days and what your server answered, newest first."""
    return await subscriptions.delivered(tx, by, subscription_id, limit, cursor)
