"""A cohort from a file: seven columns of numbers and nothing else, so that nobody uploads a name."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any, Final

import numpy as np

from kernel.refusals import Kind, Refusal
from services.benefits.domain.cohort import Cohort

COLUMNS: Final = tuple(one.name for one in fields(Cohort))
MOST_TOLD: Final = 20
_MOST_PERSONS, _MOST_GROSZE = 50, 100_000_000
_SEPARATORS = ";\t,"


class UnknownColumns(Refusal):
    """The file has columns that are not those of a cohort; `columns` numbers them from 1."""

    kind = Kind.INVALID
    pl = "Plik ma kolumny, których kohorta nie ma; `columns` podaje ich numery od 1."


class ColumnsMissing(Refusal):
    """Columns of a cohort are missing, or stand there twice; `columns` names them."""

    kind = Kind.INVALID
    pl = "Brakuje kolumn kohorty albo są podwójne; wymienia je `columns`."


class CellsAtFault(Refusal):
    """Some cells cannot be read; `cells` names the first 20 by line and column, `more` counts the rest."""

    kind = Kind.INVALID
    pl = "Nie można odczytać niektórych komórek; `cells` podaje pierwsze 20, a `more` liczbę pozostałych."


class NoHouseholds(Refusal):
    """The file has no household."""

    kind = Kind.INVALID
    pl = "W pliku nie ma żadnego gospodarstwa."


def read_cohort(text: str) -> Cohort:
    """Read it: comma, semicolon or tab between, point or comma in amounts, whichever its header uses."""
    text = text.removeprefix("\ufeff")
    rows = csv.reader(io.StringIO(text), delimiter=_separator(text))
    found: list[list[int]] = []
    faults: list[dict[str, object]] = []
    places = _places(next(_lines(rows, faults), []))
    for row in _lines(rows, faults):
        if not any(cell.strip() for cell in row):
            continue
        read = _row(row, places, rows.line_num, faults)
        if read is not None:
            found.append(read)
    if faults:
        raise CellsAtFault(
            pointer="/csv", cells=faults[:MOST_TOLD], more=max(len(faults) - MOST_TOLD, 0)
        )
    if not found:
        raise NoHouseholds(pointer="/csv")
    columns = np.array(found, dtype=np.int64).T
    return Cohort(**{name: columns[n].copy() for n, name in enumerate(COLUMNS)})


def packed(cohort: Cohort) -> bytes:
    """A cohort as compact bytes."""
    file = io.BytesIO()
    np.savez_compressed(file, **{name: getattr(cohort, name) for name in COLUMNS})
    return file.getvalue()


def unpacked(kept: bytes) -> Cohort:
    """The same again."""
    with np.load(io.BytesIO(kept), allow_pickle=False) as file:
        return Cohort(**{name: file[name] for name in COLUMNS})


def _lines(rows: Any, faults: list[dict[str, object]]) -> Iterator[list[str]]:
    """Line by line, until one that is none."""
    try:
        yield from rows
    except csv.Error:
        faults.append({"line": rows.line_num, "column": None, "expected": f"{len(COLUMNS)} cells"})


def _separator(text: str) -> str:
    header = text.split("\n", 1)[0]
    return max(_SEPARATORS, key=header.count)


def _places(header: list[str]) -> list[int]:
    """Where each column of a cohort stands. What else a header says is not repeated: it may be a name."""
    names = [cell.strip().lower() for cell in header]
    if strange := [n for n, name in enumerate(names, start=1) if name not in COLUMNS]:
        raise UnknownColumns(pointer="/csv", columns=strange[:MOST_TOLD], known=list(COLUMNS))
    if wrong := [name for name in COLUMNS if names.count(name) != 1]:
        raise ColumnsMissing(pointer="/csv", columns=wrong)
    return [names.index(name) for name in COLUMNS]


def _row(
    row: list[str], places: list[int], line: int, faults: list[dict[str, object]]
) -> list[int] | None:
    """One household; what is wrong with it is added to the faults."""
    if len(row) != len(COLUMNS):
        faults.append({"line": line, "column": None, "expected": f"{len(COLUMNS)} cells"})
        return None
    read = [
        _READERS[name](row[place].strip()) for name, place in zip(COLUMNS, places, strict=True)
    ]
    wrong = [name for name, value in zip(COLUMNS, read, strict=True) if value is None]
    faults += [{"line": line, "column": name, "expected": _EXPECTED[name]} for name in wrong]
    if wrong:
        return None
    values = [value for value in read if value is not None]
    persons, to_5, to_18, to_24 = values[:4]
    if to_5 + to_18 + to_24 >= persons:
        faults.append(
            {"line": line, "column": "persons", "expected": "an adult besides the children"}
        )
        return None
    return values


def _whole(least: int, most: int) -> Callable[[str], int | None]:
    def read(cell: str) -> int | None:
        if not re.fullmatch(r"[0-9]{1,3}", cell):
            return None
        return int(cell) if least <= int(cell) <= most else None

    return read


def _grosze(cell: str) -> int | None:
    match = re.fullmatch(r"([0-9]{1,7})(?:[.,]([0-9]{1,2}))?", cell)
    if match is None:
        return None
    amount = int(match[1]) * 100 + int((match[2] or "").ljust(2, "0"))
    return amount if amount <= _MOST_GROSZE else None


def _readers() -> Iterator[tuple[str, Callable[[str], int | None], str]]:
    yield "persons", _whole(1, _MOST_PERSONS), f"1 to {_MOST_PERSONS}"
    for name in ("to_5", "to_18", "to_24"):
        yield name, _whole(0, _MOST_PERSONS), f"0 to {_MOST_PERSONS}"
    for name in ("income", "gross"):
        yield name, _grosze, "an amount, at most 1000000.00"
    yield "unable", _whole(0, 1), "0 or 1"


_READERS = {name: read for name, read, _ in _readers()}
_EXPECTED = {name: expected for name, _, expected in _readers()}
