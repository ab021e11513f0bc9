"""Elsewhere in the house somebody was in touch, registered, or took a job: the clocks follow."""

from contracts.intake.means import ContactChannel, LabourContacted
from contracts.referrals.advice import ContactKind, ContactOutcome
from contracts.values import ClientId, Day
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.referrals.domain.contacts import Contact, Direction
from services.referrals.store.advice import Advisers
from services.referrals.store.contact_clock import support_until_after, wind
from services.referrals.store.contacts import Contacts

_KINDS = {
    ContactChannel.VISIT: ContactKind.VISIT,
    ContactChannel.PHONE: ContactKind.PHONE,
    ContactChannel.E_MAIL: ContactKind.E_MAIL,
    ContactChannel.OTHER: ContactKind.OTHER,
}


async def follow_contact(event: LabourContacted, *, cause: Fact, tx: Transaction) -> None:
    """A labour office's contact, logged in intake, is one here too: nobody asks for it twice.

    It takes the id of its event, so that it is one however often it is heard; and it is not announced
    again.
    """
    institution = cause.institution
    if institution is None:
        return
    contact = Contact(
        id=cause.id,
        client_id=event.client_id,
        institution=institution,
        advice_id=None,
        worker=cause.actor,
        kind=_KINDS[event.channel],
        direction=Direction.TO_CLIENT,
        happened_on=event.contacted_on,
        outcome=ContactOutcome.REACHED,
        recorded_at=cause.time,
    )
    await Contacts(tx, event.client_id, institution).add(contact)
    await rewind(event.client_id, tx=tx)


async def follow_work(client_id: ClientId, support_from: Day | None, *, tx: Transaction) -> None:
    """Her registration ended or a job began: contacts go on for a time; or she is registered again."""
    await support_until_after(tx, client_id, support_from)
    await rewind(client_id, tx=tx)


async def rewind(client_id: ClientId, *, tx: Transaction) -> None:
    """Work out anew by when each of her advisers is to be in touch."""
    await wind(tx, *await Advisers(tx, by=None).of_person(client_id))
