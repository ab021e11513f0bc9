"""The clock of referrals: remind, tell the managers, let expire."""

from contracts.referrals.codes import Change
from kernel import clock
from kernel.transactions import Transaction
from services.referrals.domain.referral_clock import wind
from services.referrals.domain.referral_house import by_itself, ring
from services.referrals.store.referrals import Referrals
from services.referrals.use_cases.supersede_referrals import supersede_pending
from services.referrals.use_cases.take_step import take_step

_HANDFUL = 50


async def keep_referral_clocks(tx: Transaction) -> bool:
    """Do what the clock says about a handful of referrals; whether there may be more."""
    now = clock.now()
    store = Referrals(tx, by=None)
    found = await store.ringing(clock.today(), _HANDFUL)
    # A sharing that ends by its own day is announced by nobody.
    baseless = [one.id for one in found if await store.rests_on_nothing(one)]
    await supersede_pending(baseless, Change.SHARING_CLOSED, tx=tx)
    for referral in found:
        if told := ring(referral, now):
            await take_step(referral, told, by=by_itself(now), tx=tx)
        else:
            # It was wound for a day that has moved since: otherwise it would ring for ever.
            wind(referral)
    return len(found) == _HANDFUL
