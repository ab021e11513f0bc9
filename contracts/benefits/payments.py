"""Facts about the payment of support: lists, what was paid, what came back. No amounts."""

from typing import Annotated, ClassVar

from pydantic import Field

from contracts.event import Event
from contracts.sections import Section
from contracts.values import AwardId, ClientId, Month, PaymentListId

Lines = Annotated[int, Field(ge=0, examples=[12])]
"""How many lines a payment list has to pay."""


class PaymentsDrafted(Event):
    """A list of what is to be paid for a month was drawn up and waits for approval."""

    wire_name: ClassVar = "payments.drafted.v1"
    pl: ClassVar = "Sporządzono listę wypłat za miesiąc; czeka na zatwierdzenie."
    subject_field: ClassVar = "list_id"

    list_id: PaymentListId
    month: Month
    lines: Lines


class PaymentsApproved(Event):
    """A second person approved a payment list."""

    wire_name: ClassVar = "payments.approved.v1"
    pl: ClassVar = "Druga osoba zatwierdziła listę wypłat."
    subject_field: ClassVar = "list_id"

    list_id: PaymentListId
    month: Month
    lines: Lines


class PaymentsExported(Event):
    """The files of a payment list were made for the bank and the cash desk."""

    wire_name: ClassVar = "payments.exported.v1"
    pl: ClassVar = "Sporządzono pliki listy wypłat dla banku i kasy."
    subject_field: ClassVar = "list_id"

    list_id: PaymentListId
    month: Month
    lines: Lines


class PaymentsPaid(Event):
    """A payment list was paid."""

    wire_name: ClassVar = "payments.paid.v1"
    pl: ClassVar = "Wypłacono listę wypłat."
    subject_field: ClassVar = "list_id"

    list_id: PaymentListId
    month: Month
    lines: Lines


class PaymentsCancelled(Event):
    """A payment list was cancelled before anything of it was paid."""

    wire_name: ClassVar = "payments.cancelled.v1"
    pl: ClassVar = "Anulowano listę wypłat, zanim cokolwiek wypłacono."
    subject_field: ClassVar = "list_id"

    list_id: PaymentListId
    month: Month
    lines: Lines


class PaymentHeld(Event):
    """A line was taken off a payment list and is held back."""

    wire_name: ClassVar = "payment.held.v1"
    pl: ClassVar = "Zdjęto pozycję z listy wypłat i wstrzymano ją."
    subject_field: ClassVar = "list_id"

    list_id: PaymentListId
    month: Month


class PaymentReleased(Event):
    """A line that was held back may be paid again."""

    wire_name: ClassVar = "payment.released.v1"
    pl: ClassVar = "Pozycję wstrzymaną wolno znów wypłacić."
    subject_field: ClassVar = "list_id"

    list_id: PaymentListId
    month: Month


class SupportPaid(Event):
    """Support for a month was paid to the client."""

    wire_name: ClassVar = "support.paid.v1"
    pl: ClassVar = "Wypłacono wsparcie za miesiąc."
    section: ClassVar = Section.AWARDS

    client_id: ClientId
    award_id: AwardId
    month: Month


class SupportReturned(Event):
    """Support for a month came back from the bank and will be paid anew."""

    wire_name: ClassVar = "support.returned.v1"
    pl: ClassVar = "Wsparcie za miesiąc wróciło z banku; zostanie wypłacone ponownie."
    section: ClassVar = Section.AWARDS

    client_id: ClientId
    award_id: AwardId
    month: Month
