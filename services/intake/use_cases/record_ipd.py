"""An adviser of a labour office records an individual action plan."""

from typing import Annotated

from pydantic import Field

from contracts.sections import Section
from contracts.values import ClientId, Command, Day, Note
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.labour import Ipd, Registration, rule_on
from services.intake.store.clients import Clients
from services.intake.store.labour import Labour


class RecordIpd(Command):
    """Record the plan: when it was made, what it aims at, how often the office is in touch."""

    made_on: Day
    ends_on: Day | None = None
    goals: Note | None = None
    contact_every_days: Annotated[
        int | None,
        Field(ge=1, le=365, strict=True, description="None: as the law says.", examples=[30]),
    ] = None


async def record_ipd(
    client_id: ClientId, command: RecordIpd, *, by: Caller, tx: Transaction
) -> Registration:
    """Keep the plan with the registration in force."""
    store = Clients(tx, by)
    client = await store.get(client_id, Section.WORK)
    labour = Labour(tx, client_id)
    registration = await labour.current()
    every = command.contact_every_days or rule_on(command.made_on).contact_every_days
    ipd = Ipd(
        registration.id, command.made_on, command.ends_on, every,
        command.goals, by.institution, clock.now(),
    )  # fmt: skip
    tx.record(ipd.recorded(registration, clock.today()))
    registration.ipds.append(ipd)
    await labour.add_ipd(ipd)
    await store.keep(client)
    return registration
