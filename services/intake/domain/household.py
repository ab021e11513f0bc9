"""Who keeps house with whom, and since when: one household at a time for each client.

A household is kept under the client for whom it is declared, its owner. Another client may be a
member of it; then both records show it. Never derived from an address: people who live at one
address may keep house apart (art. 6 pkt 10 and 14 u.p.s.).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from kernel.refusals import Kind, Refusal
from services.intake.domain.means import Household

_DAY = timedelta(days=1)


class AlreadyInHousehold(Refusal):
    """A client belongs to one household at a time; let her leave the other one first, then declare."""

    kind = Kind.CONFLICT
    pl = "Klient należy naraz do jednego gospodarstwa; najpierw musi opuścić poprzednie."


class NotInHousehold(Refusal):
    """The client belongs to no household that could be left on this day."""

    kind = Kind.CONFLICT
    pl = "W tym dniu klient nie należy do żadnego gospodarstwa, które mógłby opuścić."


class MemberNotVisible(Refusal):
    """A member's own record must be one that your institution may see."""

    kind = Kind.INVALID
    pl = "Karta członka gospodarstwa musi być jedną z tych, które może widzieć Twoja instytucja."


@dataclass(frozen=True)
class Stay:
    """One client's time in one household, both days inclusive; no last day: until now."""

    household_of: UUID
    valid_from: date
    valid_to: date | None

    def meets(self, other: "Stay") -> bool:
        """Whether the two have a day in common."""
        return _by(self.valid_from, other.valid_to) and _by(other.valid_from, self.valid_to)

    def covers(self, day: date) -> bool:
        """Whether the day lies within it."""
        return self.valid_from <= day and _by(day, self.valid_to)


def _by(day: date, last: date | None) -> bool:
    return last is None or day <= last


@dataclass(frozen=True)
class Clash:
    """Somebody belongs elsewhere already: her place in what was declared, and where she belongs."""

    place: int
    client_id: UUID
    stay: Stay


@dataclass(frozen=True)
class HouseholdHistory:
    """All that was declared of one client's household, in the order of declaring. Nothing is lost."""

    owner: UUID
    declared: tuple[Household, ...] = ()

    def versions(self) -> list[Household]:
        """What held when, oldest first: a version ends on its last day or where the next one begins.

        Of two that begin on the same day the later declaration holds.
        """
        latest = {household.valid_from: household for household in self.declared}
        firsts = sorted(latest)
        ends: list[date | None] = [first - _DAY for first in firsts[1:]] + [None]
        return [
            replace(latest[first], valid_to=_sooner(latest[first].valid_to, end))
            for first, end in zip(firsts, ends, strict=False)
            if latest[first].members
        ]

    def on(self, day: date) -> Household | None:
        """The version of a day."""
        covering = (v for v in self.versions() if v.valid_from <= day and _by(day, v.valid_to))
        return next(covering, None)

    def touched_from(self, day: date) -> set[UUID]:
        """Whose records show this household on the day or later."""
        later = [v for v in self.versions() if _by(day, v.valid_to)]
        return {self.owner}.union(*(version.linked for version in later))

    def stays(self, client_id: UUID) -> list[Stay]:
        """When a client belonged to this household."""
        return [
            Stay(self.owner, version.valid_from, version.valid_to)
            for version in self.versions()
            if version.place_of(client_id) is not None
        ]

    def with_(self, *households: Household) -> "HouseholdHistory":
        """The same, with more declared."""
        return replace(self, declared=(*self.declared, *households))

    def without(self, client_id: UUID, until: date, *, by: UUID, at: datetime) -> list[Household]:
        """The versions that say she left: from the day after on, as long as she stayed without a gap.

        When the owner leaves there is no household any more.
        """
        found, day = [], until + _DAY
        for version in self.versions():
            here = version.valid_from <= day and _by(day, version.valid_to)
            if not here or version.place_of(client_id) is None:
                continue
            members = [] if client_id == self.owner else version.without(client_id)
            found.append(Household(self.owner, day, members, by, at, version.valid_to))
            if version.valid_to is None:
                break
            day = version.valid_to + _DAY
        return found


def _sooner(one: date | None, other: date | None) -> date | None:
    ends = [end for end in (one, other) if end is not None]
    return min(ends) if ends else None


class Households:
    """The households that some clients belong or belonged to: enough to judge whether they collide."""

    def __init__(self, histories: Iterable[HouseholdHistory]) -> None:
        self._by_owner = {history.owner: history for history in histories}

    def __iter__(self) -> Iterator[HouseholdHistory]:
        """Each of them."""
        return iter(self._by_owner.values())

    def of(self, owner: UUID) -> HouseholdHistory:
        """One client's own; perhaps nothing was declared."""
        return self._by_owner.get(owner, HouseholdHistory(owner))

    def stays(self, client_id: UUID) -> list[Stay]:
        """When she belonged where, whoever declared it; oldest first."""
        found = [stay for history in self for stay in history.stays(client_id)]
        return sorted(found, key=lambda stay: stay.valid_from)

    def clash(self, new: Household) -> Clash | None:
        """Whoever of a household to be declared would then belong to two on some day."""
        trial = self.of(new.client_id).with_(new)
        for client_id in sorted({new.client_id} | new.linked):
            elsewhere = [s for s in self.stays(client_id) if s.household_of != new.client_id]
            if stay := _first_meeting(trial.stays(client_id), elsewhere):
                return Clash(new.place_of(client_id) or 0, client_id, stay)
        return None

    def keep(self, *households: Household) -> None:
        """Take what was declared into account."""
        for household in households:
            owner = household.client_id
            self._by_owner[owner] = self.of(owner).with_(household)

    def on(self, client_id: UUID, day: date) -> Household | None:
        """The household she belongs to on a day, whoever declared it.

        Before the first one declared it is that one: people keep house long before somebody asks.
        """
        stays = self.stays(client_id)
        if stays and day < stays[0].valid_from:
            day = stays[0].valid_from
        for stay in stays:
            if stay.covers(day):
                return self.of(stay.household_of).on(day)
        return None

    def left_on(self, client_id: UUID, until: date) -> Stay:
        """The stay that ends when a day is to be her last one in it."""
        for stay in self.stays(client_id):
            if stay.covers(until + _DAY):
                return stay
        raise NotInHousehold


def _first_meeting(mine: Sequence[Stay], others: Sequence[Stay]) -> Stay | None:
    return next((other for other in others for stay in mine if stay.meets(other)), None)
