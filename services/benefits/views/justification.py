"""The written justification of an award, as a clerk signs it (uzasadnienie, art. 107 § 3 k.p.a.)."""

from collections.abc import Iterator, Mapping
from typing import Any

from kernel import clock
from kernel.callers import Caller
from kernel.paper import printed
from services.benefits.domain.law import ParameterUsed
from services.benefits.domain.money import grosze
from services.benefits.views.awards import AwardView, WorkingView
from services.benefits.views.polish import on_day, zl

_INPUTS: Mapping[str, str] = {
    "household_size": "osób w gospodarstwie",
    "income": "dochód, zł",
    "municipality": "gmina (TERC)",
    "employment_started_on": "pierwszy dzień pracy",
    "lost_benefit": "utracone świadczenie, zł",
    "preset": "harmonogram",
    "schedule": "harmonogram",
    "start_rule": "początek wypłat",
}
_WORDS: Mapping[str, str] = {
    "programme rules": "zasady programu",
    "employment_date": "od dnia podjęcia pracy",
    "next_month": "od następnego miesiąca",
    "entitled": "przysługuje",
    "not entitled": "nie przysługuje",
    "continued": "wypłacany nadal",
    "no effect": "bez zmian",
    "worked out anew": "wyliczono ponownie",
}


async def justification(award: AwardView, by: Caller) -> bytes:
    """The paper as PDF, about an award by its number; no name stands on it."""
    return await printed("services.benefits.views", "justification.typ", _data(award, by))


def _data(award: AwardView, by: Caller) -> dict[str, Any]:
    return {
        "institution": by.institution_name,
        "printed_on": on_day(clock.today()),
        "number": f"wsparcie nr {str(award.id)[-12:]}",
        "facts": [
            ["Utracone świadczenie miesięcznie", f"{zl(grosze(award.lost_benefit))} zł"],
            ["Wsparcie razem", f"{zl(grosze(award.total))} zł"],
            ["Okres", f"od {award.first_month} do {award.last_month}"],
            ["Harmonogram", award.schedule],
            ["Pierwszy dzień pracy", on_day(award.employment_started_on)],
        ],
        "months": [
            [
                one.month,
                str(one.step),
                f"{one.percent} %" if one.percent else "–",
                zl(grosze(one.amount)),
            ]
            for one in award.months
        ],
        "workings": [_working(one) for one in award.trace if one.steps],
        "law": list(_law(award)),
    }


def _working(working: WorkingView) -> dict[str, Any]:
    return {
        "title": f"{working.pl[:1].upper()}{working.pl[1:]}, {working.month}",
        "inputs": [
            [_INPUTS.get(name, name), _word(value)] for name, value in working.inputs.items()
        ],
        "steps": [
            [one.pl, one.calculation, _word(one.result), _word(one.article)]
            for one in working.steps
        ],
    }


def _law(award: AwardView) -> Iterator[list[str]]:
    used: dict[tuple[str, str], ParameterUsed] = {}
    for working in award.trace:
        for one in working.parameters:
            used.setdefault((one.name, one.value), one)
    for one in used.values():
        until = f"do {on_day(one.valid_to)}" if one.valid_to else "nadal"
        written = dict.fromkeys([_word(one.source.article), _word(one.source.act)])
        source = "; ".join(written)
        yield [one.title, one.value, f"od {on_day(one.valid_from)} {until}", source]


def _word(said: str) -> str:
    """In Polish, where it is a word of ours."""
    return _WORDS.get(said, said)
