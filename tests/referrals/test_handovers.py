"""A client passes from one worker to another, and nothing pending outlives the change unnoticed."""

import asyncio
from typing import Any
from uuid import UUID

import pytest

from contracts.intake.rights import ClientRestricted
from kernel.transactions import begin
from services.referrals.reactions import reactions
from services.referrals.store.advice import Advisers
from services.referrals.store.charges import charges
from services.referrals.store.handover_summary import summarise
from tests.referrals.advising import (
    ANNA,
    BOSS,
    DAY,
    IDA,
    OLA,
    PUP_BOSS,
    TO_OLA,
    TODAY,
    advised,
    at,
    logged,
    owed,
    problem,
    proposed,
)
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    NGO,
    PUP,
    TO_THE_PUP,
    House,
    registered,
)
from tests.referrals.requesting import asked
from tests.support.rooms import announced, fact_of, hear, relate

pytestmark = pytest.mark.anyio
NOTE = "Z Wiesławą najlepiej rano."


async def sent(house: House, by: Any = ANNA, **changes: Any) -> str:
    """Let a worker refer the client; answer the referral's id."""
    answer = await house.ask(by, "/v1/referrals", TO_THE_PUP | changes)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def state_of(house: House, referral: str) -> Any:
    return (await house.see(ANNA, f"/v1/referrals/{referral}")).json()["state"]


async def told(house: House) -> list[str]:
    return [event["type"] for event in await announced(house.database, CLIENT)]


async def test_a_proposal_waits_for_the_colleague_with_a_summary(house: House) -> None:
    goal = await house.goal("Own flat")
    path = f"/v1/plans/{house.plan_id}/actions"
    for title, day in (("Late", TODAY - DAY), ("Soon", TODAY + DAY)):
        body = {"goal_id": goal, "title": title, "due_on": day.isoformat()}
        assert (await house.ask(ANNA, path, body)).status_code == 201
    referral = await sent(house)
    advice = await advised(house, contact_every_days=14)
    await logged(house, advice, note=NOTE)

    handover = await proposed(house, advice)

    summary = handover["summary"]
    (plan,) = summary["plans"]
    assert [g["title"] for g in plan["open_goals"]] == ["Own flat"]
    assert [a["title"] for a in plan["overdue_actions"]] == ["Late"]
    assert [a["title"] for a in plan["due_actions"]] == ["Soon"]
    (out,) = summary["referrals_out"]
    assert (out["referral_id"], out["other_name"]) == (referral, "PUP Zabrze (demo)")
    assert (out["rests_on_adviser"], out["state"]) == (True, "sent")
    (contact,) = summary["last_contacts"]
    assert (contact["institution_name"], contact["kind"]) == ("MOPR Zabrze (demo)", "phone")
    assert "contact_client" in {duty["kind"] for duty in summary["duties"]}
    assert NOTE not in str(handover)
    assert [d[:3] for d in await owed(house, "accept_handover")] == [
        ("accept_handover", "ola", "worker")
    ]
    assert (await told(house))[-1] == "handover.proposed.v1"


async def test_what_was_read_for_the_summary_is_not_what_is_changed_afterwards(
    house: House,
) -> None:
    await house.goal()
    await sent(house)
    advice = await advised(house)

    async with begin(house.database) as tx:
        held = await Advisers(tx, by=None).get(UUID(advice["id"]))
        summary = (await summarise(tx, await charges(tx, held)))[held.id]
        kept = [type(thing).__name__ for thing in tx.session.identity_map.values()]

    assert (len(summary.plans), len(summary.referrals_out), kept) == (1, 1, ["Advice"])


async def test_the_summary_lies_sealed(house: House) -> None:
    await house.goal("Own flat in Zabrze")
    await proposed(house, await advised(house))

    sealed = await house.database.pool.fetchval("SELECT sealed FROM handovers")

    assert b"Own flat" not in sealed


async def test_accepted_the_client_passes_over_with_what_is_owed(house: House) -> None:
    advice = await advised(house, contact_every_days=14)
    handover = await proposed(house, advice)

    done = await house.ask(OLA, f"/v1/handovers/{handover['id']}/accept")

    assert done.json()["state"] == "accepted"
    (shown,) = (await house.see(OLA, "/v1/advice", mine="true")).json()["items"]
    assert shown["id"] == done.json()["new_advice_id"]
    assert (shown["worker"]["code"], shown["follows"]) == ("ola", advice["id"])
    assert shown["contact_every_days"] == 14
    ended = (await house.see(ANNA, f"/v1/advice/{advice['id']}")).json()
    assert ended["end_reason"] == "handed_over"
    assert [d[:2] for d in await owed(house, "contact_client", "accept_handover")] == [
        ("contact_client", "ola")
    ]
    assert (await told(house))[-3:] == [
        "advice.ended.v1",
        "advice.assigned.v1",
        "handover.accepted.v1",
    ]


async def test_what_she_owed_about_this_client_is_the_next_ones_and_nothing_else(
    house: House,
) -> None:
    other = UUID(int=CLIENT.int + 7)
    await hear(house.database, reactions, fact_of(registered(other)))
    await advised(house, ANNA, other, contact_every_days=7)
    advice = await advised(house, contact_every_days=14)
    handover = await proposed(house, advice)

    await house.ask(OLA, f"/v1/handovers/{handover['id']}/accept")

    assert sorted(d[1] or "" for d in await owed(house, "contact_client")) == ["anna", "ola"]


async def test_a_request_that_is_not_kept_falls_away_and_says_why(house: House) -> None:
    referral = await sent(house)
    handover = await proposed(house, await advised(house))

    await house.ask(OLA, f"/v1/handovers/{handover['id']}/accept")

    assert await state_of(house, referral) == "superseded"
    fell = [e for e in await announced(house.database, CLIENT) if "superseded" in e["type"]]
    assert [(e["type"], e["change"]) for e in fell] == [
        ("referral.superseded.v1", "adviser_changed")
    ]
    # Whoever advises her now looks whether a new one is needed: nobody else is asked (CdB #1787).
    assert [d[:2] for d in await owed(house, "superseded_referral")] == [
        ("superseded_referral", "ola")
    ]
    assert (await house.ask(ADVISER, f"/v1/referrals/{referral}/receive")).status_code == 409


async def test_a_request_that_is_kept_is_the_next_advisers(house: House) -> None:
    kept, fallen = await sent(house), await sent(house, to={"institution": str(NGO)})
    handover = await proposed(house, await advised(house))

    body = {"keep": [kept]}
    done = await house.ask(OLA, f"/v1/handovers/{handover['id']}/accept", body)

    assert done.json()["kept"] == [kept]
    assert [await state_of(house, one) for one in (kept, fallen)] == ["sent", "superseded"]
    sender = await house.database.pool.fetchval(
        "SELECT sender FROM referrals WHERE id = $1", UUID(kept)
    )
    assert sender == "ola"


async def test_what_is_under_way_goes_on_with_the_next_adviser(house: House) -> None:
    referral = await sent(house)
    await house.ask(ADVISER, f"/v1/referrals/{referral}/accept", {"first_visit_on": "2099-03-10"})
    handover = await proposed(house, await advised(house))

    await house.ask(OLA, f"/v1/handovers/{handover['id']}/accept")

    assert await state_of(house, referral) == "accepted"
    sender = await house.database.pool.fetchval("SELECT sender FROM referrals")
    assert sender == "ola"


async def test_a_colleagues_request_does_not_rest_on_the_adviser(house: House) -> None:
    referral = await sent(house, IDA)
    handover = await proposed(house, await advised(house))

    refused = await house.ask(OLA, f"/v1/handovers/{handover['id']}/accept", {"keep": [referral]})
    await house.ask(OLA, f"/v1/handovers/{handover['id']}/accept")

    assert problem(refused) == (422, "KeepsNothing")
    assert await state_of(house, referral) == "sent"


async def test_what_was_answered_since_the_proposal_may_still_be_named(house: House) -> None:
    referral = await sent(house)
    handover = await proposed(house, await advised(house))
    await house.ask(ADVISER, f"/v1/referrals/{referral}/decline", {"reason": "no_places"})

    done = await house.ask(OLA, f"/v1/handovers/{handover['id']}/accept", {"keep": [referral]})

    assert (done.status_code, done.json()["kept"]) == (200, [])
    assert await state_of(house, referral) == "declined"


async def test_only_whom_it_was_proposed_to_answers(house: House) -> None:
    handover = await proposed(house, await advised(house))
    path = f"/v1/handovers/{handover['id']}"

    for who in (ANNA, IDA, BOSS):
        assert problem(await house.ask(who, f"{path}/accept")) == (403, "NotTheAddressee")
    assert problem(await house.ask(PUP_BOSS, f"{path}/accept")) == (404, "HandoverNotFound")


async def test_accepted_twice_at_once_it_passes_once(house: House) -> None:
    handover = await proposed(house, await advised(house))
    path = f"/v1/handovers/{handover['id']}/accept"

    answers = await asyncio.gather(*(house.ask(OLA, path) for _ in range(4)))

    assert sorted(a.status_code for a in answers) == [200, 409, 409, 409]
    active = "SELECT count(*) FROM advice WHERE ended_on IS NULL"
    assert await house.database.pool.fetchval(active) == 1


async def test_accepting_and_withdrawing_at_once_one_wins(house: House) -> None:
    handover = await proposed(house, await advised(house))
    path = f"/v1/handovers/{handover['id']}"

    answers = await asyncio.gather(
        house.ask(OLA, f"{path}/accept"), house.ask(ANNA, f"{path}/withdraw")
    )

    assert sorted(a.status_code for a in answers) == [200, 409]


async def test_accepting_while_the_advice_is_ended_leaves_one_of_both(house: House) -> None:
    advice = await advised(house)
    handover = await proposed(house, advice)

    accepted, ended = await asyncio.gather(
        house.ask(OLA, f"/v1/handovers/{handover['id']}/accept"),
        house.ask(BOSS, f"/v1/advice/{advice['id']}/end", {"reason": "other"}),
    )

    assert sorted([accepted.status_code, ended.status_code]) == [200, 409]


async def test_declined_with_a_reason_the_adviser_stays_and_is_told(house: House) -> None:
    advice = await advised(house)
    handover = await proposed(house, advice)
    body = {"reason": "conflict_of_interest", "note": "Znamy się prywatnie."}

    done = await house.ask(OLA, f"/v1/handovers/{handover['id']}/decline", body)

    shown = done.json()
    assert (shown["state"], shown["reason"], shown["answer"]) == (
        "declined",
        "conflict_of_interest",
        "Znamy się prywatnie.",
    )
    assert [d[:2] for d in await owed(house, "accept_handover", "handover_declined")] == [
        ("handover_declined", "anna")
    ]
    again = await house.ask(OLA, f"/v1/handovers/{handover['id']}/accept")
    assert (problem(again), again.json()["allowed"]) == ((409, "IllegalMove"), [])


async def test_proposed_anew_the_news_of_the_refusal_is_gone(house: House) -> None:
    advice = await advised(house)
    handover = await proposed(house, advice)
    await house.ask(OLA, f"/v1/handovers/{handover['id']}/decline", {"reason": "absent"})

    await proposed(house, advice, {"code": "ida", "name": "Ida"})

    assert await owed(house, "handover_declined") == []


async def test_one_proposal_at_a_time(house: House) -> None:
    advice = await advised(house)
    one = await proposed(house, advice)

    two = await house.ask(BOSS, f"/v1/advice/{advice['id']}/handovers", {"to": TO_OLA})

    assert problem(two) == (409, "HandoverPending")
    assert two.json()["handover_id"] == one["id"]


async def test_nobody_hands_over_to_herself_nor_what_is_anothers(house: House) -> None:
    path = f"/v1/advice/{(await advised(house))['id']}/handovers"
    to_anna = {"to": {"code": "anna", "name": "Anna"}}

    assert problem(await house.ask(ANNA, path, to_anna)) == (422, "HandoverToHerself")
    assert problem(await house.ask(IDA, path, {"to": TO_OLA})) == (403, "NotTheAdviser")
    assert await owed(house, "accept_handover") == []


async def test_taken_back_there_is_nothing_to_answer(house: House) -> None:
    handover = await proposed(house, await advised(house))
    path = f"/v1/handovers/{handover['id']}/withdraw"

    refused = await house.ask(IDA, path)
    done = await house.ask(ANNA, path)

    assert problem(refused) == (403, "NotTheProposer")
    assert done.json()["state"] == "withdrawn"
    assert await owed(house, "accept_handover") == []


async def test_a_proposal_falls_away_when_the_adviser_ends_otherwise(house: House) -> None:
    advice = await advised(house)
    handover = await proposed(house, advice)

    await house.ask(BOSS, f"/v1/advice/{advice['id']}/end", {"reason": "client_asked"})

    shown = (await house.see(OLA, f"/v1/handovers/{handover['id']}")).json()
    assert shown["state"] == "superseded"
    assert (await told(house))[-2:] == ["advice.ended.v1", "handover.superseded.v1"]
    assert await owed(house, "accept_handover") == []


async def test_boxes_show_what_came_and_what_went(house: House) -> None:
    handover = await proposed(house, await advised(house))

    boxes = [(OLA, "in"), (ANNA, "out"), (BOSS, "all"), (ANNA, "in"), (PUP_BOSS, "all")]
    shown = [
        [h["id"] for h in (await house.see(who, "/v1/handovers", box=box)).json()["items"]]
        for who, box in boxes
    ]

    assert shown == [[handover["id"]]] * 3 + [[]] * 2


async def test_old_versions_and_unread_words_change_nothing(house: House) -> None:
    handover = await proposed(house, await advised(house))
    path = f"/v1/handovers/{handover['id']}"

    stale = await house.ask(OLA, f"{path}/accept", {}, If_Match='"v9"')
    unread = await house.ask(OLA, f"{path}/decline", {"reason": "lazy"})

    assert (problem(stale), unread.status_code) == ((412, "VersionIsOld"), 422)
    assert "lazy" not in unread.text
    assert (await house.see(OLA, path)).json()["state"] == "pending"


async def test_a_manager_hands_a_caseload_over_with_a_result_for_each(house: House) -> None:
    others = [UUID(int=CLIENT.int + n) for n in (7, 8)]
    for other in others:
        await hear(house.database, reactions, fact_of(registered(other)))
    mine = [await advised(house, ANNA, one) for one in (CLIENT, *others)]
    olas = await proposed(house, mine[0], {"code": "ida", "name": "Ida"})
    await hear(house.database, reactions, fact_of(ClientRestricted(client_id=others[0])))
    await house.ask(BOSS, f"/v1/advice/{mine[2]['id']}/end", {"reason": "other"})
    kept = await sent(house)
    clients = [{"advice_id": one["id"]} for one in mine] + [{"advice_id": str(UUID(int=5))}]
    clients[0] |= {"keep": [kept]}

    done = await house.ask(BOSS, "/v1/handovers", {"to": TO_OLA, "clients": clients})

    assert done.status_code == 200, done.text
    assert [one["refusal"] for one in done.json()["items"]] == [
        None,
        "/problems/ClientRestricted",
        "/problems/IllegalMove",
        "/problems/AdviceNotFound",
    ]
    passed = done.json()["items"][0]
    handover = (await house.see(OLA, f"/v1/handovers/{passed['handover_id']}")).json()
    assert (handover["state"], handover["kept"]) == ("accepted", [kept])
    before = (await house.see(BOSS, f"/v1/handovers/{olas['id']}")).json()
    assert before["state"] == "superseded"
    assert [d[:2] for d in await owed(house, "new_client") if d[1]] == [("new_client", "ola")]


async def test_only_managers_hand_a_caseload_over_and_at_most_a_hundred(house: House) -> None:
    advice = await advised(house)
    body = {"to": TO_OLA, "clients": [{"advice_id": advice["id"]}]}

    refused = await house.ask(ANNA, "/v1/handovers", body)
    many = {"to": TO_OLA, "clients": [{"advice_id": str(UUID(int=n))} for n in range(101)]}
    too_many = await house.ask(BOSS, "/v1/handovers", many)

    assert (problem(refused), too_many.status_code) == ((403, "RoleMayNot"), 422)


async def test_a_manager_hands_over_nothing_of_another_institution(house: House) -> None:
    await relate(house.database, CLIENT, PUP)
    theirs = await advised(house, ADVISER)

    done = await house.ask(
        BOSS, "/v1/handovers", {"to": TO_OLA, "clients": [{"advice_id": theirs["id"]}]}
    )

    assert done.json()["items"][0]["refusal"] == "/problems/NotYourAdvice"


async def test_it_is_to_be_answered_within_three_working_days(
    house: House, monkeypatch: Any
) -> None:
    at(monkeypatch, TODAY.replace(year=2026, month=12, day=23))

    handover = await proposed(house, await advised(house))

    # 24 to 27 December are days off.
    assert handover["due_on"] == "2026-12-30"


async def test_a_question_to_another_institution_is_kept_or_falls_away_too(house: House) -> None:
    addresses = [await asked(house, ANNA, to={"institution": str(to)}) for to in (PUP, NGO)]
    kept, fallen = (address.rsplit("/", 1)[1] for address in addresses)
    handover = await proposed(house, await advised(house))

    done = await house.ask(OLA, f"/v1/handovers/{handover['id']}/accept", {"keep": [kept]})

    assert {r["request_id"] for r in handover["summary"]["requests_out"]} == {kept, fallen}
    assert done.json()["kept"] == [kept]
    rows = await house.database.pool.fetch(
        "SELECT id, state, asker, over FROM information_requests"
    )
    now = {str(row["id"]): (row["state"], row["asker"], row["over"]) for row in rows}
    assert now == {
        kept: ("asked", "ola", None),
        fallen: ("superseded", "anna", "adviser_changed"),
    }
