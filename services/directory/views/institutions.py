"""What readers may see: institutions are public, partnerships are their members'."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.territory import Territory
from contracts.values import (
    AgreementId,
    Day,
    InstitutionId,
    InstitutionKind,
    InstitutionRef,
    PartnershipId,
    Version,
    View,
)
from kernel import clock
from kernel.callers import Caller
from kernel.pages import cursor, id_at
from kernel.transactions import Transaction
from services.directory.domain.institution import Institution, InstitutionName, InstitutionNotFound
from services.directory.domain.partnership import (
    AgreementNumber,
    AgreementState,
    Partnership,
    PartnershipName,
    PartnershipNotFound,
)
from services.directory.tables import agreements, institutions, partnerships

Next = Annotated[
    str | None, Field(description="Pass as `cursor` for the next page; null: the last.")
]


class InstitutionView(View):
    """An institution of the directory."""

    id: InstitutionId
    name: InstitutionName
    kind: InstitutionKind
    territory: Territory
    version: Version


class InstitutionPage(View):
    """Institutions, by id."""

    items: list[InstitutionView]
    next: Next


class AgreementView(View):
    """A partnership agreement."""

    id: AgreementId
    number: AgreementNumber
    valid_from: Day
    valid_to: Day | None
    state: AgreementState
    in_force: bool


class PartnershipView(View):
    """A partnership with whoever its agreements in force join today."""

    id: PartnershipId
    name: PartnershipName
    territory: list[Territory]
    version: Version
    members: list[InstitutionRef]
    agreements: list[AgreementView]


class PartnershipPage(View):
    """Partnerships, by id."""

    items: list[PartnershipView]
    next: Next


async def list_institutions(
    tx: Transaction, limit: int, after: str | None, kind: InstitutionKind | None
) -> InstitutionPage:
    """Institutions, by id."""
    query = sa.select(Institution).order_by(institutions.c.id).limit(limit + 1)
    if after:
        query = query.where(institutions.c.id > id_at(after))
    if kind:
        query = query.where(institutions.c.kind == kind)
    rows = list(await tx.session.scalars(query))
    items = [InstitutionView.model_validate(row) for row in rows[:limit]]
    return InstitutionPage(items=items, next=_next(rows, limit))


async def show_institution(tx: Transaction, institution_id: UUID) -> InstitutionView:
    """One institution."""
    found = await tx.session.get(Institution, institution_id)
    if found is None:
        raise InstitutionNotFound
    return InstitutionView.model_validate(found)


class SeenPartnerships:
    """The partnerships that a caller may see: her own institution's; the operator sees all."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._session = tx.session
        self._all = sa.select(Partnership).order_by(partnerships.c.id)
        if "operator" not in by.roles:
            mine = sa.select(agreements.c.partnership_id).where(
                agreements.c.members.contains([by.institution])
            )
            self._all = self._all.where(partnerships.c.id.in_(mine))

    async def page(self, limit: int, after: str | None) -> PartnershipPage:
        """Partnerships, by id."""
        query = self._all.limit(limit + 1)
        if after:
            query = query.where(partnerships.c.id > id_at(after))
        rows = list(await self._session.scalars(query))
        items = [await self._view(row) for row in rows[:limit]]
        return PartnershipPage(items=items, next=_next(rows, limit))

    async def show(self, partnership_id: UUID) -> PartnershipView:
        """One partnership."""
        found = await self._session.scalar(self._all.where(partnerships.c.id == partnership_id))
        if found is None:
            raise PartnershipNotFound
        return await self._view(found)

    async def _view(self, partnership: Partnership) -> PartnershipView:
        today = clock.today()
        query = sa.select(Institution).where(institutions.c.id.in_(partnership.members(today)))
        members = list(await self._session.scalars(query.order_by(institutions.c.name)))
        return partnership_view(partnership, members, today)


def partnership_view(
    partnership: Partnership, members: Sequence[Institution], today: date
) -> PartnershipView:
    """A partnership as it stands today."""
    return PartnershipView(
        id=partnership.id,
        name=partnership.name,
        territory=partnership.territory,
        version=partnership.version,
        members=[InstitutionRef.model_validate(member) for member in members],
        agreements=[
            AgreementView(
                id=agreement.id,
                number=agreement.number,
                valid_from=agreement.valid_from,
                valid_to=agreement.valid_to,
                state=agreement.state,
                in_force=agreement.in_force(today),
            )
            for agreement in partnership.agreements
        ],
    )


def _next(rows: Sequence[Institution | Partnership], limit: int) -> str | None:
    return cursor(str(rows[limit - 1].id)) if len(rows) > limit else None
