"""The open awards of an institution, by id alone: what they come to stays sealed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from contracts.sections import Section
from kernel import relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.award import OPEN
from services.benefits.tables.awards import awards


@dataclass(frozen=True)
class OpenAward:
    """Which award, whose, and since when she works."""

    id: UUID
    client_id: UUID
    started_on: date


async def open_awards(tx: Transaction, by: Caller) -> list[OpenAward]:
    """Those of the caller's institution about whose incomes it may know, the oldest first."""
    query = (
        sa.select(awards.c.id, awards.c.client_id, awards.c.employment_started_on)
        .where(
            awards.c.institution == by.institution,
            awards.c.state.in_(OPEN),
            relations.visible(awards.c.client_id, by, Section.AWARDS),
            relations.visible(awards.c.client_id, by, Section.INCOME),
        )
        .order_by(awards.c.id)
    )
    return [OpenAward(*row) for row in await tx.session.execute(query)]
