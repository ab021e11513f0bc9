"""What readers may see of a client's households."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.sections import Section
from contracts.values import ClientId, Day, InstitutionId, View
from kernel import relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.means import Household, Member
from services.intake.store.households import households_of
from services.intake.store.sight import reader_of


class HouseholdView(View):
    """A household as it held from a day to a day, both inclusive."""

    valid_from: Day
    valid_to: Annotated[Day | None, Field(description="None: until now.")]
    household_of: Annotated[
        ClientId | None,
        Field(description="For whom it was declared; none where that is a record you cannot see."),
    ]
    members: Annotated[
        list[Member],
        Field(
            description="Relations are to the applicant; health and records you may not see are left out."
        ),
    ]
    lone_person: bool
    declared_by: InstitutionId
    declared_at: datetime


class HouseholdHistoryView(View):
    """The households a client belonged to, newest first."""

    items: list[HouseholdView]


async def list_households(tx: Transaction, client_id: UUID, by: Caller) -> HouseholdHistoryView:
    """Where she belonged and since when, whoever declared it."""
    reader = await reader_of(tx, client_id, by)
    reader.require(Section.HOUSEHOLD)
    known = await households_of(tx, [client_id])
    hidden = set() if reader.reads(Section.HEALTH) else {"disability"}
    views = []
    for stay in reversed(known.stays(client_id)):
        version = known.of(stay.household_of).on(stay.valid_from)
        if version is not None:
            seen = await _seen(tx, version.linked | {version.client_id}, by)
            views.append(_view(version, seen, hidden))
    return HouseholdHistoryView(items=views)


async def _seen(tx: Transaction, ids: set[UUID], by: Caller) -> set[UUID]:
    return {c for c in ids if await relations.may_see(tx.session, c, by.institution)}


def _view(version: Household, seen: set[UUID], hidden: set[str]) -> HouseholdView:
    return HouseholdView(
        valid_from=version.valid_from,
        valid_to=version.valid_to,
        household_of=version.client_id if version.client_id in seen else None,
        members=[_member(member, seen, hidden) for member in version.members],
        lone_person=len(version.sharing) == 1,
        declared_by=version.declared_by,
        declared_at=version.declared_at,
    )


def _member(member: Member, seen: set[UUID], hidden: set[str]) -> Member:
    left_out = hidden if member.client_id in seen else hidden | {"client_id"}
    return member.model_copy(update=dict.fromkeys(left_out))
