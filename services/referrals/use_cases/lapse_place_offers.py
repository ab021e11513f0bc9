"""By the clock: a place that was kept for somebody beyond the term goes to the next."""

from kernel import clock
from kernel.transactions import Transaction
from services.referrals.domain.duty import DutyKind
from services.referrals.store.duties import Duties
from services.referrals.store.places import Places
from services.referrals.use_cases.count_places import count_places

_HANDFUL = 20


async def lapse_place_offers(tx: Transaction) -> bool:
    """Let a handful of services go on to the next of their lists; whether there may be more."""
    today, places, duties = clock.today(), Places(tx), Duties(tx)
    found = await places.lapsed(today, _HANDFUL)
    held = await places.lock(found)
    for service in held:
        for referral_id in await places.let_lapse(service.service_id, today):
            await duties.strike(referral_id, DutyKind.OFFER_PLACE)
    await count_places(held, tx=tx)
    return len(found) == _HANDFUL
