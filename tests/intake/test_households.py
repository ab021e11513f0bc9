"""Who keeps house with whom, over HTTP: one household at a time, on every member's own record."""

import asyncio
from typing import Any
from uuid import UUID

import pytest

from contracts.values import BasisKind
from tests.intake.conftest import (
    ADVISER,
    CLERK,
    COORDINATOR,
    FAR,
    MANAGER,
    NOBODY,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_NGO,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.support.rooms import HOUSE, announced, relate

pytestmark = pytest.mark.anyio

HER = {"relation": "applicant", "birth_date": "1985-03-14"}


def id_of(address: str) -> str:
    return address.rsplit("/", maxsplit=1)[-1]


def him(address: str, **more: Any) -> dict[str, Any]:
    """A member who is a client too."""
    return {"relation": "spouse", "birth_date": "1984-01-02", "client_id": id_of(address)} | more


def from_(day: str, *members: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"valid_from": day, "members": [HER, *members], **more}


async def two(house: House) -> tuple[str, str]:
    return await house.registered(), await house.registered(pesel=None)


async def card(house: House, address: str) -> Any:
    answer = await house.client.get(f"/internal/clients/{id_of(address)}/card", headers=HOUSE)
    assert answer.status_code == 200, answer.text
    return answer.json()["sections"]


async def size_on(house: House, address: str, day: str) -> Any:
    path = f"/internal/clients/{id_of(address)}/means/{day}"
    return (await house.client.get(path, headers=HOUSE)).json()["household_size"]


async def events_of(house: House, address: str) -> list[str]:
    return [event["type"] for event in await announced(house.database, UUID(id_of(address)))]


async def test_a_member_who_is_a_client_sees_the_household_on_his_own_record(house: House) -> None:
    hers, his = await two(house)

    answer = await house.ask(SOCIAL_WORKER, f"{hers}/household", from_("2026-01-01", him(his)))

    assert answer.status_code == 200, answer.text
    body = (await card(house, his))["household"]["full"]
    assert [member["relation"] for member in body["members"]] == ["applicant", "spouse"]
    assert body["declared_for_her"] is False
    assert await events_of(house, his) == ["client.registered.v1", "household.changed.v1"]
    assert await size_on(house, his, "2026-03-01") == 2


async def test_both_records_have_one_history(house: House) -> None:
    hers, his = await two(house)
    await house.ask(SOCIAL_WORKER, f"{hers}/household", from_("2025-01-01"))
    await house.ask(SOCIAL_WORKER, f"{hers}/household", from_("2026-01-01", him(his)))

    both = (await house.see(SOCIAL_WORKER, f"{hers}/households")).json()["items"]
    only_his = (await house.see(SOCIAL_WORKER, f"{his}/households")).json()["items"]

    assert [(v["valid_from"], v["valid_to"]) for v in both] == [
        ("2026-01-01", None),
        ("2025-01-01", "2025-12-31"),
    ]
    assert only_his == both[:1]
    assert only_his[0]["household_of"] == id_of(hers)
    assert only_his[0]["members"][1]["client_id"] == id_of(his)
    assert both[1]["lone_person"] is True


async def test_who_belongs_elsewhere_is_named_with_the_day_and_the_way_out(house: House) -> None:
    hers, his = await two(house)
    await house.ask(SOCIAL_WORKER, f"{his}/household", from_("2025-06-01"))

    refused = await house.ask(SOCIAL_WORKER, f"{hers}/household", from_("2026-01-01", him(his)))

    problem = refused.json()
    assert (refused.status_code, problem["type"]) == (409, "/problems/AlreadyInHousehold")
    assert (problem["client_id"], problem["household_of"]) == (id_of(his), id_of(his))
    assert (problem["since"], problem["until"]) == ("2025-06-01", None)
    assert problem["leave"]["href"] == f"{his}/household/leave"
    assert await house.count("households") == 1
    left = await house.ask(SOCIAL_WORKER, problem["leave"]["href"], {"until": "2025-12-31"})
    assert left.status_code == 200, left.text
    again = await house.ask(SOCIAL_WORKER, f"{hers}/household", from_("2026-01-01", him(his)))
    assert again.status_code == 200, again.text
    assert await size_on(house, his, "2025-12-31") == 1
    assert await size_on(house, his, "2026-01-01") == 2


async def test_of_a_household_one_may_not_see_only_the_day_is_told(house: House) -> None:
    hidden = await house.registered(STRANGER)
    his = await house.registered(pesel=None)
    mine = await house.registered(pesel=None)
    await relate(house.database, UUID(id_of(his)), FAR, BasisKind.CONSENT)
    await house.ask(STRANGER, f"{hidden}/household", from_("2025-06-01", him(his)))

    refused = await house.ask(SOCIAL_WORKER, f"{mine}/household", from_("2026-01-01", him(his)))
    left = await house.ask(SOCIAL_WORKER, f"{his}/household/leave", {"until": "2025-12-31"})

    assert refused.json()["household_of"] is None
    assert refused.json()["since"] == "2025-06-01"
    assert id_of(hidden) not in refused.text
    assert left.status_code == 200, left.text
    assert id_of(hidden) not in left.text + str(left.headers)
    assert left.headers["sync-token"].startswith(f"intake:{id_of(his)}:")
    assert await events_of(house, hidden) == ["client.registered.v1"] + 2 * [
        "household.changed.v1"
    ]
    assert await size_on(house, hidden, "2026-03-01") == 1
    assert await size_on(house, his, "2026-03-01") is None


async def test_a_member_must_be_a_client_one_may_see(house: House) -> None:
    hers = await house.registered()
    hidden = await house.registered(STRANGER, pesel=None)

    for member in (hidden, f"/v1/clients/{NOBODY}"):
        refused = await house.ask(
            SOCIAL_WORKER, f"{hers}/household", from_("2026-01-01", him(member))
        )
        assert (refused.status_code, refused.json()["type"]) == (422, "/problems/MemberNotVisible")
        assert refused.json()["errors"][0]["pointer"] == "/members/1/client_id"


async def test_who_may_not_see_a_partner_of_hers_does_not_learn_that_he_is_a_client(
    house: House,
) -> None:
    hers, his = await two(house)
    await house.ask(SOCIAL_WORKER, f"{hers}/household", from_("2026-01-01", him(his)))
    await relate(house.database, UUID(id_of(hers)), FAR, BasisKind.CONSENT)

    seen = await house.see(STRANGER, f"{hers}/households")

    assert seen.status_code == 200, seen.text
    assert id_of(his) not in seen.text
    assert id_of(his) not in str((await card(house, hers))["household"])


async def test_a_client_stands_in_a_household_once(house: House) -> None:
    hers, his = await two(house)

    for members in ([him(his), him(his)], [him(hers)]):
        refused = await house.ask(
            SOCIAL_WORKER, f"{hers}/household", from_("2026-01-01", *members)
        )
        assert (refused.status_code, refused.json()["type"]) == (422, "/problems/MemberTwice")


async def test_who_lives_there_but_keeps_house_apart_is_not_counted(house: House) -> None:
    hers, his = await two(house)
    await house.ask(SOCIAL_WORKER, f"{his}/household", from_("2025-06-01"))

    answer = await house.ask(
        SOCIAL_WORKER,
        f"{hers}/household",
        from_("2026-01-01", him(his, shares_household=False)),
    )

    assert answer.status_code == 200, answer.text
    assert await size_on(house, hers, "2026-03-01") == 1
    assert (await card(house, hers))["household"]["summary"]["lone_person"] is True


async def test_a_household_may_have_a_last_day(house: House) -> None:
    hers = await house.registered()

    await house.ask(SOCIAL_WORKER, f"{hers}/household", from_("2026-01-01", valid_to="2026-02-28"))

    assert await size_on(house, hers, "2026-02-28") == 1
    assert await size_on(house, hers, "2026-03-01") is None
    refused = await house.ask(
        SOCIAL_WORKER, f"{hers}/household", from_("2026-01-01", valid_to="2025-12-31")
    )
    assert refused.json()["type"] == "/problems/EndsBeforeItBegins"


async def test_when_the_owner_leaves_nobody_is_left_in_it(house: House) -> None:
    hers, his = await two(house)
    await house.ask(SOCIAL_WORKER, f"{hers}/household", from_("2026-01-01", him(his)))

    left = await house.ask(SOCIAL_WORKER, f"{hers}/household/leave", {"until": "2026-02-28"})

    assert left.status_code == 200, left.text
    assert await size_on(house, hers, "2026-03-01") is None
    assert await size_on(house, his, "2026-03-01") is None
    assert await size_on(house, his, "2026-02-28") == 2
    assert (await events_of(house, his))[-1] == "household.changed.v1"
    again = await house.ask(SOCIAL_WORKER, f"{hers}/household/leave", {"until": "2026-02-28"})
    assert (again.status_code, again.json()["type"]) == (409, "/problems/NotInHousehold")


async def test_nothing_declared_is_lost(house: House) -> None:
    hers, his = await two(house)
    await house.ask(SOCIAL_WORKER, f"{hers}/household", from_("2026-01-01", him(his)))
    await house.ask(SOCIAL_WORKER, f"{his}/household/leave", {"until": "2026-01-31"})

    versions = (await house.see(SOCIAL_WORKER, f"{hers}/households")).json()["items"]

    assert [(v["valid_from"], len(v["members"])) for v in versions] == [
        ("2026-02-01", 1),
        ("2026-01-01", 2),
    ]
    assert await house.count("households") == 2


async def test_disability_of_a_member_lies_with_health(house: House) -> None:
    hers, _ = await two(house)
    child = {
        "relation": "child",
        "birth_date": "2015-06-01",
        "school": "Szkoła nr 1",
        "occupation": "pupil",
        "disability": "child_certificate",
    }

    await house.ask(SOCIAL_WORKER, f"{hers}/household", from_("2026-01-01", child))

    sections = await card(house, hers)
    assert "child_certificate" not in str(sections["household"])
    assert sections["household"]["full"]["members"][1]["school"] == "Szkoła nr 1"
    found = sections["health"]["full"]["household_disabilities"]
    assert found == [{"member": 1, "relation": "child", "degree": "child_certificate"}]
    for_the_clerk = await house.see(CLERK, f"{hers}/households")
    assert for_the_clerk.json()["items"][0]["members"][1]["disability"] is None


async def test_two_households_at_once_cannot_both_have_him(house: House) -> None:
    his = await house.registered()
    others = [await house.registered(pesel=None) for _ in range(4)]

    answers = await asyncio.gather(
        *(
            house.ask(SOCIAL_WORKER, f"{other}/household", from_("2026-01-01", him(his)))
            for other in others
        )
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]
    assert await house.count("household_links") == 1


async def test_two_who_name_each_other_do_not_wait_for_each_other(house: House) -> None:
    hers, his = await two(house)

    answers = await asyncio.gather(
        house.ask(SOCIAL_WORKER, f"{hers}/household", from_("2026-01-01", him(his))),
        house.ask(SOCIAL_WORKER, f"{his}/household", from_("2026-01-01", him(hers))),
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409]


async def test_a_repeated_declaration_has_its_effect_once(house: House) -> None:
    hers, his = await two(house)
    body = from_("2026-01-01", him(his))

    answers = [
        await house.ask(SOCIAL_WORKER, f"{hers}/household", body, Idempotency_Key="h1")
        for _ in range(2)
    ]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert await house.count("households") == 1


@pytest.mark.parametrize("caller", [ADVISER, COORDINATOR, MANAGER])
async def test_a_role_without_the_right_lets_nobody_leave(house: House, caller: Any) -> None:
    hers = await house.registered(share_with=[WITH_THE_PARTNERSHIP, WITH_THE_NGO])

    answer = await house.ask(caller, f"{hers}/household/leave", {"until": "2026-01-31"})

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/RoleMayNot")


async def test_of_a_stranger_nothing_is_told_and_nothing_is_taken(house: House) -> None:
    hers = await house.registered()
    await house.ask(SOCIAL_WORKER, f"{hers}/household", from_("2026-01-01"))

    told = await house.see(STRANGER, f"{hers}/households")
    left = await house.ask(STRANGER, f"{hers}/household/leave", {"until": "2026-01-31"})

    assert {told.json()["type"], left.json()["type"]} == {"/problems/ClientNotFound"}


async def test_who_may_not_read_the_household_is_told_why(house: House) -> None:
    hers = await house.registered(share_with=[WITH_THE_NGO])

    without = await house.see(COORDINATOR, f"{hers}/households")
    await house.ask(SOCIAL_WORKER, f"{hers}/sharings", WITH_THE_NGO | {"sections": ["household"]})
    with_consent = await house.see(COORDINATOR, f"{hers}/households")

    assert (without.status_code, without.json()["type"]) == (403, "/problems/SectionWithheld")
    assert (without.json()["section"], without.json()["reason"]) == (
        "household",
        "consent_needed",
    )
    assert with_consent.status_code == 200


async def test_who_was_erased_takes_no_household_of_others_with_her(house: House) -> None:
    hers, his = await two(house)
    await house.ask(SOCIAL_WORKER, f"{hers}/household", from_("2026-01-01", him(his)))
    await house.database.pool.execute(
        "DELETE FROM client_keys WHERE client_id = $1", UUID(id_of(hers))
    )

    assert "household" not in await card(house, his)
    other = await house.registered(pesel=None)
    taken = await house.ask(SOCIAL_WORKER, f"{other}/household", from_("2026-01-01", him(his)))
    assert taken.status_code == 200, taken.text
    assert await size_on(house, his, "2026-03-01") == 2


async def test_whoever_computes_is_told_ages_and_relations_and_no_more(house: House) -> None:
    hers, his = await two(house)
    await house.ask(SOCIAL_WORKER, f"{hers}/household", from_("2026-01-01", him(his)))

    path = f"/internal/clients/{id_of(hers)}/means/2026-03-14"
    members = (await house.client.get(path, headers=HOUSE)).json()["members"]

    assert [set(one) for one in members] == [{"age", "relation", "in_education"}] * 2
    assert [one["relation"] for one in members] == ["applicant", "spouse"]
    assert all(isinstance(one["age"], int) for one in members)
