"""Finding a service, and the numbers that referrals count of it."""

from typing import Any
from uuid import UUID

import pytest

from contracts.intake import ClientRegistered
from contracts.referrals.offers import PlaceCounted
from contracts.values import BasisKind
from services.directory.domain.categories import code_lists
from services.directory.reactions import reactions
from tests.directory.conftest import OPERATOR, OPS, STRANGER, House
from tests.directory.offering import (
    COORDINATOR,
    COUNSELLING,
    NGO,
    SERVICE,
    SERVICES,
    THE_NGO,
    found,
    published,
)
from tests.support.rooms import fact_of, hear, worker

pytestmark = pytest.mark.anyio

SHELTER: dict[str, Any] = {
    "id": "0197a000-0000-7000-8000-00000000e2ff",
    "name": "Noclegownia (demo)",
    "category": "homelessness",
    "area": ["24"],
}
ADVICE_NAME, SHELTER_NAME = COUNSELLING["name"], SHELTER["name"]


async def both(house: House) -> None:
    await published(house)
    answer = await house.ask(COORDINATOR, SERVICES, SHELTER)
    assert answer.status_code == 201, answer.text


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({}, [ADVICE_NAME, SHELTER_NAME]),
        ({"category": "advice"}, [ADVICE_NAME]),
        ({"institution": str(NGO)}, [ADVICE_NAME, SHELTER_NAME]),
        ({"institution": str(OPS)}, []),
        ({"area": "2478011"}, [ADVICE_NAME, SHELTER_NAME]),
        ({"area": "2466011"}, [ADVICE_NAME, SHELTER_NAME]),
        ({"area": "2466"}, [SHELTER_NAME]),
        ({"area": "1611"}, []),
        ({"words": "poradnia dlugow"}, [ADVICE_NAME]),
        ({"words": "PORADNIA, ŚWIADCZEŃ"}, [ADVICE_NAME]),
        ({"words": "dzień roboczy"}, [ADVICE_NAME]),
        ({"words": "100%"}, []),
        ({"words": "nocleg", "category": "advice"}, []),
        ({"status": "temporarily_closed"}, []),
    ],
)
async def test_filters_narrow_together(
    house: House, filters: dict[str, str], names: list[str]
) -> None:
    await both(house)

    assert await found(house, **filters) == names


async def test_a_filter_nobody_knows_is_refused_instead_of_finding_everything(
    house: House,
) -> None:
    await both(house)

    answer = await house.see(COORDINATOR, SERVICES, categry="advice")

    assert answer.status_code == 400


async def test_pages_lose_and_repeat_nothing(house: House) -> None:
    await both(house)

    first = (await house.see(COORDINATOR, SERVICES, limit=1)).json()
    second = (await house.see(COORDINATOR, SERVICES, limit=1, cursor=first["next"])).json()

    assert [page["items"][0]["name"] for page in (first, second)] == [ADVICE_NAME, SHELTER_NAME]
    assert second["next"] is None


async def test_a_cursor_of_ones_own_making_is_refused(house: House) -> None:
    answer = await house.see(COORDINATOR, SERVICES, cursor="xyz")

    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/CursorUnreadable")


async def test_what_is_retired_shows_only_to_who_asks_for_it(house: House) -> None:
    await both(house)
    await house.ask(COORDINATOR, f"{SERVICES}/{SERVICE}/retire")

    assert await found(house) == [SHELTER_NAME]
    assert await found(house, status="defunct") == [ADVICE_NAME]


async def test_where_all_places_are_taken_is_found_unless_one_asks_for_a_free_one(
    house: House,
) -> None:
    await both(house)
    await hear(house.database, reactions, counted(taken=2, waiting=3))

    assert await found(house, free_places="true") == [SHELTER_NAME]
    assert await found(house, free_places="false") == [ADVICE_NAME, SHELTER_NAME]


async def test_places_are_shown_as_referrals_count_them(house: House) -> None:
    address = await published(house)

    await hear(house.database, reactions, counted(taken=1, waiting=0))
    await hear(house.database, reactions, counted(taken=2, waiting=3))
    await hear(house.database, reactions, counted(taken=2, waiting=3))

    answer = await house.see(STRANGER, address)
    capacity = answer.json()["capacity"]
    assert (capacity["taken"], capacity["free"], capacity["waiting"]) == (2, 0, 3)
    assert capacity["status"] == "waitlist"
    assert answer.headers["etag"] == '"v1"'


async def test_fewer_places_than_are_taken_leave_none_free(house: House) -> None:
    address = await published(house)
    await hear(house.database, reactions, counted(taken=2, waiting=0))

    answer = await house.ask(COORDINATOR, f"{address}/set-capacity", {"places": 1})

    assert answer.json()["capacity"]["free"] == 0


async def test_numbers_of_a_service_nobody_published_here_are_passed_over(house: House) -> None:
    await hear(house.database, reactions, counted(taken=1, waiting=0))

    assert await found(house) == []


async def test_of_a_client_the_directory_keeps_not_even_who_may_see_her(house: House) -> None:
    client = UUID("0197a000-0000-7000-8000-00000000c001")
    registered = ClientRegistered(
        client_id=client, relation_id=client, party_id=OPS, basis=BasisKind.REGISTRATION
    )

    await hear(house.database, reactions, fact_of(registered))

    assert await house.database.pool.fetchval("SELECT count(*) FROM relations") == 0


async def test_who_has_no_business_with_referring_reads_no_services(house: House) -> None:
    evaluator = worker(OPS, COORDINATOR.kind, "bond_evaluator")

    answer = await house.see(evaluator, SERVICES)

    assert answer.status_code == 403


async def test_the_operator_reads_them_too(house: House) -> None:
    await house.ask(OPERATOR, "/v1/institutions", THE_NGO)

    assert (await house.see(OPERATOR, SERVICES)).json() == {"items": [], "next": None}


def test_every_category_and_group_has_its_polish_name_and_source() -> None:
    lists = code_lists()

    assert all(row.title and row.article for row in lists.categories.values())
    assert len(lists.categories) == 20
    assert len(lists.target_groups) == 12


def counted(*, taken: int, waiting: int) -> Any:
    return fact_of(PlaceCounted(service_id=SERVICE, taken=taken, waiting=waiting), "referrals")
