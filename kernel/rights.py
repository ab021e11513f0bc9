"""Who may do and see what: Cedar policies, asked by a few inputs and remembered by them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import Any, NamedTuple, ParamSpec, TypeVar

from contracts.roles import held
from contracts.sections import Level, Section
from contracts.values import BasisKind
from kernel.callers import Caller
from kernel.refusals import Kind, Refusal
from policies import book as policies
from policies.book import Decision, Rule

P = ParamSpec("P")
T = TypeVar("T")


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


def remembered(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Keep what a function of the policies answers, for one edition of them: a new one asks anew."""

    def keep(ask: Callable[P, T]) -> Callable[P, T]:
        @lru_cache(maxsize=most)
        def kept(_edition: str, *args: P.args, **kwargs: P.kwargs) -> T:
            return ask(*args, **kwargs)

        @wraps(ask)
        def recall(*args: P.args, **kwargs: P.kwargs) -> T:
            # What the policies are asked is hashable, by name or by place.
            return kept(policies.book().edition, *args, **kwargs)  # type: ignore[arg-type]

        return recall

    return keep


@remembered(65_536)
def decide(seat: Seat, action: str, section: str = "none", footing: Footing = NOWHERE) -> Decision:
    """What the policies decide, and by which rules. Few inputs, so each decision is kept."""
    principal = {"kind": seat.kind, "roles": sorted(seat.roles)}
    return policies.book().decide(principal, action, section, footing._asdict())


def permits(seat: Seat, action: str, section: str = "none", footing: Footing = NOWHERE) -> bool:
    """Whether the policies permit it."""
    return decide(seat, action, section, footing).allowed


def require(caller: Caller, action: str) -> None:
    """Refuse a caller whose role does not carry the verb."""
    if not permits(Seat.of(caller), action):
        raise RoleMayNot(action=action, **_what_would(caller.kind.value, action))


@remembered(4_096)
def _what_would(kind: str, action: str) -> dict[str, Any]:
    """For the refused: which `roles` carry a verb at an institution like hers, by which `rules`; where
    none does, at which kinds of `institutions` some role would.
    """
    rules = policies.book().about(action)
    tried = [
        (k, role) for rule in rules for k in rule.kinds | {kind} for role in sorted(rule.roles)
    ]
    carry = {(k, r): decide(Seat(k, held(k, {r})), action) for k, r in tried}
    here = {role: d.rules for (k, role), d in carry.items() if k == kind and d.allowed}
    if here:
        by = dict.fromkeys(rule for found in here.values() for rule in found)
        return {"roles": sorted(here), "rules": [cited(rule) for rule in by]}
    return {"roles": [], "institutions": sorted({k for (k, _), d in carry.items() if d.allowed})}


def cited(rule: Rule) -> dict[str, str]:
    """A rule as a caller is told of it."""
    return {"id": rule.id, "article": rule.article}


@dataclass(frozen=True)
class Sight:
    """How much of one section a reader sees, or why not."""

    section: Section
    level: Level | None
    reason: str | None
    """`not_shared`: her task permits it, what was shared does not; `consent_needed`: a consent naming
    the section would open it; `not_for_your_task`: nothing would."""
    rules: tuple[Rule, ...] = ()
    """By which she sees what she sees."""
    withheld_by: Rule | None = None
    """Which keeps back the rest, or with `consent_needed` which the consent would meet; none: no rule
    opens it to her seat."""


@remembered(16_384)
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
    seen = max((_level(seat, section, g) for g in grounds), key=_most, default=_Seen(None, ()))
    if seen.level is Level.FULL:
        return Sight(section, seen.level, None, seen.rules)
    if _most(_level(seat, section, _TASK)) > _most(seen):
        kept = (rule for ground in grounds for rule in _forbidding(seat, section, ground))
        return Sight(section, seen.level, "not_shared", seen.rules, next(kept, None))
    consented = _level(seat, section, Ground(BasisKind.CONSENT, (section.value,)))
    if _most(consented) > _most(seen):
        return Sight(section, seen.level, "consent_needed", seen.rules, consented.rules[0])
    return Sight(section, seen.level, "not_for_your_task", seen.rules)


_TASK = Ground(BasisKind.STATUTORY_TASK)


class _Seen(NamedTuple):
    level: Level | None
    rules: tuple[Rule, ...]


def _level(seat: Seat, section: Section, ground: Ground) -> _Seen:
    footing = _footing(section, ground)
    for level, action in _READ.items():
        decided = decide(seat, action, section.value, footing)
        if decided.allowed:
            return _Seen(level, decided.rules)
    return _Seen(None, ())


def _forbidding(seat: Seat, section: Section, ground: Ground) -> tuple[Rule, ...]:
    return decide(seat, _READ[Level.FULL], section.value, _footing(section, ground)).rules


@remembered(16_384)
def opening(seat: Seat, ground: Ground) -> tuple[tuple[Rule, tuple[Section, ...]], ...]:
    """By which rules one relation opens which sections, whatever others open besides."""
    by: dict[Rule, list[Section]] = {}
    for section in Section:
        for rule in _level(seat, section, ground).rules:
            by.setdefault(rule, []).append(section)
    return tuple((rule, tuple(sections)) for rule, sections in by.items())


def _footing(section: Section, ground: Ground) -> Footing:
    return Footing(ground.basis, bool(ground.scope), section.value in ground.scope)


_READ = {Level.FULL: "ReadFull", Level.MASKED: "ReadMasked", Level.SUMMARY: "ReadSummary"}


def _most(seen: _Seen) -> int:
    return 0 if seen.level is None else len(_READ) - list(_READ).index(seen.level)
