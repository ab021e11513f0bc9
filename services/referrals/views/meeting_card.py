"""What the record of a client tells of case meetings.

The card is cut once for all readers, and each of them may read a section of it or not. A list of
those who may know cannot be kept there: so only decisions of unrestricted items stand in it.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from contracts.sections import Level, Section
from kernel.transactions import Transaction
from services.referrals.domain.meeting import TOOK_PLACE
from services.referrals.tables.meetings import decisions, meetings
from services.referrals.views.meeting_items import DecisionStatus, decided, view_decision
from services.referrals.views.parties import names_of


async def cut_meetings(
    tx: Transaction, family: Sequence[UUID]
) -> Mapping[Section | str, Mapping[Level, Any]]:
    """Decisions of meetings that were held, latest first; in short how many, and how many are open."""
    held = sa.exists().where(
        meetings.c.id == decisions.c.meeting_id, meetings.c.state.in_(TOOK_PLACE)
    )
    which = sa.and_(decisions.c.client_id.in_(family), ~decisions.c.protected, held)
    found = await decided(tx, which)
    names = await names_of(tx, {decision.owner for decision, _ in found})
    views = [view_decision(decision, status, names) for decision, status in reversed(found)]
    still = sum(view.status is DecisionStatus.OPEN for view in views)
    return {
        Section.MEETINGS: {
            Level.FULL: [view.model_dump(mode="json") for view in views],
            Level.SUMMARY: {"decisions": len(views), "open": still},
        }
    }
