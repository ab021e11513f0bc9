"""The register of disclosures, what is to be thought over, and why they may see it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from kernel import clock
from tests.intake.conftest import (
    ADVISER,
    BASIS,
    CLERK,
    CONSENT,
    COORDINATOR,
    FAR,
    MANAGER,
    NGO,
    NOBODY,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_NGO,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.support.rooms import announced, bearer, worker

pytestmark = pytest.mark.anyio

TODAY = clock.today()
TOMORROW = (TODAY + timedelta(days=1)).isoformat()
ORAL = CONSENT | {
    "evidence_kind": "oral_with_witness",
    "witness": "Halina Świadkowa",
    "purpose": "care",
    "purpose_note": "So that the nurse can come.",
    "given_on": TODAY.isoformat(),
    "given_by": "representative",
}
DPO = worker(SOCIAL_WORKER.institution, SOCIAL_WORKER.kind, "dpo")
PUP_MANAGER = worker(PUP, ADVISER.kind, "pup_manager")


def codes(answer: Any) -> list[str]:
    assert answer.status_code == 201, answer.text
    return [note["code"] for note in answer.json()["notes"]]


async def opened(house: House, address: str, caller: Any = SOCIAL_WORKER, **share: Any) -> Any:
    return await house.ask(caller, f"{address}/sharings", share)


async def told(house: House, caller: Any, address: str, language: str = "en", **asked: Any) -> Any:
    headers = bearer(caller, Accept_Language=language)
    return await house.client.get(f"{address}/sharings/why", params=asked, headers=headers)


async def test_a_consent_is_kept_with_all_that_shows_it_and_told_to_its_owner(
    house: House,
) -> None:
    address = await house.registered()
    await opened(house, address, institution=str(NGO), basis=ORAL, sections=["health"])

    mine = (await house.see(SOCIAL_WORKER, f"{address}/sharings")).json()["items"][0]
    theirs = (await house.see(COORDINATOR, f"{address}/sharings")).json()["items"][0]

    assert mine["rests_on"] == ORAL | {"until": None}
    assert (mine["party"]["name"], mine["opened_by"]["kind"]) == ("Fundacja Krok (demo)", "OPS")
    assert theirs == mine | {"rests_on": None}


async def test_nothing_of_a_consent_lies_readable_or_is_announced(house: House) -> None:
    address = await house.registered()
    answer = await opened(house, address, institution=str(NGO), basis=ORAL)

    rows = await house.database.pool.fetch("SELECT t::text AS line FROM sharings t")
    lying = "".join(row["line"] for row in rows) + str(await announced(house.database))
    words = ("Świadkowa", "nurse", "12/2026")
    assert [w for w in words if w in lying or w.encode().hex() in lying] == []
    assert [w for w in words if w in answer.text] == []


async def test_a_consent_of_tomorrow_is_refused(house: House) -> None:
    address = await house.registered()

    answer = await opened(
        house, address, institution=str(NGO), basis=CONSENT | {"given_on": TOMORROW}
    )

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/ConsentNotYet")
    assert answer.json()["errors"][0]["pointer"] == "/basis/given_on"


async def test_a_partner_is_told_of_its_own_disclosures_only(house: House) -> None:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP])
    await opened(house, address, **WITH_THE_NGO)
    await opened(house, address, ADVISER, institution=str(FAR), basis=BASIS)

    all_of_them = (await house.see(SOCIAL_WORKER, f"{address}/sharings")).json()["items"]
    the_offices = (await house.see(ADVISER, f"{address}/sharings")).json()["items"]
    the_ngos = (await house.see(COORDINATOR, f"{address}/sharings")).json()["items"]

    assert len(all_of_them) == 3
    assert [item["id"] for item in the_offices] == [all_of_them[0]["id"], all_of_them[2]["id"]]
    assert [item["id"] for item in the_ngos] == [all_of_them[1]["id"]]
    # What it opened itself it can show; what it was let see rests on another's evidence.
    assert [item["rests_on"] is None for item in the_offices] == [False, True]


async def test_disclosures_come_page_by_page_and_say_what_became_of_them(house: House) -> None:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP, WITH_THE_NGO])
    await house.database.pool.execute(
        "UPDATE sharings SET until = '2026-01-01' WHERE party_id = $1", NGO
    )
    last = await opened(house, address, institution=str(FAR), basis=BASIS)
    await house.ask(SOCIAL_WORKER, f"{address}/sharings/{last.json()['id']}/withdraw")

    first = (await house.see(SOCIAL_WORKER, f"{address}/sharings", limit=2)).json()
    rest = (
        await house.see(SOCIAL_WORKER, f"{address}/sharings", limit=2, cursor=first["next"])
    ).json()

    states = [item["state"] for item in first["items"] + rest["items"]]
    assert states == ["withdrawn", "over", "in_force"]
    assert rest["next"] is None


async def test_a_stranger_and_a_clerk_are_told_of_no_disclosure(house: House) -> None:
    address = await house.registered()

    stranger = await house.see(STRANGER, f"{address}/sharings")
    clerk = await house.see(CLERK, f"{address}/sharings")
    why = await told(house, STRANGER, address)

    assert (stranger.status_code, clerk.status_code, why.status_code) == (404, 403, 404)


@pytest.mark.parametrize(
    ("share", "notes"),
    [
        ({"institution": str(PUP), "basis": CONSENT}, ["consent_not_needed"]),
        ({"institution": str(NGO), "basis": CONSENT}, []),
        (WITH_THE_PARTNERSHIP | {"basis": CONSENT}, []),
        ({"institution": str(PUP), "basis": BASIS}, []),
        (
            {"institution": str(PUP), "basis": BASIS | {"article": "art. 999 u.p.s."}},
            ["article_unknown"],
        ),
        (
            {"institution": str(PUP), "basis": BASIS | {"article": "art. 25 ust. 7 u.p.s."}},
            ["article_for_others"],
        ),
        (
            {"institution": str(NGO), "basis": {"kind": "vital_interest", "reason": "tonight"}},
            ["vital_interest_passes"],
        ),
    ],
)
async def test_what_is_to_be_thought_over_is_said_and_not_refused(
    house: House, share: dict[str, Any], notes: list[str]
) -> None:
    address = await house.registered()

    answer = await opened(house, address, **share)

    assert codes(answer) == notes
    known = {"statutory_task": notes != ["article_unknown"]}.get(answer.json()["basis"])
    assert answer.json()["article_known"] is known


async def test_notes_are_in_the_language_asked_for(house: House) -> None:
    address = await house.registered()
    share = {"institution": str(PUP), "basis": CONSENT}

    answer = await house.ask(SOCIAL_WORKER, f"{address}/sharings", share, Accept_Language="pl-PL")

    assert answer.json()["notes"][0]["text"].startswith("Między organami publicznymi")


async def test_an_article_limits_to_what_it_can_carry(house: House) -> None:
    address = await house.registered()
    task = BASIS | {"article": "art. 50 u.p.s."}

    too_much = await opened(
        house, address, institution=str(NGO), basis=task, sections=["contact", "income"]
    )
    unnamed = await opened(house, address, institution=str(NGO), basis=task)

    assert (too_much.status_code, too_much.json()["type"]) == (
        422,
        "/problems/ArticleDoesNotCarry",
    )
    assert too_much.json()["errors"][0]["pointer"] == "/sections"
    assert "income" not in too_much.json()["carries"]
    assert unnamed.status_code == 201
    scope = (await announced(house.database))[-1]["scope"]
    assert scope == sorted(too_much.json()["carries"])


async def test_why_is_told_of_every_relation_in_a_sentence(house: House) -> None:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP])
    limited = {"institution": str(PUP), "basis": CONSENT | {"until": TOMORROW}}
    await opened(house, address, **limited, sections=["work"])

    answer = (await told(house, ADVISER, address, "pl")).json()

    task, consent = (reason["why"] for reason in answer["reasons"])
    since = f"{TODAY.day}.{TODAY:%m.%Y}"
    assert answer["institution"] == {"id": str(PUP), "name": "PUP Zabrze (demo)", "kind": "PUP"}
    assert task.startswith(
        "PUP Zabrze (demo) (jako członek: Partnerstwo Zabrze (demo)) może widzieć dane: imię"
    )
    assert f" – od {since}, na podstawie: art. 100 ust. 2 u.p.s. (zadanie ustawowe), bo " in task
    assert "dochody, wydatki i majątek (w skrócie)" in task
    assert consent == (
        "PUP Zabrze (demo) może widzieć dane: imię, nazwisko, data urodzenia i numer PESEL;"
        f" praca, wykształcenie i sytuacja na rynku pracy – od {since}"
        f" do {(TODAY + timedelta(days=1)).day}.{TODAY + timedelta(days=1):%m.%Y},"
        " bo osoba, której dane dotyczą, wyraziła na to zgodę."
    )


async def test_why_of_others_is_told_to_the_owner_and_to_managers(house: House) -> None:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP, WITH_THE_NGO])

    owner = await told(house, SOCIAL_WORKER, address, institution=str(NGO))
    officer = await told(house, DPO, address, institution=str(NGO))
    manager = await told(house, PUP_MANAGER, address, institution=str(NGO))
    partner = await told(house, ADVISER, address, institution=str(NGO))

    assert [a.status_code for a in (owner, officer, manager, partner)] == [200, 200, 200, 403]
    assert partner.json()["type"] == "/problems/WhyOfOthers"
    assert len(owner.json()["reasons"]) == 1
    assert "the client agreed to it" in owner.json()["reasons"][0]["why"]
    assert "12/2026" not in owner.text


async def test_why_of_an_institution_that_may_not_see_has_no_reasons(house: House) -> None:
    address = await house.registered()

    answer = await told(house, MANAGER, address, institution=str(FAR))
    unknown = await told(house, MANAGER, address, institution=NOBODY)

    assert (answer.status_code, answer.json()["reasons"]) == (200, [])
    assert (unknown.status_code, unknown.json()["type"]) == (422, "/problems/PartyUnknown")


async def test_an_institution_that_registered_her_is_told_so(house: House) -> None:
    address = await house.registered()

    reasons = (await told(house, SOCIAL_WORKER, address)).json()["reasons"]

    assert [UUID(reason["relation_id"]) for reason in reasons] == [UUID(address.split("/")[-1])]
    assert reasons[0]["why"].endswith("because it registered the client.")
