"""An export as a table: its columns, and its rows one after another, whatever file they come from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol

from okienko.importing.encodings import LONGEST_LINE, Encoding, detect
from okienko.importing.splitting import DELIMITERS, Line, Piece, header_of, split
from okienko.trouble import Trouble

OURS = "okienko_"
"""Columns of a file of rejected rows that begin so are ours: ignored when it is sent again."""
RAW = "okienko_raw"
"""Holds the text of a broken line, until somebody fills the columns from it."""
_NUL = "\x00"
_SEPARATOR_LINE = "sep="


@dataclass(frozen=True)
class Record:
    """One row of the table: its cells, or its text and why it has none."""

    line: int
    cells: dict[str, str]
    end: int
    """How far the file is read with it, in the table's own measure."""
    raw: str = field(default="", repr=False)
    fault: str | None = None


class Table(Protocol):
    """A file that is read row by row."""

    columns: Sequence[str]
    size: int
    notes: Sequence[str]
    delimiter: str

    def records(self) -> Iterator[Record]:
        """The rows, from the first, each time it is asked."""


def named(header: Sequence[str], path: Path) -> list[str]:
    """The names of the columns; each must be one."""
    names = [" ".join(name.replace("\ufeff", "").split()) for name in header]
    while names and not names[-1]:
        names.pop()
    names = [name or f"column {place}" for place, name in enumerate(names, 1)]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise Trouble(f"{path.name} has more than one column called {', '.join(twice)}.")
    if not names:
        raise Trouble(f"{path.name} has no header: its first line must name the columns.")
    return names


def record(columns: Sequence[str], piece: Piece) -> Record:
    """A row under its columns; what we ourselves added to a file of rejected rows is left out."""
    if piece.fields is None:
        return Record(piece.number, {}, piece.end, piece.text, piece.fault)
    cells = dict(zip(columns, piece.fields, strict=True))
    own = {name: text for name, text in cells.items() if not name.startswith(OURS)}
    raw = cells.get(RAW, "")
    if raw and not any(text.strip() for text in own.values()):
        fault = f"still broken: fill in the columns from {RAW}"
        return Record(piece.number, {}, piece.end, raw, fault)
    return Record(piece.number, own, piece.end, piece.text)


class CsvTable:
    """A text file with delimiters."""

    def __init__(self, path: Path, encoding: str | None, delimiter: str | None) -> None:
        self._path = path
        self.encoding = Encoding(encoding, "it was said") if encoding else detect(path)
        self._check_encoding()
        self.size = path.stat().st_size
        self.delimiter, names = header_of(self._header(), delimiter or DELIMITERS)
        self._all = named(names, path)
        self.columns: Sequence[str] = [name for name in self._all if not name.startswith(OURS)]
        shown = {"\t": "tab"}.get(self.delimiter, self.delimiter)
        self.notes: Sequence[str] = [
            f"Read as {self.encoding.name}: {self.encoding.why}. Delimiter: {shown}",
        ]

    def records(self) -> Iterator[Record]:
        """The rows, from the first, each time it is asked."""
        lines = self._lines()
        for line in lines:
            if not self._before_header(line):
                break
        for piece in split(lines, self.delimiter, len(self._all)):
            yield record(self._all, piece)

    def _check_encoding(self) -> None:
        try:
            readable = "\n;".encode(self.encoding.name.removesuffix("-sig")) == b"\n;"
        except LookupError:
            raise Trouble(f"There is no encoding called {self.encoding.name}.") from None
        if not readable:
            raise Trouble(f"A file in {self.encoding.name} must be saved as UTF-8 first.")

    def _header(self) -> str:
        for line in self._lines():
            if self._before_header(line):
                continue
            if line.fault or "\r" in line.text:
                raise Trouble(f"The header of {self._path.name} cannot be read: {line.fault}.")
            return line.text
        raise Trouble(f"{self._path.name} is empty.")

    @staticmethod
    def _before_header(line: Line) -> bool:
        return not line.text.strip(" \t;,|") or line.text.lower().startswith(_SEPARATOR_LINE)

    def _lines(self) -> Iterator[Line]:
        name = self.encoding.name.removesuffix("-sig")
        with self._path.open("rb") as file:
            number = 0
            while raw := file.readline(LONGEST_LINE):
                number += 1
                if not raw.endswith(b"\n") and len(raw) == LONGEST_LINE:
                    _skip_line(file)
                    text = raw[:1000].decode(name, "replace").replace(_NUL, "␀")
                    yield Line(number, text, file.tell(), "longer than a mebibyte")
                    continue
                yield _line(number, raw, name, file.tell())


def _skip_line(file: BinaryIO) -> None:
    while (more := file.readline(LONGEST_LINE)) and not more.endswith(b"\n"):
        pass


def _line(number: int, raw: bytes, encoding: str, end: int) -> Line:
    body = raw.rstrip(b"\r\n")
    if number == 1:
        body = body.removeprefix(b"\xef\xbb\xbf")
    fault = "holds a NUL byte" if b"\x00" in body else None
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError:
        # Readable at least: in a UTF-8 file such a line mostly comes from Windows.
        text, fault = body.decode("cp1250", "replace"), f"not valid {encoding}: check its letters"
    return Line(number, text.replace(_NUL, "␀"), end, fault)
