"""What came of an import: how many rows, and column by column what was wrong. It holds no cell of any row."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from okienko.importing.mapping import Finding

_SHOWN = 10
IN = ("registered", "would_register", "known")
NOT_IN = ("duplicate", "rejected")


@dataclass
class Tally:
    """How often something was found, and where first."""

    count: int = 0
    lines: list[int] = field(default_factory=list)

    def add(self, line: int) -> None:
        """One more."""
        self.count += 1
        if len(self.lines) < _SHOWN:
            self.lines.append(line)


class Report:
    """Grows with the kinds of problems, not with the rows."""

    def __init__(self, **about: Any) -> None:
        self.about = about
        self.outcomes: Counter[str] = Counter()
        self.problems: dict[Finding, Tally] = {}
        self.notes: dict[Finding, Tally] = {}
        self.set_aside = 0
        """Rows written to the file of rejected rows."""

    @property
    def rows(self) -> int:
        """How many were read."""
        return self.outcomes.total()

    def count(self, line: int, outcome: str, problems: Sequence[Finding]) -> None:
        """One row, and what came of it."""
        self.outcomes[outcome] += 1
        for finding in problems:
            self.problems.setdefault(finding, Tally()).add(line)

    def note(self, line: int, notes: Sequence[Finding]) -> None:
        """What was done to a row that is worth knowing."""
        for finding in notes:
            self.notes.setdefault(finding, Tally()).add(line)

    def as_json(self) -> dict[str, Any]:
        """For a machine."""
        return {
            **self.about,
            "rows": self.rows,
            "counts": {name: self.outcomes[name] for name in (*IN, *NOT_IN)},
            "set_aside": self.set_aside,
            "problems": _listed(self.problems),
            "notes": _listed(self.notes),
        }

    def as_text(self) -> str:
        """For a person."""
        told = [f"{self.outcomes[n]:,} {_WORDS[n]}" for n in (*IN, *NOT_IN) if self.outcomes[n]]
        lines = [f"{self.rows:,} rows: {', '.join(told) or 'nothing'}."]
        lines += _columns("Problems", self.problems) + _columns("Noted", self.notes)
        return "\n".join(lines)


_WORDS: Mapping[str, str] = {
    "registered": "registered",
    "would_register": "would be registered",
    "known": "known from an earlier import",
    "duplicate": "registered already by their PESEL number",
    "rejected": "rejected",
}


def _listed(found: Mapping[Finding, Tally]) -> list[dict[str, Any]]:
    return [
        {"column": f.column, "detail": f.detail, "count": tally.count, "first_lines": tally.lines}
        for f, tally in _ranked(found)
    ]


def _columns(title: str, found: Mapping[Finding, Tally]) -> list[str]:
    if not found:
        return []
    lines = ["", f"{title}, by column:"]
    for finding, tally in _ranked(found):
        first = ", ".join(map(str, tally.lines)) + (" …" if tally.count > _SHOWN else "")
        column = finding.column or "(row)"
        lines.append(f"  {column}: {finding.detail} – {tally.count:,} (line {first})")
    return lines


def _ranked(found: Mapping[Finding, Tally]) -> list[tuple[Finding, Tally]]:
    return sorted(found.items(), key=lambda item: (-item[1].count, item[0].column))
