"""A partnership, and the agreements that let its members share (domain 2.7)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.directory import AgreementActivated, AgreementTerminated, PartnershipFounded
from contracts.values import Line
from kernel.refusals import Kind, Refusal

PartnershipName = Annotated[Line, Field(examples=["Partnerstwo Zabrze (demo)"])]
AgreementNumber = Annotated[Line, Field(max_length=60, examples=["1/2026"])]


class AgreementState(StrEnum):
    """Where an agreement stands; whether it is in force also depends on the day."""

    ACTIVE = "active"
    TERMINATED = "terminated"


MOVES = {"terminate": ({AgreementState.ACTIVE}, AgreementState.TERMINATED)}


class PartnershipNotFound(Refusal):
    """There is no such partnership among those you may see."""

    kind = Kind.MISSING
    pl = "Wśród partnerstw, które możesz zobaczyć, nie ma takiego."


class AgreementNotFound(Refusal):
    """The partnership has no such agreement."""

    kind = Kind.MISSING
    pl = "Partnerstwo nie ma takiego porozumienia."


class AgreementKnown(Refusal):
    """Another partnership has an agreement with this id."""

    kind = Kind.CONFLICT
    pl = "Inne partnerstwo ma porozumienie o tym identyfikatorze."


class AgreementOver(Refusal):
    """The agreement has been terminated already."""

    kind = Kind.CONFLICT
    pl = "Porozumienie już rozwiązano."


class DaysReversed(Refusal):
    """The last day comes before the first."""

    kind = Kind.INVALID
    pl = "Ostatni dzień wypada przed pierwszym."


class MemberUnknown(Refusal):
    """A member is not an institution of the directory."""

    kind = Kind.INVALID
    pl = "Członek nie jest instytucją z katalogu."


@dataclass(eq=False)
class Agreement:
    """A partnership agreement (porozumienie); both days inclusive, no last day: until terminated."""

    id: UUID
    partnership_id: UUID
    number: str
    members: list[UUID]
    valid_from: date
    valid_to: date | None
    state: AgreementState = AgreementState.ACTIVE

    def in_force(self, day: date) -> bool:
        """Whether its members may share on this day."""
        begun = self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)

    def terminate(self, on: date) -> AgreementTerminated:
        """End it; `on` is its last day, unless it ended before: a termination prolongs nothing."""
        if self.state not in MOVES["terminate"][0]:
            raise AgreementOver(state=self.state, allowed=[])
        if on < self.valid_from:
            raise DaysReversed(pointer="/ended_on")
        self.state = MOVES["terminate"][1]
        self.valid_to = on if self.valid_to is None else min(on, self.valid_to)
        return AgreementTerminated(
            agreement_id=self.id, group_id=self.partnership_id, ended_on=self.valid_to
        )


@dataclass(eq=False)
class Partnership:
    """A partnership (partnerstwo) of institutions on a territory."""

    id: UUID
    name: str
    territory: list[str]
    version: int = 1
    agreements: list[Agreement] = field(default_factory=list)

    def founded(self) -> PartnershipFounded:
        """Announce the founding."""
        return PartnershipFounded(
            party_id=self.id, name=self.name, territory=tuple(self.territory)
        )

    def activate(self, agreement: Agreement) -> AgreementActivated:
        """Bring an agreement into force from its first day."""
        if agreement.valid_to is not None and agreement.valid_to < agreement.valid_from:
            raise DaysReversed(pointer="/valid_to")
        self.version += 1
        self.agreements.append(agreement)
        return AgreementActivated(
            agreement_id=agreement.id,
            group_id=self.id,
            members=tuple(agreement.members),
            valid_from=agreement.valid_from,
            valid_to=agreement.valid_to,
        )

    def terminate(self, agreement_id: UUID, on: date) -> AgreementTerminated:
        """End one of its agreements before its last day."""
        for agreement in self.agreements:
            if agreement.id == agreement_id:
                self.version += 1
                return agreement.terminate(on)
        raise AgreementNotFound

    def members(self, day: date) -> Sequence[UUID]:
        """Whoever an agreement in force on the day joins; each once."""
        joined = [m for a in self.agreements if a.in_force(day) for m in a.members]
        return list(dict.fromkeys(joined))
