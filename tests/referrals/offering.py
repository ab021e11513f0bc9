"""What tests of places, offers and claims share: services, a partnership, many institutions."""

from datetime import date
from typing import Any
from uuid import UUID

import httpx2

from contracts.directory import (
    AgreementActivated,
    CapacityChanged,
    MapCategory,
    NamesService,
    ServicePublished,
    ServiceStatus,
)
from contracts.intake import ClientRegistered
from contracts.values import BasisKind, InstitutionKind
from kernel.callers import Caller
from services.referrals.reactions import reactions
from tests.referrals.conftest import CLIENT, NGO, OPS, PUP, SOCIAL_WORKER, VISIT, House
from tests.support.rooms import fact_of, hear, know, worker

WORKSHOP = UUID("0197a000-0000-7000-8000-00000000e201")
SHELTER = UUID("0197a000-0000-7000-8000-00000000e203")
PARTNERSHIP = UUID("0197a000-0000-7000-8000-00000000aa01")
BASIS = {"kind": "statutory_task", "article": "art. 100 ust. 2 u.p.s."}
SECRET = "Vocational counselling for Wiesława"
COORDINATOR = worker(NGO, InstitutionKind.NGO, "ngo_coordinator")


def client_of(number: int) -> UUID:
    """One of many clients."""
    return UUID(f"0197a000-0000-7000-8000-0000000c{number:04x}")


def other(number: int) -> Caller:
    """A coordinator of one of many organisations."""
    institution = UUID(f"0197a000-0000-7000-8000-0000000b{number:04x}")
    return worker(institution, InstitutionKind.NGO, "ngo_coordinator")


def said_of(service: UUID = WORKSHOP, **changes: Any) -> dict[str, Any]:
    """What the directory says of a service."""
    said = {
        "service_id": service,
        "institution": NGO,
        "name": "Warsztat (demo)",
        "category": MapCategory.LABOUR_MARKET,
        "area": ("2478",),
        "status": ServiceStatus.ACTIVE,
        "places": 1,
        "keeps_waiting_list": True,
    }
    return said | changes


async def told(house: House, *events: Any) -> None:
    """Let referrals hear."""
    await hear(house.database, reactions, *(fact_of(event) for event in events))


async def offered(house: House, service: UUID = WORKSHOP, **changes: Any) -> UUID:
    """The directory announced a service; of an NGO, with one place and a waiting list."""
    await told(house, ServicePublished(**said_of(service, **changes)))
    return service


async def capacity(house: House, places: int | None, service: UUID = WORKSHOP) -> None:
    """The service has room for more or fewer."""
    event: NamesService = CapacityChanged(**said_of(service, places=places))
    await told(house, event)


async def newcomer(house: House, number: int, municipality: str | None = None) -> UUID:
    """The OPS registered another client."""
    client = client_of(number)
    event = ClientRegistered(
        client_id=client,
        relation_id=client,
        party_id=OPS,
        basis=BasisKind.REGISTRATION,
        municipality=municipality,
    )
    await told(house, event)
    return client


async def others(house: House, count: int) -> list[Caller]:
    """Several organisations more, known by name."""
    found = [other(number) for number in range(count)]
    for number, caller in enumerate(found):
        await know(house.database, caller.institution, f"Fundacja {number} (demo)", caller.kind)
    return found


async def joined(house: House, *members: UUID) -> None:
    """An agreement in force joins institutions to a partnership."""
    event = AgreementActivated(
        agreement_id=UUID("0197a000-0000-7000-8000-00000000ab01"),
        group_id=PARTNERSHIP,
        members=members or (OPS, PUP, NGO),
        valid_from=date(2026, 1, 1),
        valid_to=None,
    )
    await told(house, event)


def referral(to: dict[str, Any], client: UUID = CLIENT, **changes: Any) -> dict[str, Any]:
    """A referral somewhere."""
    return {"client_id": str(client), "to": to, "purpose": SECRET, "basis": BASIS} | changes


async def send(
    house: House,
    service: UUID = WORKSHOP,
    client: UUID = CLIENT,
    *,
    joins: bool = False,
    **changes: Any,
) -> httpx2.Response:
    """Ask for a service."""
    to = {"service": str(service)} | ({"join_waiting_list": True} if joins else {})
    return await house.ask(SOCIAL_WORKER, "/v1/referrals", referral(to, client, **changes))


async def sent_to(
    house: House, service: UUID = WORKSHOP, client: UUID = CLIENT, **changes: Any
) -> str:
    """Ask for a service; answer the address of the referral."""
    answer = await send(house, service, client, joins=True, **changes)
    assert answer.status_code == 201, answer.text
    return str(answer.headers["location"])


async def accept(house: House, address: str, by: Caller = COORDINATOR) -> httpx2.Response:
    """Take her on."""
    return await house.ask(by, f"{address}/accept", VISIT)


async def taken(house: House, service: UUID = WORKSHOP, client: UUID = CLIENT) -> str:
    """Ask for a service and be taken on; answer the address of the referral."""
    address = await sent_to(house, service, client)
    answer = await accept(house, address)
    assert answer.status_code == 200, answer.text
    return address


async def waiting(
    house: House, number: int, *, service: UUID = WORKSHOP, urgency: str = "normal"
) -> str:
    """Another client is put on the waiting list; answer the address of her referral."""
    client = await newcomer(house, number)
    address = await sent_to(house, service, client, urgency=urgency)
    answer = await house.ask(COORDINATOR, f"{address}/wait")
    assert answer.status_code == 200, answer.text
    return address


async def duties(house: House, kind: str) -> list[tuple[str, date | None]]:
    """Whom a kind of duty is about, and until when."""
    rows = await house.database.pool.fetch(
        "SELECT thing_id, due_on FROM duties WHERE kind = $1 ORDER BY since, thing_id", kind
    )
    return [(str(row["thing_id"]), row["due_on"]) for row in rows]


async def counts(house: House, service: UUID = WORKSHOP) -> tuple[int, int]:
    """How many places are taken and how many wait, as kept and announced last."""
    (row,) = await house.database.pool.fetch(
        "SELECT taken, waiting FROM services WHERE service_id = $1", service
    )
    return (row["taken"], row["waiting"])


def id_of(address: str) -> str:
    """The id of a referral."""
    return address.rsplit("/", 1)[1]
