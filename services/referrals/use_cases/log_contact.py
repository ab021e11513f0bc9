"""A worker notes that she was in touch with a client, or tried to be."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from contracts.referrals.advice import ContactKind, ContactOutcome
from contracts.values import AdviceId, Command, Day, Note
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.advice import Advice
from services.referrals.domain.contacts import Contact, Direction
from services.referrals.domain.duty import DutyKind
from services.referrals.store.advice import Advisers, actor, meet
from services.referrals.store.contact_clock import wind
from services.referrals.store.contacts import Contacts
from services.referrals.store.duties import Duties


class LogContact(Command):
    """Note a contact."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"kind": "phone", "happened_on": "2026-03-12", "outcome": "reached"}]
        }
    )

    kind: Annotated[ContactKind, Field(examples=["phone"])]
    direction: Annotated[Direction, Field(examples=["to_client"])] = Direction.TO_CLIENT
    happened_on: Day
    minutes: Annotated[int | None, Field(ge=1, le=1440, strict=True, examples=[20])] = None
    outcome: Annotated[ContactOutcome, Field(examples=["reached"])] = ContactOutcome.REACHED
    next_contact_on: Annotated[
        Day | None, Field(description="For when the next contact was agreed.")
    ] = None
    note: Note | None = None
    confidential: Annotated[
        bool,
        Field(strict=True, description="Its note is for you, the adviser and managers alone."),
    ] = False


async def log_contact(
    advice_id: AdviceId, command: LogContact, *, by: Caller, tx: Transaction
) -> Contact:
    """Note it in the log of the client's adviser; a colleague may, too."""
    advice = await Advisers(tx, by=by).get(advice_id)
    advice.require_house(actor(by))
    advice.step("log_contact")
    contact = entry(command, advice, by)
    await write(contact, advice, by, tx)
    return contact


def entry(
    command: LogContact, advice: Advice, by: Caller, corrects: UUID | None = None
) -> Contact:
    """The entry that a worker makes."""
    contact = Contact(
        id=ids.new(),
        client_id=advice.client_id,
        institution=advice.institution,
        advice_id=advice.id,
        worker=by.worker,
        recorded_at=clock.now(),
        corrects=corrects,
        **{name: getattr(command, name) for name in type(command).model_fields},
    )
    contact.check(clock.today())
    return contact


async def write(contact: Contact, advice: Advice, by: Caller, tx: Transaction) -> None:
    """Keep an entry; by when to be in touch again follows from the log."""
    await meet(tx, by)
    tx.record(contact.told())
    await Contacts(tx, advice.client_id, advice.institution).add(contact)
    await wind(tx, advice)
    await Duties(tx).strike(advice.id, DutyKind.NEW_CLIENT)
