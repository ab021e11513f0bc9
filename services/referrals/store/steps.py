"""Keeping the history of referrals: who took which step, with the words sealed."""

from typing import Any

import sqlalchemy as sa

from contracts.values import Note
from kernel.transactions import Transaction
from kernel.versions import VersionIsOld
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_house import HOUSE
from services.referrals.domain.referral_words import Acting
from services.referrals.store.keys import Sealer
from services.referrals.tables.referrals import steps

NOTES: Sealer[str] = Sealer("referral-step", Note)
_MARKS = {"remind", "escalate"}
_MOST = 200


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

    async def require_seen(self, referral: Referral, expected: int | None) -> None:
        """Refuse what was decided on an older version, and tell which steps were taken since, by whom.

        What the clock only marks changes nothing that anybody decides on, so it makes nobody stale.
        """
        if expected is None or expected == referral.version:
            return
        query = sa.select(steps).where(
            steps.c.referral_id == referral.id, steps.c.version > expected
        )
        taken = list(await self._tx.session.execute(query.order_by(steps.c.version)))
        if expected < referral.version and {row.verb for row in taken} <= _MARKS:
            return
        # Whoever is about to claim it may not know yet who did before her.
        mine = self._tx.by and self._tx.by.institution in {referral.sent_by, referral.sent_to}
        changed = [self._told(row) for row in taken[-_MOST:] if mine and row.verb not in _MARKS]
        raise VersionIsOld(version=referral.version, changed=changed)

    def _told(self, row: sa.Row[Any]) -> dict[str, object]:
        told = {
            "version": row.version,
            "what": row.verb,
            "institution": str(row.institution) if row.institution else None,
            "at": row.at.isoformat(),
        }
        # Whoever holds a signed link is told of no worker.
        by_link = self._tx.by is None or self._tx.by.only is not None
        return told if by_link else told | {"by": row.worker}

    async def _sealed(self, referral: Referral, note: str | None) -> bytes | None:
        if note is None:
            return None
        key = await self._tx.vault.key_for(self._tx.session, referral.client_id)
        return NOTES.seal(key, referral.id, note)
