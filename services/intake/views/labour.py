"""What readers may see of registrations at labour offices."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.intake.means import ContactChannel, LabourEnd, LabourStatus
from contracts.sections import Section
from contracts.values import (
    ClientId,
    Day,
    InstitutionId,
    LabourRegistrationId,
    Note,
    Version,
    View,
)
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.labour import IpdReason, LabourFacts, Registration, ipd_due
from services.intake.store.labour import Labour
from services.intake.store.sight import Reader, reader_of
from services.intake.tables.clients import clients

_HEALTH = {"disability", "work_limits"}


class IpdView(View):
    """An individual action plan (IPD); days inclusive."""

    made_on: Day
    ends_on: Day | None
    contact_every_days: int
    goals: Note | None


class ContactView(View):
    """The office and the client were in touch."""

    contacted_on: Day
    channel: ContactChannel


class LabourRegistrationView(View):
    """A registration at a labour office; both days inclusive."""

    id: LabourRegistrationId
    client_id: ClientId
    version: Version
    status: LabourStatus
    registered_on: Day
    registered_by: InstitutionId
    ended_on: Day | None
    end_reason: LabourEnd | None
    facts: Annotated[
        LabourFacts, Field(description="Without health for whoever does not read health data.")
    ]
    ipds: list[IpdView]
    ipd_due_on: Annotated[
        Day | None, Field(description="By when a plan is due; none: made, or not due.")
    ]
    ipd_due_because: IpdReason | None
    contacts: list[ContactView]
    next_contact_due_on: Annotated[
        Day | None,
        Field(
            description="By when the office is to be in touch, as this plan says and counted from the"
            " contacts above. What her adviser logs (`/v1/advice`) is counted there, together with these."
        ),
    ]


class LabourRegistrationList(View):
    """The registrations of a client at labour offices, newest first."""

    items: list[LabourRegistrationView]


async def list_registrations(
    tx: Transaction, client_id: UUID, by: Caller
) -> LabourRegistrationList:
    """All of them, for whoever reads of work in full."""
    reader = await reader_of(tx, client_id, by)
    reader.require(Section.WORK)
    found, born_on = await Labour(tx, client_id).all(), await _born_on(tx, client_id)
    views = [_view(r, born_on, found[:place], reader) for place, r in enumerate(found)]
    return LabourRegistrationList(items=views[::-1])


async def show_registration(
    tx: Transaction, registration: Registration, by: Caller
) -> LabourRegistrationView:
    """One, as its command answers it."""
    client_id = registration.client_id
    reader = await reader_of(tx, client_id, by)
    found = [r for r in await Labour(tx, client_id).all() if r.id != registration.id]
    return _view(registration, await _born_on(tx, client_id), found, reader)


async def _born_on(tx: Transaction, client_id: UUID) -> date:
    query = sa.select(clients.c.birth_date).where(clients.c.id == client_id)
    found: date = (await tx.session.execute(query)).scalar_one()
    return found


def _view(
    registration: Registration, born_on: date, earlier: Sequence[Registration], reader: Reader
) -> LabourRegistrationView:
    due = ipd_due(registration, born_on, earlier)
    hidden = set() if reader.reads(Section.HEALTH) else _HEALTH
    return LabourRegistrationView(
        id=registration.id,
        client_id=registration.client_id,
        version=registration.version,
        status=registration.status,
        registered_on=registration.registered_on,
        registered_by=registration.registered_by,
        ended_on=registration.ended_on,
        end_reason=registration.end_reason,
        facts=registration.facts.model_copy(update=dict.fromkeys(hidden)),
        ipds=[IpdView.model_validate(ipd) for ipd in registration.ipds],
        ipd_due_on=due.on if due else None,
        ipd_due_because=due.reason if due else None,
        contacts=[ContactView.model_validate(one) for one in registration.contacts],
        next_contact_due_on=registration.next_contact_due_on,
    )
