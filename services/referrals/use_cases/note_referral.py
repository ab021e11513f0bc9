"""The receiving institution writes an interim note."""

from pydantic import ConfigDict

from contracts.values import Command, Note, ReferralId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.referral import Referral
from services.referrals.store.referrals import Referrals
from services.referrals.store.steps import Steps
from services.referrals.use_cases.take_step import acting, take_step


class NoteReferral(Command):
    """Tell the sender how it goes."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"note": "The course began; she comes every day."}]}
    )

    note: Note


async def note_referral(
    referral_id: ReferralId,
    command: NoteReferral,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Referral:
    """Write it into the history; who may see the referral may read it."""
    referral = await Referrals(tx, by=by).get(referral_id)
    await Steps(tx).require_seen(referral, expected)
    acts = acting(by)
    told = referral.note(acts)
    await take_step(referral, ("note", told), by=acts, tx=tx, note=command.note)
    return referral
