"""The files of a payment list: for the bank (ISO 20022 or Elixir-O), and as a sheet for the cash desk.

Written from the same order and the same payees a file is the same, byte by byte: so it need not be
kept, and its fingerprint shows whether it is the one that was made.
"""

import csv
import io
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from enum import StrEnum
from textwrap import wrap
from typing import Final
from uuid import UUID
from xml.etree import ElementTree as ET

from services.benefits.domain.money import written
from services.benefits.domain.payees import Payee
from services.benefits.domain.payment_list import Order, PaymentLine, PaymentList
from services.benefits.domain.payment_terms import PayeesUnknown, Payout


class FileForm(StrEnum):
    """In which form a payment list is written."""

    PAIN001 = "pain001"
    """ISO 20022 pain.001.001.09, XML."""
    ELIXIR = "elixir"
    """Elixir-O, the text form of Polish banks, in Windows-1250."""
    CSV = "csv"
    """Every line, also those that do not go to the bank."""


MEDIA: Final[Mapping[FileForm, tuple[str, str]]] = {
    FileForm.PAIN001: ("application/xml", "xml"),
    FileForm.ELIXIR: ("text/plain; charset=windows-1250", "pli"),
    FileForm.CSV: ("text/csv; charset=utf-8", "csv"),
}
"""The media type, and how the file's name ends."""


@dataclass(frozen=True)
class Payment:
    """One line with the payee it goes to."""

    line: PaymentLine
    payee: Payee
    payout: Payout
    title: str

    @property
    def account(self) -> str:
        """The account of one that goes to the bank."""
        return self.payee.account or ""


def payments(listed: PaymentList, order: Order, payees: Mapping[UUID, Payee]) -> list[Payment]:
    """Every line that pays something out, to the account if there is one."""
    sent = [one for one in listed.sent if one.amount]
    unknown = [str(one.id) for one in sent if one.due.client_id not in payees]
    if unknown:
        raise PayeesUnknown(line_ids=unknown)
    found = []
    for line in sent:
        payee = payees[line.due.client_id]
        payout = Payout.BANK if payee.account else order.without_account
        # The bank, and whoever sees a statement of hers, need not read what kind of support it is.
        title = f"Świadczenie za {line.due.month}, poz. {line.number}"
        found.append(Payment(line, payee, payout, title))
    return found


def written_files(
    listed: PaymentList, order: Order, found: Sequence[Payment]
) -> dict[FileForm, bytes]:
    """The list in every form that says anything."""
    to_bank = [one for one in found if one.payout is Payout.BANK]
    forms = list(FileForm) if to_bank else [FileForm.CSV]
    return {
        form: _WRITERS[form](listed, order, to_bank if form in _OF_BANK else found)
        for form in forms
    }


def pain001(listed: PaymentList, order: Order, found: Sequence[Payment]) -> bytes:
    """A CustomerCreditTransferInitiation; its message id is the list's, so a bank knows a second copy."""
    ET.register_namespace("", _PAIN)
    document = ET.Element(_tag("Document"))
    root = _in(document, "CstmrCdtTrfInitn")
    count, total = str(len(found)), written(sum(one.line.amount for one in found))
    header = _in(root, "GrpHdr")
    _in(header, "MsgId", listed.id.hex)
    _in(header, "CreDtTm", f"{order.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}")
    _in(header, "NbOfTxs", count)
    _in(header, "CtrlSum", total)
    _in(_in(header, "InitgPty"), "Nm", _xml(order.sender))
    batch = _in(root, "PmtInf")
    _in(batch, "PmtInfId", listed.id.hex)
    _in(batch, "PmtMtd", "TRF")
    _in(batch, "NbOfTxs", count)
    _in(batch, "CtrlSum", total)
    _in(_in(batch, "ReqdExctnDt"), "Dt", order.execute_on.isoformat())
    _in(_in(batch, "Dbtr"), "Nm", _xml(order.sender))
    _in(_in(_in(batch, "DbtrAcct"), "Id"), "IBAN", order.from_account)
    _agent(batch, "DbtrAgt", order.from_account)
    for one in found:
        _transfer(batch, one)
    ET.indent(document)
    written_out: bytes = ET.tostring(document, encoding="utf-8", xml_declaration=True)
    return written_out + b"\n"


def _transfer(batch: ET.Element, one: Payment) -> None:
    transfer = _in(batch, "CdtTrfTxInf")
    _in(_in(transfer, "PmtId"), "EndToEndId", one.line.id.hex)
    _in(_in(transfer, "Amt"), "InstdAmt", written(one.line.amount)).set("Ccy", "PLN")
    _agent(transfer, "CdtrAgt", one.account)
    _in(_in(transfer, "Cdtr"), "Nm", _xml(one.payee.name))
    _in(_in(_in(transfer, "CdtrAcct"), "Id"), "IBAN", one.account)
    _in(_in(transfer, "RmtInf"), "Ustrd", one.title)


_PAIN = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"


def _tag(name: str) -> str:
    return f"{{{_PAIN}}}{name}"


def _in(parent: ET.Element, name: str, text: str | None = None) -> ET.Element:
    made = ET.SubElement(parent, _tag(name))
    made.text = text
    return made


def _agent(parent: ET.Element, name: str, account: str) -> None:
    member = _in(_in(_in(parent, name), "FinInstnId"), "ClrSysMmbId")
    _in(_in(member, "ClrSysId"), "Cd", "PLKNR")
    _in(member, "MmbId", bank_of(account))


def _xml(text: str) -> str:
    """At most 140 characters, none of them one that XML may not hold."""
    return "".join(c for c in text if c not in "\ufffe\uffff" and c.isprintable())[:140]


def bank_of(account: str) -> str:
    """The eight digits of a Polish account that name the bank's branch (numer rozliczeniowy)."""
    return account[4:12]


def elixir(_: PaymentList, order: Order, found: Sequence[Payment]) -> bytes:
    """One line for each transfer: message type 110, amounts in grosze, texts in at most 4 × 35 characters."""
    lines = "".join(f"{_order_line(order, one)}\r\n" for one in found)
    return lines.encode("cp1250")


def _order_line(order: Order, one: Payment) -> str:
    return ",".join([
        "110", f"{order.execute_on:%Y%m%d}", str(one.line.amount),
        bank_of(order.from_account), "0",
        f'"{order.from_account[2:]}"', f'"{one.account[2:]}"',
        _quoted(order.sender), _quoted(one.payee.name, one.payee.address or ""),
        "0", bank_of(one.account),
        _quoted(one.title), '""', '""', '"51"',
    ])  # fmt: skip


def _quoted(*texts: str) -> str:
    """Rows of 35 characters; the signs that part fields and rows are taken out."""
    plain = [_of_the_bank(text).translate(_PARTING).split() for text in texts]
    rows = [row for words in plain for row in wrap(" ".join(words), 35)]
    return f'"{"|".join(rows[:4])}"'


_PARTING = str.maketrans({'"': " ", "|": " ", ",": " "})


def _of_the_bank(text: str) -> str:
    """Letters that Windows-1250 lacks lose their marks, or become a question mark."""
    return "".join(map(_letter, text))


def _letter(letter: str) -> str:
    for tried in (letter, unicodedata.normalize("NFKD", letter)[:1]):
        try:
            tried.encode("cp1250")
        except UnicodeEncodeError:
            continue
        return tried
    return "?"


def sheet(_: PaymentList, __: Order, found: Iterable[Payment]) -> bytes:
    """All of a list as CSV (RFC 4180), with no field that a spreadsheet takes for a formula."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(_COLUMNS)
    lines.writerows(
        [
            one.line.number, one.payout.value, _plain(one.payee.name),
            _plain(one.payee.address or ""), _grouped(one.account), written(one.line.amount),
            one.line.due.month, one.title, one.line.id,
        ]
        for one in found
    )  # fmt: skip
    return text.getvalue().encode()


_COLUMNS = (
    "number", "payout", "name", "address", "account", "amount", "month", "title", "line_id",
)  # fmt: skip


def _plain(text: str) -> str:
    return f"'{text}" if text.lstrip().startswith(("=", "+", "-", "@")) else text


def _grouped(account: str) -> str:
    """An account in groups of four: as bare digits a spreadsheet would round it."""
    return " ".join(wrap(account, 4))


_OF_BANK = {FileForm.PAIN001, FileForm.ELIXIR}
_WRITERS: Mapping[FileForm, Callable[[PaymentList, Order, Sequence[Payment]], bytes]] = {
    FileForm.PAIN001: pain001,
    FileForm.ELIXIR: elixir,
    FileForm.CSV: sheet,
}
