"""Who may do and see what: Cedar policies, asked by a few inputs and remembered by them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import cedarpy

from contracts.sections import Level, Section
from contracts.values import BasisKind
from kernel.callers import Caller
from kernel.refusals import Kind, Refusal


class RoleMayNot(Refusal):
    """Your role does not carry this right; your institution's administrator can grant the role."""

    kind = Kind.FORBIDDEN
    pl = "Twoja rola nie daje tego uprawnienia; rolę może nadać administrator Twojej instytucji."


@dataclass(frozen=True)
class Seat:
    """What the policies know of who asks: all that a decision depends on besides the client."""

    kind: str
    roles: frozenset[str]

    @staticmethod
    def of(caller: Caller) -> "Seat":
        """The seat a caller sits in."""
        return Seat(caller.kind.value, caller.roles)


class Ground(NamedTuple):
    """One live relation between a caller's institution and a client, as the policies know it."""

    basis: str
    scope: tuple[str, ...] = ()
    """The sections it names, in order; it opens those alone. None: all that the task permits."""


Grounds = frozenset[Ground]
"""On what a caller stands towards one client: each relation opens by itself, together they add up."""


def grounds(relations: Iterable[tuple[str, Iterable[str]]]) -> Grounds:
    """The grounds that these bases and scopes give, whatever the order they come in."""
    return frozenset(
        [Ground(basis, tuple(sorted(scope)) if scope else ()) for basis, scope in relations]
    )


class Footing(NamedTuple):
    """What a ground means for one section: few enough to remember every decision."""

    basis: str = "none"
    limited: bool = False
    """Whether the relation names any sections."""
    named: bool = False
    """Whether it names this one."""


NOWHERE = Footing()


def policy_text() -> str:
    """All policies, theme by theme."""
    return _themes(".cedar")


def schema_text() -> str:
    """The vocabulary that policies are checked against."""
    return _themes(".cedarschema")


def _themes(ending: str) -> str:
    folder = files("policies")
    themes = sorted(f.name for f in folder.iterdir() if f.name.endswith(ending))
    return "\n".join((folder / theme).read_text(encoding="utf-8") for theme in themes)


@lru_cache(maxsize=1)
def _policies() -> cedarpy.PolicySet:
    return cedarpy.PolicySet.from_str(policy_text())


@lru_cache(maxsize=65_536)
def permits(seat: Seat, action: str, section: str = "none", footing: Footing = NOWHERE) -> bool:
    """Whether the policies permit it. The same few inputs give the same answer, so it is kept."""
    request = {
        "principal": 'Worker::"caller"',
        "action": f'Action::"{action}"',
        "resource": f'Section::"{section}"',
        "context": footing._asdict(),
    }
    entities: list[dict[str, object]] = [
        {
            "uid": {"type": "Worker", "id": "caller"},
            "attrs": {"kind": seat.kind, "roles": sorted(seat.roles)},
            "parents": [],
        },
        {"uid": {"type": "Section", "id": section}, "attrs": {"name": section}, "parents": []},
    ]
    return bool(cedarpy.is_authorized(request, _policies(), entities).allowed)


def require(caller: Caller, action: str) -> None:
    """Refuse a caller whose role does not carry the verb."""
    if not permits(Seat.of(caller), action):
        raise RoleMayNot(action=action)


@dataclass(frozen=True)
class Sight:
    """How much of one section a reader sees, or why not."""

    section: Section
    level: Level | None
    reason: str | None
    """`not_shared`: her task permits it, what was shared does not; `consent_needed`: a consent naming
    the section would open it; `not_for_your_task`: nothing would."""


@lru_cache(maxsize=16_384)
def sights(seat: Seat, grounds: Grounds) -> tuple[Sight, ...]:
    """What a seat on these grounds sees of each section: the most that any one of them opens."""
    return tuple(_sight(seat, section, grounds) for section in Section)


def sees(seat: Seat, grounds: Grounds, section: Section) -> Level | None:
    """At which level a seat on these grounds sees one section."""
    return next(s.level for s in sights(seat, grounds) if s.section is section)


def opens(seat: Seat, action: str, section: Section, grounds: Grounds) -> bool:
    """Whether any one of these grounds permits an action about a section."""
    return any(permits(seat, action, section.value, _footing(section, one)) for one in grounds)


def _sight(seat: Seat, section: Section, grounds: Grounds) -> Sight:
    level = max((_level(seat, section, ground) for ground in grounds), key=_rank, default=None)
    if level is Level.FULL:
        return Sight(section, level, None)
    if _rank(_level(seat, section, _TASK)) > _rank(level):
        return Sight(section, level, "not_shared")
    consented = Ground(BasisKind.CONSENT, (section.value,))
    more = _rank(_level(seat, section, consented)) > _rank(level)
    return Sight(section, level, "consent_needed" if more else "not_for_your_task")


_TASK = Ground(BasisKind.STATUTORY_TASK)


def _level(seat: Seat, section: Section, ground: Ground) -> Level | None:
    footing = _footing(section, ground)
    for level, action in _READ.items():
        if permits(seat, action, section.value, footing):
            return level
    return None


def _footing(section: Section, ground: Ground) -> Footing:
    return Footing(ground.basis, bool(ground.scope), section.value in ground.scope)


_READ = {Level.FULL: "ReadFull", Level.MASKED: "ReadMasked", Level.SUMMARY: "ReadSummary"}


def _rank(level: Level | None) -> int:
    return 0 if level is None else len(_READ) - list(_READ).index(level)
