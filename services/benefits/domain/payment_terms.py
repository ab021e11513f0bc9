"""The words of payment lists: where a list and a line stand, why a line is held, what is refused."""

from enum import StrEnum
from typing import Final

from kernel.refusals import Kind, Refusal
from services.benefits.domain.ledger import Account

MOST_LINES: Final = 500
"""So many lines on one list; what is left over makes a further list."""


class PaymentListState(StrEnum):
    """Where a payment list stands."""

    DRAFTED = "drafted"
    APPROVED = "approved"
    EXPORTED = "exported"
    PAID = "paid"
    PARTLY_RETURNED = "partly_returned"
    """Paid, and the bank gave some of it back."""
    CANCELLED = "cancelled"


class PaymentLineState(StrEnum):
    """Where a line stands."""

    LISTED = "listed"
    HELD = "held"
    """Off the list, and on no other before it is released."""
    RELEASED = "released"
    """Off the list; what it was for may stand on another."""
    PAID = "paid"
    RETURNED = "returned"
    """The bank gave it back; what it was for may stand on another."""


LET_GO: Final = frozenset({PaymentLineState.RELEASED, PaymentLineState.RETURNED})
"""Lines that keep their month no more: it is payable again, as a line with the next number."""


class LineKind(StrEnum):
    """What a line pays."""

    DEGRESSIVE_AWARD = "degressive_award"
    VOUCHER_SETTLEMENT = "voucher_settlement"


class Payout(StrEnum):
    """How a line is paid."""

    BANK = "bank"
    CASH_DESK = "cash_desk"
    POST = "post"
    """By postal order (przekaz pocztowy), which the institution pays from its bank account."""

    @property
    def source(self) -> Account:
        """From which account the money goes."""
        return Account.CASH_DESK if self is Payout.CASH_DESK else Account.BANK


class PaymentHoldReason(StrEnum):
    """Why a line is held back."""

    FACTS_TO_CHECK = "facts_to_check"
    AWARD_TO_CORRECT = "award_to_correct"
    PAYEE_UNKNOWN = "payee_unknown"
    CLIENT_DIED = "client_died"
    CLIENT_ASKED = "client_asked"


class PaymentReturnReason(StrEnum):
    """Why the bank gave a payment back."""

    ACCOUNT_CLOSED = "account_closed"
    ACCOUNT_UNKNOWN = "account_unknown"
    NOT_COLLECTED = "not_collected"
    """At the cash desk or the post office."""
    REFUSED = "refused"


class PaymentListNotFound(Refusal):
    """Your institution has no such payment list."""

    kind = Kind.MISSING
    pl = "Twoja instytucja nie ma takiej listy wypłat."


class PaymentLineNotFound(Refusal):
    """This payment list has no such line."""

    kind = Kind.MISSING
    pl = "Na tej liście wypłat nie ma takiej pozycji."


class NothingPayable(Refusal):
    """Nothing is payable: whatever is due up to this month stands on a list; `list_ids` names those still open."""

    kind = Kind.CONFLICT
    pl = "Nie ma czego wypłacić: wszystko należne do tego miesiąca jest już na liście; otwarte wymienia `list_ids`."


class ListTooEarly(Refusal):
    """A list is drawn up at the earliest in the month before the one it pays."""

    kind = Kind.INVALID
    pl = "Listę sporządza się najwcześniej w miesiącu poprzedzającym miesiąc wypłaty."


class OwnList(Refusal):
    """The person who drew up a payment list may not approve it."""

    kind = Kind.FORBIDDEN
    pl = "Osoba, która sporządziła listę wypłat, nie może jej zatwierdzić."


class SayWhichList(Refusal):
    """Approve what you saw: send the ETag of the list as If-Match."""

    kind = Kind.UNCONDITIONAL
    pl = "Zatwierdza się to, co się widziało: proszę podać w If-Match ETag listy."


class EmptyList(Refusal):
    """Every line of this list is held back: there is nothing on it to pay."""

    kind = Kind.CONFLICT
    pl = "Wszystkie pozycje tej listy są wstrzymane: nie ma na niej czego wypłacić."


class LinesOutdated(Refusal):
    """Some lines are not owed any more as they stand on the list; `line_ids` names them: hold them back."""

    kind = Kind.CONFLICT
    pl = "Części pozycji nie należy już wypłacić tak, jak stoją na liście; wymienia je `line_ids`: proszę je wstrzymać."


class PayeesUnknown(Refusal):
    """Nobody knows to whom some lines go; `line_ids` names them: hold them back."""

    kind = Kind.CONFLICT
    pl = "Nie wiadomo, komu wypłacić część pozycji; wymienia je `line_ids`: proszę je wstrzymać."


class OwnFiles(Refusal):
    """Whoever made the files may say that they were paid only with the bank's reference."""

    kind = Kind.FORBIDDEN
    pl = "Kto sporządził pliki, może potwierdzić wypłatę tylko z numerem potwierdzenia z banku."


class DayDoesNotFit(Refusal):
    """It was paid on the day of approval at the earliest, came back after that, and not in the future."""

    kind = Kind.INVALID
    pl = "Wypłata nastąpiła najwcześniej w dniu zatwierdzenia, zwrot później, a żadne w przyszłości."


class NotInThisForm(Refusal):
    """No file of this form was made of the list; one for the bank is made only if a line goes there."""

    kind = Kind.MISSING
    pl = "Nie sporządzono z tej listy pliku w tej postaci; plik dla banku powstaje tylko, gdy coś tam idzie."


class FileWouldDiffer(Refusal):
    """A name or an account changed since the file was made; make the files anew."""

    kind = Kind.CONFLICT
    pl = "Od sporządzenia pliku zmieniło się nazwisko lub rachunek; proszę sporządzić pliki ponownie."
