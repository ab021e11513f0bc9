"""Merging two records of one person: one answer for both, nothing lost, and undone again."""

import asyncio
from typing import Any
from uuid import UUID

import pytest

from contracts.relations import RestrictsClient
from contracts.values import BasisKind
from kernel import clock, relations
from kernel.transactions import begin
from tests.intake.conftest import (
    ADVISER,
    BASIS,
    CLERK,
    COORDINATOR,
    MANAGER,
    NGO,
    NOBODY,
    PESEL,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_NGO,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.support.rooms import HOUSE, announced, relate

pytestmark = pytest.mark.anyio
MERGE: dict[str, Any] = {"reason": "registered_twice"}
OTHER_PESEL = "85031490011"


async def test_two_records_go_on_as_one(house: House) -> None:
    kept, merged = await _two(house)

    answer = await _merge(house, kept, merged)

    assert answer.status_code == 200, answer.text
    assert answer.json()["id"] == kept
    assert answer.json()["merged_from"] == [merged]
    assert answer.json()["version"] == 2
    assert answer.headers["okienko-client"] == f"{kept},{merged}"
    told = await announced(house.database, UUID(kept))
    assert told[-1] == {
        "type": "client.merged.v1",
        "actor": "ops-worker",
        "client_id": kept,
        "merged_id": merged,
        "reason": "registered_twice",
    }


async def test_the_old_id_keeps_answering(house: House) -> None:
    kept, merged = await _two(house)
    await _merge(house, kept, merged)

    answer = await house.see(SOCIAL_WORKER, f"/v1/clients/{merged}")

    assert answer.status_code == 200
    assert answer.json()["id"] == kept
    assert answer.headers["content-location"] == f"/v1/clients/{kept}"
    assert answer.json() == (await house.see(SOCIAL_WORKER, f"/v1/clients/{kept}")).json()


async def test_a_command_to_the_old_id_acts_on_the_record_that_goes_on(house: House) -> None:
    kept, merged = await _two(house)
    await _merge(house, kept, merged)

    answer = await _need(house, merged)

    assert answer.status_code == 201
    assert answer.headers["content-location"] == f"/v1/clients/{kept}/needs"
    assert (await announced(house.database, UUID(kept)))[-2]["type"] == "need.added.v1"
    assert (await announced(house.database, UUID(merged)))[-1]["type"] == "client.registered.v1"


async def test_the_card_holds_everything_that_hangs_on_either(house: House) -> None:
    kept, merged = await _two(house, contact={}, pesel=None)
    for one, month in ((kept, "2026-01"), (merged, "2026-02")):
        await _need(house, one)
        await _declare(house, one, month)

    await _merge(house, kept, merged)

    card = await _card(house, kept)
    assert len(card["sections"]["needs"]["full"]["needs"]) == 2
    assert [m["month"] for m in card["sections"]["income"]["full"]["months"]] == [
        "2026-01",
        "2026-02",
    ]
    identity = card["sections"]["identity"]["full"]
    assert identity["name"] == {"given": "Próbna", "family": "Wymyślona"}
    assert identity["pesel"] == PESEL
    assert identity["also_recorded"][0]["client_id"] == merged
    assert identity["also_recorded"][0]["name"] == {"given": "Próbna", "family": "Inna"}
    assert card["sections"]["identity"]["masked"]["pesel"] == "850314*****"


async def test_the_card_of_the_old_id_is_that_of_the_one_that_goes_on(house: House) -> None:
    kept, merged = await _two(house)
    await _merge(house, kept, merged)

    assert await _card(house, merged) == await _card(house, kept)
    pages = (await house.client.get("/internal/cards", headers=HOUSE)).json()["cards"]
    assert [card["client_id"] for card in pages] == [kept]


async def test_whichever_household_was_declared_last_counts(house: House) -> None:
    kept, merged = await _two(house)
    await _live_with(house, kept, "2026-01-01", 1)
    await _live_with(house, merged, "2026-02-01", 3)

    await _merge(house, kept, merged)

    household = (await _card(house, kept))["sections"]["household"]["full"]
    means = await house.client.get(f"/internal/clients/{merged}/means/2026-03-01", headers=HOUSE)
    early = await house.client.get(f"/internal/clients/{kept}/means/2026-01-15", headers=HOUSE)
    assert (household["valid_from"], len(household["members"])) == ("2026-02-01", 3)
    history = await house.see(SOCIAL_WORKER, f"/v1/clients/{kept}/households")
    assert [len(one["members"]) for one in history.json()["items"]] == [3, 1]
    assert means.json()["household_size"] == 3
    assert early.json()["household_size"] == 1


async def test_what_a_computing_service_is_told_is_of_both(house: House) -> None:
    kept, merged = await _two(house)
    await _declare(house, kept, "2026-01")
    await _declare(house, merged, "2026-02")
    await house.ask(
        SOCIAL_WORKER, f"/v1/clients/{merged}/employments", {"started_on": "2026-03-01"}
    )

    await _merge(house, kept, merged)

    told = (
        await house.client.get(f"/internal/clients/{kept}/means/2026-03-01", headers=HOUSE)
    ).json()
    assert set(told["incomes"]) == {"2026-01", "2026-02"}
    assert [job["started_on"] for job in told["employments"]] == ["2026-03-01"]
    assert told["municipality"] == "2478011"


async def test_the_old_number_leads_to_the_record_that_goes_on(house: House) -> None:
    kept, merged = await _two(house, pesel=None)
    await _merge(house, kept, merged)

    found = (await house.ask(SOCIAL_WORKER, "/v1/clients/search", {"pesel": PESEL})).json()
    again = await house.register()

    assert [item["client_id"] for item in found["items"]] == [kept]
    assert again.json()["type"] == "/problems/AlreadyRegistered"
    assert again.json()["client_id"] == kept


async def test_a_list_names_one_person_once(house: House) -> None:
    kept, merged = await _two(house, name={"given": "Próbna", "family": "Inna"})
    await _merge(house, kept, merged)

    found = (await house.ask(SOCIAL_WORKER, "/v1/clients/search", {"family": "Inna"})).json()

    assert [item["client_id"] for item in found["items"]] == [kept]


async def test_a_sharing_of_either_opens_both_and_can_be_withdrawn_by_either_address(
    house: House,
) -> None:
    kept, merged = await _two(house)
    shared = await house.ask(SOCIAL_WORKER, f"/v1/clients/{merged}/sharings", WITH_THE_NGO)
    assert (await house.see(COORDINATOR, f"/v1/clients/{kept}")).status_code == 404

    await _merge(house, kept, merged)

    assert (await house.see(COORDINATOR, f"/v1/clients/{kept}")).status_code == 200
    path = f"/v1/clients/{kept}/sharings/{shared.json()['id']}/withdraw"
    assert (await house.ask(SOCIAL_WORKER, path)).status_code == 200
    assert (await house.see(COORDINATOR, f"/v1/clients/{kept}")).status_code == 404
    assert (await house.see(COORDINATOR, f"/v1/clients/{merged}")).status_code == 404


async def test_said_twice_it_is_done_once(house: House) -> None:
    kept, merged = await _two(house)

    answers = [await _merge(house, kept, merged) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()
    told = await announced(house.database, UUID(kept))
    assert [event["type"] for event in told].count("client.merged.v1") == 1


async def test_a_circle_is_refused_and_loses_nothing(house: House) -> None:
    kept, merged = await _two(house)
    await _merge(house, kept, merged)

    for one, other in ((merged, kept), (kept, kept)):
        answer = await _merge(house, one, other)
        assert (answer.status_code, answer.json()["type"]) == (409, "/problems/MergeWithItself")
    assert (await _card(house, kept))["client_id"] == kept
    assert await house.count("aliases") == 1


async def test_a_record_that_stands_for_another_is_merged_with_that_one(house: House) -> None:
    kept, merged = await _two(house)
    third = _id(await house.registered(pesel=None))
    await _merge(house, kept, merged)

    answer = await _merge(house, third, merged)

    assert answer.status_code == 409
    assert answer.json()["type"] == "/problems/AlreadyMerged"
    assert answer.json()["client_id"] == kept


async def test_of_two_opposite_merges_at_once_one_holds(house: House) -> None:
    one, other = await _two(house)

    answers = await asyncio.gather(_merge(house, one, other), _merge(house, other, one))

    assert sorted(answer.status_code for answer in answers) == [200, 409]
    assert await house.count("aliases") == 1


async def test_of_two_at_once_who_want_the_same_record_one_gets_it(house: House) -> None:
    kept, merged = await _two(house)
    third = _id(await house.registered(pesel=None))

    answers = await asyncio.gather(_merge(house, kept, merged), _merge(house, third, merged))

    assert sorted(answer.status_code for answer in answers) == [200, 409]


async def test_a_need_added_while_records_are_merged_is_not_lost(house: House) -> None:
    kept, merged = await _two(house)

    answers = await asyncio.gather(
        *(_need(house, merged) for _ in range(3)),
        _merge(house, kept, merged),
        *(_need(house, merged) for _ in range(3)),
    )

    assert {answer.status_code for answer in answers} == {200, 201}
    needs = (await _card(house, kept))["sections"]["needs"]["full"]["needs"]
    assert len({need["id"] for need in needs}) == 6


async def test_different_numbers_must_be_confirmed(house: House) -> None:
    kept, merged = await _two(house, pesel=OTHER_PESEL)

    refused = await _merge(house, kept, merged)
    confirmed = await _merge(house, kept, merged, confirm_different_pesel=True)

    assert refused.json()["type"] == "/problems/DifferentPesels"
    assert PESEL not in refused.text
    assert confirmed.status_code == 200
    identity = (await _card(house, kept))["sections"]["identity"]
    assert identity["full"]["also_recorded"][0]["pesel"] == PESEL
    assert PESEL not in str(identity["masked"])


async def test_a_restricted_record_is_left_as_it_is(house: House) -> None:
    kept, merged = await _two(house)
    async with begin(house.database) as tx:
        restricted = RestrictsClient(client_id=UUID(merged))
        await relations.note(tx.session, clock.now(), restricted)

    assert (await _merge(house, kept, merged)).json()["type"] == "/problems/RecordRestricted"


async def test_who_decided_on_an_older_version_is_told(house: House) -> None:
    kept, merged = await _two(house)

    assert (await _merge(house, kept, merged, If_Match='"v7"')).status_code == 412


async def test_who_sees_only_one_of_the_two_cannot_merge_them(house: House) -> None:
    kept, merged = await _two(house)
    alone = _id(await house.registered(STRANGER, pesel=None))

    for one, other in ((kept, alone), (alone, kept), (kept, NOBODY)):
        assert (await _merge(house, one, other)).json()["type"] == "/problems/ClientNotFound"
    assert (await _merge(house, kept, merged, STRANGER)).status_code == 404


@pytest.mark.parametrize("basis", [BasisKind.REFERRAL, BasisKind.VITAL_INTEREST])
async def test_nobody_widens_by_a_merge_what_it_sees_for_a_while(
    house: House, basis: BasisKind
) -> None:
    theirs, mine = (
        _id(await house.registered()),
        _id(await house.registered(ADVISER, pesel=None)),
    )
    await relate(house.database, UUID(theirs), PUP, basis)

    answer = await _merge(house, mine, theirs, ADVISER)

    assert answer.status_code == 403
    assert answer.json()["type"] == "/problems/MergeOfOthers"


async def test_who_registered_neither_does_not_merge_them(house: House) -> None:
    kept, merged = await _two(house, share_with=[WITH_THE_PARTNERSHIP])

    answer = await _merge(house, kept, merged, ADVISER)

    assert answer.json()["type"] == "/problems/MergeOfOthers"


@pytest.mark.parametrize("caller", [CLERK, COORDINATOR])
async def test_a_role_that_does_not_merge_is_told_so(house: House, caller: Any) -> None:
    kept, merged = await _two(house)

    assert (await _merge(house, kept, merged, caller)).json()["type"] == "/problems/RoleMayNot"


async def test_a_manager_merges_what_her_institution_registered(house: House) -> None:
    kept, merged = await _two(house)

    assert (await _merge(house, kept, merged, MANAGER)).status_code == 200


@pytest.mark.parametrize(
    "body", [{}, {"merged_id": NOBODY}, {"merged_id": "x", "reason": "mistyped"}]
)
async def test_a_merge_without_its_reason_is_refused(house: House, body: Any) -> None:
    kept, _ = await _two(house)

    answer = await house.ask(SOCIAL_WORKER, f"/v1/clients/{kept}/merge", body)

    assert answer.status_code == 422


async def test_a_look_beforehand_says_what_differs_and_what_hangs_on_each(house: House) -> None:
    kept, merged = await _two(house)
    await _need(house, merged)
    path = f"/v1/clients/{kept}/merge-preview/{merged}"

    before = (await house.see(SOCIAL_WORKER, path)).json()
    await _merge(house, kept, merged)
    after = (await house.see(SOCIAL_WORKER, path)).json()

    assert before["differs"] == ["name", "pesel", "status"]
    assert before["merged"]["counts"]["needs"] == 2
    assert before["kept"]["client"]["id"] == kept
    assert (before["same_record"], after["same_record"]) == (False, True)
    assert (await house.see(STRANGER, path)).status_code == 404


async def test_the_pair_in_the_queue_is_settled_by_the_merge_and_by_its_undoing(
    house: House,
) -> None:
    kept = _id(await house.registered(pesel=None))
    merged = _id(await house.registered(pesel=None))

    await _merge(house, kept, merged)
    (settled,) = await _pairs(house, "merged")
    await _part(house, kept, merged)
    (parted,) = await _pairs(house, "not_duplicate")

    assert settled["pair"]["id"] == parted["pair"]["id"]
    assert await _pairs(house, "open") == []


async def test_an_access_request_for_the_old_record_is_still_answered(house: House) -> None:
    kept, merged = await _two(house, pesel=None)
    asked = await house.ask(
        STRANGER, "/v1/access-requests", {"pesel": PESEL, "reason": "Przyszła do nas."}
    )
    await _merge(house, kept, merged)

    path = f"/v1/access-requests/{asked.json()['id']}/grant"
    granted = await house.ask(SOCIAL_WORKER, path, {"basis": BASIS})

    assert granted.status_code == 200
    assert (await house.see(STRANGER, f"/v1/clients/{kept}")).status_code == 200
    assert str(NGO) not in granted.text


async def _two(house: House, **changes: Any) -> tuple[str, str]:
    """One person registered twice; the second time with her number, and under another name."""
    kept = _id(await house.registered(**({"pesel": None} | changes)))
    other: dict[str, Any] = {"name": {"given": "Próbna", "family": "Inna"}}
    other |= {k: v for k, v in changes.items() if k == "share_with"}
    return kept, _id(await house.registered(**other))


async def _merge(
    house: House, kept: str, merged: str, caller: Any = SOCIAL_WORKER, **more: Any
) -> Any:
    headers = {k: more.pop(k) for k in ("If_Match",) if k in more}
    body = MERGE | {"merged_id": merged} | more
    return await house.ask(caller, f"/v1/clients/{kept}/merge", body, **headers)


async def _part(house: House, kept: str, merged: str, caller: Any = SOCIAL_WORKER) -> Any:
    return await house.ask(caller, f"/v1/clients/{kept}/unmerge", {"merged_id": merged})


async def _need(house: House, client: str) -> Any:
    return await house.ask(SOCIAL_WORKER, f"/v1/clients/{client}/needs", {"kind": "work"})


async def _declare(house: House, client: str, month: str) -> None:
    body = {"month": month, "items": [{"kind": "employment", "monthly": "600.00"}]}
    await house.ask(SOCIAL_WORKER, f"/v1/clients/{client}/incomes", body)


async def _live_with(house: House, client: str, day: str, size: int) -> None:
    kin = ["applicant", "spouse", "child"][:size]
    members = [{"relation": one, "birth_date": "1985-03-14"} for one in kin]
    body = {"valid_from": day, "members": members}
    await house.ask(SOCIAL_WORKER, f"/v1/clients/{client}/household", body)


async def _card(house: House, client: str) -> Any:
    return (await house.client.get(f"/internal/clients/{client}/card", headers=HOUSE)).json()


async def _pairs(house: House, state: str) -> list[Any]:
    found = await house.see(SOCIAL_WORKER, "/v1/duplicates", state=state)
    items: list[Any] = found.json()["items"]
    return items


def _id(address: str) -> str:
    return address.rsplit("/", maxsplit=1)[-1]
