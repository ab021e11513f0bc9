"""Merging: two records of one person go on as one, and can be parted again (domain 10.9).

A merge is an alias, not a move: every fact stays under the id it was written to, so undoing it
finds each record as it was, with whatever was written to it since.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from contracts.intake import ClientMerged, ClientUnmerged, MergeReason
from contracts.values import BasisKind
from kernel.refusals import Kind, Refusal
from services.intake.domain.client import Client

Bases = AbstractSet[BasisKind]
_PASSING = {BasisKind.REFERRAL, BasisKind.VITAL_INTEREST}


class MergeWithItself(Refusal):
    """Both ids stand for the same record already, so there is nothing to merge."""

    kind = Kind.CONFLICT
    pl = "Oba identyfikatory oznaczają już tę samą kartę; nie ma czego scalać."


class AlreadyMerged(Refusal):
    """One of the two was merged into another record; go on with that one."""

    kind = Kind.CONFLICT
    pl = "Jedną z kart scalono już z inną; proszę użyć tamtej."


class NotMerged(Refusal):
    """The other record was not merged into this one, or was parted from it already."""

    kind = Kind.CONFLICT
    pl = "Drugiej karty nie scalono z tą albo scalenie już cofnięto."


class DifferentPesels(Refusal):
    """The two carry different PESEL numbers; say confirm_different_pesel if it is one person all the same."""

    kind = Kind.CONFLICT
    pl = "Karty mają różne numery PESEL; jeżeli to jednak jedna osoba, proszę podać confirm_different_pesel."


class RecordRestricted(Refusal):
    """The processing of one of the records is restricted, so it cannot be merged (art. 18 RODO)."""

    kind = Kind.CONFLICT
    pl = "Przetwarzanie jednej z kart jest ograniczone, więc nie można jej scalić (art. 18 RODO)."


class MergeOfOthers(Refusal):
    """Only an institution that registered one of the two, and sees both by more than a referral, may merge or part them."""

    kind = Kind.FORBIDDEN
    pl = "Scalić lub rozłączyć karty może tylko instytucja, która zarejestrowała jedną z nich i widzi obie nie tylko ze skierowania."


@dataclass(frozen=True)
class Standing:
    """On what the caller's institution stands towards each of the two, and what was found of them."""

    kept: Bases
    merged: Bases
    restricted: bool = False

    def require(self) -> None:
        """Refuse whoever could widen by a merge what she was let see for a while."""
        lasting = [bases - _PASSING for bases in (self.kept, self.merged)]
        if not all(lasting) or BasisKind.REGISTRATION not in lasting[0] | lasting[1]:
            raise MergeOfOthers


@dataclass(frozen=True)
class Parted:
    """What came of undoing a merge."""

    client_id: UUID
    parted_id: UUID
    merged_at: datetime
    stays: int
    """How many facts were written under the first id since the merge; they stay with it."""


def merge(
    kept: Client, merged: Client, *, standing: Standing, reason: MergeReason, confirmed: bool
) -> ClientMerged:
    """Let one record go on for both; its own particulars lead, the other's stay beside them."""
    standing.require()
    if standing.restricted:
        raise RecordRestricted
    if kept.pesel and merged.pesel and kept.pesel != merged.pesel and not confirmed:
        raise DifferentPesels(pointer="/merged_id")
    return ClientMerged(client_id=kept.id, merged_id=merged.id, reason=reason)


def part(kept: Client, merged: Client, *, standing: Standing) -> ClientUnmerged:
    """Let each record stand for itself again."""
    standing.require()
    return ClientUnmerged(client_id=kept.id, merged_id=merged.id)
