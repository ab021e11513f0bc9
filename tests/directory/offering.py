"""What tests of services share: an institution's coordinator, and a service of hers."""

from typing import Any
from uuid import UUID

from contracts.values import InstitutionKind
from tests.directory.conftest import OPERATOR, PUP, House
from tests.support.rooms import worker

NGO = UUID("0197a000-0000-7000-8000-000000000003")
COORDINATOR = worker(NGO, InstitutionKind.NGO, "ngo_coordinator")
PUP_MANAGER = worker(PUP, InstitutionKind.PUP, "pup_manager")
THE_NGO = {"id": str(NGO), "name": "Fundacja Krok (demo)", "kind": "NGO", "territory": "2478011"}
SERVICE = UUID("0197a000-0000-7000-8000-00000000e201")
SERVICES = "/v1/services"
COUNSELLING: dict[str, Any] = {
    "id": str(SERVICE),
    "name": "Poradnia świadczeń i długów (demo)",
    "category": "advice",
    "description": "Rozmowy w każdy dzień roboczy.",
    "area": ["2478", "2466011"],
    "target_groups": ["lonely_people"],
    "minimum_age": 18,
    "contact": {"phone": "+48320000000", "email": "info@example.org"},
    "places": 2,
    "keeps_waiting_list": True,
}
WORDING = {
    field: said
    for field, said in COUNSELLING.items()
    if field not in {"id", "places", "keeps_waiting_list"}
}


async def published(house: House, **changes: Any) -> str:
    """Enter the organisation and publish a service of hers; answer its address."""
    await house.ask(OPERATOR, "/v1/institutions", THE_NGO)
    answer = await house.ask(COORDINATOR, SERVICES, COUNSELLING | changes)
    assert answer.status_code == 201, answer.text
    return str(answer.headers["location"])


async def found(house: House, **filters: Any) -> list[str]:
    """The names of the services that a search finds."""
    answer = await house.see(COORDINATOR, SERVICES, **filters)
    assert answer.status_code == 200, answer.text
    return [item["name"] for item in answer.json()["items"]]
