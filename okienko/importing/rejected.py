"""The file of rows that were not taken: correct it, and send it again with the same mapping."""

import csv
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

from okienko.importing.mapping import Finding
from okienko.importing.table import RAW, Record
from okienko.trouble import Trouble

_LINE, _PROBLEM = "okienko_line", "okienko_problem"


class RejectedRows:
    """Made with the first row that goes into it; only its owner may read it, for it holds people."""

    def __init__(self, path: Path, columns: Sequence[str], delimiter: str) -> None:
        self.path = path
        self.count = 0
        self._columns = columns
        self._delimiter = delimiter
        self._file: IO[str] | None = None
        self._writer: Any = None

    def add(self, record: Record, problems: Sequence[Finding]) -> None:
        """Set a row aside, as it stood, with what is wrong with it."""
        if self._writer is None:
            self._begin()
        told = "; ".join(f"{f.column}: {f.detail}" if f.column else f.detail for f in problems)
        raw = record.raw if record.fault else ""
        cells = [record.cells.get(name, "") for name in self._columns]
        self._writer.writerow([*cells, record.line, told, raw])
        self.count += 1

    def close(self) -> None:
        """Finish the file."""
        if self._file is not None:
            self._file.close()

    def _begin(self) -> None:
        try:
            handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            raise Trouble(f"{self.path} is there already; name another file.") from None
        # With the mark by which Excel knows UTF-8.
        self._file = os.fdopen(handle, "w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file, delimiter=self._delimiter, lineterminator="\r\n")
        self._writer.writerow([*self._columns, _LINE, _PROBLEM, RAW])


def beside(path: Path) -> Path:
    """A name for it beside the file it comes from; never one that is taken."""
    stem = re.sub(r"\.rejected(-\d+)?$", "", path.name.removesuffix(path.suffix))
    number = 1
    while True:
        more = f"-{number}" if number > 1 else ""
        made = path.with_name(f"{stem}.rejected{more}.csv")
        if not made.exists():
            return made
        number += 1
