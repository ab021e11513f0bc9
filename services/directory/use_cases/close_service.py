"""An institution closes a service for a time."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import Command, Day, ServiceId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.directory.domain.service import Service
from services.directory.store import Services
from services.directory.use_cases.change_service import note_change, require_seen


class CloseService(Command):
    """Close it for a time."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"until": "2030-08-31"}]})

    until: Annotated[
        Day | None, Field(description="The last day it is closed, if that is known already.")
    ] = None


async def close_service(
    service_id: ServiceId,
    command: CloseService,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Service:
    """Close it: nobody is sent there until it is opened again."""
    store = Services(tx)
    service = await store.get(service_id, by)
    await require_seen(service, expected, store)
    tx.record(service.close(command.until))
    note_change(store, service, ["status"], by)
    return service
