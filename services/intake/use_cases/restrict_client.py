"""The institution that registered a client restricts her data: for now they are only kept."""

from typing import Annotated

from pydantic import Field

from contracts.intake.rights import ClientRestricted
from contracts.values import ClientId, Command, Day
from kernel import clock, ids, kinship, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.erasure import OnlyItsRegistrar
from services.intake.domain.restriction import AlreadyRestricted, Restriction, RestrictionGround
from services.intake.store.clients import Clients
from services.intake.store.rights import Restrictions


class RestrictClient(Command):
    """Restrict, on which ground."""

    ground: Annotated[RestrictionGround, Field(examples=["accuracy_contested"])]
    review_on: Annotated[
        Day | None,
        Field(
            description="The day to look again; it never ends by itself.", examples=["2099-01-07"]
        ),
    ] = None


async def restrict_client(
    client_id: ClientId, command: RestrictClient, *, by: Caller, tx: Transaction
) -> Restriction:
    """Hide her from every partner and refuse changes, from the next request on."""
    store = Clients(tx, by)
    client = await store.get(client_id)
    if client.registered_by != by.institution:
        raise OnlyItsRegistrar
    if await Restrictions(tx).standing(client_id) is not None:
        raise AlreadyRestricted(state="restricted", allowed=["lift"])
    restriction = Restriction(
        id=ids.new(),
        client_id=client_id,
        ground=command.ground,
        review_on=command.review_on,
        placed_by=by.worker,
        placed_at=clock.now(),
    )
    restriction.check(clock.today())
    await Restrictions(tx).add(restriction)
    for one in await kinship.family(tx.session, client_id):
        event = ClientRestricted(client_id=one)
        await relations.note(tx.session, restriction.placed_at, event)
        tx.record(event)
    await store.keep(client)
    return restriction
