"""A what-if on one page for the client, in plain Polish."""

from collections.abc import Mapping
from typing import Any

from kernel import clock
from kernel.paper import printed
from services.benefits.domain.parameters import Parameters
from services.benefits.domain.position import Benefit
from services.benefits.domain.what_if import Answer, WhatIf
from services.benefits.domain.working_out import what_if
from services.benefits.views.charts import ChartFormat, Lang, drawn, months_chart
from services.benefits.views.polish import on_day, zl

_NAMES: Mapping[Benefit, str] = {
    Benefit.OKRESOWY: "zasiłek okresowy",
    Benefit.PERMANENT_ALLOWANCE: "zasiłek stały",
    Benefit.PURPOSE_BENEFIT: "zasiłek celowy",
    Benefit.FAMILY_ALLOWANCE: "zasiłek rodzinny",
    Benefit.HOUSING_ALLOWANCE: "dodatek mieszkaniowy",
    Benefit.UNEMPLOYMENT_BENEFIT: "zasiłek dla bezrobotnych",
    Benefit.ACTIVATION_SUPPLEMENT: "dodatek aktywizacyjny",
}
_MONTHS = (
    "styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec", "lipiec", "sierpień", "wrzesień",
    "październik", "listopad", "grudzień",
)  # fmt: skip
_NOTES = (
    "To wyliczenie przykładowe, a nie decyzja. O świadczeniach i wsparciu decyduje ośrodek.",
    "Zgłoś od razu każdą zmianę: podwyżkę, utratę pracy, zmianę w rodzinie.",
    "Świadczenie 800 plus nie zależy od dochodu i zostaje.",
)


async def what_if_paper(asked: WhatIf, parameters: Parameters) -> bytes:
    """The page as PDF."""
    answer = what_if(asked, parameters)
    chart = await drawn(months_chart(answer, Lang.PL), ChartFormat.SVG) if answer.months else b""
    return await printed(
        "services.benefits.views", "what_if.typ", _data(asked, answer) | {"chart": chart.decode()}
    )


def _data(asked: WhatIf, answer: Answer) -> dict[str, Any]:
    return {
        "institution": "Okienko",
        "printed_on": on_day(clock.today()),
        "opening": f"Tak zmienią się pieniądze w domu, jeśli praca zacznie się {on_day(asked.on)}.",
        "standing": _standing(answer),
        "loses": _loses(answer),
        "months": [
            [_month(one.paid.month), zl(int(one.paid.amount)), zl(one.disposable)]
            for one in answer.months
        ],
        "chart_says": f"Wsparcie maleje od {zl(_first(answer))} zł do {zl(_last(answer))} zł.",
        "warnings": [
            f"Gdy dochód rodziny dojdzie do {zl(one.at)} zł, świadczenia spadają naraz o {zl(one.loses)} zł."
            for one in answer.cliffs
            if not one.passed
        ],
        "notes": _NOTES,
    }


def _standing(answer: Answer) -> list[list[str]]:
    rows = [
        [name, zl(int(was)), zl(int(now))]
        for benefit, name in _NAMES.items()
        if (was := answer.before.benefits.get(benefit, 0))
        + (now := answer.after.benefits.get(benefit, 0))
    ]
    in_hand = [zl(int(one.cash)) for one in (answer.before, answer.after)]
    with_support = zl(answer.months[0].disposable) if answer.months else in_hand[1]
    return [
        *rows,
        ["razem w ręku, bez wsparcia", *in_hand],
        ["razem w ręku, ze wsparciem w pierwszym miesiącu", in_hand[0], with_support],
    ]


def _loses(answer: Answer) -> str:
    if not answer.months:
        return "Podjęcie tej pracy nie odbiera świadczeń, więc nie ma czego wyrównywać."
    return (
        f"Praca odbiera {zl(answer.lost)} zł świadczeń miesięcznie. Zamiast nich przez "
        f"{len(answer.months)} mies. może przysługiwać wsparcie degresywne, "
        f"razem {zl(answer.total)} zł."
    )


def _first(answer: Answer) -> int:
    return int(answer.months[0].paid.amount) if answer.months else 0


def _last(answer: Answer) -> int:
    return int(answer.months[-1].paid.amount) if answer.months else 0


def _month(month: str) -> str:
    return f"{_MONTHS[int(month[5:]) - 1]} {month[:4]}"
