"""What of a plan each of its readers reads, on every way that leads to it (domain 8.3, decision 0019)."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest

from contracts.values import InstitutionKind
from kernel.callers import Caller
from kernel.transactions import begin
from services.referrals.store.plans import Plans
from tests.referrals.advising import advised
from tests.referrals.conftest import ADVISER, CLIENT, COORDINATOR, NGO, OPS, PUP, SOCIAL_WORKER
from tests.referrals.printing import Press, press_room, problem, text_of
from tests.referrals.worded import (
    OPEN,
    PCPR,
    READERS,
    REGISTERED_ON,
    SEEN,
    SIGNED_ON,
    WORDS,
    ended,
    led_by,
    worded,
    words_in,
)
from tests.support.rooms import HOUSE, relate, worker

pytestmark = pytest.mark.anyio
KEPT = {word for word in WORDS if not word.startswith(("gwnioski", "gpod", "gpost", "gwynik"))}
"""What stands in a kept version at all."""
each_reader = pytest.mark.parametrize("name", READERS)


@pytest.fixture
async def press() -> AsyncIterator[Press]:
    async with press_room() as made:
        await worded(made)
        yield made


def plan_of(press: Press, more: str = "") -> str:
    return f"/v1/plans/{press.plan_id}{more}"


async def seen(press: Press, reader: Caller, more: str = "") -> Any:
    answer = await press.see(reader, plan_of(press, more))
    assert answer.status_code == 200, answer.text
    return answer.json()


async def part_of(press: Press, letter: str) -> Any:
    plan = await seen(press, SOCIAL_WORKER)
    return next(part for part in plan["parts"] if part["letter"] == letter)


async def reworded(press: Press) -> int:
    """Let the OPS word diagnosis and part anew, and both be kept; answer the version."""
    async with begin(press.database) as tx:
        plans = Plans(tx, by=None)
        plan = await plans.get(UUID(press.plan_id))
        plan.words = plan.words.model_copy(update={"diagnosis": "gdiagnoza nowa"})
        part = next(part for part in plan.parts if part.institution == OPS)
        part.say(text=part.words.text.model_copy(update={"problem": "gczescops nowa"}))
        plan.version += 1
        plan.sealed = None
        await plans.keep(plan, for_ever=True)
        return plan.version


@each_reader
async def test_each_reads_of_the_plan_what_is_hers_to_read(press: Press, name: str) -> None:
    answer = await press.see(READERS[name], plan_of(press))

    assert words_in(answer.text) == SEEN[name]


@each_reader
async def test_each_reads_of_a_kept_version_what_she_may_read_of_the_plan_today(
    press: Press, name: str
) -> None:
    answer = await press.see(READERS[name], plan_of(press, "/versions/1"))

    assert words_in(answer.text) == SEEN[name] & KEPT


@each_reader
async def test_each_prints_what_she_reads(press: Press, name: str) -> None:
    await ended(press)
    printer = READERS[name]

    text = text_of(await press.print(printer, plan_of(press, "/paper.pdf")))

    assert words_in(text) == SEEN[name]


@each_reader
async def test_no_other_way_tells_more(press: Press, name: str) -> None:
    for way in ("/changes", "/versions", "/conflicts"):
        answer = await press.see(READERS[name], plan_of(press, way))
        assert words_in(answer.text) == set()
    listed = await press.see(READERS[name], f"/v1/plans/of-client/{CLIENT}")
    assert words_in(listed.text) == set()


async def test_what_is_withheld_is_named_whether_or_not_anything_stands_there(
    press: Press,
) -> None:
    full = await seen(press, COORDINATOR)
    await press.database.pool.execute("UPDATE plans SET sealed = NULL")
    bare = await seen(press, COORDINATOR)

    assert full["withheld"] == ["diagnosis", "parts", "conclusions", "summary"]
    assert bare["withheld"] == full["withheld"]
    assert full["diagnosis"] == {"diagnosis": None, "strengths": [], "version": 1}
    assert [(p["letter"], p["withheld"]) for p in full["parts"]] == [
        ("A", True), ("B", True), ("C", False),
    ]  # fmt: skip
    assert [review["withheld"] for review in full["reviews"]] == [True, True]
    assert (await seen(press, SOCIAL_WORKER))["withheld"] == []
    assert (await seen(press, ADVISER))["withheld"] == ["parts", "conclusions"]
    assert (await seen(press, READERS["pcpr worker"]))["withheld"] == ["diagnosis"]


async def test_of_anothers_part_everybody_sees_that_it_is_there_and_how_it_stands(
    press: Press,
) -> None:
    whole = await part_of(press, "B")

    part = next(p for p in (await seen(press, COORDINATOR))["parts"] if p["letter"] == "B")

    empty: dict[str, Any] = {
        "problem": None,
        "causes": None,
        "client_duties": [],
        "institution_duties": [],
    }
    nothing = {"applied_on": None, "registered_on": None, "under_30": False}
    assert part == whole | {
        "text": empty | {"effect": None},
        "terms": whole["terms"] | nothing | {"passing_consent": None},
        "client": {
            "answer": "signed", "on": SIGNED_ON.isoformat(), "evidence": None, "reason": None,
        },
        "signed_by": None,
        "talk_on": None,
        "results": None,
        "withheld": True,
    }  # fmt: skip
    assert whole["terms"]["registered_on"] == REGISTERED_ON.isoformat()
    assert (part["signed_on"], part["agreed"]) == (SIGNED_ON.isoformat(), True)
    assert part["terms"]["contact_every_days"] == 30


async def test_goals_actions_and_supports_are_the_same_for_everybody(press: Press) -> None:
    plans = [await seen(press, reader) for reader in READERS.values()]

    shared = [{name: plan[name] for name in ("goals", "supports", "lead")} for plan in plans]
    assert shared == [shared[0]] * len(READERS)
    assert shared[0]["supports"][0]["from"] == "2026-03"


@pytest.mark.parametrize(
    ("lead", "name", "words"),
    [
        (NGO, "ngo coordinator", WORDS - {"gczescops", "gczescpup"}),
        (NGO, "ngo worker", WORDS - {"gczescops", "gczescpup"}),
        (PUP, "pup adviser", WORDS - {"gczescops", "gczescngo"}),
        (PCPR, "pcpr worker", WORDS),
        (NGO, "ops assistant", WORDS - {"gdiagnoza", "gmocna"}),
        (NGO, "ops worker", WORDS),
    ],
)
async def test_who_leads_reads_what_a_lead_writes_and_nobodys_part(
    press: Press, lead: UUID, name: str, words: set[str]
) -> None:
    await led_by(press, lead)

    shown = await press.see(READERS[name], plan_of(press))
    kept = await press.see(READERS[name], plan_of(press, "/versions/1"))

    assert words_in(shown.text) == words
    assert words_in(kept.text) == words & KEPT


async def test_an_ngo_reads_the_diagnosis_by_no_other_consent(press: Press) -> None:
    await relate(press.database, CLIENT, NGO)
    await press.database.pool.execute(
        "UPDATE relations SET basis = 'consent' WHERE party_id = $1", NGO
    )

    assert (await seen(press, COORDINATOR))["diagnosis"]["diagnosis"] is None


async def test_what_changed_in_withheld_words_is_not_told(press: Press) -> None:
    version = await reworded(press)

    ours, ngos = [
        await seen(press, reader, f"/versions/{version}")
        for reader in (SOCIAL_WORKER, COORDINATOR)
    ]

    assert (ours["diagnosis_changed"], len(ours["parts_changed"]["changed"])) == (True, 1)
    assert (ngos["diagnosis_changed"], ngos["parts_changed"]["changed"]) == (False, [])
    assert ngos["withheld"] == ["diagnosis", "parts", "conclusions", "summary"]
    assert [part["withheld"] for part in ngos["parts"].values()] == [True, True, False]
    assert REGISTERED_ON.isoformat() not in str(next(iter(ngos["parts"].values())))


async def test_the_answer_to_a_write_is_cut_for_its_writer(press: Press) -> None:
    goal = {"title": "Mieszkanie"}

    pups = await press.ask(ADVISER, plan_of(press, "/goals"), goal)
    ngos = await press.ask(COORDINATOR, plan_of(press, "/goals"), goal)
    passed = await press.ask(SOCIAL_WORKER, plan_of(press, "/lead"), {"institution": str(NGO)})

    assert (words_in(pups.text), pups.status_code) == (SEEN["pup adviser"], 201)
    assert (words_in(ngos.text), ngos.status_code) == (SEEN["ngo coordinator"], 201)
    assert (words_in(passed.text), passed.status_code) == (WORDS, 200)


@pytest.mark.parametrize("sealed", [True, False], ids=["written", "not yet written"])
async def test_who_may_not_read_the_diagnosis_does_not_write_over_it(
    press: Press, sealed: bool
) -> None:
    if not sealed:
        await press.database.pool.execute("UPDATE plans SET sealed = NULL")
    body, path = {"diagnosis": "Inna."}, plan_of(press, "/diagnosis")

    ngos = await press.ask(COORDINATOR, path, body, if_match='"v1"')
    await led_by(press, NGO)
    leads = await press.ask(COORDINATOR, path, body, if_match='"v1"')

    assert problem(ngos) == (403, "DiagnosisWithheld")
    assert (leads.status_code, leads.json()["diagnosis"]["diagnosis"]) == (200, "Inna.")


@pytest.mark.parametrize("name", ["ops assistant", "pcpr worker"])
async def test_who_only_reads_plans_writes_in_none(press: Press, name: str) -> None:
    writes = [("/goals", {"title": "x"}), ("/diagnosis", {"diagnosis": "x"}), ("/reviews", {})]

    answers = [await press.ask(READERS[name], plan_of(press, v), b) for v, b in writes]

    assert [problem(answer) for answer in answers] == [(403, "RoleMayNot")] * 3


async def test_a_part_is_printed_by_who_may_read_it(press: Press) -> None:
    ours, pups = [f"/parts/{(await part_of(press, x))['id']}/paper.pdf" for x in ("A", "B")]

    refused = [
        await press.print(reader, plan_of(press, ours)) for reader in (ADVISER, COORDINATOR)
    ]
    own = await press.print(ADVISER, plan_of(press, pups))
    welfare = await press.print(READERS["pcpr worker"], plan_of(press, pups))

    assert [problem(answer) for answer in refused] == [(403, "PartWithheld")] * 2
    assert words_in(refused[0].text) == set()
    assert "gczescpup" in text_of(own)
    assert "gczescpup" in text_of(welfare)


async def test_a_printed_plan_says_where_something_is_not_shown(press: Press) -> None:
    await ended(press)

    text = text_of(await press.print(COORDINATOR, plan_of(press, "/paper.pdf")))

    # The diagnosis, two parts, two reviews, the summary.
    assert text.count("nie udostępniono instytucji, która drukuje ten plan") == 6
    assert "Stan uzgodniona" in text
    assert "degresywne wsparcie finansowe" in text


async def test_the_clients_sheet_holds_of_others_parts_only_that_there_is_more(
    press: Press,
) -> None:
    text = text_of(await press.print(COORDINATOR, plan_of(press, "/sheet.pdf")))
    whole = text_of(await press.print(SOCIAL_WORKER, plan_of(press, "/sheet.pdf")))

    assert "gczescngo a" in text
    assert words_in(text) & {"gczescops", "gczescpup"} == set()
    assert text.count("stoi na papierze tej instytucji") == 2
    assert {"gczescops", "gczescpup", "gczescngo"} <= words_in(whole)


async def test_a_warning_tells_nothing_that_withheld_terms_say(press: Press) -> None:
    pup = (await part_of(press, "B"))["id"]

    told = {
        name: any(pup in one["things"] for one in (await seen(press, reader))["warnings"])
        for name, reader in READERS.items()
    }

    readers = {name for name, words in SEEN.items() if "gczescpup" in words}
    assert {name for name, warned in told.items() if warned} == readers


async def test_the_card_is_cut_to_what_every_reader_may_know(press: Press) -> None:
    await advised(press, contact_every_days=30)

    card = (await press.client.get(f"/internal/clients/{CLIENT}/card", headers=HOUSE)).json()

    plan = card["sections"]["plan"]
    assert words_in(str(plan["full"])) == WORDS
    assert words_in(str(plan["masked"])) == OPEN
    assert plan["masked"]["supports"] == plan["full"]["supports"] != []
    assert [(p["letter"], p["agreed"]) for p in plan["masked"]["parts"]] == [
        ("A", True), ("B", True), ("C", True),
    ]  # fmt: skip
    assert plan["masked"]["advisers"] == plan["full"]["advisers"]
    assert plan["masked"]["advisers"][0]["worker"]["name"]


async def test_who_has_two_roles_reads_what_either_opens(press: Press) -> None:
    both = worker(OPS, InstitutionKind.OPS, "family_assistant", "ops_manager")
    await led_by(press, NGO)

    assert words_in(str(await seen(press, both))) == WORDS
