"""A payment list on paper. Clients stand on it by the number of their award: names are not kept here."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from kernel import clock
from kernel.callers import Caller
from kernel.paper import printed
from kernel.transactions import Transaction
from services.benefits.domain.payment_list import PaymentLine, PaymentList
from services.benefits.domain.payment_terms import PaymentLineState, PaymentListState, Payout
from services.benefits.store.payment_lists import PaymentLists
from services.benefits.views.polish import on_day, zl

_PAYOUTS: Mapping[Payout | None, str] = {
    None: "–",
    Payout.BANK: "przelew",
    Payout.CASH_DESK: "kasa",
    Payout.POST: "przekaz pocztowy",
}
_STATES: Mapping[PaymentListState, str] = {
    PaymentListState.DRAFTED: "sporządzona, czeka na zatwierdzenie",
    PaymentListState.APPROVED: "zatwierdzona",
    PaymentListState.EXPORTED: "przekazana do wypłaty",
    PaymentListState.PAID: "wypłacona",
    PaymentListState.PARTLY_RETURNED: "wypłacona, część zwrócona",
    PaymentListState.CANCELLED: "anulowana",
}
_MARKS = {PaymentListState.DRAFTED: "PROJEKT", PaymentListState.CANCELLED: "ANULOWANA"}
_OFF: Mapping[PaymentLineState, str] = {
    PaymentLineState.HELD: "wstrzymana",
    PaymentLineState.RELEASED: "zwolniona",
    PaymentLineState.RETURNED: "zwrot",
}


async def payment_list_paper(
    tx: Transaction, by: Caller, list_id: UUID
) -> tuple[PaymentList, bytes]:
    """The list, and its paper as PDF."""
    found = await PaymentLists(tx, by).find(list_id)
    data = _data(found, by.institution_name)
    return found, await printed("services.benefits.views", "payment_list.typ", data)


def _data(found: PaymentList, institution: str) -> dict[str, Any]:
    listed = found.listed
    return {
        "institution": institution,
        "printed_on": on_day(clock.today()),
        "title": f"Lista wypłat wsparcia degresywnego za {found.month}",
        "mark": _MARKS.get(found.state),
        "note": f"wersja {found.version}",
        "facts": _facts(found),
        "lines": _table(listed, _PAYOUTS, "sposób wypłaty", lambda line: line.payout),
        "held": _table(
            [line for line in found.lines if line not in listed],
            _OFF,
            "stan",
            lambda line: line.state,
        ),
        "sums": [
            ["liczba pozycji", str(len(listed))],
            *_kept_back(listed),
            ["razem do wypłaty", f"{zl(sum(line.amount for line in listed))} zł"],
        ],
    }


def _kept_back(listed: Iterable[PaymentLine]) -> list[list[str]]:
    kept = sum(line.due.kept_back for line in listed)
    return [["potrącono na świadczenia nienależnie pobrane", f"{zl(kept)} zł"]] if kept else []


def _facts(found: PaymentList) -> list[list[str | None]]:
    paid_on = on_day(found.paid_on) if found.paid_on else None
    approved_on = f" ({on_day(found.approved_on)})" if found.approved_on else ""
    drafted_on = found.drafted_at.astimezone(clock.WARSAW)
    return [
        ["numer", found.id.hex[-12:]],
        ["stan", _STATES[found.state]],
        ["sporządziła lub sporządził", f"{found.drafted_by} ({on_day(drafted_on)})"],
        [
            "zatwierdziła lub zatwierdził",
            found.approved_by and f"{found.approved_by}{approved_on}",
        ],
        ["wypłacono", paid_on],
    ]


def _table(
    lines: Iterable[PaymentLine], words: Mapping[Any, str], column: str, of: Any
) -> dict[str, Any]:
    return {
        "widths": [8, 32, 16, 22, 22],
        "head": ["poz.", "numer wsparcia", "miesiąc", column, "kwota, zł"],
        "money": True,
        "rows": [
            [
                str(line.number),
                line.due.cause_id.hex[-12:],
                line.due.month,
                words[of(line)],
                zl(line.amount),
            ]
            for line in lines
        ],
    }
