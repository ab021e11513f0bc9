"""Keeping the history of referrals: who took which step, with the words sealed."""

import sqlalchemy as sa

from contracts.values import Note
from kernel.transactions import Transaction
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_house import HOUSE
from services.referrals.domain.referral_words import Acting
from services.referrals.store.keys import Sealer
from services.referrals.tables.referrals import steps

NOTES: Sealer[str] = Sealer("referral-step", Note)


class Steps:
    """The history of every referral."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def write(self, referral: Referral, verb: str, note: str | None, by: Acting) -> None:
        """Write down the step that a referral just took."""
        acted = by.institution != HOUSE
        row = {
            "referral_id": referral.id,
            "version": referral.version,
            "verb": verb,
            "state": referral.state,
            "at": by.at,
            "institution": by.institution if acted else None,
            "worker": by.worker if acted else None,
            "sealed": await self._sealed(referral, note),
        }
        # The referral is in the same unit of work, and its row comes first.
        await self._tx.session.flush()
        await self._tx.session.execute(sa.insert(steps).values(row))

    async def _sealed(self, referral: Referral, note: str | None) -> bytes | None:
        if note is None:
            return None
        key = await self._tx.vault.key_for(self._tx.session, referral.client_id)
        return NOTES.seal(key, referral.id, note)
