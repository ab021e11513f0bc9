"""Undoing a merge: each record is as it was before, whatever hung on it and in whatever order."""

import asyncio
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.intake.conftest import (
    ADVISER,
    COORDINATOR,
    NOBODY,
    PARTNERSHIP,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_NGO,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.support.rooms import HOUSE, announced

pytestmark = pytest.mark.anyio
MERGE: dict[str, Any] = {"reason": "mistyped"}


async def test_what_was_written_since_stays_with_the_record_it_was_written_to(
    house: House,
) -> None:
    kept, merged = await _people(house, 2)
    await _merge(house, kept, merged)
    await _do(house, "need", merged)
    await _do(house, "need", kept)

    answer = await _part(house, kept, merged)

    assert answer.status_code == 200, answer.text
    assert (answer.json()["client_id"], answer.json()["parted_id"]) == (kept, merged)
    # Two needs, and the step forward that came with the first.
    assert answer.json()["stays"] == 3
    assert len((await _card(house, kept))["sections"]["needs"]["full"]["needs"]) == 2
    assert (await _card(house, merged))["sections"]["needs"]["full"]["needs"] == []


async def test_it_is_announced_and_closes_what_it_had_opened_before_it_answers(
    house: House,
) -> None:
    kept, merged = await _people(house, 2)
    await _merge(house, kept, merged)

    answer = await _part(house, kept, merged)

    told = await announced(house.database, UUID(kept))
    assert told[-1]["type"] == "client.unmerged.v1"
    assert told[-1]["merged_id"] == merged
    assert answer.headers["okienko-closes"] == "true"
    assert answer.headers["okienko-client"] == f"{kept},{merged}"


async def test_what_is_not_merged_cannot_be_parted(house: House) -> None:
    kept, merged, third = await _people(house, 3)
    await _merge(house, kept, merged)

    for one, other in ((kept, third), (third, merged), (kept, kept)):
        assert (await _part(house, one, other)).json()["type"] == "/problems/NotMerged"
    assert (await _part(house, kept, NOBODY)).json()["type"] == "/problems/ClientNotFound"
    assert (await _part(house, kept, merged)).status_code == 200
    assert (await _part(house, kept, merged)).json()["type"] == "/problems/NotMerged"


async def test_of_two_at_once_one_parts_them(house: House) -> None:
    kept, merged = await _people(house, 2)
    await _merge(house, kept, merged)

    answers = await asyncio.gather(*(_part(house, kept, merged) for _ in range(3)))

    assert sorted(answer.status_code for answer in answers) == [200, 409, 409]


async def test_who_registered_neither_does_not_part_them(house: House) -> None:
    kept, merged = await _people(house, 2)
    await _do(house, "partners", kept)
    await _merge(house, kept, merged)

    assert (await _part(house, kept, merged, ADVISER)).json()["type"] == "/problems/MergeOfOthers"
    assert (await _part(house, kept, merged, STRANGER)).status_code == 404


async def test_the_card_is_always_of_a_newer_version_though_it_holds_less(house: House) -> None:
    kept, merged = await _people(house, 2)
    await _do(house, "need", merged)
    versions = [(await _card(house, kept))["version"]]

    for step in (_merge, _part, _merge, _part):
        await step(house, kept, merged)
        versions.append((await _card(house, kept))["version"])

    assert versions == sorted(set(versions))


async def test_a_record_merged_again_the_other_way_round_goes_on_under_the_other_id(
    house: House,
) -> None:
    kept, merged = await _people(house, 2)
    await _merge(house, kept, merged)
    await _part(house, kept, merged)

    answer = await _merge(house, merged, kept)

    assert answer.status_code == 200
    assert (await _card(house, kept))["client_id"] == merged


_PEOPLE = 3
_who = st.integers(0, _PEOPLE - 1)
_facts = st.lists(
    st.tuples(st.sampled_from(["need", "income", "household", "job", "ngo", "partners"]), _who),
    max_size=6,
)
_merges = st.lists(st.tuples(_who, _who), min_size=1, max_size=4)


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(facts=_facts, merges=_merges, order=st.permutations(range(_PEOPLE)))
async def test_merged_and_parted_in_any_order_everything_is_as_before(
    house: House,
    facts: list[tuple[str, int]],
    merges: list[tuple[int, int]],
    order: list[int],
) -> None:
    people = await _people(house, _PEOPLE)
    for number, (fact, who) in enumerate(facts):
        await _do(house, fact, people[who], number)
    before = [await _everything(house, one) for one in people]

    for kept, merged in merges:
        await _merge(house, people[kept], people[merged])
    await _require_union(house, people, before)
    for one in order:
        await _part_from_whomever(house, people[one])

    assert [await _everything(house, one) for one in people] == before
    assert await house.count("aliases") == 0


async def _require_union(house: House, people: list[str], before: list[dict[str, Any]]) -> None:
    """While merged, whatever was known of any is known of the one, to whoever could see any."""
    shown = [(await house.see(SOCIAL_WORKER, f"/v1/clients/{one}")).json()["id"] for one in people]
    for one, first in zip(people, shown, strict=True):
        hers = [b for b, other in zip(before, shown, strict=True) if other == first]
        now = await _everything(house, one)
        assert _needs(now["card"]) == set().union(*(_needs(b["card"]) for b in hers))
        assert set(now["means"]["incomes"]) == set().union(*(b["means"]["incomes"] for b in hers))
        assert now["seen_by"] == set().union(*(b["seen_by"] for b in hers))


async def _part_from_whomever(house: House, one: str) -> None:
    first = (await house.see(SOCIAL_WORKER, f"/v1/clients/{one}")).json()["id"]
    if first != one:
        assert (await _part(house, first, one)).status_code == 200


def _needs(sections: Any) -> set[str]:
    return {need["id"] for need in sections["needs"]["full"]["needs"]}


async def _everything(house: House, one: str) -> dict[str, Any]:
    """Everything that can be asked about a client, but for what only counts changes."""
    view = (await house.see(SOCIAL_WORKER, f"/v1/clients/{one}")).json()
    callers = (SOCIAL_WORKER, ADVISER, COORDINATOR, STRANGER)
    answers = {c.institution: await house.see(c, f"/v1/clients/{one}") for c in callers}
    means = await house.client.get(f"/internal/clients/{one}/means/2026-03-01", headers=HOUSE)
    rows = await house.database.pool.fetch(
        "SELECT relation_id, party_id, basis, scope, origin, closed_at FROM relations"
        " WHERE client_id = $1 ORDER BY relation_id",
        UUID(one),
    )
    listed = await house.ask(
        SOCIAL_WORKER, "/v1/clients/search", {"family": view["name"]["family"]}
    )
    return {
        "view": view | {"version": 0},
        "card": (await _card(house, one))["sections"],
        "seen_by": {i for i, answer in answers.items() if answer.status_code == 200},
        "means": means.json(),
        "relations": [tuple(row.values()) for row in rows],
        "listed": one in {item["client_id"] for item in listed.json()["items"]},
    }


_NAMES = [("Próbna", "Wymyślona"), ("Zofia", "Zmyślona"), ("Halina", "Udawana")]


async def _people(house: House, count: int) -> list[str]:
    """Different people, as far as the papers say."""
    made = []
    for given_name, family in _NAMES[:count]:
        name = {"given": given_name, "family": family}
        made.append((await house.registered(pesel=None, name=name)).split("/")[-1])
    return made


async def _do(house: House, fact: str, client: str, number: int = 0) -> None:
    """Let something hang on a record."""
    alone = [{"relation": "applicant", "birth_date": "1985-03-14"}]
    path, body = {
        "need": ("needs", {"kind": "work"}),
        "income": ("incomes", {"month": f"2026-0{number + 1}", "items": []}),
        "household": ("household", {"valid_from": f"2026-01-0{number + 1}", "members": alone}),
        "job": ("employments", {"started_on": f"2026-02-0{number + 1}"}),
        "ngo": ("sharings", WITH_THE_NGO),
        "partners": ("sharings", WITH_THE_PARTNERSHIP | {"partnership": str(PARTNERSHIP)}),
    }[fact]
    answer = await house.ask(SOCIAL_WORKER, f"/v1/clients/{client}/{path}", body)
    assert answer.is_success, answer.text


async def _merge(house: House, kept: str, merged: str) -> Any:
    body = MERGE | {"merged_id": merged}
    return await house.ask(SOCIAL_WORKER, f"/v1/clients/{kept}/merge", body)


async def _part(house: House, kept: str, merged: str, caller: Any = SOCIAL_WORKER) -> Any:
    return await house.ask(caller, f"/v1/clients/{kept}/unmerge", {"merged_id": merged})


async def _card(house: House, client: str) -> Any:
    return (await house.client.get(f"/internal/clients/{client}/card", headers=HOUSE)).json()
