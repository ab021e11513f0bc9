"""The family environmental interview over HTTP: deadline, segments, signatures, update."""

import asyncio
from typing import Any
from uuid import UUID

import pytest

from tests.intake.conftest import SOCIAL_WORKER, House
from tests.intake.interviewing import (
    COLLEAGUE,
    OPENED,
    SIGNED,
    VIOLENCE,
    VISIT,
    A,
    H,
    I,
    J,
    opened,
    recorded,
    savings_of,
    signed,
)
from tests.support.rooms import announced

pytestmark = pytest.mark.anyio


async def test_an_interview_is_due_within_fourteen_working_days(house: House) -> None:
    address = await house.registered()

    answer = await house.ask(
        SOCIAL_WORKER, f"{address}/interviews", OPENED | {"received_on": "2026-10-26"}
    )

    body = answer.json()
    assert answer.status_code == 201, answer.text
    # Fourteen working days over the Sunday of 1 November and the Wednesday of 11 November.
    assert (body["due_on"], body["state"], body["version"]) == ("2026-11-16", "open", 1)
    assert body["missing"] == ["visit", "A", "H", "I", "J"]
    assert answer.headers["etag"] == '"v1"'


async def test_an_urgent_one_is_due_within_two_days_or_the_next_working_day(house: House) -> None:
    address = await house.registered()

    answer = await house.ask(
        SOCIAL_WORKER,
        f"{address}/interviews",
        OPENED | {"received_on": "2025-12-23", "urgent": True},
    )

    assert answer.json()["due_on"] == "2025-12-29"


async def test_what_is_announced_says_nothing_of_what_was_said(house: House) -> None:
    address = await house.registered()

    await signed(house, address, VIOLENCE)

    events = await announced(house.database, UUID(address.split("/")[-1]))
    assert [e["type"] for e in events] == [
        "client.registered.v1",
        "interview.opened.v1",
        "interview.signed.v1",
        "client.progressed.v1",
    ]
    words = ("czynsz", "pracy", "Krzyki", "violence", "Wymyśl", "850314")
    assert [word for word in words if word in str(events)] == []


async def test_what_was_said_lies_sealed(house: House) -> None:
    await signed(house, await house.registered(), VIOLENCE)

    rows = await house.database.pool.fetch("SELECT * FROM interview_savings")
    text = " ".join(str(dict(row)) for row in rows).encode()
    assert len(rows) == 7
    assert [w for w in ("czynsz", "Krzyki", "Nowak") if w.encode() in text] == []


async def test_the_client_counts_as_assessed_with_a_signed_interview(house: House) -> None:
    address = await house.registered()

    await signed(house, address)

    assert (await house.see(SOCIAL_WORKER, address)).json()["status"] == "assessed"


async def test_signing_names_what_is_missing(house: House) -> None:
    place = await opened(house, await house.registered())
    await recorded(house, place, A, I, visit=False)

    answer = await house.ask(SOCIAL_WORKER, f"{place}/sign", SIGNED)

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/InterviewIncomplete")
    assert answer.json()["missing"] == ["visit", "H", "J"]


async def test_an_interview_is_signed_once(house: House) -> None:
    place = await signed(house, await house.registered())

    again = await house.ask(
        SOCIAL_WORKER, f"{place}/sign", SIGNED | {"worker_signed": "qualified"}
    )

    savings = await savings_of(house, place)
    assert (again.status_code, again.json()["type"]) == (409, "/problems/InterviewAlreadySigned")
    assert savings["signing"]["content"]["worker_signed"] == "paper"
    assert set(savings) == {"visit", "A", "H", "I", "J", "signing"}


async def test_of_two_who_sign_at_once_one_is_told(house: House) -> None:
    place = await opened(house, await house.registered())
    await recorded(house, place, A, H, I, J)

    answers = await asyncio.gather(
        *(house.ask(SOCIAL_WORKER, f"{place}/sign", SIGNED) for _ in range(3))
    )

    events = [e["type"] for e in await announced(house.database)]
    assert sorted(a.status_code for a in answers) == [200, 409, 409]
    assert events.count("interview.signed.v1") == 1


async def test_a_repeated_signature_has_its_effect_once(house: House) -> None:
    place = await opened(house, await house.registered())
    await recorded(house, place, A, H, I, J)

    first = await house.ask(SOCIAL_WORKER, f"{place}/sign", SIGNED, Idempotency_Key="sign-1")
    again = await house.ask(SOCIAL_WORKER, f"{place}/sign", SIGNED, Idempotency_Key="sign-1")

    assert (first.status_code, again.status_code) == (200, 200)
    assert again.json() == first.json()


@pytest.mark.parametrize(
    ("verb", "body"),
    [("visit", VISIT), ("segments", {"content": H}), ("withdraw", {"reason": "Pomyłka."})],
)
async def test_after_signing_nothing_changes(house: House, verb: str, body: Any) -> None:
    place = await signed(house, await house.registered())

    answer = await house.ask(SOCIAL_WORKER, f"{place}/{verb}", body)

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/InterviewAlreadySigned")


@pytest.mark.parametrize(
    "statement",
    [
        {"outcome": "refused", "reason": "Nie zgadza się z diagnozą."},
        {"outcome": "signed", "representative": "Opiekun Prawny", "how": "qualified"},
    ],
)
async def test_the_clients_statement_is_kept_as_it_was_made(house: House, statement: Any) -> None:
    place = await signed(house, await house.registered(), statement=statement)

    kept = (await savings_of(house, place))["signing"]["content"]["statement"]
    assert kept == statement


@pytest.mark.parametrize(
    ("changes", "due"),
    [
        ({}, "2027-02-28"),
        ({"in_care_home": True}, "2027-08-31"),
        ({"help_continues": False}, None),
    ],
)
async def test_a_signed_interview_is_updated_within_six_months(
    house: House, changes: Any, due: str | None
) -> None:
    address = await house.registered()
    place = await opened(house, address, received_on="2026-08-03")
    visit = VISIT | {"held_on": "2026-08-10"}
    await house.ask(SOCIAL_WORKER, f"{place}/visit", visit)
    await recorded(house, place, A, H, I, J, visit=False)

    answer = await house.ask(
        SOCIAL_WORKER, f"{place}/sign", SIGNED | {"signed_on": "2026-08-31"} | changes
    )

    assert answer.json()["update_due_on"] == due


async def test_an_update_begins_with_what_was_said_and_who_wrote_it(house: House) -> None:
    address = await house.registered()
    first = await signed(house, address)

    answer = await house.ask(COLLEAGUE, f"{first}/update")

    place = answer.headers["location"]
    shown = (await house.see(COLLEAGUE, place)).json()
    assert answer.status_code == 201, answer.text
    assert (shown["kind"], shown["updates"]) == ("interview_update", first.split("/")[-1])
    assert shown["missing"] == ["visit"]
    assert {s["author"] for s in shown["savings"]} == {"Anna Nowak (demo)"}
    assert (await savings_of(house, place, COLLEAGUE))["H"]["content"]["needs"] == H["needs"]
    assert shown["due_on"] == (await house.see(SOCIAL_WORKER, first)).json()["update_due_on"]


async def test_only_the_latest_signed_interview_is_updated(house: House) -> None:
    address = await house.registered()
    first = await signed(house, address)
    early = await house.ask(SOCIAL_WORKER, f"{first}/update")
    second = early.headers["location"]
    await recorded(house, second, visit=True)
    unsigned = await house.ask(SOCIAL_WORKER, f"{second}/update")
    await house.ask(SOCIAL_WORKER, f"{second}/sign", SIGNED)

    late = await house.ask(SOCIAL_WORKER, f"{first}/update")

    assert unsigned.json()["type"] == "/problems/InterviewNotSigned"
    assert late.json()["type"] == "/problems/InterviewUpdatedSince"
    assert late.json()["interview_id"] == second.split("/")[-1]


async def test_one_interview_of_a_part_is_under_way_at_a_time(house: House) -> None:
    address = await house.registered()

    answers = await asyncio.gather(
        *(house.ask(SOCIAL_WORKER, f"{address}/interviews", OPENED) for _ in range(3))
    )
    other = await house.ask(SOCIAL_WORKER, f"{address}/interviews", OPENED | {"part": "II"})

    assert sorted(a.status_code for a in answers) == [201, 409, 409]
    assert other.status_code == 201


async def test_what_was_written_before_is_never_lost(house: House) -> None:
    place = await opened(house, await house.registered())
    await recorded(house, place, H, visit=False)
    await recorded(house, place, H | {"needs": "Także opał."}, visit=False, caller=COLLEAGUE)

    history = (await house.see(SOCIAL_WORKER, f"{place}/history")).json()["items"]

    written = [(item["content"]["needs"], item["author"]) for item in history]
    assert written == [
        ("Opłacenie zaległego czynszu.", "Anna Nowak (demo)"),
        ("Także opał.", "Ewa Druga (demo)"),
    ]
    assert (await savings_of(house, place))["H"]["content"]["needs"] == "Także opał."


async def test_the_history_is_paged(house: House) -> None:
    place = await opened(house, await house.registered())
    await recorded(house, place, H, J, I, visit=False)

    first = (await house.see(SOCIAL_WORKER, f"{place}/history", limit=2)).json()
    rest = (await house.see(SOCIAL_WORKER, f"{place}/history", cursor=first["next"])).json()

    found = [item["content"]["segment"] for page in (first, rest) for item in page["items"]]
    assert (found, rest["next"]) == (["H", "J", "I"], None)


async def test_who_decided_on_an_older_version_is_told_what_changed(house: House) -> None:
    place = await opened(house, await house.registered())
    await recorded(house, place, H, visit=False)
    await recorded(house, place, J, visit=False, caller=COLLEAGUE)

    answer = await house.ask(SOCIAL_WORKER, f"{place}/segments", {"content": I}, If_Match='"v2"')

    told = answer.json()
    assert (answer.status_code, told["type"], told["version"]) == (
        412,
        "/problems/VersionIsOld",
        3,
    )
    assert [(c["segment"], c["by"]) for c in told["changed"]] == [("J", "ops-colleague")]
    assert "szkolenie" not in answer.text


async def test_a_withdrawn_interview_keeps_what_was_recorded_and_takes_no_more(
    house: House,
) -> None:
    address = await house.registered()
    place = await opened(house, address)
    await recorded(house, place, H)

    answer = await house.ask(SOCIAL_WORKER, f"{place}/withdraw", {"reason": "Wniosek cofnięto."})
    late = await house.ask(SOCIAL_WORKER, f"{place}/segments", {"content": J})

    assert (answer.status_code, answer.json()["state"]) == (200, "withdrawn")
    assert late.json()["type"] == "/problems/InterviewGivenUp"
    assert set(await savings_of(house, place)) == {"visit", "H", "withdrawal"}
    assert await opened(house, address)


async def test_a_declaration_needs_no_visit(house: House) -> None:
    place = await opened(house, await house.registered(), kind="declaration")
    empty = await house.ask(SOCIAL_WORKER, f"{place}/sign", SIGNED)
    await recorded(house, place, H, visit=False)

    answer = await house.ask(SOCIAL_WORKER, f"{place}/sign", SIGNED)

    assert empty.json()["missing"] == ["segment"]
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("verb", "body", "pointer"),
    [
        ("", OPENED | {"received_on": "2199-01-01"}, "/received_on"),
        ("", OPENED | {"part": "85031412347"}, "/part"),
        ("visit", VISIT | {"held_on": "2199-01-01"}, "/held_on"),
        ("visit", VISIT | {"held_on": "2020-01-01"}, "/held_on"),
        ("segments", {"content": H | {"needs": ""}}, "/content/needs"),
        ("segments", {"content": H | {"85031412347": 1}}, "/content"),
        ("segments", {"content": A | {"applicant": {}}}, "/content/applicant/name"),
        ("segments", {"content": J | {"help_forms": ["85031412347"]}}, "/content/help_forms/0"),
        ("sign", SIGNED | {"signed_on": "2199-01-01"}, "/signed_on"),
        ("sign", SIGNED | {"signed_on": "2020-01-01"}, "/signed_on"),
        ("sign", SIGNED | {"statement": {"outcome": "refused"}}, "/statement/reason"),
        ("withdraw", {}, "/reason"),
    ],
)
async def test_a_field_at_fault_is_named_and_not_repeated(
    house: House, verb: str, body: Any, pointer: str
) -> None:
    address = await house.registered()
    place = await opened(house, address)
    await recorded(house, place, A, H, I, J)
    path = f"{place}/{verb}" if verb else f"{address}/interviews"

    answer = await house.ask(SOCIAL_WORKER, path, body)

    assert answer.status_code == 422, answer.text
    assert answer.json()["errors"][0]["pointer"] == pointer
    assert "850314" not in answer.text


async def test_of_a_day_without_known_law_no_deadline_is_made_up(house: House) -> None:
    address = await house.registered()

    answer = await house.ask(
        SOCIAL_WORKER, f"{address}/interviews", OPENED | {"received_on": "2019-01-01"}
    )

    assert answer.json()["type"] == "/problems/TermUnknown"
