"""A social worker records the household as the client declared it."""

from typing import Annotated

from pydantic import Field

from contracts.intake import HouseholdChanged
from contracts.sections import Section
from contracts.values import ClientId, Command, Day
from kernel import clock, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.intake.domain.client import Client
from services.intake.domain.household import (
    AlreadyInHousehold,
    Clash,
    Households,
    MemberNotVisible,
)
from services.intake.domain.means import Household, Member
from services.intake.store.clients import Clients
from services.intake.store.households import households_of, keep_households, lock_members


class DeclareHousehold(Command):
    """Declare who keeps house together from a day on."""

    valid_from: Day
    valid_to: Annotated[
        Day | None, Field(description="Last day, inclusive; none: until further notice.")
    ] = None
    members: Annotated[
        list[Member],
        Field(
            min_length=1,
            max_length=30,
            examples=[[{"relation": "applicant", "birth_date": "1985-03-14"}]],
        ),
    ]


async def declare_household(
    client_id: ClientId,
    command: DeclareHousehold,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Client:
    """Keep the declaration beside the earlier ones; it shows on every member's own record too."""
    members = await lock_members(tx, client_id, command.members)
    store = Clients(tx, by)
    client = await store.get(client_id, Section.HOUSEHOLD)
    expect(client.version, expected)
    household = Household(
        client_id, command.valid_from, members, by.institution, clock.now(), command.valid_to
    )
    household.declared(clock.today())
    known = await households_of(tx, {client_id} | household.linked)
    await _check_members(household, known, by=by, tx=tx)
    if clash := known.clash(household):
        raise await _already(clash, by=by, tx=tx)
    touched = known.of(client_id).touched_from(household.valid_from)
    await keep_households(tx, known, household)
    await tell(touched | household.linked, household, {client_id}, by=by, tx=tx)
    await store.keep(client)
    return client


async def tell(
    touched: set[ClientId],
    household: Household,
    changed: set[ClientId],
    *,
    by: Caller,
    tx: Transaction,
) -> None:
    """Announce it on each record that shows it; of those the caller cannot see he learns nothing.

    Only of those `changed` it is the worker's doing. That it shows on the others' records follows:
    that one of them is restricted hinders nobody else, and whoever was erased has no record.
    """
    everyone = touched | changed
    for client_id in sorted(everyone - await relations.erased(tx.session, list(everyone))):
        event = HouseholdChanged(client_id=client_id, valid_from=household.valid_from)
        tx.record(event, follows=client_id not in changed)
        if not await relations.may_see(tx.session, client_id, by.institution):
            tx.unnamed.add(client_id)


async def _check_members(
    household: Household, known: Households, *, by: Caller, tx: Transaction
) -> None:
    """A member's record is one the caller may see; who was linked here before may stay."""
    before = known.of(household.client_id).touched_from(household.valid_from)
    before.add(household.client_id)
    for place, member in enumerate(household.members):
        if member.client_id is None or member.client_id in before:
            continue
        if not await relations.may_see(tx.session, member.client_id, by.institution):
            raise MemberNotVisible(pointer=f"/members/{place}/client_id")


async def _already(clash: Clash, *, by: Caller, tx: Transaction) -> AlreadyInHousehold:
    """Since when she belongs elsewhere; to whom, only if the caller may see that client."""
    elsewhere = clash.stay.household_of
    seen = await relations.may_see(tx.session, elsewhere, by.institution)
    return AlreadyInHousehold(
        pointer=f"/members/{clash.place}",
        client_id=str(clash.client_id),
        household_of=str(elsewhere) if seen else None,
        since=clash.stay.valid_from.isoformat(),
        until=clash.stay.valid_to.isoformat() if clash.stay.valid_to else None,
        leave={"method": "POST", "href": f"/v1/clients/{clash.client_id}/household/leave"},
    )
