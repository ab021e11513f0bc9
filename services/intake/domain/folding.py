"""Names as they are searched: lower case, without Polish letters, cut into words.

Folded here and not by the database, because an index must not change with the rules of a server.
"""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

# Letters that Unicode does not take apart into a base letter and a mark.
_WHOLE = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Part(StrEnum):
    """Which name a word is of."""

    FAMILY = "F"
    GIVEN = "G"


@dataclass(frozen=True)
class Word:
    """One word of somebody's name, beside the other words of it."""

    text: str
    part: Part
    rest: str
    """The others, each after the letter of its part; a stroke stands in this word's place."""


def fold(text: str) -> list[str]:
    """The words of a text: "Łęcka-Żak" is lecka and zak, "d'Arc" is darc."""
    apart = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold()
    letters = unicodedata.normalize("NFKD", apart.translate(_WHOLE))
    bare = "".join(c for c in letters if not unicodedata.combining(c)).translate(_APOSTROPHES)
    return "".join(c if c.isalnum() else " " for c in bare).split()


def words_of(family: str, given: str) -> list[Word]:
    """The rows a name is found by: each of its words once, whichever one a worker types first."""
    tokens = [(Part.FAMILY, word) for word in fold(family)]
    tokens = list(dict.fromkeys(tokens + [(Part.GIVEN, word) for word in fold(given)]))
    return [
        Word(word, part, f"{_row(tokens[:place])} /{_row(tokens[place + 1 :])} ")
        for place, (part, word) in enumerate(tokens)
    ]


def slips(word: str) -> list[str]:
    """Every word that one slip of the finger makes of it: a letter lost, doubled, wrong or swapped."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    lost = {a + b[1:] for a, b in cuts if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    wrong = {a + letter + b[1:] for a, b in cuts if b for letter in _LETTERS}
    more = {a + letter + b for a, b in cuts for letter in _LETTERS}
    return sorted((lost | swapped | wrong | more) - {word})


def _row(tokens: list[tuple[Part, str]]) -> str:
    return "".join(f" {part}{word}" for part, word in tokens)
