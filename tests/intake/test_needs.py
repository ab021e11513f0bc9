"""Needs that are closed, strengths, assessments over time, the diagnosis."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel.refusals import Refusal
from services.intake.domain.assessment import ItemsDiffer, ScoreOutOfBounds, instruments
from services.intake.domain.need import NeedKind
from tests.intake.conftest import (
    ADVISER,
    CLERK,
    COORDINATOR,
    NOBODY,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_NGO,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.support.rooms import HOUSE, announced

pytestmark = pytest.mark.anyio

READINESS = instruments()["employment_readiness"].versions[0]
LIFE = instruments()["life_situation"].versions[0]


def assessed(on: str, score: int, instrument: str = "employment_readiness") -> dict[str, Any]:
    version = instruments()[instrument].versions[0]
    return {
        "instrument": instrument,
        "version": 1,
        "assessed_on": on,
        "items": dict.fromkeys(version.items, score),
    }


async def sections(house: House, address: str) -> Any:
    path = f"/internal/clients/{address.rsplit('/', maxsplit=1)[-1]}/card"
    return (await house.client.get(path, headers=HOUSE)).json()["sections"]


async def need_of(house: House, address: str, **body: Any) -> str:
    await house.ask(SOCIAL_WORKER, f"{address}/needs", {"kind": "work"} | body)
    listed = (await house.see(SOCIAL_WORKER, f"{address}/needs")).json()
    return f"{address}/needs/{listed['needs'][-1]['id']}"


async def test_a_need_names_the_service_that_would_answer_it(house: House) -> None:
    address = await house.registered(reasons=[])
    await need_of(house, address, due_on="2026-12-31", urgency="urgent")

    [need] = (await house.see(SOCIAL_WORKER, f"{address}/needs")).json()["needs"]

    assert need["service_category"]["code"] == "labour.placement"
    assert (need["due_on"], need["outcome"]) == ("2026-12-31", None)
    card = (await sections(house, address))["needs"]["full"]["needs"][0]
    assert card["service_category"] == "labour.placement"


@pytest.mark.parametrize("kind", NeedKind)
def test_every_kind_of_need_has_a_kind_of_service(kind: NeedKind) -> None:
    assert kind.category.code
    assert kind.category.title


async def test_a_need_is_closed_once_and_stays(house: House) -> None:
    address = await house.registered(reasons=[])
    need = await need_of(house, address)

    first = await house.ask(
        SOCIAL_WORKER, f"{need}/close", {"outcome": "not_met", "reason": "No places."}
    )
    again = await house.ask(SOCIAL_WORKER, f"{need}/close", {"outcome": "met"})

    assert first.status_code == 200, first.text
    assert (again.status_code, again.json()["type"]) == (409, "/problems/NeedAlreadyClosed")
    card = (await sections(house, address))["needs"]["full"]["needs"][0]
    assert (card["outcome"], card["closing_reason"]) == ("not_met", "No places.")
    last = (await announced(house.database))[-1]
    assert (last["type"], last["outcome"]) == ("need.closed.v1", "not_met")
    assert "places" not in str(last)


async def test_a_need_one_may_not_read_does_not_exist(house: House) -> None:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP])
    hidden = await need_of(house, address, kind="addiction_therapy")

    listed = await house.see(ADVISER, f"{address}/needs")
    closed = await house.ask(ADVISER, f"{hidden}/close", {"outcome": "met"})
    unknown = await house.ask(SOCIAL_WORKER, f"{address}/needs/{NOBODY}/close", {"outcome": "met"})

    assert listed.json()["needs"] == []
    for answer in (closed, unknown):
        assert (answer.status_code, answer.json()["type"]) == (404, "/problems/NeedNotFound")


async def test_a_strength_stands_beside_the_needs(house: House) -> None:
    address = await house.registered(reasons=[])

    answer = await house.ask(
        SOCIAL_WORKER, f"{address}/strengths", {"kind": "motivation", "note": "Wants to learn."}
    )

    assert answer.status_code == 201, answer.text
    listed = (await house.see(SOCIAL_WORKER, f"{address}/needs")).json()
    assert [strength["kind"] for strength in listed["strengths"]] == ["motivation"]
    card = (await sections(house, address))["needs"]["full"]
    assert card["strengths"][0]["note"] == "Wants to learn."
    assert (await announced(house.database))[-1]["type"] == "strength.added.v1"


async def test_scores_are_shown_over_time(house: House) -> None:
    address = await house.registered()
    for on, score in (("2026-05-04", 3), ("2026-02-02", 1)):
        answer = await house.ask(SOCIAL_WORKER, f"{address}/assessments", assessed(on, score))
        assert answer.status_code == 201, answer.text

    [series] = (await house.see(SOCIAL_WORKER, f"{address}/assessments")).json()["items"]

    assert [(a["assessed_on"], a["total"]) for a in series["assessments"]] == [
        ("2026-02-02", 8),
        ("2026-05-04", 24),
    ]
    assert (series["change"], series["assessments"][0]["highest"]) == (16, 32)
    last = (await announced(house.database))[-1]
    assert (last["type"], last["instrument"]) == ("assessment.recorded.v1", "employment_readiness")
    assert {"items", "scores", "total"}.isdisjoint(last)


async def test_scores_that_touch_health_stay_with_social_work(house: House) -> None:
    address = await house.registered(reasons=[], share_with=[WITH_THE_PARTNERSHIP])
    body = assessed("2026-02-02", 2, "life_situation")

    refused = await house.ask(ADVISER, f"{address}/assessments", body)
    await house.ask(SOCIAL_WORKER, f"{address}/assessments", body)
    await house.ask(ADVISER, f"{address}/assessments", assessed("2026-02-02", 2))
    seen = await house.see(ADVISER, f"{address}/assessments")

    assert (refused.status_code, refused.json()["type"]) == (403, "/problems/SectionWithheld")
    assert [series["instrument"] for series in seen.json()["items"]] == ["employment_readiness"]
    card = await sections(house, address)
    assert card["notes"]["full"]["assessments"][0]["total"] == 20
    assert card["notes"]["summary"] == {"recorded": True}


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"instrument": "shoe_size"}, "InstrumentUnknown"),
        ({"version": 2}, "InstrumentUnknown"),
        ({"assessed_on": "2025-12-31"}, "InstrumentUnknown"),
        ({"assessed_on": "2199-01-01"}, "InTheFuture"),
        ({"items": {}}, "ItemsDiffer"),
        ({"items": dict.fromkeys(READINESS.items, 2) | {"luck": 2}}, "ItemsDiffer"),
        ({"items": dict.fromkeys(READINESS.items, 5)}, "ScoreOutOfBounds"),
    ],
)
async def test_scores_that_do_not_fit_the_instrument_are_refused(
    house: House, change: dict[str, Any], refusal: str
) -> None:
    address = await house.registered()

    answer = await house.ask(
        SOCIAL_WORKER, f"{address}/assessments", assessed("2026-02-02", 2) | change
    )

    assert (answer.status_code, answer.json()["type"]) == (422, f"/problems/{refusal}")
    assert await house.count("assessments") == 0


async def test_a_name_of_an_item_is_never_repeated(house: House) -> None:
    address = await house.registered()
    items = {"85031412347": 2}

    answer = await house.ask(
        SOCIAL_WORKER, f"{address}/assessments", assessed("2026-02-02", 2) | {"items": items}
    )

    assert answer.status_code == 422
    assert "850314" not in answer.text


@given(st.fixed_dictionaries({item: st.integers(0, LIFE.most) for item in LIFE.items}))
def test_a_total_lies_within_its_scale(scores: dict[str, int]) -> None:
    assert 0 <= LIFE.total(scores) <= LIFE.highest


@given(
    st.dictionaries(st.sampled_from([*READINESS.items, "luck"]), st.integers(-1, 6), max_size=9)
)
def test_scores_are_taken_only_if_complete_and_within_the_scale(scores: dict[str, int]) -> None:
    complete = set(scores) == set(READINESS.items)
    within = all(0 <= score <= READINESS.most for score in scores.values())
    refused: type[Refusal] | None = None

    try:
        READINESS.total(scores)
    except (ItemsDiffer, ScoreOutOfBounds) as refusal:
        refused = type(refusal)

    assert (refused is None) == (complete and within)


async def test_the_instruments_are_told_with_their_items(house: House) -> None:
    listed = (await house.see(ADVISER, "/v1/assessment-instruments")).json()["items"]

    assert {(i["instrument"], len(i["items"]), i["most"]) for i in listed} == {
        ("employment_readiness", 8, 4),
        ("life_situation", 10, 4),
    }


async def test_partners_read_the_summary_of_a_diagnosis_only(house: House) -> None:
    address = await house.registered(reasons=[])
    body = {"text": "Long story, told in trust.", "summary": "Wants to train."}

    await house.ask(SOCIAL_WORKER, f"{address}/diagnosis", {"text": "An earlier one."})
    answer = await house.ask(SOCIAL_WORKER, f"{address}/diagnosis", body)

    assert answer.status_code == 201, answer.text
    notes = (await sections(house, address))["notes"]
    assert notes["full"]["diagnosis"]["text"] == "Long story, told in trust."
    assert notes["full"]["earlier_diagnoses"] == 1
    assert notes["summary"] == {"recorded": True, "diagnosis_summary": "Wants to train."}
    assert "trust" not in str(await announced(house.database))


@pytest.mark.parametrize("caller", [ADVISER, COORDINATOR, CLERK])
async def test_only_social_work_diagnoses(house: House, caller: Any) -> None:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP, WITH_THE_NGO])

    answer = await house.ask(caller, f"{address}/diagnosis", {"text": "An opinion."})

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/RoleMayNot")


@pytest.mark.parametrize(
    ("verb", "body"),
    [
        ("strengths", {"kind": "family"}),
        ("assessments", assessed("2026-02-02", 2)),
        ("diagnosis", {"text": "An opinion."}),
        (f"needs/{NOBODY}/close", {"outcome": "met"}),
    ],
)
async def test_of_a_stranger_no_finding_is_taken(house: House, verb: str, body: Any) -> None:
    address = await house.registered()

    answer = await house.ask(STRANGER, f"{address}/{verb}", body)

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/ClientNotFound")
    assert len(await announced(house.database)) == 1
