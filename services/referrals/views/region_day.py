"""What is to be done in a region, as counts: no client, no worker, and no small number.

It has no choice of days or groups, so there is nothing else of the same day to take it from.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any

import sqlalchemy as sa
from pydantic import Field

from contracts.territory import Territory
from contracts.values import Day, InstitutionKind, View
from kernel import clock
from kernel.callers import Caller
from kernel.tables import parties
from kernel.transactions import Transaction
from services.referrals.domain.day import AHEAD, SHOWN, Group
from services.referrals.domain.duty import Audience
from services.referrals.domain.indicator import TerritoryUnknown
from services.referrals.domain.small_numbers import Count, Path, least, shown
from services.referrals.store.day import group_of, seen_by_anybody
from services.referrals.tables.duties import duties
from services.referrals.tables.referrals import territories

Told = Annotated[int | None, Field(ge=0, description="None: left out.", examples=[12])]


class RegionCounts(View):
    """How much is to be done; what is small is left out, and what would give it away."""

    overdue: Told
    due: Told
    silent: Told
    new: Told
    suppressed: Annotated[bool, Field(description="Whether any of these is left out.")]


class KindCounts(RegionCounts):
    """The same of the institutions of one kind."""

    kind: InstitutionKind


class CountyCounts(RegionCounts):
    """The same of one county."""

    county: Annotated[
        Territory, Field(description="TERC code; of two digits: institutions of the voivodeship.")
    ]
    by_kind: list[KindCounts]


class RegionDay(View):
    """The day of a region (dzień województwa), for its ROPS, WUP or marshal's office."""

    territory: Territory
    today: Day
    until: Day
    small: Annotated[int, Field(description="Counts from 1 to below this are left out.")]
    whole: RegionCounts
    counties: list[CountyCounts]


Cells = Mapping[tuple[str, str], Mapping[str, int]]


async def region_day(tx: Transaction, by: Caller) -> RegionDay:
    """Counts by county and kind of institution, on the territory that the caller's own serves."""
    today = clock.today()
    until = today + AHEAD
    mine = sa.select(territories.c.territory).where(territories.c.institution == by.institution)
    territory = await tx.session.scalar(mine)
    if territory is None:
        raise TerritoryUnknown
    cells = _cells(await tx.session.execute(_counts(territory, today, until)))
    k = least(today)
    trees = {group.value: _tree(cells, group.value) for group in SHOWN}
    told = {name: shown([tree], k) for name, tree in trees.items()}
    return RegionDay(
        territory=territory,
        today=today,
        until=until,
        small=k,
        whole=RegionCounts(**_told(trees, told, ())),
        counties=[
            CountyCounts(
                county=county,
                by_kind=[
                    KindCounts(kind=InstitutionKind(kind), **_told(trees, told, (county, kind)))
                    for other, kind in sorted(cells)
                    if other == county
                ],
                **_told(trees, told, (county,)),
            )
            for county in sorted({county for county, _ in cells})
        ],
    )


def _counts(territory: str, today: Any, until: Any) -> sa.Select[Any]:
    group = group_of(sa.func.coalesce(duties.c.worker, ""), today, until).label("group")
    county = sa.func.left(territories.c.territory, 4).label("county")
    return (
        sa.select(county, parties.c.kind, group, sa.func.count().label("total"))
        .select_from(duties)
        .join(territories, territories.c.institution == duties.c.institution)
        .join(parties, parties.c.id == duties.c.institution)
        .where(
            territories.c.territory.startswith(territory, autoescape=True),
            duties.c.audience == Audience.WORKER,
            sa.or_(duties.c.client_id.is_(None), seen_by_anybody(today)),
        )
        .group_by(county, parties.c.kind, group)
    )


def _cells(rows: Iterable[Any]) -> Cells:
    cells: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for row in rows:
        if row.kind is not None and row.group in _COUNTED:
            cells[row.county, row.kind][row.group] = row.total
    return cells


_COUNTED = {group.value for group in SHOWN if group is not Group.LATER}


def _tree(cells: Cells, group: str) -> Count:
    """The region, its counties, and the kinds of institutions in each."""
    counties: dict[str, list[Count]] = defaultdict(list)
    for (county, kind), counts in cells.items():
        counties[county].append(Count(kind, counts.get(group, 0)))
    return _sum("all", [_sum(county, kinds) for county, kinds in counties.items()])


def _sum(name: str, parts: Sequence[Count]) -> Count:
    return Count(name, sum(part.value for part in parts), (tuple(parts),))


def _told(trees: Mapping[str, Count], told: Mapping[str, Any], path: Path) -> dict[str, Any]:
    values = {
        name: _at(tree, path) if ("all", *path) in told[name] else None
        for name, tree in trees.items()
    }
    return values | {"suppressed": None in values.values()}


def _at(tree: Count, path: Path) -> int:
    for name in path:
        tree = next(part for part in tree.ways[0] if part.name == name)
    return tree.value
