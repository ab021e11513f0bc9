"""What was changed in a plan and when, and how it stood when it was agreed on."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.values import ClientId, Day, InstitutionId, PlanId, Version, View, WorkerId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.plan import SupportPlan
from services.referrals.domain.plan_changes import ChangeKind
from services.referrals.domain.plan_cut import PlanWithheld, cut_snapshot
from services.referrals.domain.plan_states import PlanStatus
from services.referrals.domain.snapshots import (
    PlanDifference,
    PlanVersionNotKept,
    Snapshot,
    difference,
)
from services.referrals.store.plan_reading import reading_of
from services.referrals.store.plan_versions import load_snapshots
from services.referrals.tables.plans import plan_changes, plan_versions


class PlanChangeView(View):
    """What made one version of the plan; no word of it."""

    version: Version
    what: ChangeKind
    thing: Annotated[UUID | None, Field(description="Which goal, action, part or review.")]
    worker: WorkerId | None
    institution: InstitutionId | None
    at: datetime


class PlanChangePage(View):
    """Changes of a plan, oldest first."""

    items: list[PlanChangeView]
    next: Annotated[int | None, Field(description="Pass as `after`; null: the last page.")]


class KeptPlanVersion(View):
    """A version that is kept for ever."""

    version: Version
    at: datetime


class KeptPlanVersions(View):
    """The versions that are kept, oldest first."""

    items: list[KeptPlanVersion]


class PlanVersionView(View):
    """A plan as it stood, and what was new in it: of what is withheld from you neither is told."""

    plan_id: PlanId
    client_id: ClientId
    version: Version
    on: Day
    status: PlanStatus
    diagnosis: str | None
    strengths: list[str]
    goals: dict[UUID, dict[str, Any]]
    actions: dict[UUID, dict[str, Any]]
    parts: dict[UUID, dict[str, Any]]
    since: Annotated[Version | None, Field(description="The kept version it is compared with.")]
    diagnosis_changed: bool
    goals_changed: PlanDifference
    actions_changed: PlanDifference
    parts_changed: PlanDifference
    withheld: Annotated[
        list[PlanWithheld], Field(description="What of the plan is not for you, by today's rule.")
    ]


async def changes_of(tx: Transaction, plan: SupportPlan, after: int, limit: int) -> PlanChangePage:
    """The changes after a version."""
    query = sa.select(plan_changes).where(
        plan_changes.c.plan_id == plan.id, plan_changes.c.version > after
    )
    rows = (
        await tx.session.execute(query.order_by(plan_changes.c.version).limit(limit + 1))
    ).all()
    items = [PlanChangeView.model_validate(row) for row in rows[:limit]]
    return PlanChangePage(items=items, next=items[-1].version if len(rows) > limit else None)


async def versions_of(tx: Transaction, plan: SupportPlan) -> KeptPlanVersions:
    """Which versions are kept."""
    columns = (plan_versions.c.version, plan_versions.c.at)
    query = sa.select(*columns).where(plan_versions.c.plan_id == plan.id)
    rows = await tx.session.execute(query.order_by(plan_versions.c.version))
    return KeptPlanVersions(items=[KeptPlanVersion.model_validate(row) for row in rows])


async def version_of(
    tx: Transaction, by: Caller, plan: SupportPlan, version: int, since: int | None
) -> PlanVersionView:
    """One kept version beside another, both cut: the one before, unless said otherwise."""
    reader = await reading_of(tx, plan, by)
    kept = await load_snapshots(tx, plan.id, plan.client_id, max(version, since or 0))
    found = {number: cut_snapshot(one, reader) for number, one in kept}
    if version not in found or (since is not None and since not in found):
        raise PlanVersionNotKept(kept=[one.version for one in (await versions_of(tx, plan)).items])
    earlier = [number for number in found if number < version]
    base = since if since is not None else max(earlier, default=None)
    return PlanVersionView(
        plan_id=plan.id,
        client_id=plan.client_id,
        version=version,
        since=base,
        withheld=reader.told,
        **_content(found[version]),
        **_news(found[version], found[base] if base else None),
    )


def _content(now: Snapshot) -> dict[str, Any]:
    return {
        "on": now.on,
        "status": now.status,
        "diagnosis": now.diagnosis,
        "strengths": list(now.strengths),
        "goals": now.goals,
        "actions": now.actions,
        "parts": now.parts,
    }


def _news(now: Snapshot, before: Snapshot | None) -> dict[str, Any]:
    return {
        "diagnosis_changed": before is not None and before.diagnosis != now.diagnosis,
        "goals_changed": difference(before.goals if before else {}, now.goals),
        "actions_changed": difference(before.actions if before else {}, now.actions),
        "parts_changed": difference(before.parts if before else {}, now.parts),
    }
