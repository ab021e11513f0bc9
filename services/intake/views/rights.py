"""What readers may see of requests of data subjects, restrictions, holds, erasures, and of time run out."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.intake.rights import RequestKind
from contracts.values import (
    ClientId,
    Day,
    ErasureId,
    HoldId,
    InstitutionId,
    Note,
    SubjectRequestId,
    Version,
    View,
    WorkerId,
)
from kernel import clock, kinship
from kernel.callers import Caller
from kernel.pages import CursorUnreadable, cursor, id_at, place
from kernel.tables import aliases, erasures
from kernel.transactions import Transaction
from services.intake.domain.erasure import Erasure, ErasureGround, ErasureState, Hold, HoldReason
from services.intake.domain.restriction import RestrictionGround
from services.intake.domain.retention import still_kept
from services.intake.domain.subject_request import (
    REFUSED_BY,
    ExtensionReason,
    RequestChannel,
    RequestRefusalReason,
    RequestState,
    SubjectRequest,
)
from services.intake.store.rights import (
    Holds,
    case_closed_on,
    kept_of,
    load_subject_request,
)
from services.intake.tables.clients import clients
from services.intake.tables.rights import closings, erasure_proposals, subject_requests


class SubjectRequestView(View):
    """A request of a data subject (wniosek osoby, której dane dotyczą)."""

    id: SubjectRequestId
    client_id: ClientId
    kind: RequestKind
    received_on: Day
    channel: RequestChannel
    due_on: Annotated[Day, Field(description="The last day to answer, inclusive.")]
    overdue: bool
    state: RequestState
    extended_for: ExtensionReason | None
    answered_on: Day | None
    refused_for: RequestRefusalReason | None
    article: Annotated[
        str | None, Field(description="On what a refusal rests.", examples=["art. 17 RODO"])
    ]
    note: Note | None
    version: Version


class SubjectRequestPage(View):
    """Requests of data subjects: those to answer first, by their last day."""

    items: list[SubjectRequestView]
    next: str | None


class RestrictionView(View):
    """A restriction of a client's data (ograniczenie przetwarzania)."""

    client_id: ClientId
    ground: RestrictionGround
    review_on: Day | None
    placed_by: WorkerId
    placed_at: datetime
    lifted_at: datetime | None


class HoldView(View):
    """Data that must not be erased whatever their age (wstrzymanie usunięcia)."""

    id: HoldId
    client_id: ClientId
    institution: InstitutionId
    reason: HoldReason
    until: Day | None
    placed_by: WorkerId
    placed_at: datetime
    lifted_at: datetime | None


class ErasureView(View):
    """A proposal to erase a client, and what became of it (usunięcie danych)."""

    id: ErasureId
    client_id: ClientId
    ground: ErasureGround
    state: ErasureState
    proposed_by: WorkerId
    proposed_at: datetime
    decided_by: WorkerId | None
    decided_at: datetime | None


class ErasurePage(View):
    """Proposals to erase, newest first."""

    items: list[ErasureView]
    next: str | None


class RetentionDue(View):
    """A closed case that nothing but a decision keeps any more."""

    client_id: ClientId
    closed_on: Day
    kept_until: Annotated[Day, Field(description="The last day it had to be kept.")]
    rules: Annotated[list[str], Field(examples=[["case_file"]])]
    held: Annotated[bool, Field(description="Whether a hold stands against erasing it.")]


class RetentionPage(View):
    """Closed cases whose time has run out, oldest first; a page may be short though there is a next."""

    items: list[RetentionDue]
    next: str | None


def subject_request_view(request: SubjectRequest) -> SubjectRequestView:
    """A request as it stands today."""
    refused = request.refused_for
    return SubjectRequestView(
        id=request.id,
        client_id=request.client_id,
        kind=request.kind,
        received_on=request.received_on,
        channel=request.channel,
        due_on=request.due_on,
        overdue=request.overdue(clock.today()),
        state=request.state,
        extended_for=request.extended_for,
        answered_on=request.answered_on,
        refused_for=refused,
        article=REFUSED_BY[refused] if refused else None,
        note=request.note,
        version=request.version,
    )


async def list_subject_requests(
    tx: Transaction, by: Caller, *, limit: int, after: str | None
) -> SubjectRequestPage:
    """The requests to the caller's institution: open ones first, by their last day."""
    table = subject_requests.c
    answered = table.state != RequestState.OPEN
    order = sa.tuple_(answered, table.due_on, table.id)
    query = sa.select(subject_requests).where(table.institution == by.institution)
    if after:
        query = query.where(order > sa.tuple_(*_request_at(after)))
    rows = (
        await tx.session.execute(query.order_by(answered, table.due_on, table.id).limit(limit + 1))
    ).all()
    found = [await load_subject_request(tx, row) for row in rows[:limit]]
    more = _request_place(found[-1]) if len(rows) > limit else None
    return SubjectRequestPage(items=[subject_request_view(one) for one in found], next=more)


def _request_place(request: SubjectRequest) -> str:
    answered = int(request.state is not RequestState.OPEN)
    return cursor(f"{answered}|{request.due_on}|{request.id}")


def _request_at(after: str) -> tuple[Any, Any, Any]:
    answered, _, rest = place(after).partition("|")
    due_on, _, request_id = rest.partition("|")
    try:
        found = bool(int(answered)), date.fromisoformat(due_on), UUID(request_id)
    except ValueError:
        raise CursorUnreadable from None
    return sa.literal(found[0]), sa.literal(found[1]), sa.literal(found[2], sa.Uuid)


def erasure_view(erasure: Erasure) -> ErasureView:
    """A proposal to erase as it stands."""
    return ErasureView.model_validate(erasure)


def hold_view(hold: Hold) -> HoldView:
    """A hold as it stands."""
    return HoldView.model_validate(hold)


async def list_erasures(
    tx: Transaction, by: Caller, *, limit: int, after: str | None
) -> ErasurePage:
    """What the caller's institution proposed to erase, decided or not, newest first."""
    table = erasure_proposals.c
    query = sa.select(erasure_proposals).where(table.institution == by.institution)
    if after:
        query = query.where(table.id < id_at(after))
    rows = (await tx.session.execute(query.order_by(table.id.desc()).limit(limit + 1))).all()
    more = cursor(str(rows[limit - 1].id)) if len(rows) > limit else None
    return ErasurePage(items=[ErasureView.model_validate(r) for r in rows[:limit]], next=more)


async def list_holds(tx: Transaction, client_id: UUID) -> list[HoldView]:
    """The holds that stand on a client's data, whichever of her records they were placed on."""
    family = await kinship.family(tx.session, client_id)
    return [hold_view(hold) for hold in await Holds(tx).standing(family, clock.today())]


async def list_retention_due(
    tx: Transaction, by: Caller, *, limit: int, after: str | None
) -> RetentionPage:
    """Whom the caller's institution registered and nothing obliges it to keep any longer."""
    query = (
        sa.select(closings.c.closed_on, closings.c.client_id)
        .join(clients, clients.c.id == closings.c.client_id)
        .where(
            clients.c.registered_by == by.institution,
            closings.c.reopened_at.is_(None),
            ~sa.exists().where(erasures.c.client_id == clients.c.id),
            ~sa.exists().where(aliases.c.client_id == clients.c.id),
        )
    )
    if after:
        query = query.where(
            sa.tuple_(closings.c.closed_on, closings.c.client_id) > sa.tuple_(*_case_at(after))
        )
    query = query.order_by(closings.c.closed_on, closings.c.client_id).limit(limit + 1)
    rows = (await tx.session.execute(query)).all()
    due = await _due(tx, [row.client_id for row in rows[:limit]])
    last = rows[limit - 1] if len(rows) > limit else None
    return RetentionPage(
        items=due, next=cursor(f"{last.closed_on}|{last.client_id}") if last else None
    )


async def _due(tx: Transaction, client_ids: Sequence[UUID]) -> list[RetentionDue]:
    today, found = clock.today(), []
    for client_id in client_ids:
        family = await kinship.family(tx.session, client_id)
        closed_on, rules = await case_closed_on(tx, family), await kept_of(tx, family)
        if closed_on is None or still_kept(rules, today):
            continue
        found.append(
            RetentionDue(
                client_id=client_id,
                closed_on=closed_on,
                kept_until=max(rule.until for rule in rules if rule.until),
                rules=[rule.rule for rule in rules],
                held=bool(await Holds(tx).standing(family, today)),
            )
        )
    return found


def _case_at(after: str) -> tuple[Any, Any]:
    closed_on, _, client_id = place(after).partition("|")
    try:
        day, client = date.fromisoformat(closed_on), UUID(client_id)
    except ValueError:
        raise CursorUnreadable from None
    return sa.literal(day, sa.Date), sa.literal(client, sa.Uuid)
