"""A worker has the degressive award computed from what the client declared, and applies for it."""

from datetime import date

from pydantic import ConfigDict

from contracts.sections import Section
from contracts.values import ClientId, Command, Day
from kernel import clock, ids, kinship, relations
from kernel.callers import Caller
from kernel.house import House
from kernel.transactions import Transaction
from services.benefits.domain.award import Award, AwardOpen, compute_award
from services.benefits.domain.declared import ClientNotFound, Declared
from services.benefits.domain.schedule_choice import ScheduleChoice
from services.benefits.store.awards import Awards
from services.benefits.store.law import known_law


class ApplyForAward(Command):
    """Apply for degressive support."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "client_id": "0197a000-0000-7000-8000-00000000c001",
                    "employment_started_on": "2026-03-01",
                    "schedule": {"preset": "STEP-12"},
                }
            ]
        }
    )

    client_id: ClientId
    employment_started_on: Day
    schedule: ScheduleChoice = ScheduleChoice()


async def apply_for_award(
    command: ApplyForAward, *, by: Caller, tx: Transaction, house: House
) -> Award:
    """Compute it and keep it; while it is open, no other award may have any of its months."""
    # Asked before the first statement: no row is locked while another process thinks.
    declared = await _declared(house, command.client_id, command.employment_started_on)
    client_id = await kinship.survivor(tx.session, command.client_id)
    may_see = await relations.may_see(tx.session, client_id, by.institution, Section.AWARDS)
    if declared is None or not may_see:
        raise ClientNotFound
    award, applied = Award.apply(
        compute_award(
            declared.means(command.employment_started_on, today=clock.today()),
            employment_started_on=command.employment_started_on,
            choice=command.schedule,
            parameters=await known_law(tx),
        ),
        award_id=ids.new(),
        client_id=client_id,
        by=by.worker,
        institution=by.institution,
    )
    awards = Awards(tx, by)
    if known := await awards.overlapping(award):
        raise AwardOpen(award_id=str(known))
    await awards.add(award)
    tx.record(applied)
    return award


async def _declared(house: House, client_id: ClientId, on: date) -> Declared | None:
    """What was declared: the household is that of the first day of work, whatever came later."""
    found = await house.ask("gateway", f"/internal/ask/intake/clients/{client_id}/means/{on}")
    return None if found is None else Declared.model_validate(found)
