"""A worker's day, over HTTP: what stands in it, in which group, and whose it is."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from contracts.intake import ClientMerged, MergeReason
from contracts.intake.rights import ClientErased, ClientRestricted
from contracts.values import BasisKind, InstitutionKind
from kernel import clock, ids
from kernel.pages import cursor
from services.referrals.domain.duty import Audience, DutyKind
from services.referrals.reactions import reactions
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    FAR,
    NGO,
    OPS,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    House,
    registered,
)
from tests.referrals.days import COLLEAGUE, HERS, MANAGER, MINE, owe
from tests.support.rooms import bearer, fact_of, hear, relate, worker

pytestmark = pytest.mark.anyio

OTHER = UUID("0197a000-0000-7000-8000-00000000c002")
K = DutyKind


async def day(house: House, caller: Any = SOCIAL_WORKER, **params: Any) -> Any:
    answer = await house.see(caller, "/v1/my-day", **params)
    assert answer.status_code == 200, answer.text
    return answer.json()


def counts(shown: Any) -> tuple[int, ...]:
    return tuple(shown[group]["count"] for group in ("overdue", "due", "silent", "new"))


async def test_a_duty_stands_in_the_group_that_its_day_and_kind_say(house: House) -> None:
    late = await owe(house.database, K.ANSWER_REFERRAL, -3)
    today = await owe(house.database, K.SEE_CLIENT, 0)
    week = await owe(house.database, K.REPORT_OUTCOME, 7)
    silent = await owe(house.database, K.SILENT_REFERRAL, -3)
    news = await owe(house.database, K.SUPERSEDED_REFERRAL)
    await owe(house.database, K.REVIEW_PLAN, 8)

    shown = await day(house)

    ids = {
        group: [UUID(item["thing_id"]) for item in shown[group]["items"]]
        for group in ("overdue", "due", "silent", "new")
    }
    assert ids == {"overdue": [late], "due": [today, week], "silent": [silent], "new": [news]}
    assert (counts(shown), shown["later"]) == ((1, 2, 1, 1), 1)


async def test_a_duty_says_what_to_do_and_where(house: House) -> None:
    thing = await owe(house.database, K.REPORT_OUTCOME, -1, **MINE)

    item = (await day(house))["overdue"]["items"][0]

    assert item["to_do"] == "Say what came of the referral."
    assert item["address"] == f"/v1/referrals/{thing}"
    assert (item["client_id"], item["worker"]) == (str(CLIENT), SOCIAL_WORKER.worker)


async def test_it_says_so_in_polish_to_whoever_prefers_it(house: House) -> None:
    await owe(house.database, K.REPORT_OUTCOME, -1)

    answer = await house.client.get(
        "/v1/my-day", headers=bearer(SOCIAL_WORKER, Accept_Language="pl-PL")
    )

    assert answer.json()["overdue"]["items"][0]["to_do"] == "Zapisz wynik skierowania."
    assert answer.headers["content-language"] == "pl"


async def test_one_looks_further_ahead(house: House) -> None:
    await owe(house.database, K.REVIEW_PLAN, 30)

    shown = await day(house, until="2099-12-31")

    assert (shown["due"]["count"], shown["later"], shown["until"]) == (1, 0, "2099-12-31")


async def test_the_audit_learns_whom_the_day_shows(house: House) -> None:
    await owe(house.database, K.REVIEW_PLAN, 1)
    await owe(house.database, K.PREPARE_MEETING, 1, client_id=None)

    answer = await house.see(SOCIAL_WORKER, "/v1/my-day")

    assert answer.headers["okienko-client"] == str(CLIENT)
    assert answer.json()["due"]["count"] == 2


async def test_a_colleagues_duty_is_not_mine_and_nobodys_is_everybodys(house: House) -> None:
    await owe(house.database, K.REVIEW_PLAN, 1, **HERS)
    await owe(house.database, K.ANSWER_REFERRAL, 1)

    mine, hers = await day(house), await day(house, COLLEAGUE)

    assert (mine["due"]["count"], hers["due"]["count"]) == (1, 2)


async def test_another_institutions_duties_never_show(house: House) -> None:
    await relate(house.database, CLIENT, PUP)
    await owe(house.database, K.ANSWER_REFERRAL, 1, institution=PUP)

    assert counts(await day(house)) == (0, 0, 0, 0)
    assert counts(await day(house, ADVISER)) == (0, 1, 0, 0)


async def test_what_is_meant_for_managers_stands_in_no_workers_day(house: House) -> None:
    await owe(house.database, K.ESCALATED_REFERRAL, audience=Audience.MANAGER)

    assert counts(await day(house)) == (0, 0, 0, 0)
    assert counts(await day(house, MANAGER)) == (0, 0, 0, 0)


async def test_whoever_may_not_see_the_client_any_more_has_no_duty_about_her(
    house: House,
) -> None:
    relation = await relate(house.database, CLIENT, PUP)
    await owe(house.database, K.ANSWER_REFERRAL, 1, institution=PUP)
    before = counts(await day(house, ADVISER))

    await house.database.pool.execute(
        "UPDATE relations SET closed_at = now() WHERE relation_id = $1", relation
    )

    assert (before, counts(await day(house, ADVISER))) == ((0, 1, 0, 0), (0, 0, 0, 0))


async def test_a_relation_that_names_other_sections_opens_no_duty_of_this_one(
    house: House,
) -> None:
    await relate(house.database, CLIENT, NGO, BasisKind.CONSENT, ["plan"])
    coordinator = worker(NGO, InstitutionKind.NGO, "ngo_coordinator")
    await owe(house.database, K.ANSWER_REFERRAL, 1, institution=NGO)
    plan = await owe(house.database, K.AGREE_PLAN, 1, institution=NGO)

    shown = await day(house, coordinator)

    assert [item["thing_id"] for item in shown["due"]["items"]] == [str(plan)]


async def test_a_broken_glass_opens_no_list_of_work(house: House) -> None:
    await relate(house.database, CLIENT, FAR, BasisKind.VITAL_INTEREST)
    await owe(house.database, K.AGREE_PLAN, 1, institution=FAR)

    assert counts(await day(house, STRANGER)) == (0, 0, 0, 0)


async def test_a_role_sees_only_duties_of_sections_that_it_sees(house: House) -> None:
    await owe(house.database, K.HOLD_INTERVIEW, 1)
    assistant = worker(OPS, InstitutionKind.OPS, "family_assistant")

    assert (await day(house, assistant))["due"]["count"] == 0
    assert (await day(house))["due"]["count"] == 1


async def test_a_restricted_clients_duties_are_hidden_from_partners(house: House) -> None:
    await relate(house.database, CLIENT, PUP)
    await owe(house.database, K.ANSWER_REFERRAL, 1, institution=PUP)
    await owe(house.database, K.REVIEW_PLAN, 1)

    await hear(house.database, reactions, fact_of(ClientRestricted.example()))

    assert counts(await day(house, ADVISER)) == (0, 0, 0, 0)
    assert counts(await day(house)) == (0, 1, 0, 0)


async def test_an_erased_clients_duties_are_gone(house: House) -> None:
    await owe(house.database, K.REVIEW_PLAN, 1)

    await hear(house.database, reactions, fact_of(ClientErased.example()))

    assert counts(await day(house)) == (0, 0, 0, 0)


async def test_a_merged_clients_duty_names_the_one_that_goes_on(house: House) -> None:
    await hear(house.database, reactions, fact_of(registered(OTHER)))
    await owe(house.database, K.REVIEW_PLAN, 1, client_id=OTHER)
    merged = ClientMerged(client_id=CLIENT, merged_id=OTHER, reason=MergeReason.REGISTERED_TWICE)

    await hear(house.database, reactions, fact_of(merged))

    assert (await day(house))["due"]["items"][0]["client_id"] == str(CLIENT)


async def test_a_group_is_read_page_by_page(house: House) -> None:
    things = [await owe(house.database, K.REVIEW_PLAN, n // 2) for n in range(5)]

    first = await day(house, group="due", limit=3)
    second = await day(house, group="due", limit=3, cursor=first["due"]["next"])

    shown = [item["thing_id"] for page in (first, second) for item in page["due"]["items"]]
    assert sorted(shown) == sorted(map(str, things))
    assert (first["due"]["count"], second["due"]["count"]) == (5, 5)
    assert (second["due"]["next"], second["overdue"]) == (None, None)


BEYOND = cursor(f"2026-03-02 9999-12-31T23:59:59-12:00 {CLIENT} report_outcome")


@pytest.mark.parametrize(
    "params",
    [
        {"cursor": "eHg"},
        {"group": "due", "cursor": "eHg"},
        {"group": "due", "cursor": BEYOND},
    ],
)
async def test_a_cursor_is_passed_back_as_it_was_given(house: House, params: Any) -> None:
    answer = await house.see(SOCIAL_WORKER, "/v1/my-day", **params)

    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/CursorUnreadable")


async def test_an_action_leads_to_its_plan(house: House) -> None:
    path = f"/v1/plans/{house.plan_id}/actions"
    body = {"goal_id": await house.goal(), "title": "Course"}
    plan = (await house.ask(SOCIAL_WORKER, path, body)).json()
    action = plan["goals"][0]["actions"][0]["id"]
    await owe(house.database, K.FINISH_ACTION, 1, thing_id=UUID(action))

    item = (await day(house))["due"]["items"][0]

    assert item["address"] == f"/v1/plans/{house.plan_id}"


async def test_seen_news_leaves_my_day_and_nobody_elses(house: House) -> None:
    await owe(house.database, K.SUPERSEDED_REFERRAL)
    await owe(house.database, K.REVIEW_PLAN, 1)
    shown = await day(house)

    answer = await house.ask(SOCIAL_WORKER, "/v1/my-day/seen", {"as_of": shown["as_of"]})

    assert answer.status_code == 204
    assert counts(await day(house)) == (0, 1, 0, 0)
    assert counts(await day(house, COLLEAGUE)) == (0, 1, 0, 1)


async def test_what_came_after_the_look_stays_new(house: House) -> None:
    await owe(house.database, K.SUPERSEDED_REFERRAL, hours_ago=1)
    looked_at = clock.now().isoformat()
    await owe(house.database, K.SUPERSEDED_REFERRAL, hours_ago=-1)

    await house.ask(SOCIAL_WORKER, "/v1/my-day/seen", {"as_of": looked_at})

    assert (await day(house))["new"]["count"] == 1


async def test_one_piece_of_news_is_seen_and_the_other_is_not(house: House) -> None:
    one = await owe(house.database, K.SUPERSEDED_REFERRAL)
    two = await owe(house.database, K.NEW_CLIENT)
    body = {
        "as_of": clock.now().isoformat(),
        "only": [{"thing_id": str(one), "kind": "superseded_referral"}],
    }

    await house.ask(SOCIAL_WORKER, "/v1/my-day/seen", body)

    shown = (await day(house))["new"]["items"]
    assert [item["thing_id"] for item in shown] == [str(two)]


async def test_what_is_owed_anew_is_news_again(house: House) -> None:
    thing = await owe(house.database, K.SUPERSEDED_REFERRAL)
    await house.ask(SOCIAL_WORKER, "/v1/my-day/seen", {"as_of": clock.now().isoformat()})

    await owe(house.database, K.SUPERSEDED_REFERRAL, thing_id=thing, hours_ago=-1)

    assert (await day(house))["new"]["count"] == 1


async def test_a_stranger_marks_no_news_of_others(house: House) -> None:
    thing = await owe(house.database, K.NEW_CLIENT)
    body = {
        "as_of": clock.now().isoformat(),
        "only": [{"thing_id": str(thing), "kind": "new_client"}],
    }

    answer = await house.ask(STRANGER, "/v1/my-day/seen", body)

    assert answer.status_code == 204
    assert await house.database.pool.fetchval("SELECT count(*) FROM seen_news") == 0


@pytest.mark.parametrize(
    "caller",
    [
        worker(OPS, InstitutionKind.OPS, "ops_benefits_clerk"),
        worker(OPS, InstitutionKind.OPS, "dpo"),
        worker(OPS, InstitutionKind.ROPS, "social_worker"),
        worker(OPS, InstitutionKind.OPS),
    ],
)
async def test_whoever_runs_no_cases_has_no_day_here(house: House, caller: Any) -> None:
    answer = await house.see(caller, "/v1/my-day")

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/RoleMayNot")


async def test_seeing_takes_a_moment_and_nothing_else(house: House) -> None:
    answer = await house.ask(SOCIAL_WORKER, "/v1/my-day/seen", {"as_of": "yesterday"})
    strange = await house.ask(SOCIAL_WORKER, "/v1/my-day/seen", {"as_of": 1, "x": 2})

    assert (answer.status_code, strange.status_code) == (422, 422)
    assert "yesterday" not in answer.text


async def test_of_the_same_worker_name_elsewhere_nothing_shows(house: House) -> None:
    await owe(house.database, K.REVIEW_PLAN, 1, **MINE)

    namesake = replace(STRANGER, worker=SOCIAL_WORKER.worker)

    assert counts(await day(house, namesake)) == (0, 0, 0, 0)


async def test_whoever_stands_in_has_the_duties_of_both(house: House) -> None:
    await owe(house.database, K.REVIEW_PLAN, 1, **HERS)
    before = counts(await day(house))
    today = clock.today()
    await house.database.pool.execute(
        "INSERT INTO substitutions (id, institution, worker, substitute, first_day, last_day,"
        " opened_by, opened_at, version) VALUES ($1, $2, $3, $4, $5, $5, $4, now(), 1)",
        ids.new(), OPS, COLLEAGUE.worker, SOCIAL_WORKER.worker, today,
    )  # fmt: skip

    assert (before, counts(await day(house))) == ((0, 0, 0, 0), (0, 1, 0, 0))


async def test_what_ends_with_the_right_to_see_is_still_ended_and_names_nobody(
    house: House,
) -> None:
    thing = await owe(house.database, K.CONFIRM_CANCELLATION, 1, institution=PUP)
    await owe(house.database, K.ANSWER_REFERRAL, 1, institution=PUP)

    answer = await house.see(ADVISER, "/v1/my-day")

    (item,) = answer.json()["due"]["items"]
    assert (item["thing_id"], item["client_id"]) == (str(thing), None)
    assert str(CLIENT) not in answer.text + str(answer.headers)


async def test_of_whoever_is_restricted_not_even_that_shows(house: House) -> None:
    await owe(house.database, K.CONFIRM_CANCELLATION, 1, institution=PUP)

    await hear(house.database, reactions, fact_of(ClientRestricted.example()))

    assert counts(await day(house, ADVISER)) == (0, 0, 0, 0)
