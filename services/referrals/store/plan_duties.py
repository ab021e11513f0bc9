"""Writing down what a plan asks of whom: only what differs from what stands there."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

import sqlalchemy as sa

from kernel import clock, kinship
from kernel.transactions import Transaction
from services.referrals.domain.duty import Duty, DutyKind
from services.referrals.domain.plan import SupportPlan
from services.referrals.domain.plan_duties import KINDS, duties_of, things_of
from services.referrals.store.duties import Duties
from services.referrals.tables.advice import advice
from services.referrals.tables.duties import duties

_Key = tuple[UUID, DutyKind, UUID]


async def settle(tx: Transaction, plan: SupportPlan) -> None:
    """Owe what the plan now asks, strike what it asks no more."""
    standing = await _standing(tx, things_of(plan))
    reviewers = await _reviewers(tx, plan, standing)
    owed = {_key(duty): duty for duty in duties_of(plan, clock.now(), reviewers)}
    for key in standing.keys() - owed.keys():
        thing, kind, institution = key
        mine = sa.and_(
            duties.c.thing_id == thing,
            duties.c.kind == kind,
            duties.c.institution == institution,
        )
        await tx.session.execute(sa.delete(duties).where(mine))
    new = [duty for key, duty in owed.items() if not _same(standing.get(key), duty)]
    await Duties(tx).owe(*new)


async def _reviewers(
    tx: Transaction, plan: SupportPlan, standing: Mapping[_Key, Duty]
) -> dict[UUID, str | None]:
    """Who reviews each part: her adviser there; without one whoever has it in hand, at first its signer."""
    parts = [part for part in plan.parts if part.open and part.review_on]
    if not parts:
        return {}
    query = sa.select(advice.c.institution, advice.c.worker).where(
        kinship.of_person(advice.c.client_id, plan.client_id), advice.c.ended_on.is_(None)
    )
    advisers = {row.institution: row.worker for row in await tx.session.execute(query)}
    found = {}
    for part in parts:
        duty = standing.get((part.id, DutyKind.REVIEW_PLAN, part.institution))
        without = duty.worker if duty else part.signed_by
        found[part.id] = advisers.get(part.institution, without)
    return found


async def _standing(tx: Transaction, things: set[UUID]) -> dict[_Key, Duty]:
    query = sa.select(duties).where(duties.c.thing_id.in_(things), duties.c.kind.in_(KINDS))
    rows = await tx.session.execute(query)
    found = [Duty(**row) for row in rows.mappings()]
    return {_key(duty): duty for duty in found}


def _key(duty: Duty) -> _Key:
    return duty.thing_id, duty.kind, duty.institution


def _same(standing: Duty | None, duty: Duty) -> bool:
    """Since when it is owed does not count: what was owed before is no news."""
    return standing is not None and standing == replace(duty, since=standing.since)
