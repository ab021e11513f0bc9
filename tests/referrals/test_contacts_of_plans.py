"""What a signed part of the plan says about contacts is due with its own institution's adviser."""

from datetime import date, timedelta
from typing import Any

import pytest

from services.referrals.domain.advice_terms import contact_rule_for
from services.referrals.domain.contacts import Rhythm, Silence, next_contact
from services.referrals.reactions import reactions
from tests.referrals.advising import TODAY, advised, at, hear_oneself, logged, owed
from tests.referrals.conftest import ADVISER, PUP, House, registered
from tests.referrals.planning import IPD, Desk
from tests.referrals.test_merged import MERGED, PARTED, TWICE
from tests.support.rooms import fact_of, hear, relate

pytestmark = pytest.mark.anyio
RULE = contact_rule_for("PUP", date(2026, 3, 1))
TERMS = {"valid_from": TODAY.isoformat(), "valid_to": (TODAY + timedelta(days=180)).isoformat()}


def every(days: int) -> dict[str, Any]:
    return IPD | {"terms": TERMS | {"contact_every_days": days}}


def due_after(*days: int | None) -> list[date | None]:
    return [TODAY + timedelta(days=one) if one else None for one in days]


@pytest.fixture
async def desk(house: House) -> Desk:
    """The labour office advises her and wrote its part: a contact every ten days."""
    made = Desk(house)
    await made.with_pup()
    return made


async def due(house: House) -> date | None:
    """By when the office's adviser is to be in touch; her duty says the same."""
    (shown,) = (await house.see(ADVISER, "/v1/advice", mine="true")).json()["items"]
    days = [day for _, worker, _, day in await owed(house, "contact_client") if worker]
    said = shown["next_contact_on"]
    assert days == ([date.fromisoformat(said)] if said else [])
    return days[0] if days else None


async def signed(desk: Desk, days: int = 10) -> str:
    part = await desk.part(every(days), ADVISER)
    await desk.done("propose")
    await desk.signs(part, ADVISER)
    for told in ("part.agreed.v1", "part.signed.v1"):
        await hear_oneself(desk.house, told)
    return part


@pytest.mark.parametrize(
    ("law", "own", "plan", "expected"),
    [(True, None, 10, 10), (True, 7, 10, 7), (True, None, 45, 30), (False, 20, 10, 10)],
)
def test_whichever_asks_for_a_contact_first_is_followed(
    law: bool, own: int | None, plan: int, expected: int
) -> None:
    day = date(2026, 3, 1)
    silence = Silence(day, None, own, None, rhythms=(Rhythm(plan, day, None),))

    assert next_contact(silence, RULE if law else None) == day + timedelta(days=expected)


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "expected"),
    [
        (date(2026, 3, 1), date(2026, 3, 11), date(2026, 3, 11)),
        (date(2026, 3, 1), date(2026, 3, 10), None),
        (date(2026, 3, 6), None, date(2026, 3, 16)),
        (date(2025, 3, 6), None, date(2026, 3, 11)),
    ],
    ids=["on its last day", "beyond it", "not before it holds", "it held before"],
)
def test_a_part_asks_for_contacts_while_it_holds(
    valid_from: date, valid_to: date | None, expected: date | None
) -> None:
    silence = Silence(
        date(2026, 3, 1), None, None, None, rhythms=(Rhythm(10, valid_from, valid_to),)
    )

    assert next_contact(silence, None) == expected


async def test_a_part_that_both_signed_sets_the_day_and_no_other(desk: Desk) -> None:
    house = desk.house
    await advised(house, ADVISER)
    part = await desk.part(every(10), ADVISER)
    await desk.done("propose")
    seen = (await desk.seen())["version"]

    await desk.done(f"parts/{part}/agree", None, ADVISER, seen)
    await hear_oneself(house, "part.agreed.v1")
    half = await due(house)
    await desk.done(f"parts/{part}/sign", {"evidence": "KS/1"}, ADVISER, seen)
    await hear_oneself(house, "part.signed.v1")

    assert [half, await due(house)] == due_after(30, 10)


async def test_it_counts_with_the_first_adviser_and_every_contact(
    desk: Desk, monkeypatch: Any
) -> None:
    await signed(desk)
    advice = await advised(desk.house, ADVISER)
    first = await due(desk.house)
    at(monkeypatch, TODAY + timedelta(days=8))

    await logged(desk.house, advice, ADVISER)

    assert [first, await due(desk.house)] == due_after(10, 18)


async def test_written_anew_it_counts_once_it_is_signed_anew(desk: Desk) -> None:
    house = desk.house
    await advised(house, ADVISER)
    part = await signed(desk)
    seen = (await desk.seen())["version"]

    anew = {name: every(5)[name] for name in ("terms", "text")}
    await desk.done(f"parts/{part}/change", anew, ADVISER, seen)
    await hear_oneself(house, "part.changed.v1")
    changed = await due(house)
    await desk.signs(part, ADVISER)
    await hear_oneself(house, "part.signed.v1")

    assert [changed, await due(house)] == due_after(30, 5)


async def test_what_takes_the_signatures_away_takes_the_day_away(desk: Desk) -> None:
    house = desk.house
    await advised(house, ADVISER)
    await signed(desk)
    before = await due(house)

    await desk.action(await desk.goal(), ADVISER)
    await hear_oneself(house, "action.added.v1")

    assert [before, await due(house)] == due_after(10, 30)


async def test_closed_it_asks_for_nothing_more(desk: Desk) -> None:
    house = desk.house
    await advised(house, ADVISER)
    part = await signed(desk)
    before = await due(house)

    await desk.done(f"parts/{part}/close", {"results": "She works."}, ADVISER)
    await hear_oneself(house, "part.closed.v1")

    assert [before, await due(house)] == due_after(10, 30)


async def test_with_the_plan_its_rhythm_ends(desk: Desk) -> None:
    house = desk.house
    await advised(house, ADVISER)
    await signed(desk)
    before = await due(house)

    await desk.done("discontinue", {"reason": "moved_away"})
    await hear_oneself(house, "plan.discontinued.v1")

    assert [before, await due(house)] == due_after(10, 30)


async def test_another_institutions_part_says_nothing_to_this_adviser(desk: Desk) -> None:
    house = desk.house
    await advised(house)
    await signed(desk)

    assert await owed(house, "contact_client") == []


async def test_a_part_under_either_id_counts_while_the_records_are_merged(desk: Desk) -> None:
    house = desk.house
    await hear(house.database, reactions, fact_of(registered(TWICE)))
    await relate(house.database, TWICE, PUP)
    await signed(desk)
    await advised(house, ADVISER, TWICE)
    apart = await due(house)

    await hear(house.database, reactions, fact_of(MERGED))
    merged = await due(house)
    await hear(house.database, reactions, fact_of(PARTED))

    assert [apart, merged, await due(house)] == due_after(30, 10, 30)
