"""How much of a client's sections a caller may read here: the same rules as for the record."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from contracts.sections import Level, Section
from contracts.values import BasisKind
from kernel import relations
from kernel.callers import Caller
from kernel.refusals import Kind, Refusal
from kernel.rights import Seat, Sight, cited, grounds, sights
from kernel.transactions import Transaction
from services.intake.domain.client import ClientNotFound


class SectionWithheld(Refusal):
    """Your task does not open this part of the record; `section` names it, `reason` says what would."""

    kind = Kind.FORBIDDEN
    pl = "Twoje zadanie nie otwiera tej części karty; `section` wskazuje ją, a `reason` mówi, co by ją otworzyło."


@dataclass(frozen=True)
class Reader:
    """What one caller sees of one client, section by section."""

    sights: Mapping[Section, Sight]

    def reads(self, section: Section) -> bool:
        """Whether she reads it in full."""
        return self.sights[section].level is Level.FULL

    def require(self, *sections: Section) -> None:
        """Refuse who reads none of these sections in full."""
        if not any(map(self.reads, sections)):
            first = self.sights[sections[0]]
            rule = first.withheld_by and cited(first.withheld_by)
            raise SectionWithheld(section=first.section, reason=first.reason, rule=rule)


async def reader_of(tx: Transaction, client_id: UUID, by: Caller) -> Reader:
    """What the caller may read of a client; who has no relation to her does not learn she is there."""
    live = await relations.between(tx.session, client_id, by)
    if not live:
        raise ClientNotFound
    seen = sights(Seat.of(by), grounds((r.basis, r.scope) for r in live))
    return Reader({sight.section: sight for sight in seen})


async def require_ground(tx: Transaction, client_id: UUID, by: Caller, section: Section) -> None:
    """Refuse to change what nothing opens to the caller's institution; the role is the policies'.

    Broken glass is for looking: only a need may be written down in an emergency.
    """
    live = await relations.between(tx.session, client_id, by)
    lasting = [r for r in live if r.basis is not BasisKind.VITAL_INTEREST]
    grounds_for = live if section is Section.NEEDS else lasting
    if not any(not r.scope or section.value in r.scope for r in grounds_for):
        raise SectionWithheld(section=section, reason="not_shared")
