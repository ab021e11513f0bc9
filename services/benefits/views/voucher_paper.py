"""A care voucher on one page, with its number as a QR code; the client's name is written in by hand."""

import io
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import segno

from kernel import clock
from kernel.callers import Caller
from kernel.paper import printed
from kernel.transactions import Transaction
from services.benefits.domain.copayment import care_cost
from services.benefits.domain.money import grosze
from services.benefits.domain.voucher import Voucher
from services.benefits.domain.voucher_programme import CareService, VoucherProgramme
from services.benefits.domain.voucher_serial import grouped
from services.benefits.views.polish import on_day, zl

_SERVICES: Mapping[CareService, str] = {
    CareService.CARE: "usługi opiekuńcze",
    CareService.SPECIALIST_CARE: "specjalistyczne usługi opiekuńcze",
    CareService.MENTAL_HEALTH_CARE: "specjalistyczne usługi opiekuńcze dla osób z zaburzeniami psychicznymi",
    CareService.NEIGHBOUR_CARE: "usługi sąsiedzkie",
}
_NOTES = (
    "Przy pierwszej wizycie pokaż ten bon opiekunce.",
    "Po każdej wizycie potwierdź ją swoim kodem. Kodu nie zapisuj na bonie i podawaj go tylko po wizycie.",
    "Jeśli opiekunka nie przyszła albo była krócej, nie podawaj kodu i zadzwoń do ośrodka.",
    "Gdy zgubisz bon albo ktoś pozna Twój kod, od razu powiedz o tym w ośrodku. Dostaniesz nowy kod.",
    "Powiedz w ośrodku, gdy idziesz do szpitala lub wyjeżdżasz. Zmiana dochodu może zmienić odpłatność.",
)
_HOUR = 60


async def voucher_paper(
    tx: Transaction,
    by: Caller,
    voucher: Voucher,
    programme: VoucherProgramme,
    provider: str | None,
) -> bytes:
    """The page as PDF. What is ours is read by now: no connection waits for the press."""
    await tx.session.close()
    data = _data(by, voucher, programme, provider)
    return await printed("services.benefits.views", "voucher_paper.typ", data)


def _data(
    by: Caller, voucher: Voucher, programme: VoucherProgramme, provider: str | None
) -> dict[str, Any]:
    terms = voucher.terms
    month = care_cost(minutes=terms.minutes, rate=grosze(terms.rate), percent=terms.percent)
    return {
        "institution": by.institution_name,
        "printed_on": on_day(clock.today()),
        "serial": grouped(voucher.serial),
        "qr": qr_of(voucher.serial),
        "programme": programme.terms.name,
        "rows": [
            ["Usługi", ", ".join(_SERVICES[one] for one in voucher.services)],
            ["Ważny", f"od {on_day(voucher.valid_from)} do {on_day(voucher.valid_to)}"],
            ["Co miesiąc", _hours(terms.minutes)],
            ["Godzina kosztuje", f"{zl(grosze(terms.rate))} zł"],
            ["Odpłatność", f"{_percent(terms.percent)} % kosztu"],
            [
                "Za cały miesiąc",
                f"koszt {zl(month.gross)} zł: Ty {zl(month.copay)} zł, gmina {zl(month.net)} zł",
            ],
            ["Kto przychodzi", provider or "wybierasz z listy usługodawców ośrodka"],
        ],
        "notes": _NOTES,
    }


def qr_of(serial: str) -> str:
    """The number as a QR code, SVG; a quarter of it may be dirty (level Q)."""
    svg = io.BytesIO()
    segno.make(serial, error="q", micro=False).save(svg, kind="svg", scale=4, border=2)
    return svg.getvalue().decode()


def _hours(minutes: int) -> str:
    whole, rest = divmod(minutes, _HOUR)
    return f"{whole} godz." + (f" {rest} min" if rest else "")


def _percent(percent: Decimal) -> str:
    return f"{percent.normalize():f}".replace(".", ",")
