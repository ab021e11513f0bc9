"""How many clients each worker has, against the norm; and clients whom nobody advises."""

from collections import Counter
from datetime import date
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.values import BasisKind, ClientId, Day, View
from kernel import clock, kinship
from kernel import relations as rights
from kernel.callers import Caller
from kernel.pages import cursor, id_at
from kernel.tables import aliases, relations
from kernel.transactions import Transaction
from services.referrals.domain.advice_terms import CaseloadNorm, norm_for
from services.referrals.domain.referral_states import OPEN
from services.referrals.store.advice import manages
from services.referrals.store.substitutions import her_work, holds_on
from services.referrals.tables.advice import advice, closed_cases, substitutions
from services.referrals.tables.referrals import referrals
from services.referrals.views.workers import WorkerView, workers_named


class NormView(View):
    """How many clients a worker should have at most, and where that is written."""

    clients: int
    act: Annotated[str, Field(examples=["u.p.s."])]
    article: Annotated[str, Field(examples=["art. 110 ust. 11 u.p.s."])]
    note: str | None


class WorkerCaseload(View):
    """What one worker has to do with."""

    worker: WorkerView
    clients: Annotated[int, Field(description="Persons she advises; a merged record counts once.")]
    overdue_contacts: Annotated[int, Field(description="Contacts that should have been by now.")]
    open_referrals: Annotated[int, Field(description="Open ones that she sent or took on.")]
    over_norm: Annotated[
        int | None, Field(description="By how many clients; null: no norm holds here.")
    ]
    away: Annotated[
        WorkerView | None, Field(description="Who stands in for her today; null: nobody does.")
    ]


class Caseload(View):
    """The caseload of an institution, or of one worker and of whom she stands in for."""

    as_of: Day
    norm: Annotated[NormView | None, Field(description="Null: no statute sets one here.")]
    workers: list[WorkerCaseload]
    clients: int
    unassigned: Annotated[
        int | None, Field(description="Clients without an adviser; for managers.")
    ]


class UnassignedView(View):
    """A client whom nobody of your institution advises."""

    client_id: ClientId
    since: Annotated[Day, Field(description="Since when your institution may see her.")]


class UnassignedPage(View):
    """Clients without an adviser."""

    items: list[UnassignedView]
    next: Annotated[
        str | None, Field(description="Pass as `cursor` for the next page; null: the last.")
    ]


async def caseload(tx: Transaction, by: Caller) -> Caseload:
    """Counts only: who the clients are is not told here, so restricted ones are counted too."""
    today, house = clock.today(), by.institution
    counts = await _counts(tx, by, today)
    sent = await _referrals(tx, by)
    away = await _away(tx, house, today)
    codes = {*counts, *away.values()} if manages(by) else {*counts, by.worker, *away.values()}
    people = await workers_named(tx, [(house, code) for code in codes])
    norm = norm_for(by.kind, today)
    shown = sorted(counts if manages(by) else {*counts, by.worker})
    return Caseload(
        as_of=today,
        norm=_norm(norm),
        clients=sum(clients for clients, _ in counts.values()),
        unassigned=await _count_unassigned(tx, by) if manages(by) else None,
        workers=[
            WorkerCaseload(
                worker=people[(house, code)],
                clients=counts.get(code, (0, 0))[0],
                overdue_contacts=counts.get(code, (0, 0))[1],
                open_referrals=sent[code],
                over_norm=max(0, counts.get(code, (0, 0))[0] - norm.clients) if norm else None,
                away=people[(house, away[code])] if code in away else None,
            )
            for code in shown
        ],
    )


def _norm(norm: CaseloadNorm | None) -> NormView | None:
    if norm is None:
        return None
    source = norm.source
    return NormView(clients=norm.clients, act=source.act, article=source.article, note=source.note)


async def _counts(tx: Transaction, by: Caller, today: date) -> dict[str, tuple[int, int]]:
    """Clients and overdue contacts by worker: all of a manager's, else those that are the caller's."""
    mine = sa.select(aliases.c.survivor).where(aliases.c.client_id == advice.c.client_id)
    person = sa.func.coalesce(mine.scalar_subquery(), advice.c.client_id)
    query = (
        sa.select(
            advice.c.worker,
            sa.func.count(person.distinct()),
            sa.func.count().filter(advice.c.next_contact_on < today),
        )
        .where(advice.c.institution == by.institution, advice.c.ended_on.is_(None))
        .group_by(advice.c.worker)
    )
    if not manages(by):
        query = query.where(her_work(advice.c.worker, by, today))
    rows = await tx.session.execute(query)
    return {worker: (clients, overdue) for worker, clients, overdue in rows}


async def _referrals(tx: Transaction, by: Caller) -> Counter[str]:
    """Open referrals by the worker who sent them or took them on."""
    counted: Counter[str] = Counter()
    for house, worker in (
        (referrals.c.sent_by, referrals.c.sender),
        (referrals.c.sent_to, referrals.c.receiver),
    ):
        query = (
            sa.select(worker, sa.func.count())
            .where(house == by.institution, worker.is_not(None), referrals.c.state.in_(OPEN))
            .group_by(worker)
        )
        for code, count in await tx.session.execute(query):
            counted[code] += count
    return counted


async def _away(tx: Transaction, institution: UUID, today: date) -> dict[str, str]:
    query = sa.select(substitutions).where(
        substitutions.c.institution == institution, holds_on(today)
    )
    return {row.worker: row.substitute for row in await tx.session.execute(query)}


async def unassigned(tx: Transaction, by: Caller, limit: int, after: str | None) -> UnassignedPage:
    """Clients whom nobody of the caller's institution advises, in the order of their ids.

    Only those that a relation joins to the institution itself: what a whole partnership may see is
    nobody's client yet.
    """
    query = _unassigned(by)
    if after:
        query = query.where(relations.c.client_id > id_at(after))
    rows = (await tx.session.execute(query.limit(limit + 1))).all()
    items = [UnassignedView(client_id=r.client_id, since=_day(r.since)) for r in rows[:limit]]
    more = cursor(str(rows[limit - 1].client_id)) if len(rows) > limit else None
    return UnassignedPage(items=items, next=more)


async def _count_unassigned(tx: Transaction, by: Caller) -> int:
    query = sa.select(sa.func.count()).select_from(_unassigned(by).subquery())
    return await tx.session.scalar(query) or 0


def _unassigned(by: Caller) -> sa.Select[Any]:
    client = relations.c.client_id
    # Whoever is listed goes on under her own id, so the merged are those that stand for her.
    merged = sa.select(aliases.c.client_id).where(aliases.c.survivor == client)
    advised = (
        sa.exists()
        .where(
            sa.or_(
                advice.c.client_id == client,
                advice.c.client_id.in_(merged.correlate(relations)),
            ),
            advice.c.institution == by.institution,
            advice.c.ended_on.is_(None),
        )
        .correlate(relations)
    )
    return (
        sa.select(client, sa.func.min(relations.c.since).label("since"))
        .where(
            rights.in_force(client, by.institution, clock.today()),
            relations.c.party_id == by.institution,
            relations.c.basis != BasisKind.VITAL_INTEREST.value,
            kinship.not_merged(client),
            ~advised,
            ~sa.exists().where(closed_cases.c.client_id == client),
        )
        .group_by(client)
        .order_by(client)
    )


def _day(at: Any) -> date:
    return at.astimezone(clock.WARSAW).date()  # type: ignore[no-any-return] # a row is untyped
