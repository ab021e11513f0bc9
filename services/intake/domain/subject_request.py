"""A person asks what the law lets her ask about her own data (GDPR art. 15-21), and is answered in time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Annotated
from uuid import UUID

from pydantic import Field, TypeAdapter

from contracts.intake.rights import RequestAnswered, RequestExtended, RequestKind, RequestOpened
from kernel.refusals import Kind, Refusal
from services.intake.domain.dated import Enacted, read_data
from services.intake.domain.months import ends_on


class RequestChannel(StrEnum):
    """How a request reached the institution."""

    IN_PERSON = "in_person"
    POST = "post"
    EMAIL = "email"
    PHONE = "phone"
    EPUAP = "epuap"
    E_DELIVERY = "e_delivery"


class RequestState(StrEnum):
    """Where a request stands."""

    OPEN = "open"
    FULFILLED = "fulfilled"
    REFUSED = "refused"


class ExtensionReason(StrEnum):
    """Why one month is not enough (art. 12(3))."""

    COMPLEXITY = "complexity"
    NUMBER_OF_REQUESTS = "number_of_requests"


class RequestRefusalReason(StrEnum):
    """Why a request is refused, wholly or in part."""

    MANIFESTLY_UNFOUNDED = "manifestly_unfounded"
    EXCESSIVE = "excessive"
    IDENTITY_NOT_CONFIRMED = "identity_not_confirmed"
    LEGAL_OBLIGATION = "legal_obligation"
    LEGAL_CLAIMS = "legal_claims"
    RIGHTS_OF_OTHERS = "rights_of_others"
    NOT_OUR_DATA = "not_our_data"
    CONDITIONS_NOT_MET = "conditions_not_met"


REFUSED_BY: Mapping[RequestRefusalReason, str] = {
    RequestRefusalReason.MANIFESTLY_UNFOUNDED: "art. 12 ust. 5 lit. b RODO",
    RequestRefusalReason.EXCESSIVE: "art. 12 ust. 5 lit. b RODO",
    RequestRefusalReason.IDENTITY_NOT_CONFIRMED: "art. 11 ust. 2, art. 12 ust. 2 i 6 RODO",
    RequestRefusalReason.LEGAL_OBLIGATION: "art. 17 ust. 3 lit. b RODO",
    RequestRefusalReason.LEGAL_CLAIMS: "art. 17 ust. 3 lit. e, art. 21 ust. 1 RODO",
    RequestRefusalReason.RIGHTS_OF_OTHERS: "art. 15 ust. 4, art. 20 ust. 4 RODO",
    RequestRefusalReason.NOT_OUR_DATA: "art. 4 pkt 7 RODO",
    RequestRefusalReason.CONDITIONS_NOT_MET: "art. 16-21 RODO",
}
"""On what each refusal rests; the person is told, with her right to complain (art. 12(4))."""

MOVES = {
    "fulfil": ({RequestState.OPEN}, RequestState.FULFILLED),
    "refuse": ({RequestState.OPEN}, RequestState.REFUSED),
}


class SubjectRequestNotFound(Refusal):
    """Your institution has no such request of a data subject."""

    kind = Kind.MISSING
    pl = "Twoja instytucja nie ma takiego wniosku osoby, której dane dotyczą."


class SubjectRequestAnswered(Refusal):
    """The request has been answered already."""

    kind = Kind.CONFLICT
    pl = "Na ten wniosek już odpowiedziano."


class TermExtended(Refusal):
    """The term was extended already; it can be extended once."""

    kind = Kind.CONFLICT
    pl = "Termin już przedłużono; można to zrobić tylko raz."


class TermOver(Refusal):
    """The term is over; it can be extended only while it runs."""

    kind = Kind.CONFLICT
    pl = "Termin już minął; można go przedłużyć tylko w trakcie biegu."


class ReceivedInTheFuture(Refusal):
    """A request cannot have been received on a day that has not come, or before the GDPR applied."""

    kind = Kind.INVALID
    pl = "Wniosek nie mógł wpłynąć w dniu, który nie nadszedł, ani przed stosowaniem RODO."


class _Term(Enacted):
    months: Annotated[int, Field(ge=1, le=12)]
    extension_months: Annotated[int, Field(ge=0, le=12)]


@cache
def _terms() -> tuple[_Term, ...]:
    return TypeAdapter(tuple[_Term, ...]).validate_python(
        read_data("subject_requests.yaml")["values"]
    )


def _term_on(day: date) -> _Term:
    found = [term for term in _terms() if term.covers(day)]
    if not found:
        raise ReceivedInTheFuture(pointer="/received_on")
    return found[0]


@dataclass(eq=False)
class SubjectRequest:
    """One request of a person about her own data (wniosek osoby, której dane dotyczą)."""

    id: UUID
    client_id: UUID
    institution: UUID
    kind: RequestKind
    received_on: date
    channel: RequestChannel
    due_on: date
    opened_by: str
    state: RequestState = RequestState.OPEN
    extended_for: ExtensionReason | None = None
    answered_on: date | None = None
    refused_for: RequestRefusalReason | None = None
    note: str | None = None
    version: int = 1

    def opened(self, today: date) -> RequestOpened:
        """Announce it, with the day by which it must be answered."""
        if self.received_on > today:
            raise ReceivedInTheFuture(pointer="/received_on")
        return RequestOpened(
            client_id=self.client_id, request_id=self.id, kind=self.kind, due_on=self.due_on
        )

    def extend(self, reason: ExtensionReason, today: date) -> RequestExtended:
        """Take the further months that the law gives, once, while the first month runs."""
        self._still_open()
        if self.extended_for is not None:
            raise TermExtended
        if today > self.due_on:
            raise TermOver
        self.extended_for = reason
        term = _term_on(self.received_on)
        self.due_on = ends_on(self.received_on, term.months + term.extension_months)
        self.version += 1
        return RequestExtended(client_id=self.client_id, request_id=self.id, due_on=self.due_on)

    def fulfil(self, today: date) -> RequestAnswered:
        """Say that she was given what she asked for."""
        return self._answer("fulfil", today)

    def refuse(self, reason: RequestRefusalReason, today: date) -> RequestAnswered:
        """Say no, and on which ground."""
        answered = self._answer("refuse", today)
        self.refused_for = reason
        return answered

    def overdue(self, today: date) -> bool:
        """Whether it is not answered though its term is over."""
        return self.state is RequestState.OPEN and today > self.due_on

    def _answer(self, verb: str, today: date) -> RequestAnswered:
        self._still_open()
        self.state = MOVES[verb][1]
        self.answered_on = today
        self.version += 1
        return RequestAnswered(
            client_id=self.client_id,
            request_id=self.id,
            fulfilled=self.state is RequestState.FULFILLED,
        )

    def _still_open(self) -> None:
        if self.state is not RequestState.OPEN:
            raise SubjectRequestAnswered(state=self.state, allowed=[])


def due(received_on: date) -> date:
    """The last day to answer: one month after receipt (art. 12(3))."""
    return ends_on(received_on, _term_on(received_on).months)
