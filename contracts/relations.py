"""What opens and closes a relation between a client and a party: the ground of every right to see."""

from typing import Annotated

from pydantic import AwareDatetime, Field

from contracts.event import Event
from contracts.sections import Section
from contracts.values import BasisKind, ClientId, Day, InstitutionKind, PartyId, RelationId

Bases = Annotated[BasisKind, Field(examples=["consent"])]
Scope = Annotated[tuple[Section, ...], Field(max_length=15, examples=[["household"]])]
"""The sections that the basis names: it opens those and no other; none named: what the task permits."""

VITAL = frozenset(
    {
        Section.IDENTITY,
        Section.CONTACT,
        Section.HOUSEHOLD,
        Section.NEEDS,
        Section.HEALTH,
        Section.ADDICTION,
    }
)
"""All that somebody's life or health can depend on: what a vital interest opens at most."""


class OpensRelation(Event):
    """A party may now see the client, on this basis."""

    client_id: ClientId
    relation_id: RelationId
    party_id: PartyId
    basis: Bases
    scope: Scope = ()
    until: Annotated[Day | None, Field(examples=["2027-03-01"])] = None
    expires_at: Annotated[
        AwareDatetime | None, Field(description="The moment it ends, for what lasts hours.")
    ] = None

    def stands_restriction(self) -> bool:
        """Only where somebody's life or health depends on it."""
        return self.basis is BasisKind.VITAL_INTEREST


class ClosesRelation(Event):
    """A party may not see the client on this basis any more."""

    client_id: ClientId
    relation_id: RelationId

    def stands_restriction(self) -> bool:
        """A right that ends is no processing."""
        return True


class NamesParty(Event):
    """An institution or a partnership is known under this name. Names of institutions are public."""

    party_id: PartyId
    name: Annotated[str, Field(max_length=200, examples=["MOPR Zabrze (demo)"])]
    kind: Annotated[InstitutionKind | None, Field(examples=["OPS"])] = None


class JoinsParties(Event):
    """These institutions act as one party from a day to a day, both inclusive."""

    agreement_id: RelationId
    group_id: PartyId
    members: Annotated[tuple[PartyId, ...], Field(examples=[[]])]
    valid_from: Day
    valid_to: Annotated[Day | None, Field(examples=["2027-12-31"])] = None


class PartsParties(Event):
    """The agreement that joined them ended before its last day."""

    agreement_id: RelationId
    group_id: PartyId
    ended_on: Day


class RestrictsClient(Event):
    """Only the institution that registered her may still see the client, and a vital interest (GDPR art. 18(2))."""

    client_id: ClientId

    def stands_restriction(self) -> bool:
        """Said twice, it is the same."""
        return True


class FreesClient(Event):
    """The restriction is lifted: the relations count again."""

    client_id: ClientId

    def stands_restriction(self) -> bool:
        """So it ends."""
        return True


class ErasesClient(Event):
    """The client is erased: her key is destroyed, and no relation to her is left (GDPR art. 17)."""

    client_id: ClientId

    def stands_restriction(self) -> bool:
        """What is restricted can be erased."""
        return True


MergedId = Annotated[ClientId, Field(examples=["0197a000-0000-7000-8000-00000000c002"])]


class JoinsClients(Event):
    """Two records turned out to be of one person; the first goes on, the other's id stands for it."""

    client_id: ClientId
    merged_id: MergedId


class PartsClients(Event):
    """The two records are of two persons after all: each stands for itself again."""

    client_id: ClientId
    merged_id: MergedId
