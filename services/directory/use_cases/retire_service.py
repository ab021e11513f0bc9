"""nobody is sent there any more; who is taken on stays:An institution no longer offers a service."""

from contracts.values import ServiceId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.directory.domain.service import Service
from services.directory.store import Services
from services.directory.use_cases.change_service import note_change, require_seen


async def retire_service(
    service_id: ServiceId, *, by: Caller, expected: int | None, tx: Transaction
) -> Service:
    """Retire it."""
    store = Services(tx)
    service = await store.get(service_id, by)
    await require_seen(service, expected, store)
    tx.record(service.retire())
    note_change(store, service, ["status"], by)
    return service
