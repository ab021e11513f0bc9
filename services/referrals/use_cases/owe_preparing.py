"""Whoever is told of a meeting has to prepare for it."""

from kernel import clock
from kernel.transactions import Transaction
from services.referrals.domain.duty import Duty, DutyKind
from services.referrals.domain.meeting import Meeting
from services.referrals.store.duties import Duties


async def owe_preparing(meeting: Meeting, tx: Transaction) -> None:
    """Whoever was told of the meeting prepares for it until its day."""
    told = [p for p in meeting.participants if p.invited_at or p.institution == meeting.chair]
    duties = [
        Duty(
            DutyKind.PREPARE_MEETING,
            meeting.id,
            one.institution,
            since=one.invited_at or clock.now(),
            due_on=meeting.planned_on,
            worker=one.worker,
        )
        for one in told
    ]
    await Duties(tx).owe(*duties)
