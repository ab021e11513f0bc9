"""Charts of a what-if, drawn without a browser: what is in hand over wages, the support month by month."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from typing import Any, NamedTuple

import vl_convert

from services.benefits.domain.parameters import Parameters
from services.benefits.domain.sweep import Sweep, sweep_of
from services.benefits.domain.what_if import Answer, WhatIf
from services.benefits.domain.working_out import what_if

_VEGA_LITE = "6.4"
# One at a time: the engine that draws holds a core, and a second would only make both late.
_EASEL = ThreadPoolExecutor(1, thread_name_prefix="easel")
_GROSZE = 100
# As one writes figures in Poland: 6 477,85.
_FIGURES: dict[str, Any] = {
    "decimal": ",",
    "thousands": "\u00a0",
    "grouping": [3],
    "currency": ["", " zł"],
}


class ChartKind(StrEnum):
    """Which chart."""

    WAGE = "wage"
    """In hand over the gross wage, without support, in its first and in its last month."""
    MONTHS = "months"
    """Support and cash in hand, month by month."""


class ChartFormat(StrEnum):
    """How it is written."""

    SVG = "svg"
    PNG = "png"


class Lang(StrEnum):
    """The language of its words."""

    PL = "pl"
    EN = "en"


class Wanted(NamedTuple):
    """Which picture is asked for."""

    kind: ChartKind
    image: ChartFormat
    lang: Lang


MEDIA = {ChartFormat.SVG: "image/svg+xml", ChartFormat.PNG: "image/png"}
PICTURE: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The chart.",
        "content": {media: {"schema": {"type": "string"}} for media in MEDIA.values()},
    }
}


class _Words(NamedTuple):
    wages: str
    months: str
    gross: str
    in_hand: str
    without: str
    first: str
    last: str
    cliff: str
    month: str
    support: str


_WORDS: Mapping[Lang, _Words] = {
    Lang.PL: _Words(
        "Ile zostaje w ręku przy różnych zarobkach",
        "Wsparcie degresywne miesiąc po miesiącu",
        "wynagrodzenie brutto, zł miesięcznie",
        "w ręku, zł miesięcznie",
        "bez wsparcia",
        "ze wsparciem, pierwszy miesiąc",
        "ze wsparciem, ostatni miesiąc",
        "próg: świadczenia spadają naraz",
        "miesiąc",
        "wsparcie, zł",
    ),
    Lang.EN: _Words(
        "What is left in hand at different wages",
        "Degressive support month by month",
        "gross wage, PLN a month",
        "in hand, PLN a month",
        "without support",
        "with support, first month",
        "with support, last month",
        "cliff: benefits fall at once",
        "month",
        "support, PLN",
    ),
}
_COLOURS = ("#7f7f7f", "#1b6ca8", "#8cbfe0")


async def what_if_chart(asked: WhatIf, known: Parameters, wanted: Wanted) -> bytes:
    """The picture of a what-if that was wanted."""
    if wanted.kind is ChartKind.WAGE:
        spec = wage_chart(sweep_of(asked, known), wanted.lang)
    else:
        spec = months_chart(what_if(asked, known), wanted.lang)
    return await drawn(spec, wanted.image)


async def drawn(spec: Mapping[str, Any], form: ChartFormat) -> bytes:
    """The picture; takes about 50 ms, away from the event loop."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_EASEL, _draw, dict(spec), form)


def _draw(spec: dict[str, Any], form: ChartFormat) -> bytes:
    if form is ChartFormat.SVG:
        svg = vl_convert.vegalite_to_svg(spec, vl_version=_VEGA_LITE, format_locale=_FIGURES)
        return svg.encode()
    return vl_convert.vegalite_to_png(spec, vl_version=_VEGA_LITE, format_locale=_FIGURES, scale=2)


def wage_chart(sweep: Sweep, lang: Lang) -> Mapping[str, Any]:
    """In hand over the gross wage; the wages at which it falls are marked."""
    words = _WORDS[lang]
    lines = list(_lines(sweep, words))
    encoding = {
        "x": axis("gross", words.gross),
        "y": axis("in_hand", words.in_hand),
        "color": {
            "field": "line",
            "type": "nominal",
            "title": None,
            "scale": {"domain": [words.without, words.first, words.last], "range": _COLOURS},
        },
    }
    layers: list[dict[str, Any]] = [
        {
            "data": {"values": lines},
            "mark": {"type": "line", "strokeWidth": 2},
            "encoding": encoding,
        }
    ]
    if sweep.cliffs:
        layers.append(_marks(sweep, words))
    return framed(words.wages, {"layer": layers})


def _lines(sweep: Sweep, words: _Words) -> Iterator[dict[str, Any]]:
    named = ((words.without, sweep.without), (words.first, sweep.first), (words.last, sweep.last))
    for name, column in named:
        for gross, in_hand in zip(sweep.gross.tolist(), column.tolist(), strict=True):
            yield {"line": name, "gross": gross / _GROSZE, "in_hand": in_hand / _GROSZE}


def _marks(sweep: Sweep, words: _Words) -> dict[str, Any]:
    at = dict(zip(sweep.gross.tolist(), sweep.without.tolist(), strict=True))
    points = [
        {"gross": gross / _GROSZE, "in_hand": at[gross] / _GROSZE, "cliff": words.cliff}
        for gross in sweep.cliffs
    ]
    return {
        "data": {"values": points},
        "mark": {"type": "point", "filled": True, "size": 70, "color": "#b3261e"},
        "encoding": {
            "x": axis("gross", words.gross),
            "y": axis("in_hand", words.in_hand),
            "shape": {"field": "cliff", "type": "nominal", "title": None},
        },
    }


def months_chart(answer: Answer, lang: Lang) -> Mapping[str, Any]:
    """The support of each month as a bar, what is in hand as a line above."""
    words = _WORDS[lang]
    rows = [
        {
            "month": one.paid.month,
            "support": int(one.paid.amount) / _GROSZE,
            "in_hand": one.disposable / _GROSZE,
        }
        for one in answer.months
    ]
    month = {
        "field": "month",
        "type": "ordinal",
        "title": words.month,
        "axis": {"labelAngle": -45},
    }
    bars = {
        "mark": {"type": "bar", "color": _COLOURS[1]},
        "encoding": {"x": month, "y": axis("support", words.support)},
    }
    above = {
        "mark": {"type": "line", "color": "#333333", "point": True},
        "encoding": {
            # The months stand once, under the bars.
            "x": month | {"title": None, "axis": {"labels": False, "ticks": False}},
            "y": axis("in_hand", words.in_hand),
        },
    }
    size = {"width": 640, "height": 190}
    return framed(words.months, {"vconcat": [above | size, bars | size], "spacing": 8}, rows)


def axis(name: str, title: str, figures: str = ",.0f") -> dict[str, Any]:
    """A quantity along one side."""
    return {"field": name, "type": "quantitative", "title": title, "axis": {"format": figures}}


def framed(
    title: str, drawing: Mapping[str, Any], rows: Sequence[Mapping[str, Any]] | None = None
) -> Mapping[str, Any]:
    """A drawing with its title, in the house's hand; `rows` are its data."""
    data = {"data": {"values": list(rows)}} if rows is not None else {}
    size = {"width": 640, "height": 360} if "layer" in drawing else {}
    return {
        "title": {"text": title, "anchor": "middle"},
        "background": "white",
        "config": {
            "font": "DejaVu Sans",
            "legend": {"orient": "bottom", "labelLimit": 0, "columns": 2},
            "axis": {"grid": True},
        },
        **data,
        **size,
        **drawing,
    }
