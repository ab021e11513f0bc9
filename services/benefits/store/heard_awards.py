"""Awards as the house itself finds them: of a person of whom something was heard, or by the clock."""

from collections.abc import Set as AbstractSet
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from contracts.benefits import AwardEnd
from contracts.values import Month
from kernel import kinship
from kernel.transactions import Transaction
from services.benefits.domain.award import Award, AwardState
from services.benefits.domain.award_states import OPEN, STANDING, MonthState
from services.benefits.store.awards import Awards
from services.benefits.tables.award_life import award_months
from services.benefits.tables.awards import awards

_HANDFUL = 50


async def awards_of(
    tx: Transaction, client_id: UUID, states: AbstractSet[AwardState]
) -> list[Award]:
    """The awards of a person that stand in these states, for change."""
    hers = kinship.of_person(awards.c.client_id, client_id)
    return await Awards(tx, None).those_where(hers, awards.c.state.in_(states))


async def to_begin(tx: Transaction, month: Month) -> list[Award]:
    """Some that were granted and whose first month has come."""
    return await Awards(tx, None).those_where(
        awards.c.state == AwardState.APPROVED, awards.c.first_month <= month, at_most=_HANDFUL
    )


async def to_end(tx: Transaction, month: Month, waited_since: date) -> list[Award]:
    """Some whose last month is over, or that wait for work since before a day."""
    over = sa.and_(awards.c.state == AwardState.ACTIVE, awards.c.last_month < month)
    waited = sa.and_(
        awards.c.state == AwardState.SUSPENDED, awards.c.suspended_from < waited_since
    )
    return await Awards(tx, None).those_where(sa.or_(over, waited), at_most=_HANDFUL)


async def end_of_the_erased(tx: Transaction, client_id: UUID) -> None:
    """End them without opening them: their key is gone."""
    hers = kinship.of_person(awards.c.client_id, client_id)
    ended = sa.update(awards).where(hers, awards.c.state.in_(OPEN))
    values = {"state": AwardState.ENDED, "end_reason": AwardEnd.CLIENT_ERASED}
    await tx.session.execute(ended.values(**values, version=awards.c.version + 1))
    of_hers = kinship.of_person(award_months.c.client_id, client_id)
    months = sa.update(award_months).where(of_hers, award_months.c.state.in_(STANDING))
    await tx.session.execute(months.values(state=MonthState.CANCELLED))
