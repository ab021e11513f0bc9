"""What stands on the agenda of a case meeting, and who may know of it."""

from typing import Any
from uuid import UUID

import pytest

from contracts.values import InstitutionKind
from services.referrals.reactions import reactions
from tests.referrals.conferring import (
    OTHER,
    OTHER_ADVISER,
    PARTNERSHIP,
    PURPOSE,
    Table,
    lay,
    only,
)
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    COORDINATOR,
    FAR,
    NGO,
    OPS,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    House,
)
from tests.support.rooms import announced, fact_of, hear, relate, worker

pytestmark = pytest.mark.anyio
COLLEAGUE = worker(OPS, InstitutionKind.OPS, "ops_manager")


@pytest.fixture
async def table(house: House) -> Table:
    return await lay(house)


async def agenda(table: Table, who: Any, address: str) -> list[Any]:
    """The items somebody sees."""
    return list((await table.shown(who, address))["agenda"])


async def test_whoever_sees_the_client_brings_her_and_everybody_who_may_knows_it(
    table: Table,
) -> None:
    address = await table.convened()

    answer = await table.ask(
        ADVISER, f"{address}/items", {"client_id": str(CLIENT), "purpose": PURPOSE}
    )

    item = answer.json()
    assert answer.status_code == 201
    assert answer.headers["okienko-client"] == str(CLIENT)
    assert (item["number"], item["state"], item["restricted"]) == (1, "confirmed", False)
    assert [r["institution"]["id"] for r in item["may_know"]] == [str(OPS), str(PUP), str(NGO)]
    assert [i["purpose"] for i in await agenda(table, COORDINATOR, address)] == [PURPOSE]


async def test_nothing_announced_says_who_stands_on_the_agenda(table: Table) -> None:
    address = await table.convened()

    about = await table.item(address)

    told = await announced(table.database, UUID(about.rsplit("/", 1)[1]))
    assert [event["type"] for event in told] == ["item.added.v1"]
    assert str(CLIENT) not in str(told)


async def test_what_it_says_of_her_lies_sealed(table: Table) -> None:
    address = await table.convened()

    await table.item(address)

    rows = await table.database.pool.fetch("SELECT sealed FROM meeting_items")
    assert all(PURPOSE.encode() not in row["sealed"] for row in rows)


async def test_who_does_not_see_the_client_cannot_bring_her(table: Table) -> None:
    address = await table.convened()
    await table.end_relation(CLIENT, NGO)

    answer = await table.ask(
        COORDINATOR, f"{address}/items", {"client_id": str(CLIENT), "purpose": PURPOSE}
    )

    assert (answer.status_code, answer.json()["type"].split("/")[-1]) == (404, "ClientNotFound")


async def test_who_is_not_on_the_list_learns_nothing_of_an_item(table: Table) -> None:
    address = await table.convened()
    before = await table.see(COORDINATOR, address)

    hidden = await table.item(address, need_to_know=only(PUP), purpose="Sprawa poufna")
    await table.item(address)

    after = await table.see(COORDINATOR, address)
    assert [(i["number"], i["purpose"]) for i in after.json()["agenda"]] == [(1, PURPOSE)]
    assert [i["number"] for i in await agenda(table, ADVISER, address)] == [1, 2]
    # No version, no token and no event of the meeting counts what it may not know.
    assert after.headers["etag"] == before.headers["etag"]
    assert "poufna" not in after.text
    assert (await table.see(COORDINATOR, hidden)).status_code == 404


async def test_an_answer_to_the_invitation_does_not_count_hidden_items(table: Table) -> None:
    address = await table.convened()
    for _ in range(3):
        await table.item(address, need_to_know=only(PUP))

    answer = await table.ask(COORDINATOR, f"{address}/answer", {"answer": "accepted"})

    meeting = address.rsplit("/", 1)[1]
    assert answer.headers["sync-token"] == f"referrals:{meeting}:3"


@pytest.mark.parametrize("path", ["change", "confirm", "withdraw", "decisions", "annexes"])
async def test_nobody_does_anything_to_an_item_he_does_not_know(table: Table, path: str) -> None:
    address = await table.convened()
    hidden = await table.item(address, need_to_know=only(PUP))
    bodies: dict[str, Any] = {
        "withdraw": {"reason": "settled"},
        "decisions": {"text": "X", "due_on": "2099-01-01"},
        "annexes": {"text": "X"},
    }

    answer = await table.ask(COORDINATOR, f"{hidden}/{path}", bodies.get(path))

    assert (answer.status_code, answer.json()["type"].split("/")[-1]) == (404, "ItemNotFound")


async def test_a_list_names_only_who_sits_there(table: Table) -> None:
    address = await table.convened()

    answer = await table.ask(
        SOCIAL_WORKER,
        f"{address}/items",
        {"client_id": str(CLIENT), "purpose": PURPOSE, "need_to_know": only(PUP, FAR)},
    )

    assert answer.status_code == 422
    assert answer.json()["type"].endswith("/NotAParticipant")
    assert answer.json()["errors"][0]["pointer"] == "/need_to_know/1/institution"


async def test_who_has_no_relation_is_refused_by_name(table: Table) -> None:
    address = await table.convened()
    await table.end_relation(CLIENT, NGO)

    answer = await table.ask(
        SOCIAL_WORKER,
        f"{address}/items",
        {"client_id": str(CLIENT), "purpose": PURPOSE, "need_to_know": only(PUP, NGO)},
    )

    assert answer.status_code == 422
    assert answer.json()["type"].endswith("/NeedToKnowUnrelated")
    assert answer.json()["institutions"] == ["Fundacja Krok (demo)"]
    assert PURPOSE not in answer.text


async def test_a_relation_that_does_not_open_the_plan_is_none(table: Table) -> None:
    address = await table.convened()
    await table.end_relation(CLIENT, NGO)
    await relate(table.database, CLIENT, NGO, scope=["meetings"])

    await table.item(address)

    assert await agenda(table, COORDINATOR, address) == []


async def test_when_the_relation_ends_the_item_is_gone_at_once(table: Table) -> None:
    address = await table.convened()
    about = await table.item(address)

    await table.end_relation(CLIENT, PUP)

    assert await agenda(table, ADVISER, address) == []
    assert (await table.see(ADVISER, about)).status_code == 404
    assert len(await agenda(table, SOCIAL_WORKER, address)) == 1


async def test_a_delicate_item_needs_a_list(table: Table) -> None:
    address = await table.convened()
    body = {"client_id": str(CLIENT), "purpose": PURPOSE, "delicate": True}

    answer = await table.ask(SOCIAL_WORKER, f"{address}/items", body)

    assert (answer.status_code, answer.json()["type"].split("/")[-1]) == (422, "DelicateNeedsList")


async def test_an_item_may_be_kept_to_one_worker_of_an_institution(table: Table) -> None:
    address = await table.convened()
    alone = [{"institution": str(PUP), "worker": ADVISER.worker}]

    await table.item(address, need_to_know=alone, delicate=True)

    assert len(await agenda(table, ADVISER, address)) == 1
    other = worker(PUP, InstitutionKind.PUP, "pup_manager")
    other = other.__class__(**{**other.__dict__, "worker": "another-one"})
    assert await agenda(table, other, address) == []
    assert len(await agenda(table, COLLEAGUE, address)) == 1


async def test_who_is_taken_off_the_list_does_not_see_it_any_more(table: Table) -> None:
    address = await table.convened()
    about = await table.item(address)

    changed = await table.done(
        SOCIAL_WORKER, f"{about}/change", {"purpose": "Inaczej", "need_to_know": only(PUP)}
    )

    assert (changed["restricted"], changed["purpose"], changed["version"]) == (True, "Inaczej", 2)
    assert await agenda(table, COORDINATOR, address) == []
    assert [i["purpose"] for i in await agenda(table, ADVISER, address)] == ["Inaczej"]


async def test_only_the_chair_and_who_brought_an_item_speak_for_it(table: Table) -> None:
    address = await table.convened()
    about = await table.item(address, ADVISER)

    by_another = await table.ask(COORDINATOR, f"{about}/withdraw", {"reason": "not_now"})
    by_its_bringer = await table.ask(ADVISER, f"{about}/withdraw", {"reason": "client_objects"})

    assert (by_another.status_code, by_its_bringer.status_code) == (403, 200)
    assert by_its_bringer.json()["agenda"] == []


async def test_what_was_changed_meanwhile_is_not_changed_again_unseen(table: Table) -> None:
    address = await table.convened()
    about = await table.item(address)
    await table.done(SOCIAL_WORKER, f"{about}/change", {"purpose": "Inaczej"}, if_match='"v1"')

    stale = await table.ask(SOCIAL_WORKER, f"{about}/change", {"purpose": "X"}, if_match='"v1"')

    assert (stale.status_code, stale.json()["version"]) == (412, 2)


async def test_whoever_joins_later_does_not_know_what_was_listed_before(table: Table) -> None:
    address = await table.convened(participants=[{"institution": str(PUP)}])
    await table.item(address)

    await table.done(SOCIAL_WORKER, f"{address}/invite", {"participants": only(NGO)})

    assert await agenda(table, COORDINATOR, address) == []


async def test_a_merged_client_is_discussed_under_the_id_that_goes_on(table: Table) -> None:
    from tests.referrals.test_merged import MERGED  # noqa: PLC0415 only here

    await table.another_client(OTHER, PUP)
    await hear(table.database, reactions, fact_of(MERGED))
    address = await table.convened()

    about = await table.item(address, client_id=str(OTHER))

    assert (await table.shown(SOCIAL_WORKER, about))["client_id"] == str(CLIENT)
    for one in (CLIENT, OTHER):
        found = await table.shown(ADVISER, "/v1/meetings", client_id=str(one))
        assert len(found["items"]) == 1


async def test_the_meetings_of_a_client_are_those_whose_item_one_may_know(table: Table) -> None:
    address = await table.convened()
    await table.item(address, need_to_know=only(PUP))

    mine = await table.see(ADVISER, "/v1/meetings", client_id=str(CLIENT))
    others = await table.see(COORDINATOR, "/v1/meetings", client_id=str(CLIENT))

    assert len(mine.json()["items"]) == 1
    assert mine.headers["okienko-client"] == str(CLIENT)
    assert others.json()["items"] == []
    assert not others.headers.get("okienko-client")


async def test_an_item_is_no_secret_way_into_a_meeting(table: Table) -> None:
    await relate(table.database, CLIENT, FAR)
    address = await table.convened()
    about = await table.item(address)

    assert (await table.see(STRANGER, about)).status_code == 404
    assert (await table.see(OTHER_ADVISER, about)).status_code == 200


async def test_what_was_shared_with_the_partnership_opens_an_item_to_its_members_alone(
    table: Table,
) -> None:
    for party in (PUP, NGO):
        await table.end_relation(CLIENT, party)
    await relate(table.database, CLIENT, PARTNERSHIP)
    address = await table.convened(participants=only(PUP, NGO, FAR))

    about = await table.item(address)

    item = await table.shown(SOCIAL_WORKER, about)
    assert [r["institution"]["id"] for r in item["may_know"]] == [str(OPS), str(PUP), str(NGO)]
    assert (await table.shown(STRANGER, address))["agenda"] == []
    answer = await table.ask(
        SOCIAL_WORKER, f"{about}/change", {"purpose": "X", "need_to_know": only(FAR)}
    )
    assert answer.json()["institutions"] == ["OPS Daleko (demo)"]
