"""Answering what another institution asked about a client: over HTTP, with what is announced."""

import asyncio
from typing import Any
from uuid import UUID

import pytest

from contracts.intake.rights import ClientRestricted
from contracts.values import InstitutionKind
from kernel import clock
from services.referrals.domain.information_terms import information_due
from services.referrals.reactions import reactions
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    COORDINATOR,
    NGO,
    OPS,
    PUP,
    SOCIAL_WORKER,
    House,
)
from tests.referrals.requesting import (
    ARTICLE,
    BODY,
    NO_RIGHT,
    QUESTIONS,
    REQUESTS,
    STATUS,
    WHOLE,
    asked,
    days,
    outcome,
    owed,
)
from tests.support.rooms import announced, fact_of, hear, relate, worker

pytestmark = pytest.mark.anyio

CONSENT = {
    "kind": "consent",
    "evidence": "form 12/2026",
    "evidence_kind": "oral_with_witness",
    "witness": "Zofia Świadek",
    "purpose_note": "Dla Wiesławy",
}
CLERK = worker(PUP, InstitutionKind.PUP, "pup_clerk")


async def told(house: House) -> list[dict[str, Any]]:
    return [e for e in await announced(house.database, CLIENT) if "information" in e["type"]]


async def test_whoever_opens_it_owes_the_answer(house: House) -> None:
    request = await asked(house)

    answer = await house.ask(ADVISER, f"{request}/receive")

    due_on = information_due(clock.today())
    assert answer.json()["state"] == "received"
    assert [event["type"] for event in await told(house)][1:] == ["information.received.v1"]
    assert await owed(house) == {("answer_request", "2", ADVISER.worker, due_on, "worker")}


async def test_a_whole_answer_closes_it_and_is_news_to_whoever_asked(house: House) -> None:
    request = await asked(house)

    answer = await house.ask(ADVISER, f"{request}/answer", WHOLE)

    seen = (await house.see(SOCIAL_WORKER, request)).json()
    event = (await told(house))[-1]
    assert answer.json()["state"] == seen["state"] == "answered"
    assert seen["answers"][0] == STATUS | {"text": None}
    assert seen["allowed"] == ["acknowledge"]
    assert (event["type"], event["complete"]) == ("information.answered.v1", True)
    assert await owed(house) == {("read_answer", "1", SOCIAL_WORKER.worker, None, "worker")}


async def test_a_part_of_an_answer_says_why_it_is_not_whole(house: House) -> None:
    request = await asked(house)

    without = await house.ask(ADVISER, f"{request}/answer", {"answers": [STATUS]})
    partly = {"answers": [STATUS], "missing": "no_data"}
    answer = await house.ask(ADVISER, f"{request}/answer", partly)

    assert outcome(without) == (422, "WhyNotAll")
    assert (answer.json()["state"], answer.json()["refusal"]) == ("partly_answered", "no_data")
    assert [event.get("complete") for event in await told(house)] == [None, False]


async def test_what_was_missing_may_follow(house: House) -> None:
    request = await asked(house)
    await house.ask(ADVISER, f"{request}/answer", {"answers": [STATUS], "missing": "no_data"})
    await house.ask(SOCIAL_WORKER, f"{request}/acknowledge")

    answer = await house.ask(ADVISER, f"{request}/answer", {"answers": [NO_RIGHT]})

    assert answer.json()["state"] == "answered"
    assert [one["kind"] for one in answer.json()["answers"]] == ["pup_status", "benefit_right"]
    assert answer.json()["refusal"] is None
    assert {kind for kind, *_ in await owed(house)} == {"read_answer"}


@pytest.mark.parametrize(
    "answers",
    [[STATUS, STATUS], [STATUS, {"kind": "benefits_paid", "paid": True}]],
    ids=["twice", "not asked"],
)
async def test_only_what_was_asked_is_answered_and_once(house: House, answers: Any) -> None:
    request = await asked(house)

    body = {"answers": answers, "missing": "no_data"}
    answer = await house.ask(ADVISER, f"{request}/answer", body)

    assert outcome(answer) == (422, "NotAsked")
    assert (await house.see(ADVISER, request)).json()["state"] == "asked"


async def test_an_amount_is_no_answer(house: House) -> None:
    request = await asked(house, questions=[{"kind": "benefits_paid"}])
    paid = {"kind": "benefits_paid", "paid": True, "amount": "505.00"}

    answer = await house.ask(ADVISER, f"{request}/answer", {"answers": [paid]})

    assert outcome(answer) == (422, "FieldsAtFault")
    assert "505" not in answer.text


async def test_a_period_ends_after_it_begins(house: House) -> None:
    request = await asked(house)
    wrong = {"kind": "benefit_right", "entitled": True}
    wrong |= {"first_day": "2026-03-02", "last_day": "2026-03-01"}

    answer = await house.ask(ADVISER, f"{request}/answer", {"answers": [STATUS, wrong]})

    assert outcome(answer) == (422, "FieldsAtFault")


async def test_a_refusal_says_why(house: House) -> None:
    request = await asked(house)

    body = {"reason": "secrecy", "note": "Tajemnica lekarska"}
    answer = await house.ask(ADVISER, f"{request}/refuse", body)

    seen = (await house.see(SOCIAL_WORKER, request)).json()
    assert answer.json()["state"] == "refused"
    assert (seen["refusal"], seen["note"]) == ("secrecy", "Tajemnica lekarska")
    assert (await told(house))[-1]["reason"] == "secrecy"
    assert {kind for kind, *_ in await owed(house)} == {"read_answer"}


async def test_it_is_passed_on_to_the_competent_one_in_the_askers_name(house: House) -> None:
    request = await asked(house)

    answer = await house.ask(ADVISER, f"{request}/pass-on", {"to": {"institution": str(NGO)}})

    mine = (await house.see(SOCIAL_WORKER, request)).json()
    anew = (await house.see(COORDINATOR, f"{REQUESTS}/{mine['passed_to']}")).json()
    assert (answer.json()["state"], answer.json()["passed_to"]) == ("passed_on", None)
    assert (anew["from"]["id"], anew["to"]["id"]) == (str(OPS), str(NGO))
    assert [q["kind"] for q in anew["questions"]] == [q["kind"] for q in QUESTIONS]
    assert anew["passed_from"] is None
    assert [(e["type"], e.get("party_id")) for e in await told(house)][1:] == [
        ("information.forwarded.v1", None),
        ("information.requested.v1", str(NGO)),
    ]
    assert {(kind, who) for kind, who, *_ in await owed(house)} == {
        ("read_answer", "1"),
        ("answer_request", "3"),
    }


async def test_passed_on_to_where_it_was_asked_already_that_request_goes_on(
    house: House,
) -> None:
    there = await asked(house, to={"institution": str(NGO)})
    request = await asked(house)

    await house.ask(ADVISER, f"{request}/pass-on", {"to": {"institution": str(NGO)}})

    mine = (await house.see(SOCIAL_WORKER, request)).json()
    assert mine["passed_to"] == there.split("/")[-1]
    assert [e["type"] for e in await told(house)].count("information.requested.v1") == 2


@pytest.mark.parametrize(("to", "problem"), [(OPS, "AskedOneself"), (PUP, "AskedOneself")])
async def test_it_is_not_passed_back_nor_on_to_oneself(
    house: House, to: UUID, problem: str
) -> None:
    request = await asked(house)

    answer = await house.ask(ADVISER, f"{request}/pass-on", {"to": {"institution": str(to)}})

    assert outcome(answer) == (422, problem)
    assert (await house.see(ADVISER, request)).json()["state"] == "asked"


async def test_what_rests_on_a_consent_goes_nowhere_else(house: House) -> None:
    request = await asked(house, basis=CONSENT)

    answer = await house.ask(ADVISER, f"{request}/pass-on", {"to": {"institution": str(NGO)}})

    assert outcome(answer) == (409, "AgreedToNobodyElse")


async def test_notice_of_delay_names_a_new_day_once(house: House) -> None:
    request = await asked(house)
    due_on = information_due(clock.today())
    later = {"until": str(due_on + days(10)), "reason": "archive"}

    answer = await house.ask(ADVISER, f"{request}/delay", later)
    again = await house.ask(ADVISER, f"{request}/delay", later)

    body = answer.json()
    assert (body["state"], body["delay"], body["first_due_on"]) == (
        "received", "archive", str(due_on)
    )  # fmt: skip
    assert body["due_on"] >= later["until"]
    assert "delay" not in body["allowed"]
    assert outcome(again) == (409, "DelayedAlready")
    assert (await told(house))[-1]["due_on"] == body["due_on"]


@pytest.mark.parametrize("shift", [0, -3, 60])
async def test_a_new_day_lies_after_the_term_and_not_too_far(house: House, shift: int) -> None:
    request = await asked(house)
    until = information_due(clock.today()) + days(shift)

    answer = await house.ask(
        ADVISER, f"{request}/delay", {"until": str(until), "reason": "archive"}
    )

    assert outcome(answer) == (422, "NoSuchDelay")
    assert answer.json()["latest"]


async def test_it_is_taken_back_while_unanswered(house: House) -> None:
    request = await asked(house)

    answer = await house.ask(SOCIAL_WORKER, f"{request}/withdraw")

    assert answer.json()["state"] == "withdrawn"
    assert (await told(house))[-1]["type"] == "information.withdrawn.v1"
    assert await owed(house) == set()


async def test_what_came_of_it_is_read_once(house: House) -> None:
    request = await asked(house)
    early = await house.ask(SOCIAL_WORKER, f"{request}/acknowledge")
    await house.ask(ADVISER, f"{request}/answer", WHOLE)

    answer = await house.ask(SOCIAL_WORKER, f"{request}/acknowledge")
    again = await house.ask(SOCIAL_WORKER, f"{request}/acknowledge")

    assert outcome(early) == (409, "IllegalMove")
    assert early.json()["allowed"] == ["withdraw"]
    assert answer.json()["acknowledged_at"]
    assert outcome(again) == (409, "AcknowledgedAlready")
    assert await owed(house) == set()


ANSWERING = [
    ("receive", {}),
    ("answer", WHOLE),
    ("refuse", {"reason": "no_data"}),
    ("pass-on", {"to": {"institution": str(NGO)}}),
    ("delay", {"until": "2099-03-10", "reason": "archive"}),
]


@pytest.mark.parametrize(
    ("verb", "body"), ANSWERING, ids=lambda v: v if isinstance(v, str) else ""
)
async def test_only_the_asked_answers(house: House, verb: str, body: Any) -> None:
    request = await asked(house)

    own = await house.ask(SOCIAL_WORKER, f"{request}/{verb}", body)
    stranger = await house.ask(COORDINATOR, f"{request}/{verb}", body)

    assert outcome(own) == (403, "NotTheAsked")
    assert outcome(stranger) == (404, "InformationRequestNotFound")


@pytest.mark.parametrize("verb", ["withdraw", "acknowledge"])
async def test_only_the_asker_takes_back_and_reads(house: House, verb: str) -> None:
    request = await asked(house)

    answer = await house.ask(ADVISER, f"{request}/{verb}")

    assert outcome(answer) == (403, "NotTheAsker")


@pytest.mark.parametrize(
    ("verb", "body"), ANSWERING, ids=lambda v: v if isinstance(v, str) else ""
)
async def test_what_is_refused_is_not_answered_any_more(
    house: House, verb: str, body: Any
) -> None:
    request = await asked(house)
    await house.ask(ADVISER, f"{request}/refuse", {"reason": "no_data"})

    answer = await house.ask(ADVISER, f"{request}/{verb}", body)

    assert outcome(answer) == (409, "IllegalMove")
    assert answer.json()["state"] == "refused"


async def test_who_decided_on_an_older_version_is_told_so(house: House) -> None:
    request = await asked(house)
    await house.ask(ADVISER, f"{request}/receive")

    answer = await house.ask(ADVISER, f"{request}/answer", WHOLE, If_Match='"v1"')

    assert outcome(answer) == (412, "VersionIsOld")


async def test_of_two_answers_at_once_one_counts(house: House) -> None:
    request = await asked(house)

    answers = await asyncio.gather(
        house.ask(ADVISER, f"{request}/answer", WHOLE),
        house.ask(ADVISER, f"{request}/refuse", {"reason": "no_data"}),
        house.ask(SOCIAL_WORKER, f"{request}/withdraw"),
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409, 409]
    assert len(await told(house)) == 2


async def test_other_institutions_of_the_client_see_nothing_of_it(house: House) -> None:
    await relate(house.database, CLIENT, NGO)
    request = await asked(house)

    shown = await house.see(COORDINATOR, request)
    listed = await house.see(COORDINATOR, REQUESTS)

    assert shown.status_code == 404
    assert listed.json()["items"] == []


async def test_a_role_that_does_not_answer_is_told_so(house: House) -> None:
    request = await asked(house)

    assert (await house.see(CLERK, request)).status_code == 403


async def test_lists_are_of_what_came_and_what_went(house: House) -> None:
    first = await asked(house)
    second = await asked(house, questions=[{"kind": "contact"}])

    came = await house.see(ADVISER, REQUESTS)
    went = await house.see(SOCIAL_WORKER, REQUESTS, box="out", limit=1)
    rest = await house.see(SOCIAL_WORKER, REQUESTS, box="out", limit=1, cursor=went.json()["next"])

    assert [item["id"] for item in came.json()["items"]] == [
        second.split("/")[-1], first.split("/")[-1]
    ]  # fmt: skip
    assert came.headers["okienko-client"] == str(CLIENT)
    assert [item["id"] for item in rest.json()["items"]] == [first.split("/")[-1]]
    assert rest.json()["next"] is None


async def test_a_list_can_be_narrowed_to_a_state(house: House) -> None:
    request = await asked(house)
    await asked(house, questions=[{"kind": "contact"}])
    await house.ask(ADVISER, f"{request}/refuse", {"reason": "no_data"})

    refused = await house.see(ADVISER, REQUESTS, state="refused")

    assert [item["id"] for item in refused.json()["items"]] == [request.split("/")[-1]]


async def test_nothing_of_a_restricted_client_is_asked_or_shown_to_others(house: House) -> None:
    request = await asked(house)
    await hear(house.database, reactions, fact_of(ClientRestricted(client_id=CLIENT)))

    body = BODY | {"questions": [{"kind": "contact"}], "basis": ARTICLE}
    again = await house.ask(SOCIAL_WORKER, REQUESTS, body)

    assert outcome(again) == (409, "ClientRestricted")
    assert (await house.see(ADVISER, request)).status_code == 404
    assert (await house.see(SOCIAL_WORKER, request)).status_code == 200
