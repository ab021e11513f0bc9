"""Lines of a CSV file become rows. A broken line is told with its own text, and shifts no other.

Python's own csv module reads on to the end of the file when a quote is not closed; here a row that
does not come out right is one broken line, and reading goes on with the very next one.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_QUOTED = re.compile(r'"([^"]*+(?:""[^"]*+)*+)" *')
DELIMITERS = ";,\t|"
_MOST_LINES = 50
"""A quoted field may hold line ends, but not more of them than this."""


@dataclass(frozen=True)
class Line:
    """One line as it stands in the file."""

    number: int
    text: str
    end: int
    """How many bytes of the file are read with it."""
    fault: str | None = None


@dataclass(frozen=True)
class Piece:
    """One row of the file: its fields, or why it has none."""

    number: int
    text: str
    end: int
    fields: list[str] | None = None
    fault: str | None = None


class _Open(Exception):
    """A quoted field is not closed yet."""


class _Malformed(Exception):
    """Something follows a closing quote that is no delimiter."""


def split(lines: Iterable[Line], delimiter: str, width: int) -> Iterator[Piece]:
    """Rows of so many fields. Blank lines are none."""
    coming, waiting = iter(lines), deque[Line]()
    while (line := _next(waiting, coming)) is not None:
        if line.fault is None and not line.text.strip(delimiter + " \t\x1a"):
            continue
        if line.fault is not None:
            yield Piece(line.number, line.text, line.end, fault=line.fault)
            continue
        taken = [line]
        piece = _try(taken, delimiter, width)
        while piece is None and len(taken) < _MOST_LINES:
            more = _next(waiting, coming)
            if more is None:
                break
            taken.append(more)
            piece = _try(taken, delimiter, width) if more.fault is None else _broken(line, "")
        if piece is None or (piece.fields is None and len(taken) > 1):
            # The quote was not meant to reach so far: only its own line is broken.
            waiting.extendleft(reversed(taken[1:]))
            piece = _broken(line, "a quote is opened and not closed")
        yield piece


def _next(waiting: deque[Line], coming: Iterator[Line]) -> Line | None:
    return waiting.popleft() if waiting else next(coming, None)


def _broken(line: Line, fault: str) -> Piece:
    return Piece(line.number, line.text, line.end, fault=fault)


def _try(taken: list[Line], delimiter: str, width: int) -> Piece | None:
    """These lines as one row; none if a quote is still open."""
    first, text = taken[0], "\n".join(line.text for line in taken)
    try:
        fields = fields_of(text, delimiter)
    except _Open:
        return None
    except _Malformed:
        return _broken(first, "text follows a closing quote")
    # Some exports end every line with a delimiter, the header excepted.
    if len(fields) == width + 1 and not fields[-1]:
        fields.pop()
    if len(fields) != width:
        return _broken(first, f"{len(fields)} fields instead of {width}")
    return Piece(first.number, text, taken[-1].end, fields)


def fields_of(text: str, delimiter: str) -> list[str]:
    """The fields of a row. A quote counts where a field begins with it, and is doubled inside."""
    if '"' not in text:
        return text.split(delimiter)
    fields, at = [], 0
    while True:
        if text.startswith('"', at):
            found = _QUOTED.match(text, at)
            if found is None:
                raise _Open
            fields.append(found[1].replace('""', '"'))
            at = found.end()
            if at < len(text) and text[at] != delimiter:
                raise _Malformed
        else:
            end = text.find(delimiter, at)
            end = len(text) if end < 0 else end
            fields.append(text[at:end])
            at = end
        if at >= len(text):
            return fields
        at += 1


def header_of(text: str, delimiters: str = DELIMITERS) -> tuple[str, list[str]]:
    """The delimiter of a header and its names: the delimiter that makes the most of them."""
    best = (delimiters[0], [text])
    for delimiter in delimiters:
        try:
            names = fields_of(text, delimiter)
        except (_Open, _Malformed):
            continue
        if len(names) > len(best[1]):
            best = (delimiter, names)
    return best
