"""Laying the cards of merged records together: one person, one card, and nothing lost."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from contracts.sections import Level, Section

Card = dict[Section | str, dict[Level, Any]]
_NAMED_BY = ("id", "month")
"""What an entry of a list is known by; a list of other things is one fact, taken or left whole."""
ALSO = "also_recorded"
"""Under this name stand the facts of a merged record that differ from those that lead."""


def lay_together(first: Card, first_id: UUID, other: Card, other_id: UUID) -> Card:
    """One card of two: the first leads where both say something, lists hold the entries of both."""
    together: Card = {section: dict(bodies) for section, bodies in first.items()}
    for section, theirs in other.items():
        mine = together.get(section, {})
        if _is_later(section, mine, theirs):
            together[section] = _levels(theirs, mine, first_id)
        else:
            together[section] = _levels(mine, theirs, other_id)
    return together


def _levels(
    lead: Mapping[Level, Any], other: Mapping[Level, Any], whose: UUID
) -> dict[Level, Any]:
    laid = dict(lead)
    for level, body in other.items():
        laid[level] = _laid(laid[level], body, level, whose) if level in laid else body
    return laid


def _is_later(
    section: Section | str, mine: Mapping[Level, Any], theirs: Mapping[Level, Any]
) -> bool:
    """A household is as it was declared last, whichever of the records it was declared to."""
    if section != Section.HOUSEHOLD:
        return False
    mine_from, theirs_from = (
        bodies.get(Level.FULL, {}).get("valid_from") for bodies in (mine, theirs)
    )
    return bool((theirs_from or "") > (mine_from or ""))


def _laid(mine: Mapping[str, Any], theirs: Mapping[str, Any], level: Level, whose: UUID) -> Any:
    together, also = dict(mine), {}
    for name, value in theirs.items():
        known = mine.get(name)
        if name == ALSO:
            together[ALSO] = [*together.get(ALSO, []), *value]
        elif known in (None, [], {}):
            together[name] = value
        elif _is_listed(known) and _is_listed(value):
            together[name] = _entries(known, value)
        elif known != value:
            also[name] = value
    if also and level is not Level.SUMMARY:
        together[ALSO] = [*together.get(ALSO, []), {"client_id": str(whose), **also}]
    return together


def _is_listed(value: Any) -> bool:
    """Whether it is a list of things known one by one."""
    return isinstance(value, list) and all(_name_of(entry) is not None for entry in value)


def _name_of(entry: Any) -> Any:
    if isinstance(entry, dict):
        return next((entry[name] for name in _NAMED_BY if name in entry), None)
    return entry if isinstance(entry, str) else None


def _entries(mine: list[Any], theirs: list[Any]) -> list[Any]:
    """Every entry once; of two declarations of one month the later one counts."""
    found = {_name_of(entry): entry for entry in mine}
    for entry in theirs:
        known = found.get(_name_of(entry))
        if known is None or _declared(entry) > _declared(known):
            found[_name_of(entry)] = entry
    by_month = all(isinstance(e, dict) and "month" in e and "id" not in e for e in found.values())
    return sorted(found.values(), key=lambda e: e["month"]) if by_month else list(found.values())


def _declared(entry: Any) -> str:
    return str(entry.get("declared_at", "")) if isinstance(entry, dict) else ""
