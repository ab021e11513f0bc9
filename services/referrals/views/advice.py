"""Who advises whom, as every institution of the client sees it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.referrals.advice import AdviceEnd, AdviserRole
from contracts.sections import Section
from contracts.values import AdviceId, ClientId, Day, Version, View
from kernel import clock, kinship, relations
from kernel.callers import Caller
from kernel.pages import CursorUnreadable, cursor, id_at, place
from kernel.transactions import Transaction
from services.referrals.domain.advice import Advice, AdviceNotFound, AdviceState
from services.referrals.store.advice import manages
from services.referrals.store.substitutions import her_work, holds_on
from services.referrals.tables.advice import advice, substitutions
from services.referrals.views.parties import PartyView, names_of, party_view
from services.referrals.views.workers import WorkerView, workers_named


class AdviceView(View):
    """Who advises a client at an institution (doradca osobisty, pracownik prowadzący)."""

    id: AdviceId
    client_id: ClientId
    institution: PartyView
    worker: WorkerView
    substitute: Annotated[
        WorkerView | None, Field(description="Who stands in for her today, if anybody does.")
    ]
    role: AdviserRole
    since: Day
    until: Annotated[Day | None, Field(description="Null: she advises still.")]
    end_reason: AdviceEnd | None
    follows: Annotated[AdviceId | None, Field(description="From which it was handed over.")]
    last_contact_on: Day | None
    next_contact_on: Annotated[
        Day | None, Field(description="By when to be in touch; null: nothing is due.")
    ]
    contact_every_days: int | None
    version: Version


class AdvicePage(View):
    """Advisers, newest first."""

    items: list[AdviceView]
    next: Annotated[
        str | None, Field(description="Pass as `cursor` for the next page; null: the last.")
    ]


@dataclass(frozen=True)
class Which:
    """Whose advisers are asked for."""

    mine: bool = False
    client_id: UUID | None = None
    worker: str | None = None
    state: AdviceState = AdviceState.ACTIVE


class SeenAdvice:
    """The advisers of the clients that a caller's institution may see."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by
        self._all = sa.select(Advice).where(
            relations.visible(advice.c.client_id, by, Section.PLAN)
        )

    async def show(self, advice_id: UUID) -> AdviceView:
        """One."""
        found = await self._tx.session.scalar(self._all.where(advice.c.id == advice_id))
        if found is None:
            raise AdviceNotFound
        return (await show_all(self._tx, [found]))[0]

    async def page(self, which: Which, limit: int, after: str | None) -> AdvicePage:
        """Those of a client at every institution; else those of the caller's own."""
        query = self._all.where(*self._chosen(which))
        if after:
            query = query.where(advice.c.id < id_at(after))
        query = query.order_by(advice.c.id.desc()).limit(limit + 1)
        rows = list(await self._tx.session.scalars(query))
        more = cursor(str(rows[limit - 1].id)) if len(rows) > limit else None
        return AdvicePage(items=await show_all(self._tx, rows[:limit]), next=more)

    async def unattended(self, days: int, limit: int, after: str | None) -> AdvicePage:
        """Clients with whom nobody was in touch for so many days, longest first.

        A manager sees those of her whole institution, a worker those that are hers.
        """
        quiet = sa.func.greatest(advice.c.last_contact_on, advice.c.clock_from)
        place_of = sa.tuple_(quiet, advice.c.id)
        query = self._all.where(
            advice.c.institution == self._by.institution,
            advice.c.ended_on.is_(None),
            clock.today() - quiet > days,
        )
        if not manages(self._by):
            query = query.where(her_work(advice.c.worker, self._by, clock.today()))
        if after:
            query = query.where(place_of > sa.tuple_(*_quiet_at(after)))
        rows = list(
            await self._tx.session.scalars(query.order_by(quiet, advice.c.id).limit(limit + 1))
        )
        more = cursor(_quiet_of(rows[limit - 1])) if len(rows) > limit else None
        return AdvicePage(items=await show_all(self._tx, rows[:limit]), next=more)

    def _chosen(self, which: Which) -> list[sa.ColumnElement[bool]]:
        chosen: list[sa.ColumnElement[bool]] = [
            advice.c.ended_on.is_(None)
            if which.state is AdviceState.ACTIVE
            else advice.c.ended_on.is_not(None)
        ]
        if which.client_id is not None:
            chosen.append(kinship.of_person(advice.c.client_id, which.client_id))
        else:
            chosen.append(advice.c.institution == self._by.institution)
        if which.mine:
            chosen.append(advice.c.institution == self._by.institution)
            chosen.append(her_work(advice.c.worker, self._by, clock.today()))
        if which.worker is not None:
            chosen.append(advice.c.institution == self._by.institution)
            chosen.append(advice.c.worker == which.worker)
        return chosen


async def show_all(tx: Transaction, found: Sequence[Advice]) -> list[AdviceView]:
    """Advisers at hand, with names and with who stands in for them today."""
    away = await _substitutes(tx, found)
    names = await names_of(tx, [one.institution for one in found])
    places = [(one.institution, one.worker) for one in found]
    people = await workers_named(tx, [*places, *away.values()])
    return [
        AdviceView(
            id=one.id,
            client_id=one.client_id,
            institution=party_view(one.institution, names),
            worker=people[at],
            substitute=people[away[at]] if at in away else None,
            role=one.role,
            since=one.since,
            until=one.ended_on,
            end_reason=one.end_reason,
            follows=one.follows,
            last_contact_on=one.last_contact_on,
            next_contact_on=one.next_contact_on,
            contact_every_days=one.contact_every_days,
            version=one.version,
        )
        for one, at in zip(found, places, strict=True)
    ]


async def advisers_of(tx: Transaction, family: Sequence[UUID]) -> list[dict[str, Any]]:
    """Who advises a client, for the plan's part of her card; the leading record's advisers first."""
    query = sa.select(Advice).where(advice.c.client_id.in_(family), advice.c.ended_on.is_(None))
    found = list(await tx.session.scalars(query.order_by(advice.c.id)))
    found.sort(key=lambda one: list(family).index(one.client_id))
    # Today's substitute is left out: a card is not cut anew when a substitution begins or ends.
    shown = {"institution", "worker", "role", "since", "id", "client_id"}
    return [v.model_dump(mode="json", include=shown) for v in await show_all(tx, found)]


async def _substitutes(
    tx: Transaction, found: Sequence[Advice]
) -> dict[tuple[UUID, str], tuple[UUID, str]]:
    active = [(one.institution, one.worker) for one in found if one.ended_on is None]
    key = sa.tuple_(substitutions.c.institution, substitutions.c.worker)
    query = sa.select(substitutions).where(key.in_(active), holds_on(clock.today()))
    return {
        (row.institution, row.worker): (row.institution, row.substitute)
        for row in await tx.session.execute(query)
    }


def _quiet_of(one: Advice) -> str:
    quiet = max(one.last_contact_on or one.clock_from, one.clock_from)
    return f"{quiet.isoformat()}|{one.id}"


def _quiet_at(after: str) -> tuple[Any, Any]:
    try:
        day, one = place(after).split("|")
        return sa.literal(date.fromisoformat(day)), sa.literal(UUID(one))
    except ValueError:
        raise CursorUnreadable from None
