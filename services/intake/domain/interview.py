"""The family environmental interview (rodzinny wywiad środowiskowy; art. 107 u.p.s., Dz.U. 2021 poz. 893)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from contracts.intake.interviews import (
    InterviewKind,
    InterviewOpened,
    InterviewSigned,
    InterviewWithdrawn,
)
from contracts.values import SENSITIVE, Command, Day, Line, Note
from kernel.refusals import Kind, Refusal
from services.intake.domain.interview_terms import update_due_on
from services.intake.domain.segments import MANDATORY, SECTION_OF, Segment


class InterviewState(StrEnum):
    """Where an interview stands."""

    OPEN = "open"
    SIGNED = "signed"
    WITHDRAWN = "withdrawn"


MOVES = {
    "record": ({InterviewState.OPEN}, InterviewState.OPEN),
    "sign": ({InterviewState.OPEN}, InterviewState.SIGNED),
    "withdraw": ({InterviewState.OPEN}, InterviewState.WITHDRAWN),
}


class InterviewPart(StrEnum):
    """Which of the nine parts of the questionnaire is filled.

    Part I is the full interview with the segments A-J. What each of the parts II-IX is for is not
    among our sources, so they are only numbered here.
    """

    I = "I"  # noqa: E741 the numeral of the regulation
    II = "II"
    III = "III"
    IV = "IV"
    V = "V"
    VI = "VI"
    VII = "VII"
    VIII = "VIII"
    IX = "IX"


class Channel(StrEnum):
    """Who or what the interview began with."""

    PERSON = "person"
    FAMILY_MEMBER = "family_member"
    OTHER_PERSON = "other_person"
    EX_OFFICIO = "ex_officio"
    PARTNER_SIGNAL = "partner_signal"


class ReceivedAs(StrEnum):
    """How the application or the signal came."""

    ORAL = "oral"
    WRITTEN = "written"


class SignedHow(StrEnum):
    """How somebody signed."""

    PAPER = "paper"
    ELECTRONIC = "electronic"
    """On the device, as the regulation allows for an electronic questionnaire."""
    QUALIFIED = "qualified"
    """With a qualified or trusted electronic signature."""


class InterviewNotFound(Refusal):
    """There is no such interview among those your institution conducts."""

    kind = Kind.MISSING
    pl = "Wśród wywiadów prowadzonych przez Twoją instytucję nie ma takiego."


class InterviewUnderWay(Refusal):
    """An interview of this part is under way; finish it, or withdraw it."""

    kind = Kind.CONFLICT
    pl = "Wywiad w tej części już trwa; proszę go dokończyć albo wycofać."


class InterviewAlreadySigned(Refusal):
    """The interview is signed: nothing in it changes any more; open an update instead."""

    kind = Kind.CONFLICT
    pl = "Wywiad jest podpisany i już się nie zmienia; proszę otworzyć aktualizację."


class InterviewGivenUp(Refusal):
    """The interview was withdrawn; open another one."""

    kind = Kind.CONFLICT
    pl = "Wywiad został wycofany; proszę otworzyć nowy."


class InterviewNotSigned(Refusal):
    """Only the latest signed interview is updated; this one is not, or not yet, signed."""

    kind = Kind.CONFLICT
    pl = "Aktualizuje się ostatni podpisany wywiad; ten nie jest podpisany."


class InterviewUpdatedSince(Refusal):
    """A later interview was signed since; update that one."""

    kind = Kind.CONFLICT
    pl = "Od tego czasu podpisano późniejszy wywiad; proszę zaktualizować tamten."


class InterviewIncomplete(Refusal):
    """Something that must be recorded before signing is missing; `missing` names it."""

    kind = Kind.CONFLICT
    pl = "Brakuje czegoś, co musi być zapisane przed podpisaniem; wymienia to `missing`."


class NotHappenedYet(Refusal):
    """Only what has happened is recorded: the day lies in the future."""

    kind = Kind.INVALID
    pl = "Zapisuje się tylko to, co się odbyło: ten dzień jest w przyszłości."


class OutOfOrder(Refusal):
    """An interview is first called for, then held, then signed; the days say otherwise."""

    kind = Kind.INVALID
    pl = "Wywiad najpierw się wszczyna, potem przeprowadza, potem podpisuje; te dni mówią co innego."


class Visit(Command):
    """Where and when the interview was held, and who was there."""

    segment: Literal["visit"]
    held_on: Day
    place: Annotated[Line, SENSITIVE, Field(examples=["w miejscu zamieszkania"])]
    present: Annotated[
        tuple[Annotated[Line, SENSITIVE], ...],
        Field(max_length=20, examples=[["wnioskodawczyni"]]),
    ] = ()


class StatementSigned(Command):
    """The statement of annex 2 was signed: read, true, and told of criminal liability."""

    outcome: Literal["signed"]
    representative: Annotated[
        Line | None,
        SENSITIVE,
        Field(description="Who signed for the client; none: she signed herself."),
    ] = None
    how: Annotated[SignedHow, Field(examples=["paper"])]


class StatementRefused(Command):
    """The client did not sign the statement of annex 2, and why."""

    outcome: Literal["refused"]
    reason: Note


Statement = Annotated[StatementSigned | StatementRefused, Field(discriminator="outcome")]


class Signing(Command):
    """How the interview was signed: the worker's own signature, and the client's statement."""

    segment: Literal["signing"]
    signed_on: Day
    worker_signed: SignedHow
    statement: Statement
    help_continues: bool
    in_care_home: bool

    @property
    def update_due_on(self) -> date | None:
        """By when the interview must be updated, inclusive; none where help does not go on."""
        if not self.help_continues:
            return None
        return update_due_on(self.signed_on, in_care_home=self.in_care_home)


class Withdrawal(Command):
    """Why the interview was given up."""

    segment: Literal["withdrawal"]
    reason: Note


Content = Annotated[Visit | Segment | Signing | Withdrawal, Field(discriminator="segment")]
"""What one saving holds."""


@dataclass(frozen=True)
class Author:
    """Who wrote it."""

    worker: str
    """The subject of the token."""
    name: str


@dataclass(frozen=True)
class Saving:
    """What somebody recorded at one moment. Every saving stays; the latest of a segment counts."""

    content: Content
    author: Author
    recorded_at: datetime
    version: int
    """Of the interview, with this saving."""

    @property
    def segment(self) -> str:
        """Which segment, annex, or act it is."""
        return self.content.segment


@dataclass(eq=False)
class Interview:
    """One interview, from the day the need became known to the signatures."""

    id: UUID
    client_id: UUID
    institution: UUID
    kind: InterviewKind
    part: InterviewPart
    channel: Channel
    received_as: ReceivedAs
    received_on: date
    due_on: date
    urgent: bool
    opened_by: str
    opened_at: datetime
    updates: UUID | None = None
    """The signed interview that this one updates."""
    state: InterviewState = InterviewState.OPEN
    signed_on: date | None = None
    update_due_on: date | None = None
    version: int = 1
    savings: dict[str, Saving] = field(default_factory=dict)
    """The latest of each segment."""

    def opened(self, today: date) -> InterviewOpened:
        """Announce it."""
        if self.received_on > today:
            raise NotHappenedYet(pointer="/received_on")
        return InterviewOpened(
            client_id=self.client_id,
            interview_id=self.id,
            kind=self.kind,
            due_on=self.due_on,
            urgent=self.urgent,
        )

    @property
    def recorded(self) -> list[str]:
        """The segments and annexes recorded, in the order of the questionnaire."""
        return [segment for segment in SECTION_OF if segment in self.savings]

    @property
    def missing(self) -> list[str]:
        """What must be recorded before signing: the visit and the mandatory segments of part I.

        Of the other parts our sources do not say what is mandatory, nor of a declaration: these
        need one segment at least.
        """
        declared = self.kind is InterviewKind.DECLARATION
        whole = self.part is InterviewPart.I and not declared
        needed = (*(() if declared else ("visit",)), *(MANDATORY if whole else ()))
        lacking = [one for one in needed if one not in self.savings]
        return lacking if whole or self.recorded else [*lacking, "segment"]

    def hold(self, visit: Visit, author: Author, at: datetime, today: date) -> Saving:
        """Record the visit."""
        if visit.held_on > today:
            raise NotHappenedYet(pointer="/held_on")
        if visit.held_on < self.received_on:
            raise OutOfOrder(pointer="/held_on")
        return self._save("record", visit, author, at)

    def record(self, segment: Segment, author: Author, at: datetime) -> Saving:
        """Keep a segment; an earlier saving of it stays in the history."""
        return self._save("record", segment, author, at)

    def sign(self, signing: Signing, author: Author, at: datetime, today: date) -> InterviewSigned:
        """Close it for good; refused while anything mandatory is missing."""
        self._require("sign")
        if self.missing:
            raise InterviewIncomplete(missing=self.missing)
        if signing.signed_on > today:
            raise NotHappenedYet(pointer="/signed_on")
        if signing.signed_on < self._held_on:
            raise OutOfOrder(pointer="/signed_on")
        self._save("sign", signing, author, at)
        self.signed_on, self.update_due_on = signing.signed_on, signing.update_due_on
        return InterviewSigned(
            client_id=self.client_id,
            interview_id=self.id,
            kind=self.kind,
            signed_on=signing.signed_on,
            update_due_on=self.update_due_on,
        )

    def withdraw(self, withdrawal: Withdrawal, author: Author, at: datetime) -> InterviewWithdrawn:
        """Give it up, with a reason."""
        self._save("withdraw", withdrawal, author, at)
        return InterviewWithdrawn(client_id=self.client_id, interview_id=self.id)

    def copied(self) -> list[Saving]:
        """What an update begins with: every segment as it was last written, with who wrote it."""
        return [
            Saving(saving.content, saving.author, saving.recorded_at, 1)
            for saving in map(self.savings.__getitem__, self.recorded)
        ]

    @property
    def _held_on(self) -> date:
        """The day of the visit; without one, the day the interview was called for."""
        visit = self.savings.get("visit")
        held = visit.content.held_on if visit and isinstance(visit.content, Visit) else None
        return held or self.received_on

    def _require(self, verb: str) -> None:
        if self.state in MOVES[verb][0]:
            return
        if self.state is InterviewState.SIGNED:
            raise InterviewAlreadySigned(state=self.state, allowed=["update_interview"])
        raise InterviewGivenUp(state=self.state, allowed=[])

    def _save(self, verb: str, content: Content, author: Author, at: datetime) -> Saving:
        self._require(verb)
        self.state = MOVES[verb][1]
        self.version += 1
        saving = Saving(content, author, at, self.version)
        self.savings[saving.segment] = saving
        return saving
