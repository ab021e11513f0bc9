"""A first mapping for a file nobody has mapped yet, from what its columns are called."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

import yaml
from rapidfuzz import fuzz, process

_NEAR = 88
_KNOWN: dict[str, tuple[str, ...]] = {
    "reference": (
        "id", "id osoby", "id klienta", "identyfikator", "nr ewidencyjny", "numer ewidencyjny",
        "lp systemowe", "nr osoby", "id swiadczeniobiorcy",
    ),
    "name.given": ("imie", "imie pierwsze", "pierwsze imie", "imiona"),
    "name.family": ("nazwisko",),
    "birth_date": ("data urodzenia", "data ur", "dataur", "ur", "data urodz"),
    "pesel": ("pesel", "nr pesel", "numer pesel"),
    "residence.municipality": ("teryt", "gmina teryt", "kod teryt", "kod teryt gminy", "terc", "kod gminy"),
    "residence.street": ("adres", "ulica i nr", "ulica nr", "adres zamieszkania", "ulica"),
    "residence.postal_code": ("kod pocztowy", "kod", "kod poczt"),
    "residence.city": ("miejscowosc", "miasto", "miejscowosc zamieszkania"),
    "residence.homeless": ("bezdomny", "bezdomna", "bezdomnosc", "osoba bezdomna"),
    "contact.phone": ("telefon", "tel", "nr telefonu", "telefon kontaktowy", "telefon komorkowy", "kom"),
    "contact.email": ("email", "e mail", "adres email", "poczta elektroniczna"),
    "reasons": ("powody", "powod", "powod udzielenia pomocy", "powody pomocy", "przyczyna"),
}  # fmt: skip
_HOUSE = ("nr domu", "dom", "numer domu")
_FLAT = ("nr lokalu", "nr mieszkania", "lokal", "mieszkanie")
_DAYS = ["%d.%m.%Y", "%Y-%m-%d", "%d-%m-%Y"]
_SHAPED: dict[str, dict[str, Any]] = {
    "birth_date": {"date": _DAYS},
    "pesel": {"remove": " -", "digits": "11"},
    "residence.municipality": {"digits": "7"},
    "residence.homeless": {"default": "N", "yes": ["T", "TAK", "1"], "no": ["N", "NIE", "0"]},
    "reasons": {"split": ",", "codes": {"CODE": "poverty"}},
}


def propose(columns: Sequence[str]) -> str:
    """A mapping to look through and correct, as YAML."""
    found = {path: column for path, names in _KNOWN.items() if (column := _like(names, columns))}
    reference = found.pop("reference", None)
    fields = {path: _rule(path, column, columns) for path, column in found.items()}
    read = {reference, *found.values(), _like(_HOUSE, columns), _like(_FLAT, columns)}
    said = {
        "source": "pomost",
        "reference": reference or "???",
        "nothing": ["-", "brak"],
        "fields": fields,
    }
    unread = [column for column in columns if column not in read]
    lines = [
        "# Proposed from the names of the columns. Look through every line before you use it:",
        "# `source` is your own name for the former system; `reference` names a person there for good.",
        *(f"# Not used: {column}" for column in unread),
        *(
            ["# No column looks like the former system's own number of a person."]
            * (not reference)
        ),
    ]
    return "\n".join(lines) + "\n" + yaml.safe_dump(said, allow_unicode=True, sort_keys=False)


def _rule(path: str, column: str, columns: Sequence[str]) -> object:
    house, flat = _like(_HOUSE, columns), _like(_FLAT, columns)
    if path == "residence.street" and house:
        return {"text": f"{{{column}}} {{{house}}}" + (f"[/{{{flat}}}]" if flat else "")}
    return {"column": column} | _SHAPED[path] if path in _SHAPED else column


def _like(names: Sequence[str], columns: Sequence[str]) -> str | None:
    """The column that is called so, or nearly."""
    folded = {column: _folded(column) for column in columns}
    for name in names:
        for column, plain in folded.items():
            if plain == name:
                return column
    near = process.extractOne(names[0], folded, scorer=fuzz.ratio, score_cutoff=_NEAR)
    return near[2] if near else None


def _folded(column: str) -> str:
    plain = unicodedata.normalize("NFKD", column.casefold().replace("ł", "l"))
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", kept).split())
