"""The rules of partnerships and their agreements."""

from datetime import date
from uuid import UUID

import pytest

from contracts.directory import AgreementTerminated
from services.directory.domain.partnership import (
    Agreement,
    AgreementNotFound,
    AgreementOver,
    AgreementState,
    DaysReversed,
    Partnership,
)

GROUP, OPS, PUP, NGO = UUID(int=1), UUID(int=2), UUID(int=3), UUID(int=4)
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def agreement(until: date | None = LAST, members: list[UUID] | None = None) -> Agreement:
    return Agreement(UUID(int=9), GROUP, "1/2026", members or [OPS, PUP], FIRST, until)


def partnership(*agreements: Agreement) -> Partnership:
    return Partnership(GROUP, "Partnerstwo Zabrze (demo)", ["2478"], agreements=list(agreements))


@pytest.mark.parametrize(
    ("day", "in_force"),
    [
        (date(2025, 12, 31), False),
        (FIRST, True),
        (LAST, True),
        (date(2027, 1, 1), False),
    ],
)
def test_both_days_of_an_agreement_are_inclusive(day: date, in_force: bool) -> None:
    assert agreement().in_force(day) is in_force


def test_an_agreement_without_a_last_day_goes_on() -> None:
    assert agreement(until=None).in_force(date(2199, 1, 1))


def test_a_terminated_agreement_holds_through_its_last_day() -> None:
    ended = agreement()

    event = ended.terminate(date(2026, 3, 31))

    assert event == AgreementTerminated(
        agreement_id=UUID(int=9), group_id=GROUP, ended_on=date(2026, 3, 31)
    )
    assert ended.state is AgreementState.TERMINATED
    assert ended.in_force(date(2026, 3, 31))
    assert not ended.in_force(date(2026, 4, 1))


def test_a_termination_prolongs_nothing() -> None:
    ended = agreement()

    event = ended.terminate(date(2027, 6, 30))

    assert (ended.valid_to, event.ended_on) == (LAST, LAST)


def test_an_agreement_ends_once() -> None:
    ended = agreement()
    ended.terminate(date(2026, 3, 31))

    with pytest.raises(AgreementOver):
        ended.terminate(date(2026, 4, 30))


def test_an_agreement_does_not_end_before_it_began() -> None:
    with pytest.raises(DaysReversed) as refused:
        agreement().terminate(date(2025, 12, 31))

    assert refused.value.pointer == "/ended_on"


def test_an_agreement_does_not_begin_after_its_end() -> None:
    with pytest.raises(DaysReversed) as refused:
        partnership().activate(agreement(until=date(2025, 12, 31)))

    assert refused.value.pointer == "/valid_to"


def test_an_agreement_of_another_partnership_is_none_of_this_one() -> None:
    with pytest.raises(AgreementNotFound):
        partnership(agreement()).terminate(UUID(int=8), LAST)


def test_the_members_are_whom_agreements_in_force_join_each_once() -> None:
    wide = agreement(members=[OPS, NGO])
    over = agreement(until=date(2026, 2, 1), members=[UUID(int=5)])

    assert partnership(agreement(), wide, over).members(date(2026, 3, 2)) == [OPS, PUP, NGO]
