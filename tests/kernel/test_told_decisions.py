"""A decision says by which rule, and what would open what it keeps back; new policies decide anew."""

import re
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policies.book
from contracts.roles import HELD_AT, held
from contracts.sections import Level, Section
from contracts.values import BasisKind, InstitutionKind
from kernel.rights import Ground, RoleMayNot, Seat, Sight, opening, permits, require, sees, sights
from kernel.why import Why, sentence
from policies.book import Book, book, themes
from tests.kernel.test_rights import GROUNDS, SEATS, unhurried
from tests.support.rooms import worker

COORDINATOR = Seat("NGO", frozenset({"ngo_coordinator"}))
REFERRED = Ground(BasisKind.REFERRAL)


def refused(kind: InstitutionKind, role: str, action: str) -> dict[str, object]:
    with pytest.raises(RoleMayNot) as told:
        require(worker(UUID(int=1), kind, role), action)
    return told.value.members


def of(section: Section, *grounds: Ground) -> Sight:
    return next(s for s in sights(COORDINATOR, frozenset(grounds)) if s.section is section)


def test_a_refused_role_is_told_which_roles_would_do_and_by_which_law() -> None:
    told = refused(InstitutionKind.OPS, "social_worker", "ApproveAward")

    assert told == {
        "action": "ApproveAward",
        "roles": ["ops_manager"],
        "rules": [{"id": "awards-are-decided", "article": "art. 110 ust. 7 u.p.s."}],
    }


def test_where_no_role_would_do_the_refused_is_told_which_institutions_may() -> None:
    told = refused(InstitutionKind.NGO, "ngo_coordinator", "ApproveAward")

    assert told == {"action": "ApproveAward", "roles": [], "institutions": ["OPS"]}


@pytest.mark.parametrize("kind", InstitutionKind)
def test_every_role_that_a_refusal_names_would_be_let_in(kind: InstitutionKind) -> None:
    actions = {action for rule in book().rules for action in rule.actions}
    named = {
        (action, role)
        for action in actions
        if not permits(Seat(kind.value, frozenset()), action)
        for role in refused(kind, "nobody", action)["roles"]  # type: ignore[attr-defined] # a list
    }

    assert all(permits(Seat(kind.value, held(kind, {role})), action) for action, role in named)


def test_every_role_of_the_policies_is_held_somewhere_or_is_a_passes() -> None:
    named = {role for rule in book().rules for role in rule.roles}

    assert named - HELD_AT.keys() == {"calendar", "referral_link"}


def test_a_role_of_another_kind_of_institution_grants_nothing() -> None:
    claimed = {"operator", "social_worker", "calendar", "referral_link", "mayor", "ngo_worker"}

    assert held("NGO", claimed) == {"ngo_worker"}
    assert held("OPS", claimed) == {"social_worker"}
    assert held("OPERATOR", claimed) == {"operator"}


def test_what_is_shown_names_the_rule_that_opens_it() -> None:
    assert [rule.id for rule in of(Section.NEEDS, REFERRED).rules] == ["ngo"]
    assert [rule.id for rule in of(Section.IDENTITY, REFERRED).rules] == ["ngo-identity"]


def test_what_is_kept_back_names_the_rule_that_consent_would_meet() -> None:
    sight = of(Section.HEALTH, REFERRED)

    assert sight.withheld_by is not None
    assert (sight.reason, sight.withheld_by.id) == ("consent_needed", "ngo-by-consent")


def test_what_a_narrow_sharing_keeps_back_names_the_rule_that_narrows() -> None:
    sight = of(Section.PLAN, Ground(BasisKind.CONSENT, ("work",)))

    assert sight.withheld_by is not None
    assert (sight.reason, sight.withheld_by.id) == ("not_shared", "a-named-scope-limits")


def test_what_no_rule_opens_names_none() -> None:
    assert of(Section.INCOME, REFERRED).withheld_by is None


def test_each_relation_names_the_rules_by_which_it_opens_sections() -> None:
    told = {rule.id: sections for rule, sections in opening(COORDINATOR, REFERRED)}

    assert told["ngo-plan"] == (Section.PLAN,)
    assert Section.CONTACT in told["ngo"]


@unhurried
@given(SEATS, GROUNDS)
def test_nothing_is_shown_without_a_rule_that_permits_it(
    seat: Seat, grounds: frozenset[Ground]
) -> None:
    for sight in sights(seat, grounds):
        assert bool(sight.rules) is (sight.level is not None)
        assert all(rule.permits for rule in sight.rules)


@unhurried
@given(SEATS, st.sampled_from(list(BasisKind)))
def test_a_relation_opens_by_its_rules_just_what_is_seen(seat: Seat, basis: BasisKind) -> None:
    opened = {s for _, sections in opening(seat, Ground(basis)) for s in sections}

    assert opened == {s.section for s in sights(seat, frozenset({Ground(basis)})) if s.level}


def test_rules_are_numbered_as_cedar_numbers_them() -> None:
    written = re.findall(r'^@id\("([^"]+)"\)', "\n".join(themes(".cedar").values()), re.MULTILINE)

    assert [rule.id for rule in book().rules] == written
    assert len(set(written)) == len(written)


def test_a_changed_policy_is_followed_by_the_next_decision(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    grounds = frozenset({REFERRED})
    why = Why("Fundacja", None, BasisKind.REFERRAL, (), "2026-03-02")
    before = sentence(why, COORDINATOR, "en")
    assert sees(COORDINATOR, grounds, Section.NEEDS) is Level.FULL
    assert permits(COORDINATOR, "RegisterClient")

    stricter = themes(".cedar") | {"zz": '@id("stop") @article("none") forbid(principal, action in'
        ' [Action::"ReadFull", Action::"RegisterClient"], resource);'}  # fmt: skip
    changed = Book(stricter)
    monkeypatch.setattr(policies.book, "book", lambda: changed)

    assert changed.edition != book.__wrapped__().edition
    assert sees(COORDINATOR, grounds, Section.NEEDS) is None
    assert not permits(COORDINATOR, "RegisterClient")
    assert sentence(why, COORDINATOR, "en") != before
