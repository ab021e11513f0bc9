"""A worker corrects an entry of the log of contacts: by a new one, for nothing is overwritten."""

from contracts.values import AdviceId, ContactId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.contacts import Contact, NotTheAuthor
from services.referrals.store.advice import Advisers, actor
from services.referrals.store.contacts import Contacts
from services.referrals.use_cases.log_contact import LogContact, entry, write


class CorrectContact(LogContact):
    """The entry as it should have been, or `entered_in_error`: it never took place."""


async def correct_contact(
    advice_id: AdviceId,
    contact_id: ContactId,
    command: CorrectContact,
    *,
    by: Caller,
    tx: Transaction,
) -> Contact:
    """Correct it, as its author or as a manager."""
    advice = await Advisers(tx, by=by).get(advice_id)
    acting = actor(by)
    advice.require_house(acting)
    advice.step("log_contact")
    before = await Contacts(tx, advice.client_id, advice.institution).get(contact_id)
    if before.worker != by.worker and not acting.manages:
        raise NotTheAuthor
    contact = entry(command, advice, by, corrects=before.id)
    await write(contact, advice, by, tx)
    return contact
