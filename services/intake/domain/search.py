"""A search: what is asked for, and who was found."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from contracts.intake import ClientStatus
from contracts.territory import Municipality
from services.intake.domain.folding import Part, fold, slips

MOST_WORDS = 8
_LONG_ENOUGH_TO_ERR = 5
Born = tuple[date, date] | None
"""The first and last day she may be born on."""


class Criterion(StrEnum):
    """What a client can be found by."""

    NAME = "name"
    FAMILY = "family"
    GIVEN = "given"
    BIRTH_DATE = "birth_date"
    BIRTH_YEAR = "birth_year"
    PESEL = "pesel"
    PHONE = "phone"
    FILE_NUMBER = "file_number"


@dataclass(frozen=True)
class Token:
    """One word that was typed: it must be a word of the name, or the beginning of one."""

    text: str
    part: Part | None = None

    @property
    def mark(self) -> str:
        """What the token looks like among the other words of a name, in the language of LIKE."""
        return f"{self.part or '_'}{self.text}"


@dataclass(frozen=True)
class Span:
    """Words from a first one to before another, in the order of their code points."""

    low: str
    high: str
    earlier: str
    """Finds the same among words that stand before it, so that nobody is listed twice."""


@dataclass(frozen=True)
class Asked:
    """The words of a name, one of which leads, and when she was born."""

    lead: Token
    others: tuple[Token, ...]
    spans: tuple[Span, ...]
    born: Born

    @property
    def beside(self) -> list[str]:
        """Patterns that the rest of the name must match."""
        return [f"% {token.mark}%" for token in self.others]

    def is_whole(self, word: str, rest: str) -> bool:
        """Whether every word that was typed is a word of the name, not only the beginning of one."""
        kinds = [(t.text, [t.part] if t.part else list(Part)) for t in self.others]
        beside = all(any(f" {p}{text} " in rest for p in parts) for text, parts in kinds)
        return word == self.lead.text and beside


@dataclass
class Hit:
    """A client who was found, as a list shows her."""

    client_id: UUID
    given: str
    family: str
    birth_date: date
    has_pesel: bool
    status: ClientStatus
    registered_by: UUID
    municipality: Municipality | None


@dataclass
class Found:
    """Who was found, and how."""

    hits: list[Hit]
    by: list[Criterion]
    more: bool = False
    approximate: bool = False
    elsewhere: list[UUID] = field(default_factory=list)
    """Whoever has the number that was given, but is out of the caller's sight."""


def tokens(text: str | None, part: Part | None = None) -> list[Token]:
    """The words that were typed."""
    return [Token(word, part) for word in dict.fromkeys(fold(text or ""))]


def ask(typed: list[Token], born: Born) -> Asked:
    """Ask for words and beginnings of words; the longest leads, because it is the rarest."""
    lead = max(typed, key=lambda token: len(token.text))
    # The last code point there is: every word that begins so lies before it.
    span = Span(lead.text, lead.text + "\U0010ffff", f"% {lead.mark}%/%")
    return Asked(lead, tuple(t for t in typed if t != lead), (span,), born)


def guesses(asked: Asked) -> list[tuple[Token, list[str]]]:
    """Each word long enough to be mistyped, longest first, with what may have been meant."""
    typed = sorted((asked.lead, *asked.others), key=lambda token: -len(token.text))
    return [(t, slips(t.text)) for t in typed if len(t.text) >= _LONG_ENOUGH_TO_ERR]


def meant(asked: Asked, mistyped: Token, known: list[str]) -> Asked:
    """The same question with a word replaced by those that it may stand for."""
    others = tuple(t for t in (asked.lead, *asked.others) if t != mistyped)
    spans = tuple(
        # No word holds a character as low as this one.
        Span(word, word + "\x01", f"% {mistyped.part or '_'}{word} %/%")
        for word in known
    )
    return Asked(mistyped, others, spans, asked.born)
