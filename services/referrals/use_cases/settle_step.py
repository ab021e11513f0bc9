"""What a step of one referral means for places and for the other referrals it hangs together with.

Called with every step, from the one place where steps are seen through. Locks are always taken in
the same order, so that nobody waits for somebody who waits for him: the offer (with the referral
itself), the referrals, the services, the plan.
"""

from collections.abc import Sequence

from kernel.journal import Fact
from kernel.transactions import Transaction
from services.referrals.domain.duty import DutyKind
from services.referrals.domain.offers import ended_unfulfilled
from services.referrals.domain.places import NoPlaces, ServiceCopy
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_states import ENDED, UNDER_WAY, ReferralState
from services.referrals.store.duties import Duties
from services.referrals.store.offers import Offers
from services.referrals.store.places import Places
from services.referrals.use_cases.count_places import count_places
from services.referrals.use_cases.name_alternatives import name_alternatives

_KEEPS = UNDER_WAY | {ReferralState.CANCEL_REQUESTED}
"""Whoever is under way keeps her place, also while it is asked back."""


async def kin_of(referral: Referral, verb: str, tx: Transaction) -> Sequence[Referral]:
    """Which referrals fall away with this step: the others of its offer, or the parts of what ended."""
    offers = Offers(tx)
    if verb == "accept" and referral.offer_id is not None:
        return await offers.others_open(referral.offer_id, but=referral.id)
    if ended_unfulfilled(referral.state, ENDED):
        return await offers.parts_open(referral.id)
    return []


async def settle_places(
    referral: Referral,
    verb: str,
    *,
    kin: Sequence[Referral],
    tx: Transaction,
    cause: Fact | None = None,
) -> None:
    """Take a place, give it back, or leave the waiting list, and count anew what changed."""
    if referral.service_id is None and not kin:
        return
    takes = verb == "accept" and not referral.holds_place
    frees = referral.holds_place and referral.state not in _KEEPS
    leaves = referral.waiting_since is not None and referral.state is not ReferralState.WAITING
    concerned = [referral] if takes or frees or leaves or verb == "wait" else []
    named = {one.service_id for one in [*concerned, *kin] if one.service_id is not None}
    held = await Places(tx).lock(named)
    if referral.service_id is None:
        return
    if leaves:
        referral.waiting_since = None
    mine = [service for service in held if service.service_id == referral.service_id]
    if takes and mine:
        await _take(mine[0], referral, tx)
    elif frees:
        referral.holds_place = False
    if concerned:
        await tx.session.flush()
        await _tidy(referral, leaves=leaves, tx=tx)
        await count_places(mine, tx=tx, cause=cause)


async def _take(service: ServiceCopy, referral: Referral, tx: Transaction) -> None:
    room = await Places(tx).room(service, but=referral.id)
    if room.full:
        others = await name_alternatives(service, referral.client_id, tx)
        raise NoPlaces(alternatives=others, keeps_waiting_list=service.keeps_waiting_list)
    referral.holds_place = True


async def _tidy(referral: Referral, *, leaves: bool, tx: Transaction) -> None:
    if leaves:
        await Places(tx).forget(referral.id)
        await Duties(tx).strike(referral.id, DutyKind.OFFER_PLACE)
