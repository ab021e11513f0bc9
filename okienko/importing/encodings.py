"""In which encoding a text file is written: a rule one can state, not a guess one must believe."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from okienko.trouble import Trouble

# Where Windows and ISO put the same Polish letters: ą Ą ś Ś ź Ź. All other letters lie alike.
_WINDOWS = frozenset(b"\xb9\xa5\x9c\x8c\x9f\x8f")
_ISO = frozenset(b"\xb1\xa1\xb6\xa6\xbc\xac")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_UTF8_MARK = b"\xef\xbb\xbf"
LONGEST_LINE = 1 << 20
"""Bytes; no row of a register is longer, and a file without line ends must not fill the memory."""


@dataclass(frozen=True)
class Encoding:
    """An encoding, and why it is taken for that of the file."""

    name: str
    why: str


def detect(path: Path) -> Encoding:
    """Read the whole file once: UTF-8 if it is, else the Polish code page whose letters are more."""
    with path.open("rb") as file:
        begin = file.read(3)
        if begin.startswith(_UTF16):
            raise Trouble(f"{path.name} is written in UTF-16. Save it as CSV UTF-8, or as XLSX.")
        if begin == _UTF8_MARK:
            return Encoding("utf-8-sig", "it begins with the mark of UTF-8")
        file.seek(0)
        return _judge(iter(lambda: file.readline(LONGEST_LINE), b""))


def _judge(lines: Iterable[bytes]) -> Encoding:
    good = bad = windows = iso = 0
    for line in lines:
        if line.isascii():
            continue
        try:
            line.decode()
            good += 1
        except UnicodeDecodeError:
            bad += 1
            windows += sum(byte in _WINDOWS for byte in line)
            iso += sum(byte in _ISO for byte in line)
    if good >= bad:
        why = "every line is valid UTF-8" if not bad else f"all but {bad} lines are valid UTF-8"
        return Encoding("utf-8", why)
    # A tie is a file without ą, ś and ź, where both say the same.
    if iso > windows:
        return Encoding("iso-8859-2", "it is no UTF-8, and its ą, ś, ź are where ISO has them")
    return Encoding("cp1250", "it is no UTF-8, and its ą, ś, ź are where Windows has them")
