"""Who may see what: every cell of policies/matrix.md (domain 8.3) against the policies."""

import re
from functools import partial
from importlib.resources import files

import cedarpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contracts.purposes import Purpose
from contracts.relations import VITAL
from contracts.sections import Level, Section
from contracts.values import BasisKind, InstitutionKind
from kernel.rights import (
    Ground,
    Grounds,
    Seat,
    opens,
    permits,
    sees,
    sights,
)
from kernel.verbs import action_of
from policies.book import book, themes
from tests.architecture.source import verbs


def table(title: str) -> tuple[list[tuple[str, str]], dict[str, list[str]]]:
    """A table of the matrix: its columns as (kind, role), its rows by name."""
    text = (files("policies") / "matrix.md").read_text(encoding="utf-8")
    lines = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.split(f"## {title}\n")[1].split("\n##")[0].splitlines()
        if line.startswith("|")
    ]
    columns = [(kind, role) for kind, role in map(str.split, lines[0][1:])]
    return columns, {name: cells for name, *cells in lines[2:]}


POLICIES, SCHEMA = ("\n".join(themes(ending).values()) for ending in (".cedar", ".cedarschema"))
COLUMNS, ROWS = table("Sections")
_, PLAN_WORDS = table("What is read at the plan itself")
CELLS = [
    pytest.param(Seat(kind, frozenset({role})), Section(row), cell, id=f"{kind} {role}: {row}")
    for row, cells in ROWS.items()
    for (kind, role), cell in zip(COLUMNS, cells, strict=True)
]
WORDS = [
    pytest.param(Seat(kind, frozenset({role})), action, cell, id=f"{kind} {role}: {action}")
    for action, cells in PLAN_WORDS.items()
    for (kind, role), cell in zip(COLUMNS, cells, strict=True)
]
WITHOUT = {"F": Level.FULL, "M": Level.MASKED, "S": Level.SUMMARY}
WITH_CONSENT = WITHOUT | {"C": Level.FULL, "c": Level.SUMMARY}


def on(basis: BasisKind, *named: str) -> Grounds:
    """One relation on this basis, naming these sections or none."""
    return frozenset({Ground(basis, tuple(sorted(named)))})


RELATED = on(BasisKind.STATUTORY_TASK)
TASKS = (BasisKind.REGISTRATION, BasisKind.STATUTORY_TASK, BasisKind.REFERRAL)
EVERY_SECTION = tuple(section.value for section in Section)
CASEWORKERS = [
    ("OPS", "social_worker"),
    ("OPS", "family_assistant"),
    ("PCPR", "social_worker"),
    ("CUS", "cus_plan_coordinator"),
    ("PUP", "pup_adviser"),
    ("NGO", "ngo_coordinator"),
    ("NGO", "ngo_worker"),
]
COORDINATOR = Seat("NGO", frozenset({"ngo_coordinator"}))
READING = {"ReadFull", "ReadMasked", "ReadSummary"} | {case.values[1] for case in WORDS}
READING |= {purpose.action for purpose in Purpose}
"""Actions that are no verb: asked about a section."""
ROLES = sorted({role for rule in book().rules for role in rule.roles})


@pytest.mark.parametrize(("seat", "section", "cell"), CELLS)
def test_everybody_sees_what_the_matrix_says(seat: Seat, section: Section, cell: str) -> None:
    consented = on(BasisKind.CONSENT, section.value)

    assert {sees(seat, on(task), section) for task in TASKS} == {WITHOUT.get(cell)}
    assert sees(seat, on(BasisKind.CONSENT), section) == WITHOUT.get(cell)
    assert sees(seat, consented, section) == WITH_CONSENT.get(cell)


@pytest.mark.parametrize(("seat", "section", "cell"), CELLS)
@pytest.mark.parametrize("basis", [BasisKind.CONSENT, BasisKind.STATUTORY_TASK])
def test_a_named_scope_limits_to_what_it_names_and_who_she_is(
    seat: Seat, section: Section, cell: str, basis: BasisKind
) -> None:
    others = [name for name in EVERY_SECTION if name != section.value]
    comes_along = WITHOUT.get(cell) if section is Section.IDENTITY else None

    assert sees(seat, on(basis, *others), section) == comes_along


@pytest.mark.parametrize(("seat", "action", "cell"), WORDS)
def test_everybody_reads_of_the_plan_what_the_matrix_says(
    seat: Seat, action: str, cell: str
) -> None:
    consented = on(BasisKind.CONSENT, "plan")
    others = [name for name in EVERY_SECTION if name != "plan"]
    read = partial(opens, seat, action, Section.PLAN)

    assert {read(on(task)) for task in (*TASKS, BasisKind.CONSENT)} == {cell == "F"}
    assert read(consented) is (cell in {"F", "C"})
    assert not read(on(BasisKind.CONSENT, *others))
    assert not read(on(BasisKind.VITAL_INTEREST))
    assert not read(frozenset())


@pytest.mark.parametrize(
    "action", ["SetDiagnosis", "AddGoal", "OpenPart", "AgreePart", "BeginPlan"]
)
@pytest.mark.parametrize("kind", InstitutionKind)
def test_only_who_works_in_plans_by_law_writes_in_them(kind: InstitutionKind, action: str) -> None:
    writes = permits(Seat(kind.value, frozenset(ROLES)), action)
    assistant = permits(Seat(kind.value, frozenset({"family_assistant"})), action)

    assert (writes, assistant) == (kind in {"OPS", "CUS", "PUP", "NGO"}, False)


def test_a_role_writes_in_plans_at_institutions_of_its_kind_alone() -> None:
    misplaced = [("PCPR", "social_worker"), ("PUP", "social_worker"), ("OPS", "ngo_coordinator")]
    actions = ("AddGoal", "OpenPart", "AgreePart", "AssignPlanLead")

    assert not any(permits(Seat(k, frozenset({r})), a) for k, r in misplaced for a in actions)


def test_the_matrix_has_a_row_for_every_section() -> None:
    assert list(ROWS) == [section.value for section in Section]


def test_consent_to_one_section_opens_no_other() -> None:
    household = on(BasisKind.CONSENT, "household")

    seen = {s.section for s in sights(COORDINATOR, household) if s.level}
    assert seen == {Section.IDENTITY, Section.HOUSEHOLD}


def test_a_consent_and_a_referral_add_up() -> None:
    both = on(BasisKind.CONSENT, "health") | on(BasisKind.REFERRAL)

    assert sees(COORDINATOR, both, Section.HEALTH) is Level.FULL
    assert sees(COORDINATOR, both, Section.PLAN) is Level.MASKED
    assert sees(COORDINATOR, both, Section.ADDICTION) is None


def test_a_consent_to_one_section_and_a_task_naming_another_open_not_each_others() -> None:
    both = on(BasisKind.CONSENT, "needs") | on(BasisKind.STATUTORY_TASK, "health")

    assert sees(COORDINATOR, both, Section.HEALTH) is None


@pytest.mark.parametrize("basis", TASKS)
def test_a_scope_without_consent_opens_nothing(basis: BasisKind) -> None:
    assert sees(COORDINATOR, on(basis, "health"), Section.HEALTH) is None


def test_who_could_see_more_is_told_by_what() -> None:
    reasons = {sight.section: sight.reason for sight in sights(COORDINATOR, RELATED)}
    limited = on(BasisKind.CONSENT, "work")
    told = {sight.section: sight.reason for sight in sights(COORDINATOR, limited)}

    assert reasons[Section.HEALTH] == "consent_needed"
    assert reasons[Section.NOTES] == "consent_needed"
    assert reasons[Section.INCOME] == "not_for_your_task"
    assert (reasons[Section.PLAN], reasons[Section.NEEDS]) == ("not_for_your_task", None)
    assert (told[Section.PLAN], told[Section.WORK]) == ("not_shared", None)


def test_no_relation_shows_nothing() -> None:
    every = Seat("OPS", frozenset(ROLES))

    assert {sight.level for sight in sights(every, frozenset())} == {None}


@pytest.mark.parametrize(("kind", "role"), CASEWORKERS)
def test_a_vital_interest_shows_what_life_depends_on_and_nothing_else(
    kind: str, role: str
) -> None:
    seen = sights(Seat(kind, frozenset({role})), on(BasisKind.VITAL_INTEREST))

    assert {s.section for s in seen if s.level is Level.FULL} == VITAL
    assert {s.section for s in seen if s.level} == VITAL


def test_a_vital_interest_may_be_limited_too() -> None:
    seen = sights(COORDINATOR, on(BasisKind.VITAL_INTEREST, "health", "awards"))

    assert {s.section for s in seen if s.level} == {Section.IDENTITY, Section.HEALTH}


@pytest.mark.parametrize("kind", InstitutionKind)
def test_nobody_sees_anything_without_a_role(kind: InstitutionKind) -> None:
    every = frozenset(Ground(basis) for basis in BasisKind)
    seen = sights(Seat(kind.value, frozenset()), every | on(BasisKind.CONSENT, *EVERY_SECTION))

    assert {sight.level for sight in seen} == {None}


@pytest.mark.parametrize("basis", BasisKind)
@pytest.mark.parametrize("kind", ["ROPS", "WUP", "UM", "UW", "OPERATOR"])
def test_who_runs_no_cases_sees_no_record(kind: str, basis: BasisKind) -> None:
    seen = sights(Seat(kind, frozenset(ROLES)), on(basis))

    assert {sight.level for sight in seen} == {None}


def test_violence_is_for_the_diagnostic_group_alone_whatever_the_basis() -> None:
    others = frozenset(ROLES) - {"diagnostic_group_member"}
    every = frozenset(Ground(basis) for basis in BasisKind) | on(BasisKind.CONSENT, "violence")
    seats = [Seat(kind.value, others) for kind in InstitutionKind]

    assert {sees(seat, every, Section.VIOLENCE) for seat in seats} == {None}


@pytest.mark.parametrize("kind", InstitutionKind)
def test_the_diagnostic_group_sits_at_an_ops_or_a_pcpr(kind: InstitutionKind) -> None:
    seat = Seat(kind.value, frozenset({"diagnostic_group_member"}))

    assert (sees(seat, RELATED, Section.VIOLENCE) is Level.FULL) is (kind in {"OPS", "PCPR"})


def test_not_even_the_diagnostic_group_learns_of_violence_by_breaking_the_glass() -> None:
    seat = Seat("OPS", frozenset({"diagnostic_group_member", "social_worker"}))

    assert sees(seat, on(BasisKind.VITAL_INTEREST), Section.VIOLENCE) is None


def rank(level: Level | None) -> int:
    """How much a level shows."""
    return [None, Level.SUMMARY, Level.MASKED, Level.FULL].index(level)


def levels(seat: Seat, standing: Grounds) -> dict[Section, int]:
    return {sight.section: rank(sight.level) for sight in sights(seat, standing)}


BASES = st.sampled_from(list(BasisKind))
NAMED = st.lists(st.sampled_from(EVERY_SECTION), max_size=5)
GROUNDS = st.frozensets(
    st.builds(lambda basis, named: Ground(basis, tuple(sorted(set(named)))), BASES, NAMED),
    max_size=3,
)
unhurried = settings(deadline=None)  # the first decision of a kind asks Cedar, the others remember
SEATS = st.sampled_from([Seat(kind, frozenset({role})) for kind, role in COLUMNS])


@unhurried
@given(SEATS, GROUNDS, GROUNDS)
def test_relations_add_up_section_by_section(seat: Seat, some: Grounds, more: Grounds) -> None:
    both, one, other = (levels(seat, g) for g in (some | more, some, more))

    assert both == {section: max(one[section], other[section]) for section in Section}


@unhurried
@given(SEATS, BASES, NAMED)
def test_naming_sections_shows_no_more_unless_the_client_consents(
    seat: Seat, basis: BasisKind, named: list[str]
) -> None:
    limited, whole = levels(seat, on(basis, *set(named))), levels(seat, on(basis))

    more = {section for section in Section if limited[section] > whole[section]}
    assert more <= (set(named) if basis is BasisKind.CONSENT else set())


@unhurried
@given(SEATS, BASES, NAMED)
def test_whoever_sees_anything_knows_who_she_is(
    seat: Seat, basis: BasisKind, named: list[str]
) -> None:
    seen = levels(seat, on(basis, *set(named)))

    assert seen[Section.IDENTITY] or not any(seen.values())


@unhurried
@given(SEATS, GROUNDS)
def test_whoever_sees_all_of_a_section_is_told_of_nothing_withheld(
    seat: Seat, standing: Grounds
) -> None:
    told = {(s.level is Level.FULL, s.reason is None) for s in sights(seat, standing)}

    assert told <= {(True, True), (False, False)}


def test_the_policies_keep_to_their_vocabulary() -> None:
    result = cedarpy.validate_policies(POLICIES, SCHEMA)

    assert result.validation_passed, result.errors


def test_every_policy_has_a_name_and_its_law() -> None:
    policies = re.findall(r"^(.*)\n(?:permit|forbid)", POLICIES, re.MULTILINE)

    assert policies
    named = re.compile(r'@id\("[^"]+"\) @article\("[^"]+"\)')
    assert [line for line in policies if not named.match(line)] == []


def test_every_action_is_a_route_and_every_route_an_action() -> None:
    routed = {action_of(route.name) for route in verbs()}

    assert routed == _actions() - READING


def test_every_action_is_permitted_to_somebody() -> None:
    # A pass carries one role and no other, and some rights are a pass's alone.
    held = [frozenset(ROLES), *(frozenset({role}) for role in ROLES)]
    seats = [Seat(kind.value, roles) for kind in InstitutionKind for roles in held]

    nobodys = [a for a in _actions() - READING if not any(permits(s, a) for s in seats)]

    assert nobodys == []


def test_an_action_nobody_knows_is_permitted_to_nobody() -> None:
    seats = [Seat(kind.value, frozenset(ROLES)) for kind in InstitutionKind]

    assert not any(permits(seat, "DeleteEverything") for seat in seats)


def _actions() -> set[str]:
    declared = re.findall(r"^action (.*?)\s*appliesTo", SCHEMA, re.MULTILINE | re.DOTALL)
    return {name.strip() for names in declared for name in names.split(",")}
