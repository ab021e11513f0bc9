"""Which visits look wrong: found from the visit and from what else is known of its day and month."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from services.benefits.domain.visit import Place, Visit, VisitFlag

_EARTH_KM = 6371.0
_FASTEST = 120.0
"""Kilometres an hour, as the crow flies."""
_NEAR_KM = 1.0
"""Below this, the positions of two telephones tell nothing."""
_ROUND_VISITS = 8
"""So many visits of a carer to a client in a month, all on the full hour, are a pattern."""


class Absence(NamedTuple):
    """Days on which the client was not at home, both inclusive; no last day: still."""

    first_day: date
    last_day: date | None

    def covers(self, day: date) -> bool:
        """Whether she was away on the day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


class Stop(NamedTuple):
    """Where a carer was, and when."""

    starts_at: datetime
    ends_at: datetime
    place: Place | None


class Span(NamedTuple):
    """Another visit of the same carer to the same client in the month."""

    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Around:
    """What else is known."""

    day_minutes: int
    """Of the client's other visits on the day, with this voucher."""
    daily_max_minutes: int
    month: Sequence[Span]
    stops: Sequence[Stop]
    absences: Sequence[Absence]
    carer_elsewhere: bool
    double_voucher: bool


def flags_of(visit: Visit, place: Place | None, around: Around) -> set[VisitFlag]:
    """Everything that is to be explained about a visit."""
    here = Stop(visit.starts_at, visit.ends_at, place)
    found = {
        VisitFlag.UNCONFIRMED: visit.confirmed_at is None,
        VisitFlag.FAMILY_CARER: visit.family_carer,
        VisitFlag.OVER_DAILY_MAX: around.day_minutes + visit.minutes > around.daily_max_minutes,
        VisitFlag.ROUND_HOURS: _all_round([*around.month, Span(visit.starts_at, visit.ends_at)]),
        VisitFlag.IMPOSSIBLE_TRAVEL: any(_too_far(here, stop) for stop in around.stops),
        VisitFlag.DURING_ABSENCE: any(one.covers(visit.day) for one in around.absences),
        VisitFlag.CARER_ELSEWHERE: around.carer_elsewhere,
        VisitFlag.DOUBLE_VOUCHER: around.double_voucher,
    }
    return {flag for flag, raised in found.items() if raised}


def _all_round(spans: Iterable[Span]) -> bool:
    spans = list(spans)
    return len(spans) >= _ROUND_VISITS and all(
        not span.starts_at.minute and not span.ends_at.minute for span in spans
    )


def _too_far(one: Stop, other: Stop) -> bool:
    """Whether nobody gets from one to the other in the time between them."""
    if one.place is None or other.place is None:
        return False
    distance = kilometres(one.place, other.place)
    gap = max(one.starts_at - other.ends_at, other.starts_at - one.ends_at, timedelta(0))
    return distance > _NEAR_KM and distance > _FASTEST * (gap / timedelta(hours=1))


def kilometres(one: Place, other: Place) -> float:
    """The distance as the crow flies (haversine)."""
    north, south = math.radians(one.latitude), math.radians(other.latitude)
    across = math.radians(other.longitude - one.longitude)
    half = (
        math.sin((south - north) / 2) ** 2
        + math.cos(north) * math.cos(south) * math.sin(across / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(math.sqrt(half))
