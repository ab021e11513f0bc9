"""Who may do and see what: Cedar policies, asked by a few inputs and remembered by them."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

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


@dataclass(frozen=True)
class Grounds:
    """On what a caller stands towards one client: the bases of her live relations, and their scope."""

    bases: frozenset[BasisKind] = frozenset()
    scope: frozenset[str] = frozenset()


NOTHING = Grounds()


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
def permits(seat: Seat, action: str, section: str = "none", grounds: Grounds = NOTHING) -> bool:
    """Whether the policies permit it. The same few inputs give the same answer, so it is kept."""
    request = {
        "principal": 'Worker::"caller"',
        "action": f'Action::"{action}"',
        "resource": f'Section::"{section}"',
        "context": {
            "bases": sorted(grounds.bases),
            "scope": sorted(grounds.scope),
        },
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
    """`consent_needed`: a consent naming the section would open it; `not_for_your_task`: nothing would."""


@lru_cache(maxsize=16_384)
def sights(seat: Seat, grounds: Grounds) -> tuple[Sight, ...]:
    """What a seat on these grounds sees of each section."""
    return tuple(_sight(seat, section, grounds) for section in Section)


def _sight(seat: Seat, section: Section, grounds: Grounds) -> Sight:
    level = _level(seat, section, grounds)
    if level is Level.FULL:
        return Sight(section, level, None)
    consented = Grounds(
        grounds.bases | {BasisKind.CONSENT}, grounds.scope | frozenset({section.value})
    )
    more = _level(seat, section, consented)
    reason = "consent_needed" if more is Level.FULL else "not_for_your_task"
    return Sight(section, level, reason)


def _level(seat: Seat, section: Section, grounds: Grounds) -> Level | None:
    for level, action in _READ.items():
        if permits(seat, action, section.value, grounds):
            return level
    return None


_READ = {Level.FULL: "ReadFull", Level.MASKED: "ReadMasked", Level.SUMMARY: "ReadSummary"}
