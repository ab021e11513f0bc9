"""How alike two people look on paper, and why: a score a person can follow, never a decision."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from rapidfuzz.distance import JaroWinkler

from services.intake.domain.folding import fold

LISTED, LIKELY = 60, 80
"""From which score, inclusive, a candidate is shown at all, and is called a likely duplicate."""
_SIMILAR_FAMILY, _SIMILAR_GIVEN = 0.92, 0.90
_DAY = timedelta(days=1)


class Trait(StrEnum):
    """What two people have in common, or not."""

    SAME_PESEL = "same_pesel"
    SAME_FAMILY_NAME = "same_family_name"
    PART_OF_FAMILY_NAME = "part_of_family_name"
    SIMILAR_FAMILY_NAME = "similar_family_name"
    SAME_GIVEN_NAME = "same_given_name"
    PART_OF_GIVEN_NAME = "part_of_given_name"
    SIMILAR_GIVEN_NAME = "similar_given_name"
    OTHER_GIVEN_NAME = "other_given_name"
    NAMES_SWAPPED = "names_swapped"
    SAME_BIRTH_DATE = "same_birth_date"
    DAY_AND_MONTH_SWAPPED = "day_and_month_swapped"
    BIRTH_DATE_MISTYPED = "birth_date_mistyped"
    SAME_MUNICIPALITY = "same_municipality"
    SAME_STREET = "same_street"
    OTHER_PESEL = "other_pesel"

    @property
    def points(self) -> int:
        """What it adds to the score, of 100."""
        return _SAID[self][0]

    @property
    def en(self) -> str:
        """In English."""
        return _SAID[self][1]

    @property
    def pl(self) -> str:
        """In Polish."""
        return _SAID[self][2]


# Twins share name, birth date and home, and reach 60: shown, but not called likely.
_SAID = {
    Trait.SAME_PESEL: (100, "The same PESEL number.", "Ten sam numer PESEL."),
    Trait.SAME_FAMILY_NAME: (30, "The same family name.", "To samo nazwisko."),
    Trait.PART_OF_FAMILY_NAME: (
        26,
        "One part of a double family name is the same.",
        "Jeden człon nazwiska dwuczłonowego jest ten sam.",
    ),
    Trait.SIMILAR_FAMILY_NAME: (22, "A similar family name.", "Podobne nazwisko."),
    Trait.SAME_GIVEN_NAME: (25, "The same given name.", "To samo imię."),
    Trait.PART_OF_GIVEN_NAME: (22, "One of the given names is the same.", "Jedno z imion jest to samo."),
    Trait.SIMILAR_GIVEN_NAME: (18, "A similar given name.", "Podobne imię."),
    Trait.OTHER_GIVEN_NAME: (-15, "Another given name: perhaps a twin.", "Inne imię: może bliźnię."),
    Trait.NAMES_SWAPPED: (
        50,
        "Given and family name stand in each other's place.",
        "Imię i nazwisko są zamienione miejscami.",
    ),
    Trait.SAME_BIRTH_DATE: (35, "The same birth date.", "Ta sama data urodzenia."),
    Trait.DAY_AND_MONTH_SWAPPED: (
        25,
        "Day and month of birth stand in each other's place.",
        "Dzień i miesiąc urodzenia są zamienione miejscami.",
    ),
    Trait.BIRTH_DATE_MISTYPED: (
        22,
        "The birth dates differ by one digit or one day.",
        "Daty urodzenia różnią się jedną cyfrą albo jednym dniem.",
    ),
    Trait.SAME_MUNICIPALITY: (3, "The same municipality.", "Ta sama gmina."),
    Trait.SAME_STREET: (7, "The same street and number.", "Ta sama ulica i numer."),
    Trait.OTHER_PESEL: (-30, "Another PESEL number.", "Inny numer PESEL."),
}  # fmt: skip


@dataclass(frozen=True)
class OnPaper:
    """What of a person is compared."""

    given: str
    family: str
    birth_date: date
    municipality: str | None = None
    street: str | None = None
    pesel_index: bytes | None = None


@dataclass(frozen=True)
class Candidate:
    """Somebody on record who looks alike."""

    client_id: UUID
    traits: tuple[Trait, ...]

    @property
    def score(self) -> int:
        """How alike, 0 to 100."""
        return max(0, min(100, sum(trait.points for trait in self.traits)))

    @property
    def is_the_same(self) -> bool:
        """Whether it is no likeness but the very PESEL number."""
        return Trait.SAME_PESEL in self.traits


def folded(name: str) -> str:
    """A name as it is searched: Wójcik-Żółć is wojcik zolc."""
    return " ".join(fold(name))


def compare(one: OnPaper, other: OnPaper) -> tuple[Trait, ...]:
    """What two people have in common, in the order a worker would ask."""
    if one.pesel_index is not None and one.pesel_index == other.pesel_index:
        return (Trait.SAME_PESEL,)
    return tuple(
        trait
        for trait in (
            *_names(one, other),
            _birth(one.birth_date, other.birth_date),
            _same(one.municipality, other.municipality, Trait.SAME_MUNICIPALITY),
            _same(one.street, other.street, Trait.SAME_STREET),
            Trait.OTHER_PESEL if one.pesel_index and other.pesel_index else None,
        )
        if trait is not None
    )


def mistyped(day: date) -> set[date]:
    """The days that one wrong digit, one day's error or swapped day and month make of a date."""
    written = f"{day:%Y%m%d}"
    digits = {
        written[:i] + digit + written[i + 1 :] for i in range(2, 8) for digit in "0123456789"
    }
    swapped = written[:4] + written[6:] + written[4:6]
    found = {made for text in digits | {swapped} if (made := _date(text)) is not None}
    neighbours = {day - _DAY, day + _DAY} if date.min < day < date.max else set()
    return (found | neighbours) - {day}


def _date(text: str) -> date | None:
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None


def _names(one: OnPaper, other: OnPaper) -> Iterator[Trait | None]:
    family, given = (
        (folded(one.family), folded(other.family)),
        (
            folded(one.given),
            folded(other.given),
        ),
    )
    crossed = (family[0], given[1]), (given[0], family[1])
    if family[0] != family[1] and all(_similar(a, b, _SIMILAR_FAMILY) for a, b in crossed):
        yield Trait.NAMES_SWAPPED
        return
    yield _name(*family, _FAMILY, _SIMILAR_FAMILY)
    yield _name(*given, _GIVEN, _SIMILAR_GIVEN) or Trait.OTHER_GIVEN_NAME


_Steps = tuple[Trait, Trait, Trait]
_FAMILY = (Trait.SAME_FAMILY_NAME, Trait.PART_OF_FAMILY_NAME, Trait.SIMILAR_FAMILY_NAME)
_GIVEN = (Trait.SAME_GIVEN_NAME, Trait.PART_OF_GIVEN_NAME, Trait.SIMILAR_GIVEN_NAME)


def _name(one: str, other: str, steps: _Steps, enough: float) -> Trait | None:
    same, part, similar = steps
    if one == other:
        return same
    # Particles such as "de" are no part to know anybody by.
    if {p for p in one.split() if len(p) > 2} & set(other.split()):  # noqa: PLR2004 as said
        return part
    return similar if _similar(one, other, enough) else None


def _similar(one: str, other: str, enough: float) -> bool:
    return bool(JaroWinkler.similarity(one, other) >= enough)


def _birth(one: date, other: date) -> Trait | None:
    if one == other:
        return Trait.SAME_BIRTH_DATE
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return Trait.DAY_AND_MONTH_SWAPPED
    return Trait.BIRTH_DATE_MISTYPED if _slipped(one, other) else None


def _slipped(one: date, other: date) -> bool:
    """Whether the other is among the `mistyped` of the one, without writing them all out."""
    if abs(one - other) == _DAY:
        return True
    a, b = f"{one:%Y%m%d}", f"{other:%Y%m%d}"
    return a[:2] == b[:2] and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _same(one: str | None, other: str | None, trait: Trait) -> Trait | None:
    if one is None or other is None or folded(one) != folded(other):
        return None
    return trait
