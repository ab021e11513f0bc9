"""Awards that a caller may see: one, a page of them, and a client's awards as a section of her card."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import ConfigDict, Field

from contracts.benefits import AwardEnd
from contracts.sections import Level, Section
from contracts.values import AwardId, ClientId, Day, InstitutionId, Month, Version, View, WorkerId
from kernel import kinship
from kernel.callers import Caller
from kernel.pages import cursor, id_at
from kernel.service import Bodies
from kernel.transactions import Transaction
from services.benefits.domain.award import AwardNotFound, AwardState
from services.benefits.domain.schedule_choice import PresetName
from services.benefits.store.award_months import states_of
from services.benefits.store.awards import load_award, open_award, seen_by
from services.benefits.store.corrections import corrections_of
from services.benefits.tables.awards import awards
from services.benefits.views.awards import AwardView, award_view

_FULL = {
    "id", "status", "lost_benefit", "total", "first_month", "last_month", "schedule", "months",
}  # fmt: skip
_SUMMARY = {"id", "status", "first_month", "last_month"}


class AwardBrief(View):
    """An award in a list: where it stands and what somebody must do about it; no amounts."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True, from_attributes=True)

    id: AwardId
    client_id: ClientId
    institution: InstitutionId
    status: AwardState
    schedule: PresetName
    first_month: Annotated[Month, Field(alias="from", examples=["2026-03"])]
    last_month: Annotated[Month, Field(alias="to", examples=["2027-02"])]
    employment_started_on: Day
    computed_by: WorkerId
    suspended_from: Day | None
    resumable_from: Annotated[Day | None, Field(description="It can be resumed.")]
    recompute_from: Annotated[Month | None, Field(description="It is to be worked out anew.")]
    end_reason: AwardEnd | None
    version: Version


class AwardPage(View):
    """Awards, the latest first."""

    items: list[AwardBrief]
    next: Annotated[str | None, Field(description="`cursor` of the next page; none: the last.")]


@dataclass(frozen=True)
class Which:
    """Which awards are listed."""

    client_id: UUID | None = None
    state: AwardState | None = None
    to_do: bool = False


class SeenAwards:
    """The awards of the clients that a caller's institution may see, for reading."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by
        self._all = seen_by(by)

    async def show(self, award_id: UUID) -> AwardView:
        """One award, with its months and its corrections."""
        row = (await self._tx.session.execute(self._all.where(awards.c.id == award_id))).first()
        if row is None:
            raise AwardNotFound
        award = await load_award(self._tx, row)
        return award_view(award, await corrections_of(self._tx, award))

    async def page(self, which: Which, limit: int, after: str | None) -> AwardPage:
        """Those of a client whoever computed them, or else those of the caller's institution."""
        query = self._all.order_by(awards.c.id.desc()).limit(limit + 1)
        if which.client_id is None:
            query = query.where(awards.c.institution == self._by.institution)
        else:
            query = query.where(kinship.of_person(awards.c.client_id, which.client_id))
        if which.state is not None:
            query = query.where(awards.c.state == which.state)
        if which.to_do:
            waits = awards.c.resumable_from.is_not(None) | awards.c.recompute_from.is_not(None)
            query = query.where(waits)
        if after:
            query = query.where(awards.c.id < id_at(after))
        rows = (await self._tx.session.execute(query)).mappings().all()
        items = [
            AwardBrief.model_validate({**row, "status": row["state"], "schedule": row["preset"]})
            for row in rows[:limit]
        ]
        more = cursor(str(rows[limit - 1]["id"])) if len(rows) > limit else None
        return AwardPage(items=items, next=more)


async def cut(tx: Transaction, client_id: UUID) -> Mapping[Section | str, Bodies] | None:
    """Her card: every award, in full and as a status without amounts; of merged records too."""
    family = await kinship.family(tx.session, client_id)
    query = sa.select(awards).where(awards.c.client_id.in_(family))
    rows = (await tx.session.execute(query.order_by(awards.c.first_month, awards.c.id))).all()
    keys = {one: await tx.vault.find_key(tx.session, one) for one in family}
    states = await states_of(tx, [row.id for row in rows]) if rows else {}
    opened = [
        replace(open_award(row, key), states=states.get(row.id, {}))
        for row in rows
        if (key := keys[row.client_id])
    ]
    if not opened:
        return None
    views = [award_view(award) for award in opened]
    return {
        Section.AWARDS: {
            Level.FULL: [v.model_dump(mode="json", by_alias=True, include=_FULL) for v in views],
            Level.SUMMARY: [
                v.model_dump(mode="json", by_alias=True, include=_SUMMARY) for v in views
            ],
        }
    }
