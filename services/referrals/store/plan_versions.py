"""Plans as they stood when they were agreed on, begun or ended: sealed under the client's key."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kernel import clock, ids
from kernel.transactions import Transaction
from services.referrals.domain.plan import SupportPlan
from services.referrals.domain.snapshots import Snapshot, snapshot
from services.referrals.store.keys import Sealer, keys_of
from services.referrals.tables.plans import plan_versions

_SNAPSHOT: Sealer[Snapshot] = Sealer("plan-version", Snapshot)


async def lay_snapshot(tx: Transaction, plan: SupportPlan) -> None:
    """Keep the plan as it stands, under its version."""
    key = await tx.vault.key_for(tx.session, plan.client_id)
    await tx.session.flush()
    row_id = ids.new()
    row = {
        "id": row_id,
        "plan_id": plan.id,
        "version": plan.version,
        "at": clock.now(),
        "sealed": _SNAPSHOT.seal(key, row_id, snapshot(plan, clock.today())),
    }
    await tx.session.execute(insert(plan_versions).values(row).on_conflict_do_nothing())


async def load_snapshots(
    tx: Transaction, plan_id: UUID, client_id: UUID, up_to: int
) -> list[tuple[int, Snapshot]]:
    """Every kept version up to one, oldest first."""
    key = (await keys_of(tx, [client_id])).get(client_id)
    if key is None:
        return []
    query = sa.select(plan_versions).where(
        plan_versions.c.plan_id == plan_id, plan_versions.c.version <= up_to
    )
    rows = await tx.session.execute(query.order_by(plan_versions.c.version))
    return [(row.version, _SNAPSHOT.open(key, row.id, row.sealed)) for row in rows]
