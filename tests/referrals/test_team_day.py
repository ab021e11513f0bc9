"""The day of a team and of a region: who has how much to do, counted and never named too closely."""

from typing import Any
from uuid import UUID

import pytest

from contracts.directory import InstitutionRegistered
from contracts.intake.rights import ClientRestricted
from contracts.values import BasisKind, InstitutionKind
from kernel import clock
from services.referrals.domain.duty import Audience, DutyKind
from services.referrals.reactions import reactions
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    OPS,
    PUP,
    SOCIAL_WORKER,
    House,
)
from tests.referrals.days import COLLEAGUE, HERS, MANAGER, MINE, owe
from tests.support.rooms import fact_of, hear, relate, worker

pytestmark = pytest.mark.anyio

K = DutyKind
ROPS = UUID("0197a000-0000-7000-8000-000000000021")
AWAY = UUID("0197a000-0000-7000-8000-000000000012")
ANALYST = worker(ROPS, InstitutionKind.ROPS, "regional_analyst")
FOR_MANAGERS: dict[str, Any] = {"audience": Audience.MANAGER}


async def team(house: House, **params: Any) -> Any:
    answer = await house.see(MANAGER, "/v1/my-day/team", **params)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_a_manager_sees_how_much_everybody_has_to_do(house: House) -> None:
    await owe(house.database, K.REVIEW_PLAN, -1, **MINE)
    await owe(house.database, K.REVIEW_PLAN, 1, **MINE)
    await owe(house.database, K.SILENT_REFERRAL, **HERS)
    await owe(house.database, K.NEW_CLIENT)

    workers = {one["worker"]: one for one in (await team(house))["workers"]}

    zeros = {"overdue": 0, "due": 0, "silent": 0, "new": 0, "later": 0}
    assert workers == {
        SOCIAL_WORKER.worker: zeros | {"worker": SOCIAL_WORKER.worker, "overdue": 1, "due": 1},
        COLLEAGUE.worker: zeros | {"worker": COLLEAGUE.worker, "silent": 1},
        None: zeros | {"worker": None, "new": 1},
    }


async def test_news_a_worker_has_seen_is_not_counted_as_hers(house: House) -> None:
    await owe(house.database, K.SUPERSEDED_REFERRAL, **MINE)
    await house.ask(SOCIAL_WORKER, "/v1/my-day/seen", {"as_of": clock.now().isoformat()})

    assert (await team(house))["workers"][0]["new"] == 0


async def test_what_is_escalated_is_listed_page_by_page(house: House) -> None:
    things = [
        str(await owe(house.database, K.ESCALATED_REFERRAL, -n, **FOR_MANAGERS)) for n in range(3)
    ]

    first = (await team(house, limit=2))["escalated"]
    second = (await team(house, limit=2, cursor=first["next"]))["escalated"]

    shown = [item["thing_id"] for page in (first, second) for item in page["items"]]
    assert shown == list(reversed(things))
    assert (first["count"], second["next"]) == (3, None)


async def test_another_institutions_team_never_shows(house: House) -> None:
    await relate(house.database, CLIENT, PUP)
    await owe(house.database, K.REVIEW_PLAN, 1, institution=PUP)
    await owe(house.database, K.ESCALATED_REFERRAL, institution=PUP, **FOR_MANAGERS)

    shown = await team(house)

    assert (shown["workers"], shown["escalated"]["count"]) == ([], 0)


async def test_a_team_that_may_not_see_a_client_does_not_count_her(house: House) -> None:
    await relate(house.database, CLIENT, PUP)
    await owe(house.database, K.REVIEW_PLAN, 1, institution=PUP)
    await owe(house.database, K.ESCALATED_REFERRAL, institution=PUP, **FOR_MANAGERS)
    boss = worker(PUP, InstitutionKind.PUP, "pup_manager")
    before = (await house.see(boss, "/v1/my-day/team")).json()

    await hear(house.database, reactions, fact_of(ClientRestricted.example()))

    after = (await house.see(boss, "/v1/my-day/team")).json()
    assert (len(before["workers"]), before["escalated"]["count"]) == (1, 1)
    assert (after["workers"], after["escalated"]["count"]) == ([], 0)


async def test_of_a_client_seen_in_part_that_part_is_counted_and_in_an_emergency_nothing(
    house: House,
) -> None:
    other, strange = (UUID(int=CLIENT.int + 16 * number) for number in (1, 2))
    await relate(house.database, CLIENT, PUP)
    await relate(house.database, other, PUP, BasisKind.CONSENT, scope=["plan"])
    await relate(house.database, strange, PUP, BasisKind.VITAL_INTEREST)
    for client in (CLIENT, other, strange):
        for kind in (K.REVIEW_PLAN, K.SEE_CLIENT):
            await owe(house.database, kind, 1, institution=PUP, client_id=client)

    boss = worker(PUP, InstitutionKind.PUP, "pup_manager")
    (nobodys,) = (await house.see(boss, "/v1/my-day/team")).json()["workers"]

    assert nobodys["due"] == 3


@pytest.mark.parametrize("path", ["/v1/my-day/team", "/v1/my-day/region"])
@pytest.mark.parametrize("caller", [SOCIAL_WORKER, ADVISER])
async def test_a_worker_sees_neither_team_nor_region(house: House, caller: Any, path: str) -> None:
    answer = await house.see(caller, path)

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/RoleMayNot")


async def known(house: House) -> None:
    for institution, kind, territory in (
        (ROPS, InstitutionKind.ROPS, "24"),
        (OPS, InstitutionKind.OPS, "2478011"),
        (PUP, InstitutionKind.PUP, "2478"),
        (AWAY, InstitutionKind.OPS, "1611053"),
    ):
        event = InstitutionRegistered(
            party_id=institution, name="X (demo)", kind=kind, territory=territory
        )
        await hear(house.database, reactions, fact_of(event, source="directory"))
    await relate(house.database, CLIENT, PUP)
    await relate(house.database, CLIENT, AWAY)


async def test_a_region_is_counted_by_county_and_kind(house: House) -> None:
    await known(house)
    for _ in range(6):
        await owe(house.database, K.REVIEW_PLAN, -1)
        await owe(house.database, K.REVIEW_PLAN, -1, institution=AWAY)
    for _ in range(8):
        await owe(house.database, K.REVIEW_PLAN, -1, institution=PUP)

    shown = (await house.see(ANALYST, "/v1/my-day/region")).json()

    kinds = {one["kind"]: one["overdue"] for one in shown["counties"][0]["by_kind"]}
    assert (shown["territory"], shown["small"]) == ("24", 5)
    assert [county["county"] for county in shown["counties"]] == ["2478"]
    assert (kinds, shown["whole"]["overdue"]) == ({"OPS": 6, "PUP": 8}, 14)
    assert shown["whole"]["suppressed"] is False


async def test_a_small_number_is_left_out_and_what_would_give_it_away(house: House) -> None:
    await known(house)
    await owe(house.database, K.REVIEW_PLAN, -1)
    for _ in range(8):
        await owe(house.database, K.REVIEW_PLAN, -1, institution=PUP)

    shown = (await house.see(ANALYST, "/v1/my-day/region")).json()

    kinds = shown["counties"][0]["by_kind"]
    assert shown["whole"]["overdue"] == 9
    assert [one["overdue"] for one in kinds] == [None, None]
    assert [one["suppressed"] for one in kinds] == [True, True]


async def test_a_region_names_no_client_and_no_worker(house: House) -> None:
    await known(house)
    for _ in range(6):
        await owe(house.database, K.REVIEW_PLAN, -1, **MINE)

    answer = await house.see(ANALYST, "/v1/my-day/region")

    assert str(CLIENT) not in answer.text
    assert SOCIAL_WORKER.worker not in answer.text
    assert "okienko-client" not in answer.headers


async def test_a_region_whose_territory_was_not_heard_is_not_counted(house: House) -> None:
    answer = await house.see(ANALYST, "/v1/my-day/region")

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/TerritoryUnknown")
