"""A social worker records the household as the client declared it."""

from typing import Annotated

from pydantic import Field

from contracts.values import ClientId, Command, Day
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.intake.domain.client import Client
from services.intake.domain.means import Household, Member
from services.intake.store.clients import Clients
from services.intake.store.declarations import Declarations


class DeclareHousehold(Command):
    """Declare who keeps house together from a day on."""

    valid_from: Day
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
    """Keep the declaration beside the earlier ones."""
    store = Clients(tx, by)
    client = await store.get(client_id)
    expect(client.version, expected)
    household = Household(
        client_id, command.valid_from, command.members, by.institution, clock.now()
    )
    tx.record(household.declared(clock.today()))
    await Declarations(tx, client_id).add_household(household)
    await store.keep(client)
    return client
