"""Asking another institution about a client: over HTTP, with what is announced."""

import asyncio
from typing import Any
from uuid import UUID

import pytest

from contracts.values import BasisKind, InstitutionKind
from kernel import clock
from services.referrals.domain.information_terms import information_due
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
)
from tests.referrals.requesting import (
    BODY,
    REQUESTS,
    WHOLE,
    asked,
    outcome,
    owed,
)
from tests.support.rooms import announced, know, relate, worker

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


async def test_a_worker_asks_and_the_asked_may_know_who_she_is(house: House) -> None:
    answer = await house.ask(SOCIAL_WORKER, REQUESTS, BODY)

    body = answer.json()
    due_on = information_due(clock.today())
    (event,) = await told(house)
    assert answer.status_code == 201
    assert (body["state"], body["due_on"], body["overdue"]) == ("asked", str(due_on), False)
    assert body["allowed"] == ["withdraw"]
    assert (event["type"], event["party_id"], event["basis"]) == (
        "information.requested.v1", str(PUP), "statutory_task"
    )  # fmt: skip
    assert event["scope"] == ["identity"]
    assert await owed(house) == {("answer_request", "2", None, due_on, "worker")}


async def test_no_word_of_a_question_or_an_answer_leaves_in_an_event(house: House) -> None:
    request = await asked(house)
    await house.ask(ADVISER, f"{request}/answer", WHOLE)

    laid = str(await announced(house.database))
    rows = await house.database.pool.fetch("SELECT * FROM information_requests")
    assert "Wiesława" not in laid + str([dict(row) for row in rows])
    assert "maju" not in laid


async def test_whoever_may_not_see_the_client_cannot_ask_about_her(house: House) -> None:
    answer = await house.ask(STRANGER, REQUESTS, BODY)

    assert outcome(answer) == (404, "ClientNotFound")
    assert await told(house) == []


async def test_whoever_was_only_asked_about_her_asks_nobody_else(house: House) -> None:
    await relate(house.database, CLIENT, PUP, BasisKind.STATUTORY_TASK, ["identity"])

    answer = await house.ask(ADVISER, REQUESTS, BODY | {"to": {"institution": str(NGO)}})

    assert outcome(answer) == (404, "ClientNotFound")


async def test_an_emergency_is_no_ground_to_ask(house: House) -> None:
    await relate(house.database, CLIENT, FAR, BasisKind.VITAL_INTEREST)

    assert outcome(await house.ask(STRANGER, REQUESTS, BODY)) == (404, "ClientNotFound")


async def test_nobody_asks_oneself(house: House) -> None:
    answer = await house.ask(SOCIAL_WORKER, REQUESTS, BODY | {"to": {"institution": str(OPS)}})

    assert outcome(answer) == (422, "AskedOneself")
    assert answer.json()["errors"][0]["pointer"] == "/to/institution"


async def test_only_an_institution_of_the_directory_is_asked(house: House) -> None:
    await know(house.database, UUID(int=9), "Partnerstwo (demo)", None)

    unknown = await house.ask(SOCIAL_WORKER, REQUESTS, BODY | {"to": {"institution": str(FAR)}})
    group = {"to": {"institution": str(UUID(int=9))}}
    partnership = await house.ask(SOCIAL_WORKER, REQUESTS, BODY | group)

    assert outcome(unknown) == outcome(partnership) == (422, "AskedUnknown")


async def test_a_consent_that_is_over_carries_no_request(house: House) -> None:
    basis = {"kind": "consent", "evidence": "form 1", "until": "2026-01-31"}

    answer = await house.ask(SOCIAL_WORKER, REQUESTS, BODY | {"basis": basis})

    assert outcome(answer) == (422, "BasisOver")


async def test_the_witness_of_a_consent_is_told_to_the_asker_alone(house: House) -> None:
    request = await asked(house, basis=CONSENT)

    mine, theirs = await house.see(SOCIAL_WORKER, request), await house.see(ADVISER, request)

    assert mine.json()["basis"]["witness"] == "Zofia Świadek"
    assert theirs.json()["basis"]["evidence"] == "form 12/2026"
    assert theirs.json()["basis"]["witness"] is None
    assert theirs.json()["basis"]["purpose_note"] is None


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"questions": []}, "/questions"),
        ({"questions": [{"kind": "other"}]}, "/questions/0"),
        ({"questions": [{"kind": "income"}]}, "/questions/0/kind"),
        ({"questions": [{"kind": "contact"}, {"kind": "contact"}]}, "/questions"),
        ({"basis": {"kind": "vital_interest", "reason": "noc"}}, "/basis"),
        ({"surname": "Nowak"}, "/surname"),
    ],
    ids=["nothing", "other without words", "unknown kind", "twice", "emergency", "unknown field"],
)
async def test_what_cannot_be_asked_is_refused_and_changes_nothing(
    house: House, changes: dict[str, Any], pointer: str
) -> None:
    answer = await house.ask(SOCIAL_WORKER, REQUESTS, BODY | changes)

    assert outcome(answer) == (422, "FieldsAtFault")
    assert answer.json()["errors"][0]["pointer"] == pointer
    assert "Nowak" not in answer.text
    assert await told(house) == []


async def test_the_same_is_not_asked_twice_while_it_is_open(house: House) -> None:
    request = await asked(house)
    again = BODY | {"questions": [{"kind": "benefit_right"}, {"kind": "contact"}]}

    answer = await house.ask(SOCIAL_WORKER, REQUESTS, again)

    assert outcome(answer) == (409, "InformationAsked")
    assert answer.json()["request_id"] == request.split("/")[-1]


async def test_something_else_may_be_asked_there_meanwhile(house: House) -> None:
    await asked(house)

    await asked(house, questions=[{"kind": "attendance"}])
    await asked(house, questions=[{"kind": "other", "text": "Czy ma prawo jazdy?"}])
    await asked(house, questions=[{"kind": "other", "text": "Czy zna niemiecki?"}])

    assert len(await told(house)) == 4


async def test_of_two_who_ask_the_same_at_once_one_asks(house: House) -> None:
    answers = await asyncio.gather(*(house.ask(SOCIAL_WORKER, REQUESTS, BODY) for _ in range(6)))

    assert sorted(answer.status_code for answer in answers) == [201, *[409] * 5]
    assert len(await told(house)) == 1


async def test_a_repeated_command_asks_once(house: House) -> None:
    once = {"Idempotency_Key": "ask-1"}

    first = await house.ask(SOCIAL_WORKER, REQUESTS, BODY, **once)
    again = await house.ask(SOCIAL_WORKER, REQUESTS, BODY, **once)

    assert first.json() == again.json()
    assert again.headers["idempotency-replayed"] == "true"
    assert len(await told(house)) == 1
