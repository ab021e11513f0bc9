"""What referrals rested on changed: those unanswered fall away, those under way are asked back."""

from collections.abc import Iterable
from uuid import UUID

from contracts.referrals.codes import Change
from kernel import clock
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.referrals.domain.referral_house import by_itself, supersede
from services.referrals.store.referrals import Referrals
from services.referrals.use_cases.take_step import take_step


async def supersede_pending(
    which: Iterable[UUID], change: Change, *, tx: Transaction, cause: Fact | None = None
) -> None:
    """Let each of these fall away, or ask for it back; what has ended stays as it ended.

    Its sender finds it in her day, its receiver loses the right to see the client with it.
    """
    by = by_itself(clock.now())
    for referral in await Referrals(tx, by=None).these(which):
        told = supersede(referral, change, by)
        if told is not None:
            await take_step(referral, told, by=by, tx=tx, cause=cause)
