"""What is owed about a request for information, by whom and by when."""

from datetime import datetime

from services.referrals.domain.duty import Audience, Duty, DutyKind
from services.referrals.domain.information import InformationRequest


def to_answer(request: InformationRequest, since: datetime) -> Duty:
    """Whoever was asked owes an answer; once somebody took it on, she does."""
    return Duty(
        DutyKind.ANSWER_REQUEST,
        request.id,
        request.asked,
        since,
        client_id=request.client_id,
        due_on=request.due_on,
        worker=request.answerer,
    )


def to_read(request: InformationRequest, since: datetime) -> Duty:
    """Something came of it: news for the worker who asked."""
    return Duty(
        DutyKind.READ_ANSWER,
        request.id,
        request.asked_by,
        since,
        client_id=request.client_id,
        worker=request.asker,
    )


def silent(request: InformationRequest, since: datetime) -> Duty:
    """The term came and no answer: whoever asked may want to telephone."""
    return Duty(
        DutyKind.SILENT_REQUEST,
        request.id,
        request.asked_by,
        since,
        client_id=request.client_id,
        due_on=request.due_on,
        worker=request.asker,
    )


def escalated(request: InformationRequest, since: datetime) -> list[Duty]:
    """Overdue: both managers see to it."""
    return [
        Duty(
            DutyKind.ESCALATED_REQUEST,
            request.id,
            institution,
            since,
            client_id=request.client_id,
            due_on=request.due_on,
            audience=Audience.MANAGER,
        )
        for institution in (request.asked_by, request.asked)
    ]
