"""An import (wczytanie rejestru): persons of an institution's former system, row by row."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from contracts.intake import ClientRegistered
from contracts.values import SENSITIVE, Line
from kernel.refusals import Kind, Refusal
from services.intake.domain.client import Client

SourceCode = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$"), Field(examples=["pomost"])
]
"""The institution's own name for the system the rows come from; part of what makes a row known."""

Reference = Annotated[Line, Field(max_length=100, examples=["OS-000123"]), SENSITIVE]
"""What the former system calls the person: unique there, and the same in every export."""


_LAST_ROW = 2**31 - 1
RowNumber = Annotated[int, Field(ge=1, le=_LAST_ROW, strict=True, examples=[2])]
"""The row's line in the file it comes from."""


class RowOutcome(StrEnum):
    """What became of a row."""

    REGISTERED = "registered"
    WOULD_REGISTER = "would_register"
    """A dry run: nothing speaks against it."""
    KNOWN = "known"
    """Imported before, by this institution from this source under this reference."""
    DUPLICATE = "duplicate"
    """Somebody with this PESEL number is registered already."""
    REJECTED = "rejected"


class RowChanged(Refusal):
    """This row was imported before with other particulars; correct the record itself instead."""

    kind = Kind.CONFLICT
    pl = "Ten wiersz wczytano wcześniej z innymi danymi; proszę poprawić samą kartę."


class ErasedSince(Refusal):
    """The person of this row was erased after it was imported; an import does not bring her back."""

    kind = Kind.CONFLICT
    pl = "Dane osoby z tego wiersza usunięto po wczytaniu; wczytanie ich nie przywraca."


class SharedForAll(Refusal):
    """In an import, partners are named once for all rows, not in a row."""

    kind = Kind.INVALID
    pl = "Przy wczytywaniu partnerów podaje się raz, dla wszystkich wierszy, a nie w wierszu."


@dataclass(eq=False)
class Row:
    """One row, and what became of it."""

    number: int | None
    """Its line in the file it comes from, if the sender named one."""
    outcome: RowOutcome = RowOutcome.REJECTED
    client_id: UUID | None = None
    refusals: list[Refusal] = field(default_factory=list)
    """Why not; each points into the row."""

    @staticmethod
    def of(raw: object) -> "Row":
        """A row as it was sent, whatever it is."""
        number = raw.get("row") if isinstance(raw, dict) else None
        return Row(number if isinstance(number, int) and 1 <= number <= _LAST_ROW else None)

    def registered(self, client_id: UUID) -> None:
        """It is a client now."""
        self.outcome, self.client_id = RowOutcome.REGISTERED, client_id

    def known(self, client_id: UUID, *, changed: bool) -> None:
        """It was imported before; what it says now is not applied, and if it differs, told so."""
        self.outcome, self.client_id = RowOutcome.KNOWN, client_id
        if changed:
            self.refusals = [RowChanged(pointer="/client")]

    def refused(self, refusal: Refusal, outcome: RowOutcome = RowOutcome.REJECTED) -> None:
        """It was not taken."""
        self.outcome, self.refusals = outcome, [refusal]


@dataclass(frozen=True)
class Mark:
    """By what a row is known again: keyed fingerprints of its reference and of what it said."""

    reference: bytes
    content: bytes
    older: tuple[bytes, ...] = ()
    """What the reference lay under before the index key was replaced."""


@dataclass(frozen=True)
class Candidate:
    """A row that reads well, as the client she may become."""

    row: Row
    reference: str
    mark: Mark
    client: Client
    indexes: Sequence[bytes]
    """What her PESEL number may be found by; the first is the one to lay."""
    event: ClientRegistered

    def follow(self, first: "Candidate") -> None:
        """Its reference stands in the batch twice: what became of the first holds for it too."""
        then = first.row
        if then.outcome in {RowOutcome.REGISTERED, RowOutcome.KNOWN} and then.client_id:
            self.row.known(then.client_id, changed=self.mark != first.mark)
        else:
            self.row.outcome, self.row.client_id = then.outcome, then.client_id
            self.row.refusals = then.refusals


@dataclass(frozen=True)
class Earlier:
    """What an earlier import made of a reference."""

    client_id: UUID
    content: bytes | None
    erased: bool

    def differs(self, mark: Mark) -> bool:
        """Whether the row says something else than it did then, as far as that is known."""
        return self.content is not None and self.content != mark.content


def rehearse(rows: Sequence[Row]) -> None:
    """It was only tried: whoever was registered for a row will not be there."""
    unborn = {row.client_id for row in rows if row.outcome is RowOutcome.REGISTERED}
    for row in rows:
        if row.client_id in unborn:
            row.client_id = None
        if row.outcome is RowOutcome.REGISTERED:
            row.outcome = RowOutcome.WOULD_REGISTER


def counts(rows: Sequence[Row]) -> dict[RowOutcome, int]:
    """How many rows came to what; every outcome is named."""
    counted = Counter(row.outcome for row in rows)
    return {outcome: counted[outcome] for outcome in RowOutcome}
