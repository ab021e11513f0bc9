"""Which events a seat is told of one client, and how much of each: for the timeline and for the feed."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import contracts.register  # noqa: F401 an event that is not known here is told to nobody
from contracts.event import Event
from contracts.sections import Level, Section
from kernel.rights import Grounds, Seat, remembered, sights

# A scope names sections the reader may not know of, and a need without its counterpart in the record
# would tell that there is a delicate one.
UNTOLD = ("scope", "need_id")


class Telling(NamedTuple):
    """What one seat on some grounds is told."""

    seen: frozenset[Section]
    whole: frozenset[Section]
    """Of the others seen she is told only that something happened."""

    @property
    def types(self) -> list[str]:
        """The wire names of the events she is told of."""
        return [name for name, event in Event.known.items() if event.section in self.seen]

    def details(self, wire_name: str, data: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of an event that she is told; the client is known anyway."""
        if Event.known[wire_name].section not in self.whole:
            return {}
        return {k: v for k, v in data.items() if k not in UNTOLD and k != "client_id"}


@remembered(4_096)
def telling(seat: Seat, grounds: Grounds) -> Telling:
    """What a seat on these grounds is told of a client."""
    levels = {s.section: s.level for s in sights(seat, grounds)}
    seen = frozenset(section for section, level in levels.items() if level is not None)
    whole = frozenset(section for section in seen if levels[section] is not Level.SUMMARY)
    return Telling(seen, whole)
