"""An award: what it comes from, who may decide on it, and what it announces."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from pydantic import ValidationError

from contracts.benefits import AwardApplied, AwardApproved, AwardRejected
from kernel.refusals import Kind, Refusal
from services.benefits.domain.award import (
    Award,
    AwardState,
    AwardTerms,
    IllegalMove,
    NothingLost,
    NotTheAwarder,
    OwnCalculation,
    RejectionReason,
    compute_award,
)
from services.benefits.domain.dated import ParameterUnknown
from services.benefits.domain.months import MonthOutOfRange
from services.benefits.domain.parameters import load_parameters
from services.benefits.domain.schedule_choice import StartRule, UnknownPreset
from services.benefits.domain.trace import Trace
from services.benefits.domain.what_if import WhatIf

AWARD = UUID("0197a000-0000-7000-8000-00000000f001")
CLIENT = UUID("0197a000-0000-7000-8000-00000000c001")
OPS = UUID("0197a000-0000-7000-8000-000000000002")
PUP = UUID("0197a000-0000-7000-8000-000000000003")
CLERK, MANAGER = "ops-clerk", "ops-manager"
MARCH, DECIDED = date(2026, 3, 1), date(2026, 3, 9)


def asked(day: date, wage: str, preset: str = "STEP-12") -> WhatIf:
    return WhatIf.model_validate(
        {
            "on": day,
            "municipality": "2478011",
            "household": {"members": [{"age": 35, "relation": "applicant"}]},
            "incomes_after": [{"kind": "employment", "monthly": wage}],
            "schedule": {"preset": preset},
        }
    )


def terms(day: date = MARCH, wage: str = "3355.85", preset: str = "STEP-12") -> AwardTerms:
    return compute_award(asked(day, wage, preset), load_parameters())


def applied() -> Award:
    award, _ = Award.apply(terms(), award_id=AWARD, client_id=CLIENT, by=CLERK, institution=OPS)
    return award


def approved() -> Award:
    award = applied()
    award.approve(by=MANAGER, institution=OPS, on=DECIDED)
    return award


def rejected() -> Award:
    award = applied()
    award.reject(by=MANAGER, institution=OPS, reason=RejectionReason.NO_FUNDS, on=DECIDED)
    return award


def test_an_award_is_applied_for_on_computed_terms() -> None:
    award, event = Award.apply(
        terms(), award_id=AWARD, client_id=CLIENT, by=CLERK, institution=OPS
    )

    assert event == AwardApplied(client_id=CLIENT, award_id=AWARD)
    assert (award.state, award.version, award.lb_mode) == (AwardState.APPLIED, 1, "frozen")
    assert (award.computed_by, award.institution) == (CLERK, OPS)
    assert (award.municipality, award.employment_started_on) == ("2478011", MARCH)
    assert (award.preset, award.start_rule) == ("STEP-12", StartRule.EMPLOYMENT_DATE)
    assert (award.lost_benefit, award.total) == (Decimal("505.00"), Decimal("3787.50"))
    assert (award.first_month, award.last_month) == ("2026-03", "2027-02")


def test_somebody_else_of_the_same_institution_approves() -> None:
    award = applied()

    event = award.approve(by=MANAGER, institution=OPS, on=DECIDED)

    assert event == AwardApproved(
        client_id=CLIENT, award_id=AWARD, first_month="2026-03", last_month="2027-02"
    )
    assert (award.state, award.version) == (AwardState.APPROVED, 2)
    assert (award.approved_by, award.approved_on) == (MANAGER, DECIDED)


def test_who_computed_an_award_may_not_approve_it() -> None:
    award = applied()

    with pytest.raises(OwnCalculation) as refused:
        award.approve(by=CLERK, institution=OPS, on=DECIDED)

    assert (refused.value.kind, award.state, award.version) == (
        Kind.FORBIDDEN,
        AwardState.APPLIED,
        1,
    )


def test_an_award_is_rejected_with_a_reason() -> None:
    award = applied()

    event = award.reject(by=MANAGER, institution=OPS, reason=RejectionReason.NO_FUNDS, on=DECIDED)

    assert event == AwardRejected(client_id=CLIENT, award_id=AWARD)
    assert (award.state, award.version) == (AwardState.REJECTED, 2)
    assert (award.rejected_by, award.rejected_on) == (MANAGER, DECIDED)
    assert award.rejection_reason is RejectionReason.NO_FUNDS


def test_who_computed_an_award_may_reject_it() -> None:
    award = applied()

    award.reject(by=CLERK, institution=OPS, reason=RejectionReason.COMPUTED_WRONGLY, on=DECIDED)

    assert award.state is AwardState.REJECTED


def test_another_institution_decides_nothing() -> None:
    award = applied()

    with pytest.raises(NotTheAwarder):
        award.approve(by=MANAGER, institution=PUP, on=DECIDED)
    with pytest.raises(NotTheAwarder):
        award.reject(by=MANAGER, institution=PUP, reason=RejectionReason.NO_FUNDS, on=DECIDED)

    assert (award.state, award.version) == (AwardState.APPLIED, 1)


@pytest.mark.parametrize(("decided", "allowed"), [(approved, ["suspend", "end"]), (rejected, [])])
def test_a_decision_is_made_once(decided: Callable[[], Award], allowed: list[str]) -> None:
    award = decided()
    state = award.state

    with pytest.raises(IllegalMove) as approving:
        award.approve(by=MANAGER, institution=OPS, on=DECIDED)
    with pytest.raises(IllegalMove):
        award.reject(by=MANAGER, institution=OPS, reason=RejectionReason.NO_FUNDS, on=DECIDED)

    assert approving.value.members == {"state": state, "allowed": allowed}
    assert (award.state, award.version) == (state, 2)


def test_a_job_that_takes_nothing_away_earns_no_award() -> None:
    with pytest.raises(NothingLost):
        terms(wage="0.00")


def test_an_unknown_schedule_is_refused_at_its_field() -> None:
    with pytest.raises(UnknownPreset) as refused:
        terms(preset="STEP-99")

    assert refused.value.pointer == "/schedule/preset"
    assert refused.value.members == {"known": sorted(load_parameters().schedule_presets)}


def test_the_month_before_the_job_must_be_known_too() -> None:
    with pytest.raises(ParameterUnknown) as refused:
        terms(day=date(2015, 10, 15))

    assert refused.value.members == {"parameter": "criterion_single", "month": "2015-09"}


@pytest.mark.parametrize("day", [date.min, date(1899, 12, 31), date(2199, 6, 1), date.max])
def test_days_off_the_calendar_are_refused(day: date) -> None:
    with pytest.raises(MonthOutOfRange):
        terms(day=day)


def test_an_income_below_zero_is_refused_at_its_field() -> None:
    with pytest.raises(ValidationError) as refused:
        asked(MARCH, "-0.01")

    assert refused.value.errors()[0]["loc"] == ("incomes_after", 0, "monthly")


def test_the_trace_names_every_parameter_with_its_source() -> None:
    before, after = (p for p in terms().trace.parts if "okresowy" in p.pl)

    assert [used.name for used in before.parameters] == [
        "criterion_single",
        "okresowy_share",
        "okresowy_single_cap",
        "okresowy_minimum",
    ]
    assert all(used.source.article.startswith("art. ") for used in before.parameters)
    assert [step.result for step in before.steps] == [
        "1010.00",
        "entitled",
        "505.00",
        "505.00",
        "505.00",
    ]
    assert (before.month, after.month) == ("2026-02", "2026-03")
    assert after.steps[-1].result == "not entitled"


def test_the_trace_survives_being_written_down() -> None:
    trace = terms().trace

    written: dict[str, Any] = json.loads(trace.model_dump_json())

    assert Trace.model_validate(written) == trace
    assert written["steps"][0]["calculation"] == "max(0.00, 505.00 − 0.00)"


def test_the_same_facts_give_the_same_award() -> None:
    assert terms() == terms()


@pytest.mark.parametrize("event", [AwardApplied, AwardApproved, AwardRejected])
def test_an_event_shows_an_example_and_no_amount(
    event: type[AwardApplied | AwardApproved | AwardRejected],
) -> None:
    fields = set(event.example().model_dump())

    assert fields <= {"client_id", "award_id", "first_month", "last_month"}


@pytest.mark.parametrize(
    "refusal",
    [
        IllegalMove,
        MonthOutOfRange,
        NothingLost,
        NotTheAwarder,
        OwnCalculation,
        ParameterUnknown,
        UnknownPreset,
    ],
)
def test_every_refusal_speaks_both_languages(refusal: type[Refusal]) -> None:
    assert (refusal.__doc__ or "").endswith(".")
    assert refusal.pl.endswith(".")
