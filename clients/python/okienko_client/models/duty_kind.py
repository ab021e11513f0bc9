from enum import StrEnum
from typing import Self


class DutyKind(StrEnum):
    ACCEPT_HANDOVER = "accept_handover"
    ACKNOWLEDGE_OUTCOME = "acknowledge_outcome"
    AGREE_PLAN = "agree_plan"
    ANSWER_REFERRAL = "answer_referral"
    ANSWER_REQUEST = "answer_request"
    APPROVE_MINUTES = "approve_minutes"
    CONFIRM_CANCELLATION = "confirm_cancellation"
    CONTACT_CLIENT = "contact_client"
    ESCALATED_REFERRAL = "escalated_referral"
    ESCALATED_REQUEST = "escalated_request"
    EXHAUSTED_OFFER = "exhausted_offer"
    FINISH_ACTION = "finish_action"
    HANDOVER_DECLINED = "handover_declined"
    HOLD_INTERVIEW = "hold_interview"
    NEW_CLIENT = "new_client"
    OFFER_PLACE = "offer_place"
    OPEN_REFERRAL = "open_referral"
    PREPARE_MEETING = "prepare_meeting"
    READ_ANSWER = "read_answer"
    REPORT_OUTCOME = "report_outcome"
    REVIEW_HOLD = "review_hold"
    REVIEW_PLAN = "review_plan"
    SEE_CLIENT = "see_client"
    SILENT_REFERRAL = "silent_referral"
    SILENT_REQUEST = "silent_request"
    SUPERSEDED_REFERRAL = "superseded_referral"
    SUPPLY_INFORMATION = "supply_information"
    UPDATE_INTERVIEW = "update_interview"

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """A code of a later release: codes are open, so it is borne as it came."""
        if not isinstance(value, str):
            return None
        one = str.__new__(cls, value)
        one._name_, one._value_ = value.upper(), value
        return one

    def __str__(self) -> str:
        return str(self.value)
