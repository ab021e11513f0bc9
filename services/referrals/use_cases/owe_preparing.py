"""Whoever is told of a meeting has to prepare for it."""

from contracts.referrals.meetings import InvitationAnswer
from kernel import clock
from kernel.transactions import Transaction
from services.referrals.domain.duty import Duty, DutyKind
from services.referrals.domain.meeting import Meeting
from services.referrals.store.duties import Duties


async def owe_preparing(meeting: Meeting, tx: Transaction) -> None:
    """Whoever was told of the meeting, and has not said no, prepares for it; the chair in any case."""
    told = [
        one
        for one in meeting.participants
        if one.institution == meeting.chair
        or (one.invited_at and one.answer is not InvitationAnswer.DECLINED)
    ]
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
    await Duties(tx).strike(meeting.id, DutyKind.PREPARE_MEETING)
    await Duties(tx).owe(*duties)
