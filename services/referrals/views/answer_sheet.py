"""A referral as whoever answers it by a link sees it: what she needs to answer, and no more.

No name is here, for this house's service knows none; no client's id, plan, goal or legal basis either
(docs/decisions/0018). The number is what the sender says on the telephone or prints on the slip.
"""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from contracts.intake import Urgency
from contracts.values import ClientId, Day, Note, ReferralId, Title, Version, View
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.referral_states import MOVES, Appointment, ReferralState
from services.referrals.domain.referral_words import POLAND, Place, TimeOfDay
from services.referrals.views.parties import PartyView
from services.referrals.views.referral import ReferralView
from services.referrals.views.referrals import SeenReferrals

STEPS = (
    *("receive", "return", "accept", "decline", "start", "schedule", "miss"),
    *("cancel_appointment", "note", "complete", "fail", "confirm_cancellation"),
)
"""What a link can do, each where the referral's own table allows it."""
_WITH_APPOINTMENT = {"miss", "cancel_appointment"}


class AnswerSheet(View):
    """A referral to be answered (skierowanie, na które się odpowiada)."""

    model_config = ConfigDict(populate_by_name=True)

    id: ReferralId
    number: Annotated[
        str,
        Field(description="The end of its id: to tell referrals apart.", examples=["0000-E001"]),
    ]
    sender: Annotated[PartyView, Field(alias="from")]
    receiver: Annotated[PartyView | None, Field(alias="to")]
    purpose: Title | None
    urgency: Urgency
    state: ReferralState
    question: Note | None
    supplied: Note | None
    appointment: Appointment | None
    first_visit_on: Day | None
    first_visit_at: TimeOfDay | None
    place: Place | None
    planned_end_on: Day | None
    sent_on: Day
    answer_due_on: Day | None
    expires_on: Day | None
    allowed: Annotated[
        list[str],
        Field(
            description="Addresses under this referral that take a step now.",
            examples=[["accept"]],
        ),
    ]
    version: Version


async def show_sheet(
    tx: Transaction, referral_id: UUID, by: Caller
) -> tuple[AnswerSheet, ClientId]:
    """The sheet of a referral the caller sees, and whom it is about, for the audit."""
    view = await SeenReferrals(tx, by).show(referral_id)
    return _sheet(view, by), view.client_id


def number_of(referral_id: UUID) -> str:
    """How people tell referrals apart: the last eight digits of the id."""
    digits = referral_id.hex[-8:].upper()
    return f"{digits[:4]}-{digits[4:]}"


def _sheet(view: ReferralView, by: Caller) -> AnswerSheet:
    mine = view.receiver is not None and view.receiver.id == by.institution
    known = view.model_dump(include=set(AnswerSheet.model_fields) & set(ReferralView.model_fields))
    return AnswerSheet.model_validate(
        known
        | {
            "number": number_of(view.id),
            "sent_on": view.sent_at.astimezone(POLAND).date(),
            "allowed": _allowed(view) if mine else [],
        }
    )


def _allowed(view: ReferralView) -> list[str]:
    possible = [step for step in STEPS if view.state in MOVES[step][0]]
    if view.appointment is not Appointment.SCHEDULED:
        possible = [step for step in possible if step not in _WITH_APPOINTMENT]
    return [step.replace("_", "-") for step in possible]
