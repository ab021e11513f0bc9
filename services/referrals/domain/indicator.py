"""Indicators: what came of the work, counted exactly and told without small numbers (domain 9)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from kernel.refusals import Kind, Refusal
from services.referrals.domain.small_numbers import Count, Path, shown

_QUARTER, _YEAR, _MOST = 3, 12, 36


class TerritoryUnknown(Refusal):
    """The directory has not told yet which territory your institution serves."""

    kind = Kind.CONFLICT
    pl = "Katalog nie podał jeszcze, jaki obszar obsługuje Twoja instytucja."


class SpanUnsuitable(Refusal):
    """Indicators are counted over 1 to 12 whole quarters that are over."""

    kind = Kind.INVALID
    pl = "Wskaźniki liczy się za 1 do 12 pełnych kwartałów, które już się skończyły."


class By(StrEnum):
    """For whom indicators are counted."""

    INSTITUTION = "institution"
    PARTNERSHIP = "partnership"
    COUNTY = "county"


class Population(StrEnum):
    """What is counted: each case on the day, and at the institution, that it belongs to."""

    CLIENTS = "clients"
    REFERRALS = "referrals"
    ACTIONS = "actions"
    JOBS = "jobs"


class Span(NamedTuple):
    """Whole quarters, both days inclusive, and the day as of whose end their cases are told."""

    first: date
    last: date
    as_of: date

    def quarters(self) -> list["Span"]:
        """Each of them."""
        first, last = _month_of(self.first), _month_of(self.last)
        return [_span(m, m + _QUARTER - 1, self.as_of) for m in range(first, last, _QUARTER)]


def span(first: str | None, last: str | None, today: date) -> Span:
    """The days from a month to a month, if indicators may be counted over them; unsaid, a whole year.

    A quarter is the atom of what is told: only whole ones, so that no two spans differ by less. The one
    that runs is not told: tomorrow it would have one case more, and two reports would tell what that
    one is. For the same reason the cases are told as of the end of the last quarter that is over.
    """
    now = _month_of(today)
    over = now - now % _QUARTER - 1
    ends = over if last is None else _months(last)
    begins = ends - _YEAR + 1 if first is None else _months(first)
    length = ends - begins + 1
    whole = begins % _QUARTER == 0 and length % _QUARTER == 0
    if not (1 <= length <= _MOST and whole and ends <= over):
        raise SpanUnsuitable
    return _span(begins, ends, _last_day(over))


def _span(begins: int, ends: int, as_of: date) -> Span:
    return Span(_first_day(begins), _last_day(ends), as_of)


def _first_day(month: int) -> date:
    return date(month // _YEAR, month % _YEAR + 1, 1)


def _last_day(month: int) -> date:
    return _first_day(month + 1) - timedelta(days=1)


def _month_of(day: date) -> int:
    return day.year * _YEAR + day.month - 1


def _months(month: str) -> int:
    return _month_of(date.fromisoformat(f"{month}-01"))


class Indicator(NamedTuple):
    """One indicator: which count of which, and in words how it is meant."""

    code: str
    population: Population
    numerator: Sequence[Path]
    denominator: Sequence[Path]
    timed: bool
    """Whether it also tells how many days it took."""
    broken_down: bool
    """Whether the numerator is told by code too."""
    title_en: str
    title_pl: str
    en: str
    pl: str


_ANSWERED: Path = ("referrals", "answered")
_ACCEPTED: Path = (*_ANSWERED, "accepted")
_DONE: Path = (*_ACCEPTED, "completed")


def _jobs(*paths: str) -> Sequence[Path]:
    return [("jobs", *path.split("/")) for path in paths]


_P = Population

INDICATORS: Sequence[Indicator] = (
    Indicator(
        "first_service", _P.CLIENTS, [("clients", "served")], [("clients",)], True, False,
        "First service", "Pierwsza usługa",
        "Of the clients registered in these months, those whom a service has reached by the end of the last quarter: "
        "the first referral that was begun. Days from registration to that day: median and 90th percentile.",
        "Spośród osób zarejestrowanych w tych miesiącach te, do których do końca ostatniego kwartału dotarła usługa: "
        "pierwsze rozpoczęte skierowanie. Dni od rejestracji do tego dnia: mediana i 90. centyl.",
    ),
    Indicator(
        "plans_agreed", _P.CLIENTS, [("clients", "plan_agreed")], [("clients",)], False, False,
        "Joint plans agreed", "Uzgodnione plany",
        "Of the clients registered in these months, those with a plan that she and every institution in it signed.",
        "Spośród osób zarejestrowanych w tych miesiącach te, których plan podpisały one same i wszystkie instytucje.",
    ),
    Indicator(
        "plans_active", _P.CLIENTS, [("clients", "plan_active")], [("clients",)], False, False,
        "Plans active", "Plany w realizacji",
        "Of the clients registered in these months, those whose plan was being carried out at the end of the last "
        "quarter.",
        "Spośród osób zarejestrowanych w tych miesiącach te, których plan był realizowany na koniec ostatniego "
        "kwartału.",
    ),
    Indicator(
        "referrals_answered", _P.REFERRALS, [_ANSWERED], [("referrals",)], True, False,
        "Referrals answered", "Skierowania z odpowiedzią",
        "Of the referrals sent in these months, those accepted or declined by the end of the last quarter. Days "
        "from sending to the answer: median and 90th percentile.",
        "Spośród skierowań wysłanych w tych miesiącach te, które do końca ostatniego kwartału przyjęto lub odmówiono. "
        "Dni od wysłania do odpowiedzi: mediana i 90. centyl.",
    ),
    Indicator(
        "referrals_accepted", _P.REFERRALS, [_ACCEPTED], [_ANSWERED], False, False,
        "Referrals accepted", "Skierowania przyjęte",
        "Of the answered referrals, those accepted.",
        "Spośród skierowań z odpowiedzią te przyjęte.",
    ),
    Indicator(
        "referrals_declined", _P.REFERRALS, [(*_ANSWERED, "declined")], [_ANSWERED], False, True,
        "Referrals declined, by reason", "Skierowania odmówione, według przyczyn",
        "Of the answered referrals, those declined; by the reason given.",
        "Spośród skierowań z odpowiedzią te odmówione; według podanej przyczyny.",
    ),
    Indicator(
        "outcomes", _P.REFERRALS, [_DONE], [_ACCEPTED], False, True,
        "Outcomes", "Wyniki skierowań",
        "Of the accepted referrals, those completed with an outcome by the end of the last quarter; by the "
        "outcome.",
        "Spośród przyjętych skierowań te, które do końca ostatniego kwartału zakończono z wynikiem; według "
        "wyniku.",
    ),
    Indicator(
        "loop_closed", _P.REFERRALS, [(*_DONE, "loop_closed")], [_DONE], False, False,
        "Loop closed", "Zamknięta pętla",
        "Of the completed referrals, those whose outcome the sender has acknowledged.",
        "Spośród zakończonych skierowań te, których wynik potwierdził nadawca.",
    ),
    Indicator(
        "actions_on_time", _P.ACTIONS, [("actions", "on_time")], [("actions",)], False, False,
        "Actions done on time", "Działania w terminie",
        "Of the actions of plans that were due in these months, those done by their day.",
        "Spośród działań planów, których termin minął w tych miesiącach, te wykonane w terminie.",
    ),
    Indicator(
        "job_kept_3", _P.JOBS,
        _jobs("aged_3/kept", "aged_6/lost_6", "aged_6/kept", "aged_12/lost_6", "aged_12/lost_12", "aged_12/kept"),
        _jobs("aged_3", "aged_6", "aged_12"), False, False,
        "Job kept 3 months", "Praca utrzymana 3 miesiące",
        "Of the jobs begun in these months, three months before the end of the last quarter or earlier, "
        "those that lasted three months.",
        "Spośród prac podjętych w tych miesiącach, co najmniej trzy miesiące przed końcem ostatniego kwartału, "
        "te, które trwały trzy miesiące.",
    ),
    Indicator(
        "job_kept_6", _P.JOBS,
        _jobs("aged_6/kept", "aged_12/lost_12", "aged_12/kept"), _jobs("aged_6", "aged_12"), False, False,
        "Job kept 6 months", "Praca utrzymana 6 miesięcy",
        "Of the jobs begun in these months, six months before the end of the last quarter or earlier, "
        "those that lasted six months.",
        "Spośród prac podjętych w tych miesiącach, co najmniej sześć miesięcy przed końcem ostatniego kwartału, "
        "te, które trwały sześć miesięcy.",
    ),
    Indicator(
        "job_kept_12", _P.JOBS, _jobs("aged_12/kept"), _jobs("aged_12"), False, False,
        "Job kept 12 months", "Praca utrzymana 12 miesięcy",
        "Of the jobs begun in these months, a year before the end of the last quarter or earlier, "
        "those that lasted a year.",
        "Spośród prac podjętych w tych miesiącach, co najmniej rok przed końcem ostatniego kwartału, "
        "te, które trwały rok.",
    ),
)  # fmt: skip

Leaves = Mapping[Path, int]
"""How many cases there are of each kind, by a path of codes; a client's, by what is true of her."""
Quarter = Mapping[UUID, Leaves]
"""The same of each institution."""
Cells = AbstractSet[frozenset[UUID]]


def tree(population: Population, leaves: Leaves) -> Count:
    """The counts of a population, in every way that its indicators divide them."""
    if population is Population.CLIENTS:
        ways = tuple(
            _two(leaves, place, name)
            for place, name in enumerate(("served", "plan_agreed", "plan_active"))
        )
        return Count("clients", sum(leaves.values()), ways)
    if population is Population.REFERRALS:
        return _of_paths("referrals", leaves, loop=True)
    return _of_paths(population.value, leaves)


def _two(leaves: Leaves, place: int, name: str) -> tuple[Count, ...]:
    """Those of whom something is true, and the others."""
    true = sum(count for path, count in leaves.items() if path[place] == "yes")
    return Count(name, true), Count(f"not_{name}", sum(leaves.values()) - true)


def _of_paths(name: str, leaves: Leaves, *, loop: bool = False) -> Count:
    """A tree of paths; what is completed is divided twice: by outcome, and by who has read it."""
    parts: dict[str, Counter[Path]] = {}
    for path, count in leaves.items():
        if path:
            parts.setdefault(path[0], Counter())[path[1:]] += count
    total = sum(leaves.values())
    if loop and name == "completed":
        first = tuple(_leaf(code, sum(parts[code].values())) for code in sorted(parts))
        read = sum(n for path, n in leaves.items() if path[-1] == "read")
        return Count(
            name, total, (first, (_leaf("loop_closed", read), _leaf("loop_open", total - read)))
        )
    way = tuple(_of_paths(code, parts[code], loop=loop) for code in sorted(parts))
    return Count(name, total, (way,) if way else ())


def _leaf(name: str, value: int) -> Count:
    return Count(name, value)


@dataclass(frozen=True)
class Telling:
    """What of a population may be told: the counts of all its atoms together, without the small ones."""

    whole: Count
    open: AbstractSet[Path]

    @staticmethod
    def of(
        population: Population, quarters: Sequence[Quarter], apart: Sequence[Cells], k: int
    ) -> "Telling":
        """Of quarters, and of what a reader can tell apart in each of them."""
        wholes = [added(quarter.values()) for quarter in quarters]
        parts = [
            added(quarter[one] for one in cell & quarter.keys())
            for quarter, cells in zip(quarters, apart, strict=True)
            for cell in cells
        ]
        known = {path: 0 for leaves in wholes for path in leaves}
        trees = [tree(population, known | dict(leaves)) for leaves in [*wholes, *parts]]
        return Telling(tree(population, added(wholes)), shown(trees, k))

    def sum(self, paths: Sequence[Path]) -> int | None:
        """How many these are together; none: one of them may not be told."""
        values = [self._one(path) for path in paths]
        return None if None in values else sum(value for value in values if value is not None)

    def parts(self, path: Path) -> Mapping[str, int | None]:
        """A count by code, in its first way."""
        count = _find(self.whole, path)
        way = count.ways[0] if count and count.ways else ()
        return {part.name: self._one((*path, part.name)) for part in way}

    def _one(self, path: Path) -> int | None:
        """What never was is zero, wherever that which it would be a part of may be told."""
        count = _find(self.whole, path)
        if count is None:
            return None if self._one(path[:-1]) is None else 0
        if path in self.open or (not self.open and self.whole.value == 0):
            return count.value
        return None


def _find(count: Count, path: Path) -> Count | None:
    for name in path[1:]:
        found = [part for way in count.ways for part in way if part.name == name]
        if not found:
            return None
        count = found[0]
    return count


def added(several: Iterable[Leaves]) -> Leaves:
    """The cases of several together."""
    together: Counter[Path] = Counter()
    for leaves in several:
        for path, count in leaves.items():
            together[path] += count
    return together
