"""A workbook (XLSX) as a table, read row by row."""

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from okienko.importing.splitting import Piece
from okienko.importing.table import OURS, Record, named, record
from okienko.trouble import Trouble

_UNREADABLE = (BadZipFile, KeyError, ValueError, InvalidFileException, ParseError, OSError)


class SheetTable:
    """One sheet of a workbook."""

    delimiter = ";"

    def __init__(self, path: Path, sheet: str | None) -> None:
        self._path = path
        with self._book() as book:
            names = book.sheetnames
            if sheet is not None and sheet not in names:
                raise Trouble(f"{path.name} has no sheet {sheet}; it has {', '.join(names)}.")
            self._name = sheet or names[0]
            self._first, header = self._header(book[self._name])
            self.size = book[self._name].max_row or 0
        self._all = named([text_of(value) for value in header], path)
        self.columns: Sequence[str] = [n for n in self._all if not n.startswith(OURS)]
        others = [name for name in names if name != self._name]
        more = [f"Not read: {', '.join(others)} (--sheet reads another one)"] if others else []
        self.notes: Sequence[str] = [f"Sheet {self._name} is read", *more]

    def records(self) -> Iterator[Record]:
        """The rows, from the first, each time it is asked."""
        with self._book() as book:
            rows = book[self._name].iter_rows(min_row=self._first + 1, values_only=True)
            for number, values in enumerate(rows, self._first + 1):
                fields = [text_of(value) for value in values]
                if any(text.strip() for text in fields):
                    yield record(self._all, self._piece(number, fields))

    @contextmanager
    def _book(self) -> Iterator[Any]:
        try:
            # Its remarks are about styles, which nobody here looks at.
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                book = openpyxl.load_workbook(self._path, read_only=True, data_only=True)
        except _UNREADABLE as error:
            raise Trouble(f"{self._path.name} cannot be read as an XLSX workbook.") from error
        try:
            yield book
        finally:
            book.close()

    def _piece(self, number: int, fields: list[str]) -> Piece:
        width = len(self._all)
        beyond = [text for text in fields[width:] if text.strip()]
        text = self.delimiter.join(fields)
        if beyond:
            return Piece(number, text, number, fault=f"{len(beyond)} cells beyond the last column")
        fields = fields[:width] + [""] * (width - len(fields))
        return Piece(number, text, number, fields)

    def _header(self, sheet: Any) -> tuple[int, Sequence[Any]]:
        for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
            if any(text_of(value).strip() for value in values):
                return number, values
        raise Trouble(f"Sheet {self._name} of {self._path.name} is empty.")


def text_of(value: Any) -> str:
    """A cell as the text it would be in a CSV file; a date as YYYY-MM-DD."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.date() if value.time() == datetime.min.time() else value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\x00", "␀")
