"""Who sees and conducts an interview, what is due, what is filled in, and what the card says."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from contracts.intake.interviews import InterviewKind
from contracts.values import InstitutionKind
from kernel.callers import Caller
from tests.intake.conftest import (
    ADVISER,
    BASIS,
    CLERK,
    COORDINATOR,
    FAR,
    MANAGER,
    NOBODY,
    OPS,
    PESEL,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_NGO,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.intake.interviewing import (
    ADDICTION,
    COLLEAGUE,
    OPENED,
    SIGNED,
    TODAY,
    VIOLENCE,
    VISIT,
    A,
    E,
    H,
    I,
    J,
    opened,
    recorded,
    savings_of,
    signed,
)
from tests.intake.test_card import card_of
from tests.support.rooms import worker

pytestmark = pytest.mark.anyio

VERBS: list[tuple[str, Any]] = [
    ("visit", VISIT),
    ("segments", {"content": H}),
    ("sign", SIGNED),
    ("withdraw", {"reason": "Pomyłka."}),
    ("update", {}),
]
READS = ["", "/history"]
HEAD = replace(MANAGER, worker="ops-head")


@pytest.mark.parametrize(("verb", "body"), VERBS)
async def test_of_a_strangers_interview_nothing_is_known(
    house: House, verb: str, body: Any
) -> None:
    place = await opened(house, await house.registered())

    answer = await house.ask(STRANGER, f"{place}/{verb}", body)
    none = await house.ask(STRANGER, f"/v1/interviews/{NOBODY}/{verb}", body)

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/InterviewNotFound")
    assert answer.json() == none.json()


@pytest.mark.parametrize("read", READS)
async def test_a_stranger_reads_nothing(house: House, read: str) -> None:
    place = await signed(house, await house.registered())

    answer = await house.see(STRANGER, place + read)

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/InterviewNotFound")


async def test_another_centre_that_sees_her_conducts_interviews_of_its_own(house: House) -> None:
    basis = {"kind": "statutory_task", "article": "art. 100 ust. 2 u.p.s."}
    shared = {"institution": str(FAR), "basis": basis}
    address = await house.registered(share_with=[shared])
    place = await signed(house, address)

    theirs = await opened(house, address, STRANGER)

    listed = (await house.see(STRANGER, f"{address}/interviews")).json()["items"]
    assert [item["id"] for item in listed] == [theirs.split("/")[-1]]
    assert (await house.see(STRANGER, place)).status_code == 404


async def test_her_record_gone_from_sight_her_interviews_are_too(house: House) -> None:
    basis = {"kind": "statutory_task", "article": "art. 100 ust. 2 u.p.s."}
    shared = {"institution": str(FAR), "basis": basis}
    address = await house.registered(share_with=[shared])
    theirs = await opened(house, address, STRANGER)

    await house.database.pool.execute(
        "UPDATE relations SET closed_at = now() WHERE party_id = $1", FAR
    )

    answers = [await house.see(STRANGER, path) for path in (theirs, f"{address}/interviews")]
    due = await house.see(STRANGER, "/v1/interviews/due")
    assert [answer.status_code for answer in answers] == [404, 404]
    assert due.json()["items"] == []


@pytest.mark.parametrize("caller", [ADVISER, COORDINATOR, CLERK, MANAGER])
async def test_only_social_workers_of_a_centre_conduct_it(house: House, caller: Caller) -> None:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP, WITH_THE_NGO])

    answer = await house.ask(caller, f"{address}/interviews", OPENED)

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/RoleMayNot")


@pytest.mark.parametrize("caller", [ADVISER, COORDINATOR, CLERK])
async def test_partners_read_the_card_and_not_the_interview(house: House, caller: Caller) -> None:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP, WITH_THE_NGO])
    place = await signed(house, address)

    assert (await house.see(caller, place)).status_code == 403
    assert (await house.see(caller, f"{address}/interviews")).status_code == 403


async def test_a_centre_of_social_services_conducts_interviews_too(house: House) -> None:
    services = worker(FAR, InstitutionKind.CUS, "social_worker")

    address = await house.registered(services)

    assert await opened(house, address, services)


async def test_violence_is_for_its_author_only(house: House) -> None:
    place = await signed(house, await house.registered(), E, VIOLENCE)

    mine = (await house.see(SOCIAL_WORKER, place)).json()
    colleague = await house.see(COLLEAGUE, place)

    assert "violence" in mine["recorded"]
    assert mine["withheld"] == []
    assert colleague.json()["withheld"] == ["violence"]
    assert "violence" not in colleague.json()["recorded"]
    assert "Krzyki" not in colleague.text
    assert "Krzyki" not in (await house.see(COLLEAGUE, f"{place}/history")).text


async def test_a_colleague_is_not_told_that_violence_was_recorded_since(house: House) -> None:
    place = await opened(house, await house.registered())
    await recorded(house, place, H, VIOLENCE, visit=False)

    answer = await house.ask(COLLEAGUE, f"{place}/segments", {"content": I}, If_Match='"v1"')

    assert [change["segment"] for change in answer.json()["changed"]] == ["H"]


async def test_the_manager_reads_all_but_addiction_and_violence(house: House) -> None:
    place = await signed(house, await house.registered(), ADDICTION, VIOLENCE)

    shown = await house.see(HEAD, place)

    assert shown.json()["withheld"] == ["addiction", "violence"]
    assert "Pije" not in shown.text
    assert set(await savings_of(house, place, HEAD)) == {"visit", "A", "H", "I", "J", "signing"}


async def test_the_list_says_nothing_of_what_was_said(house: House) -> None:
    address = await house.registered()
    await signed(house, address)
    await opened(house, address, part="II")

    page = await house.see(SOCIAL_WORKER, f"{address}/interviews", limit=1)
    rest = await house.see(SOCIAL_WORKER, f"{address}/interviews", cursor=page.json()["next"])

    items = page.json()["items"] + rest.json()["items"]
    assert [(item["part"], item["state"]) for item in items] == [("II", "open"), ("I", "signed")]
    assert "czynsz" not in page.text + rest.text


async def test_what_is_due_comes_most_pressing_first(house: House) -> None:
    late = await house.registered()
    early = await house.registered(pesel=None)
    await opened(house, late)
    await opened(house, early, received_on="2026-10-01", part="III")

    items = (await house.see(SOCIAL_WORKER, "/v1/interviews/due")).json()["items"]

    assert [item["overdue"] for item in items] == [True, False]
    assert items[0]["client_id"] == early.split("/")[-1]
    assert items[0]["due_on"] < items[1]["due_on"]
    assert items[0]["name"] == {"given": "Próbna", "family": "Wymyślona"}
    assert {key for item in items for key in item} == {
        *("interview_id", "client_id", "name", "due_on", "overdue", "urgent"),
        *("to_update", "kind"),
    }


async def test_what_is_due_is_paged_without_a_gap(house: House) -> None:
    address = await house.registered()
    for part in ("I", "II", "III"):
        await opened(house, address, part=part)

    found, cursor = [], None
    for _ in range(3):
        params = {"limit": 1} | ({"cursor": cursor} if cursor else {})
        page = (await house.see(SOCIAL_WORKER, "/v1/interviews/due", **params)).json()
        found += [item["interview_id"] for item in page["items"]]
        cursor = page["next"]

    assert (len(set(found)), cursor) == (3, None)


async def test_an_update_is_a_duty_until_it_is_under_way(house: House) -> None:
    place = await signed(house, await house.registered())
    far = (TODAY + timedelta(days=365)).isoformat()
    before = (await house.see(SOCIAL_WORKER, "/v1/interviews/due", until=far)).json()["items"]
    soon = (await house.see(SOCIAL_WORKER, "/v1/interviews/due")).json()["items"]

    update = (await house.ask(SOCIAL_WORKER, f"{place}/update")).headers["location"]

    during = (await house.see(SOCIAL_WORKER, "/v1/interviews/due", until=far)).json()["items"]
    await house.ask(SOCIAL_WORKER, f"{update}/withdraw", {"reason": "Pomyłka."})
    after = (await house.see(SOCIAL_WORKER, "/v1/interviews/due", until=far)).json()["items"]
    assert [(i["to_update"], i["interview_id"]) for i in before] == [(True, place.split("/")[-1])]
    assert soon == []
    assert [(i["to_update"], i["interview_id"]) for i in during] == [
        (False, update.split("/")[-1])
    ]
    assert after == before


async def test_of_others_nothing_is_due(house: House) -> None:
    await opened(house, await house.registered())

    assert (await house.see(STRANGER, "/v1/interviews/due")).json()["items"] == []


async def test_a_cursor_that_is_none_is_refused(house: House) -> None:
    place = await opened(house, await house.registered())

    answers = [
        await house.see(SOCIAL_WORKER, "/v1/interviews/due", cursor="bm9uZQ"),
        await house.see(SOCIAL_WORKER, f"{place}/history", cursor="bm9uZQ"),
    ]

    assert {answer.json()["type"] for answer in answers} == {"/problems/CursorUnreadable"}


async def test_what_the_record_knows_is_not_typed_again(house: House) -> None:
    address = await house.registered()
    household = {
        "valid_from": "2026-01-01",
        "members": [
            {"relation": "applicant", "birth_date": "1985-03-14"},
            {"relation": "child", "birth_date": "2015-06-01", "name": "Zmyślony"},
        ],
    }
    income = {"month": "2026-02", "items": [{"kind": "employment", "monthly": "600.00"}]}
    await house.ask(SOCIAL_WORKER, f"{address}/household", household)
    await house.ask(SOCIAL_WORKER, f"{address}/incomes", income)

    filled = (await house.see(SOCIAL_WORKER, f"{address}/interview-prefill")).json()

    place = await opened(house, address)
    await recorded(house, place, filled["a"], filled["f"], visit=False)
    assert filled["a"]["applicant"]["pesel"] == PESEL
    assert filled["a"]["applicant"]["address"] == "Wolności 1, 41-800, Zabrze"
    assert [m["name"] for m in filled["a"]["members"]] == ["Zmyślony"]
    assert filled["f"]["incomes"] == [
        {"kind": "employment", "monthly": "600.00", "month": "2026-02"}
    ]
    assert [(t["part"], t["source"], t["institution"]) for t in filled["taken_from"]] == [
        ("/a/applicant", "registration", str(OPS)),
        ("/a/members", "household", str(OPS)),
        ("/f/incomes", "incomes", str(OPS)),
    ]


async def test_of_a_client_unseen_nothing_is_filled_in(house: House) -> None:
    address = await house.registered()

    answer = await house.see(STRANGER, f"{address}/interview-prefill")

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/ClientNotFound")


async def test_a_draft_stands_on_no_card(house: House) -> None:
    address = await house.registered(reasons=[])
    place = await opened(house, address)
    await recorded(house, place, A, H, I, J)

    card = await card_of(house, address)

    assert "czynsz" not in str(card)
    assert "notes" not in card["sections"]


async def test_on_the_card_each_segment_stands_under_its_category(house: House) -> None:
    address = await house.registered(reasons=[])
    await signed(house, address, E, VIOLENCE, ADDICTION)

    sections = (await card_of(house, address))["sections"]

    said = {
        name: body["full"]["interview"]["segments"]
        for name, body in sections.items()
        if "interview" in body["full"]
    }
    assert said["needs"]["H"] == {"needs": H["needs"]}
    assert said["notes"]["I"]["diagnosis"] == I["diagnosis"]
    assert said["notes"]["J"]["help_forms"] == ["periodic_allowance"]
    assert said["notes"]["E"] == {"relations": "Zgodne."}
    assert said["addiction"] == {"addiction": {"note": ADDICTION["note"]}}
    assert said["violence"] == {"violence": {"observed": True, "note": VIOLENCE["note"]}}
    assert said["health"]["A"]["members"][0]["disability"] == "light"
    assert "disability" not in str(said["household"])
    assert PESEL not in str(said)


async def test_a_summary_says_when_and_not_what(house: House) -> None:
    address = await house.registered(reasons=[])
    place = await signed(house, address, E, ADDICTION)

    sections = (await card_of(house, address))["sections"]

    told = sections["notes"]["summary"]["interview"]
    assert told == {
        "interview_id": place.split("/")[-1],
        "kind": InterviewKind.INTERVIEW.value,
        "signed_on": TODAY.isoformat(),
        "update_due_on": told["update_due_on"],
    }
    assert date.fromisoformat(told["update_due_on"]) > TODAY
    words = ("Pije", "czynsz", "Zgodne", "Utrata")
    summaries = str([body["summary"] for body in sections.values() if "summary" in body])
    assert [word for word in words if word in summaries] == []


async def test_the_full_interview_stays_on_the_card_beside_a_particular_one(house: House) -> None:
    address = await house.registered(reasons=[])
    first = await signed(house, address)
    other = await opened(house, address, part="II")
    await recorded(house, other, {"segment": "H", "needs": "Alimenty."})
    await house.ask(SOCIAL_WORKER, f"{other}/sign", SIGNED)

    told = (await card_of(house, address))["sections"]["needs"]["full"]["interview"]

    assert UUID(told["interview_id"]) == UUID(first.split("/")[-1])


async def test_what_is_known_of_her_and_hers_is_filled_in_once(house: House) -> None:
    address = await house.registered(
        particulars={"marital_status": "divorced", "citizenship": {"countries": ["PL", "UA"]}},
        residence={
            "municipality": "2478011",
            "street": "Wolności 1",
            "building": "3",
            "flat": "4",
            "postal_code": "41-800",
            "city": "Zabrze",
        },
    )
    members = [
        {"relation": "applicant", "birth_date": "1985-03-14"},
        {
            "relation": "child", "birth_date": "2016-01-10", "occupation": "pupil",
            "school": "Szkoła zmyślona", "disability": "light",
        },
    ]  # fmt: skip
    body = {"valid_from": "2026-01-01", "members": members}
    assert (await house.ask(SOCIAL_WORKER, f"{address}/household", body)).status_code == 200

    a = (await house.see(SOCIAL_WORKER, f"{address}/interview-prefill")).json()["a"]

    applicant, (child,) = a["applicant"], a["members"]
    assert applicant["address"] == "Wolności 1 3/4, 41-800, Zabrze"
    assert (applicant["marital_status"], applicant["citizenship"]) == ("divorced", "PL, UA")
    assert (child["work"], child["school"], child["disability"]) == (
        "pupil", "Szkoła zmyślona", "light",
    )  # fmt: skip


async def test_what_was_not_shared_is_not_filled_in(house: House) -> None:
    address = await house.registered()
    await house.ask(
        SOCIAL_WORKER, f"{address}/household",
        {"valid_from": "2026-01-01", "members": [
            {"relation": "applicant", "birth_date": "1985-03-14"},
            {"relation": "child", "birth_date": "2016-01-10"},
        ]},
    )  # fmt: skip
    shared = {"institution": str(FAR), "basis": BASIS, "sections": ["needs"]}
    assert (await house.ask(SOCIAL_WORKER, f"{address}/sharings", shared)).status_code == 201

    a = (await house.see(STRANGER, f"{address}/interview-prefill")).json()["a"]

    assert a["members"] == []
    assert (a["applicant"]["address"], a["applicant"]["phone"]) == (None, None)
    assert a["reasons"] == ["unemployment"]
