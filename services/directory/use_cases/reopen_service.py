"""An institution offers a service that was closed or only announced."""

from contracts.values import ServiceId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.directory.domain.service import Service
from services.directory.store import Services
from services.directory.use_cases.change_service import note_change, require_seen


async def reopen_service(
    service_id: ServiceId, *, by: Caller, expected: int | None, tx: Transaction
) -> Service:
    """Offer it, for the first time or again."""
    store = Services(tx)
    service = await store.get(service_id, by)
    await require_seen(service, expected, store)
    tx.record(service.reopen())
    note_change(store, service, ["status"], by)
    return service
