"""A worker has the degressive award computed from what the client declared, and applies for it."""

from datetime import date
from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.sections import Section
from contracts.values import ClientId, Command, Day
from kernel import clock, ids, kinship, relations
from kernel.callers import Caller
from kernel.house import House
from kernel.transactions import Transaction
from services.benefits.domain.award import Award, AwardOpen, AwardTooSoon
from services.benefits.domain.award_terms import (
    AwardTerms,
    compute_award,
    programme,
    supported_from,
)
from services.benefits.domain.continuation import Continuation
from services.benefits.domain.declared import ClientNotFound, Declared, ReceivedLater
from services.benefits.domain.months import month_of, shifted
from services.benefits.domain.parameters import Parameters
from services.benefits.domain.position import Scope
from services.benefits.domain.schedule_choice import ScheduleChoice
from services.benefits.domain.what_if import LostBenefitMode, Unemployment
from services.benefits.store.awards import Awards
from services.benefits.store.law import known_law
from services.benefits.use_cases.ask_means import ask_means


class ApplyForAward(Command):
    """Apply for degressive support."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "client_id": "0197a000-0000-7000-8000-00000000c001",
                    "employment_started_on": "2026-03-01",
                    "received_on": "2026-03-01",
                    "schedule": {"preset": "STEP-12"},
                }
            ]
        }
    )

    client_id: ClientId
    employment_started_on: Day
    received_on: Annotated[
        Day | None,
        Field(description="When the application came in; unsaid: today. No month before is paid."),
    ] = None
    schedule: ScheduleChoice = ScheduleChoice()
    scope: Annotated[Scope, Field(description="Which benefits count as lost.")] = Scope.SA
    lost_benefit_mode: LostBenefitMode = LostBenefitMode.FROZEN
    continuation: Annotated[
        Continuation | None,
        Field(description="Said: the allowance that goes on beside the job comes first."),
    ] = None
    unemployment: Unemployment | None = None


async def apply_for_award(
    command: ApplyForAward, *, by: Caller, tx: Transaction, house: House
) -> Award:
    """Compute it and keep it; while it is open, no other award may have any of its months."""
    # Asked before the first statement: no row is locked while another process thinks.
    declared = await ask_means(house, command.client_id, command.employment_started_on)
    client_id = await kinship.survivor(tx.session, command.client_id)
    may_see = await relations.may_see(tx.session, client_id, by.institution, Section.AWARDS)
    if declared is None or not may_see:
        raise ClientNotFound
    received_on = command.received_on or clock.today()
    if received_on > clock.today():
        raise ReceivedLater(pointer="/received_on")
    law = await known_law(tx)
    rules = programme(month_of(received_on), law)
    award, applied = Award.apply(
        _terms(command, declared, received_on, law),
        award_id=ids.new(),
        client_id=client_id,
        by=by.worker,
        institution=by.institution,
    )
    awards = Awards(tx, by)
    if known := await awards.overlapping(award):
        raise AwardOpen(award_id=str(known))
    if near := await awards.too_near(award, rules.once_per_months):
        raise AwardTooSoon(award_id=str(near), months=rules.once_per_months)
    await awards.add(award)
    tx.record(applied)
    return award


def _terms(
    command: ApplyForAward, declared: Declared, received_on: date, law: Parameters
) -> AwardTerms:
    rules = programme(month_of(received_on), law)
    asked = declared.asked(
        command.employment_started_on,
        today=clock.today(),
        schedule=command.schedule.within(rules.max_months),
        scope=command.scope,
        lost_benefit_mode=command.lost_benefit_mode,
        continuation=command.continuation,
        unemployment=command.unemployment,
        not_before=supported_from(received_on, rules),
    )
    return compute_award(
        asked,
        law,
        employment_id=declared.job(command.employment_started_on),
        received_on=received_on,
        last_month=shifted(month_of(command.employment_started_on), rules.window_months - 1),
    )
