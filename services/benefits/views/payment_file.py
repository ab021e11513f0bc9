"""A file of a payment list, written anew each time and kept nowhere."""

import hashlib
import hmac
from uuid import UUID

from kernel.callers import Caller
from kernel.house import House
from kernel.transactions import Transaction
from services.benefits.domain.payment_files import FileForm, payments, written_files
from services.benefits.domain.payment_list import PaymentList
from services.benefits.domain.payment_terms import FileWouldDiffer, NotInThisForm, PayeesUnknown
from services.benefits.store.payees import payees_of
from services.benefits.store.payment_lists import PaymentLists, clients_of


async def payment_file(
    tx: Transaction, by: Caller, house: House, list_id: UUID, form: FileForm
) -> tuple[PaymentList, bytes]:
    """The file that was made, or a refusal: never another one under its name."""
    found = await PaymentLists(tx, by).find(list_id)
    mark = found.order.files.get(form.value)
    if mark is None:
        raise NotInThisForm
    payees = await payees_of(house, clients_of(found))
    try:
        file = written_files(found, found.order, payments(found, found.order, payees))
    except PayeesUnknown:
        raise FileWouldDiffer from None
    written = file.get(form, b"")
    if not hmac.compare_digest(hashlib.sha256(written).hexdigest(), mark):
        raise FileWouldDiffer
    return found, written
