"""How each segment of an interview is laid out on paper: fields, tables, longer notes."""

from collections.abc import Callable
from typing import Any

from services.intake.domain.interview import Content
from services.intake.domain.segments import (
    Addiction,
    FamilyMember,
    SegmentA,
    SegmentB,
    SegmentC,
    SegmentD,
    SegmentE,
    SegmentF,
    SegmentG,
    SegmentH,
    SegmentI,
    SegmentJ,
    Violence,
)
from services.intake.views.papers.words import day, word, words, yes_no, zloty

TITLES = {
    "A": "A. Dane wnioskodawcy i rodziny",
    "B": "B. Warunki mieszkaniowe",
    "C": "C. Sytuacja zawodowa",
    "D": "D. Sytuacja zdrowotna",
    "addiction": "D. Uzależnienia i zdrowie psychiczne (załącznik)",
    "E": "E. Sytuacja rodzinna",
    "violence": "E. Przemoc domowa (załącznik o ograniczonym dostępie)",
    "F": "F. Dochody, wydatki i zadłużenie",
    "G": "G. Stan majątkowy",
    "H": "H. Zgłaszane potrzeby i oczekiwania",
    "I": "I. Diagnoza i wnioski pracownika socjalnego",
    "J": "J. Plan pomocy",
}
"""Headings in plain words: the wording of the regulation's annex is not among our sources."""

_Table = dict[str, Any]


def lay_out(content: Content) -> dict[str, Any]:
    """Fields, tables and notes of a segment, without what nobody filled in."""
    fields, tables, notes = _LAYOUTS[content.segment](content)
    return {
        "fields": [(label, value) for label, value in fields if value],
        "tables": [table for table in tables if table["rows"]],
        "notes": [(label, value) for label, value in notes if value],
    }


_Fields = list[tuple[str, str | None]]
_Layout = tuple[_Fields, list[_Table], _Fields]


def _a(content: SegmentA) -> _Layout:
    who = content.applicant
    fields: _Fields = [
        ("Imię i nazwisko", f"{who.name.given} {who.name.family}"),
        ("Data urodzenia", day(who.birth_date)),
        ("PESEL", who.pesel),
        ("Stan cywilny", word(who.marital_status)),
        ("Obywatelstwo", who.citizenship),
        ("Tytuł pobytowy", who.residence_title),
        ("Adres", who.address),
        ("Telefon", who.phone),
        ("Rachunek bankowy", who.bank_account),
        ("Powody ubiegania się o pomoc", words(content.reasons)),
    ]
    family = {
        "title": "Rodzina i osoby mieszkające pod tym adresem",
        "head": [
            "Imię i nazwisko",
            "Kim jest",
            "Data ur.",
            "Wspólne gosp.",
            "Praca, nauka, dochody",
        ],
        "widths": [22, 16, 15, 12, 35],
        "rows": [_member(member) for member in content.members],
    }
    return fields, [family], []


def _member(member: FamilyMember) -> list[str | None]:
    disability, incomes = word(member.disability), words(member.income_sources)
    more = (
        word(member.work),
        "zarejestrowana/y w PUP" if member.registered_at_pup else None,
        member.school,
        f"dochody: {incomes}" if incomes else None,
        f"niepełnosprawność: stopień {disability}" if disability else None,
    )
    return [
        member.name,
        word(member.relation),
        day(member.birth_date),
        yes_no(member.shares_household),
        "; ".join(filter(None, more)) or None,
    ]


def _b(content: SegmentB) -> _Layout:
    fields: _Fields = [
        ("Rodzaj lokalu", word(content.kind)),
        ("Tytuł prawny", word(content.title)),
        ("Liczba izb", _number(content.rooms)),
        ("Piętro", _number(content.floor)),
        ("Ogrzewanie", word(content.heating)),
        ("Zimna woda", yes_no(content.cold_water)),
        ("Ciepła woda", yes_no(content.hot_water)),
        ("Łazienka", yes_no(content.bathroom)),
        ("WC", yes_no(content.toilet)),
        ("Stan lokalu", word(content.condition)),
        ("Miejsca do spania", _number(content.sleeping_places)),
        ("Koszt miesięczny", zloty(content.monthly_cost)),
        ("Zaległości", zloty(content.arrears)),
    ]
    return fields, [], [("Uwagi", content.remarks)]


def _c(content: SegmentC) -> _Layout:
    until = day(content.benefit_until)
    fields: _Fields = [
        ("Sytuacja", word(content.status)),
        ("Ostatnie miejsce pracy", content.last_job),
        ("Rejestracja w PUP", yes_no(content.registered_at_pup)),
        ("Zasiłek dla bezrobotnych", zloty(content.benefit)),
        ("Zasiłek do dnia", until),
    ]
    return (
        fields,
        [],
        [
            ("Kwalifikacje", content.qualifications),
            ("Doświadczenie", content.experience),
            ("Uwagi", content.remarks),
        ],
    )


def _d(content: SegmentD) -> _Layout:
    fields: _Fields = [
        ("Stopień niepełnosprawności", word(content.disability)),
        ("Orzeczenie do dnia", day(content.disability_until)),
        ("Niezdolność do pracy", content.incapacity),
        ("Ubezpieczenie zdrowotne", yes_no(content.insured)),
    ]
    return (
        fields,
        [],
        [("Choroby długotrwałe", content.chronic_illness), ("Uwagi", content.remarks)],
    )


def _addiction(content: Addiction) -> _Layout:
    return [], [], [("Opis", content.note)]


def _e(content: SegmentE) -> _Layout:
    notes: _Fields = [
        ("Relacje w rodzinie", content.relations),
        ("Konflikty", content.conflict),
        ("Trudności opiekuńczo-wychowawcze", content.childcare_problems),
    ]
    return [], [], notes


def _violence(content: Violence) -> _Layout:
    fields: _Fields = [
        ("Stwierdzono oznaki przemocy", yes_no(content.observed)),
        ("Procedura Niebieskie Karty", yes_no(content.blue_card)),
    ]
    return fields, [], [("Opis", content.note)]


def _f(content: SegmentF) -> _Layout:
    incomes = {
        "title": "Dochody miesięczne",
        "head": ["Źródło", "Miesiąc", "Kwota"],
        "widths": [55, 20, 25],
        "money": True,
        "rows": [[word(i.kind), _month(i.month), zloty(i.monthly)] for i in content.incomes],
    }
    expenses = {
        "title": "Wydatki miesięczne",
        "head": ["Rodzaj", "Kwota"],
        "widths": [75, 25],
        "money": True,
        "rows": [[word(e.kind), zloty(e.monthly)] for e in content.expenses],
    }
    debts = {
        "title": "Zadłużenie",
        "head": ["Wierzyciel", "Kwota"],
        "widths": [75, 25],
        "money": True,
        "rows": [[debt.creditor, zloty(debt.amount)] for debt in content.debts],
    }
    return [], [incomes, expenses, debts], [("Egzekucja", content.enforcement)]


def _g(content: SegmentG) -> _Layout:
    assets = {
        "title": "Składniki majątku",
        "head": ["Rodzaj", "Opis", "Wartość"],
        "widths": [25, 50, 25],
        "money": True,
        "rows": [[word(a.kind), a.description, zloty(a.value)] for a in content.assets],
    }
    taken = yes_no(content.statement_taken)
    fields: _Fields = [("Oświadczenie o stanie majątkowym złożono", taken)]
    return fields, [assets], [("Uwagi", content.remarks)]


def _h(content: SegmentH) -> _Layout:
    return [], [], [("Potrzeby", content.needs), ("Oczekiwania", content.expectations)]


def _i(content: SegmentI) -> _Layout:
    return [], [], [("Diagnoza", content.diagnosis), ("Wnioski", content.conclusions)]


def _j(content: SegmentJ) -> _Layout:
    fields: _Fields = [("Planowane formy pomocy (u.p.s.)", words(content.help_forms))]
    return fields, [], [("Plan pomocy", content.plan)]


def _month(month: str | None) -> str | None:
    return f"{month[5:]}.{month[:4]}" if month else None


def _number(count: int | None) -> str | None:
    return None if count is None else str(count)


_LAYOUTS: dict[str, Callable[[Any], _Layout]] = {
    "A": _a,
    "B": _b,
    "C": _c,
    "D": _d,
    "addiction": _addiction,
    "E": _e,
    "violence": _violence,
    "F": _f,
    "G": _g,
    "H": _h,
    "I": _i,
    "J": _j,
}
