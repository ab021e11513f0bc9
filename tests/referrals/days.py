"""Duties for tests of the day: written down as any use case does."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from contracts.values import InstitutionKind
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Database, begin
from services.referrals.domain.duty import Audience, Duty, DutyKind
from services.referrals.store.duties import Duties
from tests.referrals.conftest import CLIENT, OPS
from tests.support.rooms import worker

MANAGER = worker(OPS, InstitutionKind.OPS, "ops_manager")
COLLEAGUE = replace(worker(OPS, InstitutionKind.OPS, "social_worker"), worker="ops-colleague")


async def owe(
    database: Database,
    kind: DutyKind,
    due_in: int | None = None,
    *,
    institution: UUID = OPS,
    client_id: UUID | None = CLIENT,
    to: Caller | None = None,
    audience: Audience = Audience.WORKER,
    thing_id: UUID | None = None,
    hours_ago: int = 1,
) -> UUID:
    """Write down one duty, due in so many calendar days (none: news); answer the thing's id."""
    thing = thing_id or ids.new()
    due_on = None if due_in is None else clock.today() + timedelta(days=due_in)
    owed = Duty(
        kind=kind,
        thing_id=thing,
        institution=institution,
        since=clock.now() - timedelta(hours=hours_ago),
        client_id=client_id,
        due_on=due_on,
        worker=to.worker if to else None,
        audience=audience,
    )
    async with begin(database) as tx:
        await Duties(tx).owe(owed)
    return thing
