"""The page of states says what the tables say."""

import re

import pytest

from okienko.states import Table, page, tables
from services.referrals.domain.referral_states import MOVES, STAYS, ReferralState

TABLES = tables()
each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.title)


def drawn(table: Table) -> set[tuple[str, str, str]]:
    chapter = page().split(f"## {table.title} ({table.service})")[1].split("\n## ")[0]
    arrows = re.findall(r"^    (\w+) --> (\w+): (.+)$", chapter, re.MULTILINE)
    return {(verb, source, to) for source, to, verbs in arrows for verb in verbs.split(", ")}


def test_every_service_that_has_states_stands_in_it() -> None:
    assert {table.service for table in TABLES} >= {"benefits", "directory", "intake", "referrals"}


def test_a_referral_is_drawn_arrow_by_arrow() -> None:
    table = next(table for table in TABLES if table.states is ReferralState)
    moves = {(verb, one.value, to.value) for verb, (begins, to) in MOVES.items() for one in begins}
    stays = {(verb, one.value, one.value) for verb, begins in STAYS.items() for one in begins}

    assert drawn(table) == moves | stays
    assert table.begins() is ReferralState.DRAFT
    assert table.ends() == [ReferralState.ENTERED_IN_ERROR]


@each_table
def test_what_is_drawn_is_what_the_code_does(table: Table) -> None:
    assert drawn(table) == {(verb, one.value, to.value) for verb, one, to in table.edges}


def test_every_state_of_a_referral_is_reached() -> None:
    table = next(table for table in TABLES if table.states is ReferralState)
    reached, new = {table.begins()}, True
    while new:
        steps = {to for _, source, to in table.edges if source in reached}
        new = not steps <= reached
        reached |= steps

    assert reached == set(ReferralState)
