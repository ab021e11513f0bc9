"""A referral is laid open to a partnership, for the first time or after a claimer said no."""

from uuid import UUID

from contracts.event import Event
from kernel import clock, ids, kinship
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.offers import lay_open_again, require_foundation
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_words import Acting
from services.referrals.store.offers import Calls
from services.referrals.store.places import Dwellings
from services.referrals.store.plans import Plans
from services.referrals.store.referrals import Referrals
from services.referrals.use_cases.addressing import Addressee


async def keep_call(referral: Referral, to: Addressee, tx: Transaction) -> None:
    """Keep what members may see of it: codes, and the municipality she lives in if that is known."""
    if to.open_to is None or to.category is None:
        return
    municipality = await Dwellings(tx).of(referral.client_id, clock.today())
    await tx.session.flush()
    await Calls(tx).keep(referral.id, to.category, to.needs, municipality)


async def lay_open(
    referral: Referral, by: Acting, tx: Transaction
) -> tuple[str, Event | None] | None:
    """Who claimed it said no: the others may claim it again, under a relation of their own.

    Unless another one of hers is open to be claimed meanwhile: then it stays declined.
    """
    await Calls(tx).note_refusal(referral.id, by.institution)
    # Before looking: whoever lays another one open holds them.
    await Plans(tx, by=None).of_person(referral.client_id)
    if await Referrals(tx, by=None).open_between(referral.client_id, None):
        return None
    return "lay_open", lay_open_again(referral, ids.new(), by)


async def require_parent(
    parent: UUID | None, *, of: UUID, by: Caller, tx: Transaction
) -> UUID | None:
    """The referral a part of which is passed on, held so that it cannot end meanwhile."""
    if parent is None:
        return None
    found = await Referrals(tx, by=by).get(parent)
    require_foundation(found, await kinship.family(tx.session, of), by.institution)
    return found.id
