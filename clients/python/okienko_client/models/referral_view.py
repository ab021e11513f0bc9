from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.appointment import Appointment
from ..models.cancel_reason import CancelReason
from ..models.change import Change
from ..models.decline_reason import DeclineReason
from ..models.error_reason import ErrorReason
from ..models.fail_reason import FailReason
from ..models.outcome import Outcome
from ..models.pause_reason import PauseReason
from ..models.referral_state import ReferralState
from ..models.satisfaction import Satisfaction
from ..models.urgency import Urgency

if TYPE_CHECKING:
    from ..models.alternative import Alternative
    from ..models.consent import Consent
    from ..models.party_view import PartyView
    from ..models.queue_view import QueueView
    from ..models.referral_part_view import ReferralPartView
    from ..models.service_name_view import ServiceNameView
    from ..models.statutory_task import StatutoryTask
    from ..models.vital_interest import VitalInterest


T = TypeVar("T", bound="ReferralView")


@_attrs_define
class ReferralView:
    """A referral (skierowanie).

    Attributes:
        id (UUID):
        client_id (UUID):
        from_ (PartyView): An institution by name.
        to (None | PartyView): None: open to claim, or a draft without a receiver.
        open_to (None | UUID): Whose members may claim it.
        service (None | ServiceNameView): The service of the directory it asks for.
        joins_list (bool): She may wait where no place is free.
        holds_place (bool): It takes one of the service's places.
        offer_id (None | UUID): The offer to several it is one of.
        part_of (None | UUID): The referral it passes a part on of.
        purpose (None | str): None: withheld, because your right to read it has ended.
        urgency (Urgency): How soon somebody must act.
        state (ReferralState): Where a referral stands.
        since (datetime.datetime): Since when it stands so.
        goal_id (None | UUID):
        action_id (None | UUID): The plan's action that follows it.
        basis (Consent | None | StatutoryTask | VitalInterest): None: a draft that lacks it, or withheld.
        question (None | str): What the receiver asks first.
        supplied (None | str): What the sender answered.
        appointment (Appointment | None):
        first_visit_on (datetime.date | None): The day of the latest appointment.
        first_visit_at (None | str):
        place (None | str):
        planned_end_on (datetime.date | None):
        review_on (datetime.date | None): Until when it rests.
        decline_reason (DeclineReason | None):
        alternatives (list[Alternative]): Whom else one could ask.
        outcome (None | Outcome):
        delivered (list[str]):
        fail_reason (FailReason | None):
        hold_reason (None | PauseReason):
        cancel_reason (CancelReason | None):
        error_reason (ErrorReason | None):
        change (Change | None): What changed, if it fell away because of that.
        note (None | str): The receiver's last word.
        satisfaction (None | Satisfaction):
        client_words (None | str): What the client herself says.
        sent_at (datetime.datetime):
        answer_due_on (datetime.date | None):
        expires_on (datetime.date | None): The day on which it ends if nobody answered before.
        reminders (int):
        escalated_on (datetime.date | None): When the managers were told.
        received_at (datetime.datetime | None):
        answered_at (datetime.datetime | None):
        started_at (datetime.datetime | None):
        ended_at (datetime.datetime | None):
        acknowledged_at (datetime.datetime | None): When the loop was closed.
        waiting_since (datetime.datetime | None):
        queue (None | QueueView): Where it stands on the waiting list.
        parts (list[ReferralPartView]): What its receiver passed on of it.
        version (int):
    """

    id: UUID
    client_id: UUID
    from_: PartyView
    to: None | PartyView
    open_to: None | UUID
    service: None | ServiceNameView
    joins_list: bool
    holds_place: bool
    offer_id: None | UUID
    part_of: None | UUID
    purpose: None | str
    urgency: Urgency
    state: ReferralState
    since: datetime.datetime
    goal_id: None | UUID
    action_id: None | UUID
    basis: Consent | None | StatutoryTask | VitalInterest
    question: None | str
    supplied: None | str
    appointment: Appointment | None
    first_visit_on: datetime.date | None
    first_visit_at: None | str
    place: None | str
    planned_end_on: datetime.date | None
    review_on: datetime.date | None
    decline_reason: DeclineReason | None
    alternatives: list[Alternative]
    outcome: None | Outcome
    delivered: list[str]
    fail_reason: FailReason | None
    hold_reason: None | PauseReason
    cancel_reason: CancelReason | None
    error_reason: ErrorReason | None
    change: Change | None
    note: None | str
    satisfaction: None | Satisfaction
    client_words: None | str
    sent_at: datetime.datetime
    answer_due_on: datetime.date | None
    expires_on: datetime.date | None
    reminders: int
    escalated_on: datetime.date | None
    received_at: datetime.datetime | None
    answered_at: datetime.datetime | None
    started_at: datetime.datetime | None
    ended_at: datetime.datetime | None
    acknowledged_at: datetime.datetime | None
    waiting_since: datetime.datetime | None
    queue: None | QueueView
    parts: list[ReferralPartView]
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.consent import Consent  # noqa: PLC0415
        from ..models.party_view import PartyView  # noqa: PLC0415
        from ..models.queue_view import QueueView  # noqa: PLC0415
        from ..models.service_name_view import ServiceNameView  # noqa: PLC0415
        from ..models.statutory_task import StatutoryTask  # noqa: PLC0415
        from ..models.vital_interest import VitalInterest  # noqa: PLC0415

        id = str(self.id)

        client_id = str(self.client_id)

        from_ = self.from_.to_dict()

        to: dict[str, Any] | None
        if isinstance(self.to, PartyView):
            to = self.to.to_dict()
        else:
            to = self.to

        open_to: None | str
        if isinstance(self.open_to, UUID):
            open_to = str(self.open_to)
        else:
            open_to = self.open_to

        service: dict[str, Any] | None
        if isinstance(self.service, ServiceNameView):
            service = self.service.to_dict()
        else:
            service = self.service

        joins_list = self.joins_list

        holds_place = self.holds_place

        offer_id: None | str
        if isinstance(self.offer_id, UUID):
            offer_id = str(self.offer_id)
        else:
            offer_id = self.offer_id

        part_of: None | str
        if isinstance(self.part_of, UUID):
            part_of = str(self.part_of)
        else:
            part_of = self.part_of

        purpose: None | str
        purpose = self.purpose

        urgency = self.urgency.value

        state = self.state.value

        since = self.since.isoformat()

        goal_id: None | str
        if isinstance(self.goal_id, UUID):
            goal_id = str(self.goal_id)
        else:
            goal_id = self.goal_id

        action_id: None | str
        if isinstance(self.action_id, UUID):
            action_id = str(self.action_id)
        else:
            action_id = self.action_id

        basis: dict[str, Any] | None
        if isinstance(self.basis, StatutoryTask):
            basis = self.basis.to_dict()
        elif isinstance(self.basis, Consent):
            basis = self.basis.to_dict()
        elif isinstance(self.basis, VitalInterest):
            basis = self.basis.to_dict()
        else:
            basis = self.basis

        question: None | str
        question = self.question

        supplied: None | str
        supplied = self.supplied

        appointment: None | str
        if isinstance(self.appointment, Appointment):
            appointment = self.appointment.value
        else:
            appointment = self.appointment

        first_visit_on: None | str
        if isinstance(self.first_visit_on, datetime.date):
            first_visit_on = self.first_visit_on.isoformat()
        else:
            first_visit_on = self.first_visit_on

        first_visit_at: None | str
        first_visit_at = self.first_visit_at

        place: None | str
        place = self.place

        planned_end_on: None | str
        if isinstance(self.planned_end_on, datetime.date):
            planned_end_on = self.planned_end_on.isoformat()
        else:
            planned_end_on = self.planned_end_on

        review_on: None | str
        if isinstance(self.review_on, datetime.date):
            review_on = self.review_on.isoformat()
        else:
            review_on = self.review_on

        decline_reason: None | str
        if isinstance(self.decline_reason, DeclineReason):
            decline_reason = self.decline_reason.value
        else:
            decline_reason = self.decline_reason

        alternatives = []
        for alternatives_item_data in self.alternatives:
            alternatives_item = alternatives_item_data.to_dict()
            alternatives.append(alternatives_item)

        outcome: None | str
        if isinstance(self.outcome, Outcome):
            outcome = self.outcome.value
        else:
            outcome = self.outcome

        delivered = self.delivered

        fail_reason: None | str
        if isinstance(self.fail_reason, FailReason):
            fail_reason = self.fail_reason.value
        else:
            fail_reason = self.fail_reason

        hold_reason: None | str
        if isinstance(self.hold_reason, PauseReason):
            hold_reason = self.hold_reason.value
        else:
            hold_reason = self.hold_reason

        cancel_reason: None | str
        if isinstance(self.cancel_reason, CancelReason):
            cancel_reason = self.cancel_reason.value
        else:
            cancel_reason = self.cancel_reason

        error_reason: None | str
        if isinstance(self.error_reason, ErrorReason):
            error_reason = self.error_reason.value
        else:
            error_reason = self.error_reason

        change: None | str
        if isinstance(self.change, Change):
            change = self.change.value
        else:
            change = self.change

        note: None | str
        note = self.note

        satisfaction: None | str
        if isinstance(self.satisfaction, Satisfaction):
            satisfaction = self.satisfaction.value
        else:
            satisfaction = self.satisfaction

        client_words: None | str
        client_words = self.client_words

        sent_at = self.sent_at.isoformat()

        answer_due_on: None | str
        if isinstance(self.answer_due_on, datetime.date):
            answer_due_on = self.answer_due_on.isoformat()
        else:
            answer_due_on = self.answer_due_on

        expires_on: None | str
        if isinstance(self.expires_on, datetime.date):
            expires_on = self.expires_on.isoformat()
        else:
            expires_on = self.expires_on

        reminders = self.reminders

        escalated_on: None | str
        if isinstance(self.escalated_on, datetime.date):
            escalated_on = self.escalated_on.isoformat()
        else:
            escalated_on = self.escalated_on

        received_at: None | str
        if isinstance(self.received_at, datetime.datetime):
            received_at = self.received_at.isoformat()
        else:
            received_at = self.received_at

        answered_at: None | str
        if isinstance(self.answered_at, datetime.datetime):
            answered_at = self.answered_at.isoformat()
        else:
            answered_at = self.answered_at

        started_at: None | str
        if isinstance(self.started_at, datetime.datetime):
            started_at = self.started_at.isoformat()
        else:
            started_at = self.started_at

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        acknowledged_at: None | str
        if isinstance(self.acknowledged_at, datetime.datetime):
            acknowledged_at = self.acknowledged_at.isoformat()
        else:
            acknowledged_at = self.acknowledged_at

        waiting_since: None | str
        if isinstance(self.waiting_since, datetime.datetime):
            waiting_since = self.waiting_since.isoformat()
        else:
            waiting_since = self.waiting_since

        queue: dict[str, Any] | None
        if isinstance(self.queue, QueueView):
            queue = self.queue.to_dict()
        else:
            queue = self.queue

        parts = []
        for parts_item_data in self.parts:
            parts_item = parts_item_data.to_dict()
            parts.append(parts_item)

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "client_id": client_id,
                "from": from_,
                "to": to,
                "open_to": open_to,
                "service": service,
                "joins_list": joins_list,
                "holds_place": holds_place,
                "offer_id": offer_id,
                "part_of": part_of,
                "purpose": purpose,
                "urgency": urgency,
                "state": state,
                "since": since,
                "goal_id": goal_id,
                "action_id": action_id,
                "basis": basis,
                "question": question,
                "supplied": supplied,
                "appointment": appointment,
                "first_visit_on": first_visit_on,
                "first_visit_at": first_visit_at,
                "place": place,
                "planned_end_on": planned_end_on,
                "review_on": review_on,
                "decline_reason": decline_reason,
                "alternatives": alternatives,
                "outcome": outcome,
                "delivered": delivered,
                "fail_reason": fail_reason,
                "hold_reason": hold_reason,
                "cancel_reason": cancel_reason,
                "error_reason": error_reason,
                "change": change,
                "note": note,
                "satisfaction": satisfaction,
                "client_words": client_words,
                "sent_at": sent_at,
                "answer_due_on": answer_due_on,
                "expires_on": expires_on,
                "reminders": reminders,
                "escalated_on": escalated_on,
                "received_at": received_at,
                "answered_at": answered_at,
                "started_at": started_at,
                "ended_at": ended_at,
                "acknowledged_at": acknowledged_at,
                "waiting_since": waiting_since,
                "queue": queue,
                "parts": parts,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.alternative import Alternative  # noqa: PLC0415
        from ..models.consent import Consent  # noqa: PLC0415
        from ..models.party_view import PartyView  # noqa: PLC0415
        from ..models.queue_view import QueueView  # noqa: PLC0415
        from ..models.referral_part_view import ReferralPartView  # noqa: PLC0415
        from ..models.service_name_view import ServiceNameView  # noqa: PLC0415
        from ..models.statutory_task import StatutoryTask  # noqa: PLC0415
        from ..models.vital_interest import VitalInterest  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        client_id = UUID(d.pop("client_id"))

        from_ = PartyView.from_dict(d.pop("from"))

        def _parse_to(data: object) -> None | PartyView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                to_type_0 = PartyView.from_dict(data)

                return to_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PartyView, data)

        to = _parse_to(d.pop("to"))

        def _parse_open_to(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                open_to_type_0 = UUID(data)

                return open_to_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        open_to = _parse_open_to(d.pop("open_to"))

        def _parse_service(data: object) -> None | ServiceNameView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                service_type_0 = ServiceNameView.from_dict(data)

                return service_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ServiceNameView, data)

        service = _parse_service(d.pop("service"))

        joins_list = d.pop("joins_list")

        holds_place = d.pop("holds_place")

        def _parse_offer_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                offer_id_type_0 = UUID(data)

                return offer_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        offer_id = _parse_offer_id(d.pop("offer_id"))

        def _parse_part_of(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                part_of_type_0 = UUID(data)

                return part_of_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        part_of = _parse_part_of(d.pop("part_of"))

        def _parse_purpose(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        purpose = _parse_purpose(d.pop("purpose"))

        urgency = Urgency(d.pop("urgency"))

        state = ReferralState(d.pop("state"))

        since = datetime.datetime.fromisoformat(d.pop("since"))

        def _parse_goal_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                goal_id_type_0 = UUID(data)

                return goal_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        goal_id = _parse_goal_id(d.pop("goal_id"))

        def _parse_action_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                action_id_type_0 = UUID(data)

                return action_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        action_id = _parse_action_id(d.pop("action_id"))

        def _parse_basis(data: object) -> Consent | None | StatutoryTask | VitalInterest:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                basis_type_0_type_0 = StatutoryTask.from_dict(data)

                return basis_type_0_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                basis_type_0_type_1 = Consent.from_dict(data)

                return basis_type_0_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                basis_type_0_type_2 = VitalInterest.from_dict(data)

                return basis_type_0_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Consent | None | StatutoryTask | VitalInterest, data)

        basis = _parse_basis(d.pop("basis"))

        def _parse_question(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        question = _parse_question(d.pop("question"))

        def _parse_supplied(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        supplied = _parse_supplied(d.pop("supplied"))

        def _parse_appointment(data: object) -> Appointment | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                appointment_type_0 = Appointment(data)

                return appointment_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Appointment | None, data)

        appointment = _parse_appointment(d.pop("appointment"))

        def _parse_first_visit_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                first_visit_on_type_0 = datetime.date.fromisoformat(data)

                return first_visit_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        first_visit_on = _parse_first_visit_on(d.pop("first_visit_on"))

        def _parse_first_visit_at(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        first_visit_at = _parse_first_visit_at(d.pop("first_visit_at"))

        def _parse_place(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        place = _parse_place(d.pop("place"))

        def _parse_planned_end_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                planned_end_on_type_0 = datetime.date.fromisoformat(data)

                return planned_end_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        planned_end_on = _parse_planned_end_on(d.pop("planned_end_on"))

        def _parse_review_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                review_on_type_0 = datetime.date.fromisoformat(data)

                return review_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        review_on = _parse_review_on(d.pop("review_on"))

        def _parse_decline_reason(data: object) -> DeclineReason | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decline_reason_type_0 = DeclineReason(data)

                return decline_reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DeclineReason | None, data)

        decline_reason = _parse_decline_reason(d.pop("decline_reason"))

        alternatives = []
        _alternatives = d.pop("alternatives")
        for alternatives_item_data in _alternatives:
            alternatives_item = Alternative.from_dict(alternatives_item_data)

            alternatives.append(alternatives_item)

        def _parse_outcome(data: object) -> None | Outcome:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                outcome_type_0 = Outcome(data)

                return outcome_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Outcome, data)

        outcome = _parse_outcome(d.pop("outcome"))

        delivered = cast(list[str], d.pop("delivered"))

        def _parse_fail_reason(data: object) -> FailReason | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                fail_reason_type_0 = FailReason(data)

                return fail_reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FailReason | None, data)

        fail_reason = _parse_fail_reason(d.pop("fail_reason"))

        def _parse_hold_reason(data: object) -> None | PauseReason:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                hold_reason_type_0 = PauseReason(data)

                return hold_reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PauseReason, data)

        hold_reason = _parse_hold_reason(d.pop("hold_reason"))

        def _parse_cancel_reason(data: object) -> CancelReason | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                cancel_reason_type_0 = CancelReason(data)

                return cancel_reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CancelReason | None, data)

        cancel_reason = _parse_cancel_reason(d.pop("cancel_reason"))

        def _parse_error_reason(data: object) -> ErrorReason | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                error_reason_type_0 = ErrorReason(data)

                return error_reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ErrorReason | None, data)

        error_reason = _parse_error_reason(d.pop("error_reason"))

        def _parse_change(data: object) -> Change | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                change_type_0 = Change(data)

                return change_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Change | None, data)

        change = _parse_change(d.pop("change"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        def _parse_satisfaction(data: object) -> None | Satisfaction:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                satisfaction_type_0 = Satisfaction(data)

                return satisfaction_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Satisfaction, data)

        satisfaction = _parse_satisfaction(d.pop("satisfaction"))

        def _parse_client_words(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        client_words = _parse_client_words(d.pop("client_words"))

        sent_at = datetime.datetime.fromisoformat(d.pop("sent_at"))

        def _parse_answer_due_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answer_due_on_type_0 = datetime.date.fromisoformat(data)

                return answer_due_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        answer_due_on = _parse_answer_due_on(d.pop("answer_due_on"))

        def _parse_expires_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_on_type_0 = datetime.date.fromisoformat(data)

                return expires_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        expires_on = _parse_expires_on(d.pop("expires_on"))

        reminders = d.pop("reminders")

        def _parse_escalated_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                escalated_on_type_0 = datetime.date.fromisoformat(data)

                return escalated_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        escalated_on = _parse_escalated_on(d.pop("escalated_on"))

        def _parse_received_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                received_at_type_0 = datetime.datetime.fromisoformat(data)

                return received_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        received_at = _parse_received_at(d.pop("received_at"))

        def _parse_answered_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answered_at_type_0 = datetime.datetime.fromisoformat(data)

                return answered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        answered_at = _parse_answered_at(d.pop("answered_at"))

        def _parse_started_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                started_at_type_0 = datetime.datetime.fromisoformat(data)

                return started_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        started_at = _parse_started_at(d.pop("started_at"))

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)

                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))

        def _parse_acknowledged_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                acknowledged_at_type_0 = datetime.datetime.fromisoformat(data)

                return acknowledged_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        acknowledged_at = _parse_acknowledged_at(d.pop("acknowledged_at"))

        def _parse_waiting_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                waiting_since_type_0 = datetime.datetime.fromisoformat(data)

                return waiting_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        waiting_since = _parse_waiting_since(d.pop("waiting_since"))

        def _parse_queue(data: object) -> None | QueueView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                queue_type_0 = QueueView.from_dict(data)

                return queue_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | QueueView, data)

        queue = _parse_queue(d.pop("queue"))

        parts = []
        _parts = d.pop("parts")
        for parts_item_data in _parts:
            parts_item = ReferralPartView.from_dict(parts_item_data)

            parts.append(parts_item)

        version = d.pop("version")

        referral_view = cls(
            id=id,
            client_id=client_id,
            from_=from_,
            to=to,
            open_to=open_to,
            service=service,
            joins_list=joins_list,
            holds_place=holds_place,
            offer_id=offer_id,
            part_of=part_of,
            purpose=purpose,
            urgency=urgency,
            state=state,
            since=since,
            goal_id=goal_id,
            action_id=action_id,
            basis=basis,
            question=question,
            supplied=supplied,
            appointment=appointment,
            first_visit_on=first_visit_on,
            first_visit_at=first_visit_at,
            place=place,
            planned_end_on=planned_end_on,
            review_on=review_on,
            decline_reason=decline_reason,
            alternatives=alternatives,
            outcome=outcome,
            delivered=delivered,
            fail_reason=fail_reason,
            hold_reason=hold_reason,
            cancel_reason=cancel_reason,
            error_reason=error_reason,
            change=change,
            note=note,
            satisfaction=satisfaction,
            client_words=client_words,
            sent_at=sent_at,
            answer_due_on=answer_due_on,
            expires_on=expires_on,
            reminders=reminders,
            escalated_on=escalated_on,
            received_at=received_at,
            answered_at=answered_at,
            started_at=started_at,
            ended_at=ended_at,
            acknowledged_at=acknowledged_at,
            waiting_since=waiting_since,
            queue=queue,
            parts=parts,
            version=version,
        )

        referral_view.additional_properties = d
        return referral_view

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
