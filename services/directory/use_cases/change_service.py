"""An institution replaces what the directory says of its service."""

from pydantic import ConfigDict

from contracts.values import ServiceId
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import VersionIsOld
from services.directory.domain.service import Service, ServiceChange
from services.directory.store import Services
from services.directory.use_cases.publish_service import Said


class ChangeService(Said):
    """Replace what is said of a service."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "name": "Counselling for job seekers (demo)",
                    "category": "labour_market",
                    "area": ["2478", "2466"],
                    "minimum_age": 18,
                }
            ]
        }
    )


async def change_service(
    service_id: ServiceId,
    command: ChangeService,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Service:
    """Replace all of it; whoever looked at an older version is told what changed since."""
    store = Services(tx)
    service = await store.get(service_id, by)
    await require_seen(service, expected, store)
    event, fields = service.change(command.wording())
    if event is not None:
        tx.record(event)
        note_change(store, service, fields, by)
    return service


async def require_seen(service: Service, expected: int | None, store: Services) -> None:
    """Refuse a change decided on an older version, and name the fields that changed since."""
    if expected is not None and expected != service.version:
        changed = await store.changed_since(service, expected)
        raise VersionIsOld(version=service.version, changed=changed)


def note_change(store: Services, service: Service, fields: list[str], by: Caller) -> None:
    """Write a line of its history."""
    now = clock.now()
    line = ServiceChange(ids.new(), service.id, service.version, fields, now, by.institution)
    store.note(line)
