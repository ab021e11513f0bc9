"""An institution says for how many its service has room."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.directory import Places
from contracts.values import Command, ServiceId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.directory.domain.service import PlaceUnit, Service
from services.directory.store import Services
from services.directory.use_cases.change_service import note_change, require_seen


class SetCapacity(Command):
    """Say for how many there is room."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"places": 12, "keeps_waiting_list": True}]}
    )

    places: Places
    unit: PlaceUnit = PlaceUnit.PERSON
    keeps_waiting_list: Annotated[
        bool, Field(description="Whether one may wait while no place is free.")
    ] = False


async def set_capacity(
    service_id: ServiceId,
    command: SetCapacity,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Service:
    """Set the maximum; who holds a place keeps it, even where fewer are left than are taken."""
    store = Services(tx)
    service = await store.get(service_id, by)
    await require_seen(service, expected, store)
    event = service.set_capacity(
        command.places, command.unit, keeps_waiting_list=command.keeps_waiting_list
    )
    if event is not None:
        tx.record(event)
        note_change(store, service, ["capacity"], by)
    return service
