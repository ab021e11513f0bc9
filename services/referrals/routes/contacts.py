"""The HTTP face of the log of contacts."""

from fastapi import APIRouter, Response

from contracts.values import AdviceId, ContactId
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Cursor, Limit, Tx, Verb, concern
from services.referrals.domain.advice import AdviceNotFound, NotYourAdvice
from services.referrals.domain.contacts import (
    ContactNotFound,
    ContactYetToCome,
    CorrectedAlready,
    ErrorIsACorrection,
    NextContactBeforeThis,
    NotTheAuthor,
)
from services.referrals.domain.moves import IllegalMove
from services.referrals.use_cases.correct_contact import CorrectContact, correct_contact
from services.referrals.use_cases.log_contact import LogContact, log_contact
from services.referrals.views.contacts import ContactLogPage, LoggedContactView, SeenContacts

router = APIRouter(prefix="/v1/advice/{advice_id}/contacts", tags=["advice"], route_class=Verb)

_WRITE = (
    AdviceNotFound,
    NotYourAdvice,
    IllegalMove,
    ContactYetToCome,
    NextContactBeforeThis,
    ErrorIsACorrection,
)


@router.get(
    "",
    name="list_contacts",
    dependencies=READS,
    responses=problems(AdviceNotFound, CursorUnreadable),
)
async def contacts(
    advice_id: AdviceId,
    by: By,
    tx: Tx,
    response: Response,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> ContactLogPage:
    """List an institution's contacts with the client (rejestr kontaktów). Of another institution's
    you see that they took place.
    """
    page = await SeenContacts(tx, by).page(advice_id, limit, cursor)
    concern(response, [page.client_id])
    return page


@router.post(
    "", name="log_contact", status_code=201, dependencies=WRITES, responses=problems(*_WRITE)
)
async def log(
    advice_id: AdviceId, command: LogContact, by: By, tx: Tx, response: Response
) -> LoggedContactView:
    """Note that you were in touch with the client, or tried to be (odnotowanie kontaktu)."""
    contact = await log_contact(advice_id, command, by=by, tx=tx)
    concern(response, [contact.client_id])
    return await SeenContacts(tx, by).show(advice_id, contact.id)


@router.post(
    "/{contact_id}/correct",
    name="correct_contact",
    status_code=201,
    dependencies=WRITES,
    responses=problems(*_WRITE, ContactNotFound, CorrectedAlready, NotTheAuthor),
)
async def correct(
    advice_id: AdviceId,
    contact_id: ContactId,
    command: CorrectContact,
    by: By,
    tx: Tx,
    response: Response,
) -> LoggedContactView:
    """Correct an entry by a new one; the old one stays (sprostowanie wpisu o kontakcie)."""
    contact = await correct_contact(advice_id, contact_id, command, by=by, tx=tx)
    concern(response, [contact.client_id])
    return await SeenContacts(tx, by).show(advice_id, contact.id)
