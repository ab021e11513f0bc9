"""Who may see what: the matrix of access, as a lawyer would read it, against the policies."""

import re

import cedarpy
import pytest

from contracts.sections import Level, Section
from contracts.values import BasisKind, InstitutionKind
from kernel.rights import Grounds, Seat, permits, policy_text, schema_text, sights
from kernel.verbs import action_of
from tests.architecture.source import verbs

# F everything, M identifiers covered, S summary, C everything once the client consents to it,
# c a summary once she consents, - nothing.
MATRIX = """
             OPS     OPS     OPS    family  PUP      PUP      NGO     NGO     CUS    PCPR
             worker  manager clerk  assist. adviser  manager  coord.  worker  coord. worker
identity     F       F       F      F       F        F        M       M       F      F
contact      F       F       F      F       F        S        F       F       F      F
household    F       F       F      F       S        -        C       -       F      S
income       F       F       F      S       S        S        -       -       S      S
needs        F       F       -      F       F        F        F       F       F      -
work         F       F       S      F       F        F        F       F       F      S
health       F       F       S      F       S        -        C       -       -      F
addiction    F       S       -      -       -        -        C       -       -      -
violence     -       -       -      -       -        -        -       -       -      -
notes        F       F       -      -       S        -        c       -       F      -
plan         F       F       S      F       F        F        F       F       F      F
referrals    F       F       S      F       F        F        F       F       F      F
meetings     F       F       -      -       F        F        F       F       F      -
awards       F       F       F      S       S        S        -       -       S      -
vouchers     F       F       F      -       -        -        -       -       F      -
"""
COLUMNS = (
    ("OPS", "social_worker"),
    ("OPS", "ops_manager"),
    ("OPS", "ops_benefits_clerk"),
    ("OPS", "family_assistant"),
    ("PUP", "pup_adviser"),
    ("PUP", "pup_manager"),
    ("NGO", "ngo_coordinator"),
    ("NGO", "ngo_worker"),
    ("CUS", "cus_plan_coordinator"),
    ("PCPR", "social_worker"),
)
ROWS = {line.split()[0]: line.split()[1:] for line in MATRIX.strip().splitlines()[2:]}
CELLS = [
    pytest.param(Seat(kind, frozenset({role})), Section(row), cell, id=f"{kind} {role}: {row}")
    for row, cells in ROWS.items()
    for (kind, role), cell in zip(COLUMNS, cells, strict=True)
]
WITHOUT = {"F": Level.FULL, "M": Level.MASKED, "S": Level.SUMMARY}
WITH_CONSENT = WITHOUT | {"C": Level.FULL, "c": Level.SUMMARY}
RELATED = Grounds(frozenset({BasisKind.STATUTORY_TASK}))
ROLES = sorted(set(re.findall(r'"([a-z]+_[a-z_]+|dpo|operator)"', policy_text())))


@pytest.mark.parametrize(("seat", "section", "cell"), CELLS)
def test_everybody_sees_what_the_matrix_says(seat: Seat, section: Section, cell: str) -> None:
    consented = Grounds(frozenset({BasisKind.CONSENT}), frozenset({section.value}))

    assert _level(seat, RELATED, section) == WITHOUT.get(cell)
    assert _level(seat, consented, section) == WITH_CONSENT.get(cell)


def test_the_matrix_has_a_row_for_every_section() -> None:
    assert list(ROWS) == [section.value for section in Section]


def test_consent_to_one_section_opens_no_other() -> None:
    seat = Seat("NGO", frozenset({"ngo_coordinator"}))
    consent_to_household = Grounds(frozenset({BasisKind.CONSENT}), frozenset({"household"}))

    assert _level(seat, consent_to_household, Section.HEALTH) is None


def test_a_scope_without_consent_opens_nothing() -> None:
    seat = Seat("NGO", frozenset({"ngo_coordinator"}))
    no_consent = Grounds(frozenset({BasisKind.REFERRAL}), frozenset({"health"}))

    assert _level(seat, no_consent, Section.HEALTH) is None


def test_who_could_see_more_by_consent_is_told_so() -> None:
    seat = Seat("NGO", frozenset({"ngo_coordinator"}))
    reasons = {sight.section: sight.reason for sight in sights(seat, RELATED)}

    assert reasons[Section.HEALTH] == "consent_needed"
    assert reasons[Section.INCOME] == "not_for_your_task"
    assert reasons[Section.PLAN] is None


@pytest.mark.parametrize("kind", InstitutionKind)
def test_nobody_sees_anything_without_a_role(kind: InstitutionKind) -> None:
    every = frozenset(BasisKind), frozenset(section.value for section in Section)
    seen = sights(Seat(kind.value, frozenset()), Grounds(*every))

    assert {sight.level for sight in seen} == {None}


@pytest.mark.parametrize("kind", ["ROPS", "UM", "UW", "OPERATOR"])
def test_who_runs_no_cases_sees_no_record(kind: str) -> None:
    seen = sights(Seat(kind, frozenset({"operator", "social_worker", "dpo"})), RELATED)

    assert {sight.level for sight in seen} == {None}


def test_violence_is_for_nobody_whatever_the_role_and_the_basis() -> None:
    grounds = Grounds(frozenset(BasisKind), frozenset({"violence"}))
    seats = [Seat(kind.value, frozenset(ROLES)) for kind in InstitutionKind]

    assert {_level(seat, grounds, Section.VIOLENCE) for seat in seats} == {None}


def test_the_policies_keep_to_their_vocabulary() -> None:
    result = cedarpy.validate_policies(policy_text(), schema_text())

    assert result.validation_passed, result.errors


def test_every_policy_has_a_name_and_its_law() -> None:
    policies = re.findall(r"^(.*)\n(?:permit|forbid)", policy_text(), re.MULTILINE)

    assert policies
    named = re.compile(r'@id\("[^"]+"\) @article\("[^"]+"\)')
    assert [line for line in policies if not named.match(line)] == []


def test_every_action_is_a_route_and_every_route_an_action() -> None:
    routed = {action_of(route.name) for route in verbs()}

    assert routed == _actions() - {"ReadFull", "ReadMasked", "ReadSummary"}


def test_every_action_is_permitted_to_somebody() -> None:
    seats = [Seat(kind.value, frozenset(ROLES)) for kind in InstitutionKind]
    reading = {"ReadFull", "ReadMasked", "ReadSummary"}

    nobodys = [a for a in _actions() - reading if not any(permits(s, a) for s in seats)]

    assert nobodys == []


def test_an_action_nobody_knows_is_permitted_to_nobody() -> None:
    seats = [Seat(kind.value, frozenset(ROLES)) for kind in InstitutionKind]

    assert not any(permits(seat, "DeleteEverything") for seat in seats)


def _level(seat: Seat, grounds: Grounds, section: Section) -> Level | None:
    return next(sight.level for sight in sights(seat, grounds) if sight.section is section)


def _actions() -> set[str]:
    declared = re.findall(r"^action (.*?)\s*appliesTo", schema_text(), re.MULTILINE | re.DOTALL)
    return {name.strip() for names in declared for name in names.split(",")}
