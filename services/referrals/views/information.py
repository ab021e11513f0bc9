"""Requests for information as whoever asked and whoever was asked see them."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import ConfigDict, Field

from contracts.referrals.requests import DelayReason, InformationRefusal, RequestOver
from contracts.values import (
    BasisKind,
    ClientId,
    Consent,
    ConsentEvidence,
    Day,
    InformationRequestId,
    Line,
    Note,
    Version,
    View,
)
from kernel import clock
from kernel.callers import Caller
from kernel.pages import cursor, id_at
from kernel.transactions import Transaction
from services.referrals.domain.information import InformationRequest, InformationRequestNotFound
from services.referrals.domain.information_answers import Answer, InformationBasis, Question
from services.referrals.domain.information_states import OPEN, InformationState
from services.referrals.store.information import open_information, party_to
from services.referrals.store.keys import keys_of
from services.referrals.tables.information import information_requests
from services.referrals.views.parties import Names, PartyView, names_of, party_view


class InformationBox(StrEnum):
    """What came to your institution, or what it asked."""

    IN = "in"
    OUT = "out"


class RestsOn(View):
    """On what an institution asks: an article, or a consent and its evidence."""

    kind: Annotated[BasisKind, Field(examples=["statutory_task"])]
    article: Annotated[Line | None, Field(examples=["art. 105 ust. 1 u.p.s."])] = None
    evidence: Line | None = None
    evidence_kind: ConsentEvidence | None = None
    given_on: Day | None = None
    until: Day | None = None
    witness: Annotated[Line | None, Field(description="Told to whoever asked alone.")] = None
    purpose_note: Annotated[Note | None, Field(description="Told to whoever asked alone.")] = None


class InformationView(View):
    """A request for information (wniosek o udzielenie informacji)."""

    model_config = ConfigDict(populate_by_name=True)

    id: InformationRequestId
    client_id: ClientId
    asker: Annotated[PartyView, Field(alias="from")]
    asked: Annotated[PartyView, Field(alias="to")]
    questions: list[Question]
    basis: RestsOn
    state: InformationState
    asked_at: datetime
    due_on: Annotated[Day, Field(description="Last day of an answer in time, inclusive.")]
    overdue: bool
    first_due_on: Annotated[Day | None, Field(description="The term before notice of delay.")]
    delay: DelayReason | None
    received_at: datetime | None
    answers: list[Answer]
    answered_at: datetime | None
    refusal: Annotated[
        InformationRefusal | None,
        Field(description="Why there is no answer, or of a partial one why it is not whole."),
    ]
    note: Note | None
    passed_to: Annotated[
        InformationRequestId | None, Field(description="Told to whoever asked alone.")
    ]
    passed_from: Annotated[
        InformationRequestId | None, Field(description="Told to whoever asked alone.")
    ]
    over: Annotated[RequestOver | None, Field(description="Why it fell away.")]
    acknowledged_at: datetime | None
    allowed: Annotated[
        list[str], Field(description="What your institution can do now.", examples=[["answer"]])
    ]
    version: Version


class InformationPage(View):
    """Requests for information, newest first."""

    items: list[InformationView]
    next: Annotated[
        str | None, Field(description="Pass as `cursor` for the next page; null: the last.")
    ]


class SeenInformation:
    """The requests that a caller's institution made or got."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by

    async def page(
        self,
        box: InformationBox,
        *,
        state: InformationState | None,
        overdue: bool | None,
        limit: int,
        after: str | None,
    ) -> InformationPage:
        """What came to the caller's institution, or what it asked; newest first."""
        table = information_requests.c
        mine = table.asked if box is InformationBox.IN else table.asked_by
        query = sa.select(InformationRequest).where(
            mine == self._by.institution, party_to(self._by)
        )
        if state:
            query = query.where(table.state == state)
        if overdue is not None:
            late = sa.and_(table.state.in_(OPEN), table.due_on < clock.today())
            query = query.where(late if overdue else sa.not_(late))
        if after:
            query = query.where(table.id < id_at(after))
        query = query.order_by(table.id.desc()).limit(limit + 1)
        rows = list(await self._tx.session.scalars(query))
        more = cursor(str(rows[limit - 1].id)) if len(rows) > limit else None
        return InformationPage(items=await self._show(rows[:limit]), next=more)

    async def show(self, request_id: UUID) -> InformationView:
        """One request."""
        query = sa.select(InformationRequest).where(
            information_requests.c.id == request_id, party_to(self._by)
        )
        views = await self._show(list(await self._tx.session.scalars(query)))
        if not views:
            raise InformationRequestNotFound
        return views[0]

    async def _show(self, found: Sequence[InformationRequest]) -> list[InformationView]:
        keys = await keys_of(self._tx, {request.client_id for request in found})
        names = await names_of(self._tx, {p for r in found for p in (r.asked_by, r.asked)})
        readable = [request for request in found if request.client_id in keys]
        for request in readable:
            open_information(request, keys)
        return [_view(request, names, self._by.institution) for request in readable]


def _view(request: InformationRequest, names: Names, reader: UUID) -> InformationView:
    words = request.words
    asks = reader == request.asked_by
    return InformationView(
        id=request.id,
        client_id=request.client_id,
        asker=party_view(request.asked_by, names),
        asked=party_view(request.asked, names),
        questions=list(words.questions),
        basis=_basis(words.basis, asks=asks),
        state=request.state,
        asked_at=request.asked_at,
        due_on=request.due_on,
        overdue=request.overdue(clock.today()),
        first_due_on=request.first_due_on,
        delay=request.delay,
        received_at=request.received_at,
        answers=list(words.answers),
        answered_at=request.answered_at,
        refusal=request.refusal,
        note=words.note,
        passed_to=request.passed_to if asks else None,
        passed_from=request.passed_from if asks else None,
        over=request.over,
        acknowledged_at=request.acknowledged_at,
        allowed=request.allowed(reader),
        version=request.version,
    )


def _basis(basis: InformationBasis, *, asks: bool) -> RestsOn:
    """Evidence enough to answer on; a third person's name and the purpose in words are not needed."""
    if not isinstance(basis, Consent):
        return RestsOn(kind=BasisKind(basis.kind), article=basis.article)
    return RestsOn(
        kind=BasisKind(basis.kind),
        evidence=basis.evidence,
        evidence_kind=basis.evidence_kind,
        given_on=basis.given_on,
        until=basis.until,
        witness=basis.witness if asks else None,
        purpose_note=basis.purpose_note if asks else None,
    )
