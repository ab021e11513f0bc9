"""Households as a rule: whatever is declared and left, nobody belongs to two on one day."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.intake.domain.household import (
    HouseholdHistory,
    Households,
    NotInHousehold,
)
from services.intake.domain.means import Household, Member, MemberRelation

A, B, C, D = (UUID(int=number) for number in range(1, 5))
PEOPLE = (A, B, C, D)
FIRST = date(2026, 1, 1)
AT = datetime(2026, 7, 1, tzinfo=UTC)
BORN = date(1985, 3, 14)
DAYS = [FIRST + timedelta(days=number) for number in range(-2, 24)]

days = st.integers(0, 20).map(lambda number: FIRST + timedelta(days=number))
declaring = st.tuples(
    st.just("declare"), st.sampled_from(PEOPLE), days, st.none() | days,
    st.sets(st.sampled_from(PEOPLE), max_size=3),
)  # fmt: skip
leaving = st.tuples(st.just("leave"), st.sampled_from(PEOPLE), days)


def member(client_id: UUID) -> Member:
    return Member(relation=MemberRelation.SPOUSE, birth_date=BORN, client_id=client_id)


def household(
    owner: UUID, valid_from: date, *others: UUID, valid_to: date | None = None
) -> Household:
    applicant = Member(relation=MemberRelation.APPLICANT, birth_date=BORN)
    members = [applicant, *(member(other) for other in others)]
    return Household(owner, valid_from, members, owner, AT, valid_to)


def belonging(known: Households, client_id: UUID, day: date) -> list[UUID]:
    return [s.household_of for s in known.stays(client_id) if s.covers(day)]


def carry_out(known: Households, step: tuple) -> None:  # type: ignore[type-arg] # of two shapes
    """What the two use cases do, without their database."""
    if step[0] == "leave":
        _, client_id, until = step
        try:
            owner = known.left_on(client_id, until).household_of
        except NotInHousehold:
            return
        known.keep(*known.of(owner).without(client_id, until, by=A, at=AT))
        return
    _, owner, valid_from, valid_to, others = step
    new = household(owner, valid_from, *sorted(others - {owner}), valid_to=valid_to)
    if (valid_to is None or valid_to >= valid_from) and known.clash(new) is None:
        known.keep(new)


@given(st.lists(declaring | leaving, max_size=14))
def test_nobody_belongs_to_two_households_on_one_day(steps: list[tuple]) -> None:  # type: ignore[type-arg]
    known = Households([])

    for step in steps:
        carry_out(known, step)

        for client_id in PEOPLE:
            for day in DAYS:
                assert len(belonging(known, client_id, day)) <= 1


@given(st.lists(declaring | leaving, max_size=10), days, st.sampled_from(PEOPLE))
def test_who_left_belongs_nowhere_the_day_after(
    steps: list[tuple],  # type: ignore[type-arg]
    until: date,
    client_id: UUID,
) -> None:
    known = Households([])
    for step in steps:
        carry_out(known, step)
    before = {d: belonging(known, client_id, d) for d in DAYS if d <= until}

    carry_out(known, ("leave", client_id, until))

    assert belonging(known, client_id, until + timedelta(days=1)) == []
    assert {d: belonging(known, client_id, d) for d in before} == before


@given(st.lists(declaring | leaving, max_size=10))
def test_belonging_is_mutual(steps: list[tuple]) -> None:  # type: ignore[type-arg]
    known = Households([])
    for step in steps:
        carry_out(known, step)

    for client_id in PEOPLE:
        for stay in known.stays(client_id):
            seen = known.on(client_id, stay.valid_from)
            assert seen is not None
            assert seen.place_of(client_id) is not None
            assert belonging(known, stay.household_of, stay.valid_from) == [stay.household_of]


def test_the_day_before_the_first_household_is_told_of_the_first() -> None:
    known = Households([HouseholdHistory(A, (household(A, FIRST, B),))])

    for client_id in (A, B):
        found = known.on(client_id, FIRST - timedelta(days=400))
        assert found is not None
        assert found.client_id == A


def test_of_two_declarations_of_one_day_the_later_holds() -> None:
    history = HouseholdHistory(A, (household(A, FIRST, B), household(A, FIRST)))

    assert history.stays(B) == []
    assert len(history.versions()) == 1


def test_a_stay_that_ends_when_another_begins_does_not_meet_it() -> None:
    until = FIRST + timedelta(days=9)
    known = Households([HouseholdHistory(A, (household(A, FIRST, B, valid_to=until),))])

    assert known.clash(household(C, until + timedelta(days=1), B)) is None
    clash = known.clash(household(C, until, B))
    assert clash is not None
    assert (clash.client_id, clash.place, clash.stay.household_of) == (B, 1, A)


def test_who_belongs_nowhere_cannot_leave() -> None:
    with pytest.raises(NotInHousehold):
        Households([]).left_on(A, FIRST)


def test_leaving_lasts_as_long_as_the_stay_went_on_without_a_gap() -> None:
    second, third = FIRST + timedelta(days=10), FIRST + timedelta(days=20)
    history = HouseholdHistory(
        A, (household(A, FIRST, B), household(A, second, B, C), household(A, third, B))
    )

    rows = history.without(B, FIRST, by=A, at=AT)

    assert [row.valid_from for row in rows] == [FIRST + timedelta(days=1), second, third]
    after = history.with_(*rows)
    assert [stay.valid_to for stay in after.stays(B)] == [FIRST]
    assert after.stays(C) == history.stays(C)
