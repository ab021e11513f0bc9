"""Duties for tests of the day: written down as any use case does."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from contracts.values import InstitutionKind
from kernel import clock, ids
from kernel.transactions import Database, begin
from services.referrals.domain.duty import Duty, DutyKind
from services.referrals.store.duties import Duties
from tests.referrals.conftest import CLIENT, OPS, SOCIAL_WORKER
from tests.support.rooms import worker

MANAGER = worker(OPS, InstitutionKind.OPS, "ops_manager")
COLLEAGUE = replace(worker(OPS, InstitutionKind.OPS, "social_worker"), worker="ops-colleague")
MINE: dict[str, Any] = {"worker": SOCIAL_WORKER.worker}
HERS: dict[str, Any] = {"worker": COLLEAGUE.worker}


async def owe(
    database: Database,
    kind: DutyKind,
    due_in: int | None = None,
    *,
    hours_ago: int = 1,
    **changes: Any,
) -> UUID:
    """Write down one duty of the OPS, due in so many calendar days (none: news); its thing's id."""
    owed = Duty(
        kind=kind,
        thing_id=ids.new(),
        institution=OPS,
        since=clock.now() - timedelta(hours=hours_ago),
        client_id=CLIENT,
        due_on=None if due_in is None else clock.today() + timedelta(days=due_in),
    )
    owed = replace(owed, **changes)
    async with begin(database) as tx:
        await Duties(tx).owe(owed)
    return owed.thing_id
