"""Places were taken or came free: count them, tell the directory, and offer what is free to who waits."""

from collections.abc import Iterable

from contracts.referrals.offers import PlaceCounted, PlaceOffered
from kernel import clock
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.referrals.domain.duty import Duty, DutyKind
from services.referrals.domain.places import Room, ServiceCopy, kept_until
from services.referrals.store.duties import Duties
from services.referrals.store.places import Places, Waiting

_AS_MANY_AS_COME = 100
"""How many of a list are offered a place at once where a service came to take on everybody."""


async def count_places(
    held: Iterable[ServiceCopy], *, tx: Transaction, cause: Fact | None = None
) -> None:
    """Count the places of services whose rows this transaction holds."""
    places = Places(tx)
    for service in held:
        room = await places.room(service)
        await _offer_free(service, room, tx, cause)
        if await places.note(service, room):
            counted = PlaceCounted(
                service_id=service.service_id, taken=room.taken, waiting=room.waiting
            )
            tx.record(counted, cause=cause)


async def _offer_free(
    service: ServiceCopy, room: Room, tx: Transaction, cause: Fact | None
) -> None:
    """Keep each free place for whoever is next, until a day."""
    if not room.waiting or not service.is_offered:
        return
    free = _AS_MANY_AS_COME if room.free is None else room.free
    for waiting in await Places(tx).next_waiting(service.service_id, free):
        await _offer(service, waiting, tx, cause)


async def _offer(
    service: ServiceCopy, waiting: Waiting, tx: Transaction, cause: Fact | None
) -> None:
    until = kept_until(clock.today())
    await Places(tx).promise(waiting.referral_id, service.service_id, until)
    offered = PlaceOffered(
        client_id=waiting.client_id,
        referral_id=waiting.referral_id,
        service_id=service.service_id,
        offered_until=until,
    )
    # It only follows from what was done about somebody else, whose worker must not be refused for it.
    tx.record(offered, cause=cause, follows=True)
    await Duties(tx).owe(
        Duty(
            kind=DutyKind.OFFER_PLACE,
            thing_id=waiting.referral_id,
            institution=waiting.institution,
            since=clock.now(),
            client_id=waiting.client_id,
            due_on=until,
            worker=waiting.receiver,
        )
    )
