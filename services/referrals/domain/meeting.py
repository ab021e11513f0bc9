"""A joint case meeting: who is invited, who came, and how its minutes become final (domain 2.8).

Approved by: every institution that was present approves what it knows of the minutes. Whoever keeps
silent until the term is over is taken to agree, if the chair and a quorum have approved.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from contracts.referrals.meetings import (
    InvitationAnswer,
    InvitationAnswered,
    MeetingCancelled,
    MeetingCancelReason,
    MeetingConvened,
    MeetingMoved,
    MeetingOpened,
    MeetingPlanned,
    MinutesAccepted,
    MinutesApproved,
    MinutesDrafted,
)
from contracts.values import InstitutionKind
from kernel.refusals import Kind, Refusal
from services.referrals.domain.meeting_terms import minutes_due, missing_for_quorum
from services.referrals.domain.moves import IllegalMove, move


class MeetingState(StrEnum):
    """Where a meeting stands."""

    PLANNED = "planned"
    """A day is set; nobody is invited for it yet."""
    CONVENED = "convened"
    """The invitations are out."""
    HELD = "held"
    """It was opened: attendance is noted, decisions are taken."""
    MINUTES_DRAFTED = "minutes_drafted"
    APPROVED = "approved"
    CANCELLED = "cancelled"


_S = MeetingState
BEFORE = frozenset({_S.PLANNED, _S.CONVENED})
TOOK_PLACE = frozenset({_S.HELD, _S.MINUTES_DRAFTED, _S.APPROVED})
MOVES: dict[str, tuple[frozenset[MeetingState], MeetingState]] = {
    "invite": (BEFORE, _S.CONVENED),
    "move": (BEFORE, _S.PLANNED),
    "cancel": (BEFORE, _S.CANCELLED),
    "open": (frozenset({_S.CONVENED}), _S.HELD),
    "draft_minutes": (frozenset({_S.HELD, _S.MINUTES_DRAFTED}), _S.MINUTES_DRAFTED),
    "approve_minutes": (frozenset({_S.MINUTES_DRAFTED}), _S.APPROVED),
}
STAYS: dict[str, frozenset[MeetingState]] = {
    "answer": frozenset({_S.CONVENED}),
    "build_agenda": BEFORE,
    "add_item": BEFORE | {_S.HELD},
    "change_item": BEFORE,
    "confirm_item": BEFORE | {_S.HELD},
    "withdraw_item": BEFORE,
    "decide": frozenset({_S.HELD}),
    "annex": frozenset({_S.APPROVED}),
}
"""What leaves the state as it is, and when it is possible."""


class Role(StrEnum):
    """In which part an institution takes part."""

    CHAIR = "chair"
    MEMBER = "member"
    EXPERT = "expert"


class MeetingNotFound(Refusal):
    """There is no such meeting among those your institution takes part in."""

    kind = Kind.MISSING
    pl = "Wśród spotkań, w których uczestniczy Twoja instytucja, nie ma takiego."


class NotOfThisPartnership(Refusal):
    """No agreement in force makes your institution a member of this partnership."""

    kind = Kind.INVALID
    pl = "Żadne obowiązujące porozumienie nie czyni Twojej instytucji członkiem tego partnerstwa."


class ParticipantUnknown(Refusal):
    """A participant must be an institution of the directory."""

    kind = Kind.INVALID
    pl = "Uczestnikiem może być tylko instytucja z katalogu."


class NotAParticipant(Refusal):
    """The institution named does not take part in this meeting."""

    kind = Kind.INVALID
    pl = "Wskazana instytucja nie uczestniczy w tym spotkaniu."


class NotTheChair(Refusal):
    """Only the institution that chairs the meeting may do this."""

    kind = Kind.FORBIDDEN
    pl = "Może to zrobić tylko instytucja, która prowadzi spotkanie."


class NotPresent(Refusal):
    """Only an institution that was present may do this."""

    kind = Kind.FORBIDDEN
    pl = "Może to zrobić tylko instytucja, która była obecna na spotkaniu."


class MeetingBeforeToday(Refusal):
    """A meeting is planned for today or a later day."""

    kind = Kind.INVALID
    pl = "Spotkanie planuje się na dziś albo na dzień późniejszy."


class MeetingAhead(Refusal):
    """The meeting is planned for a later day; move it before you open it."""

    kind = Kind.CONFLICT
    pl = "Spotkanie zaplanowano na późniejszy dzień; przed otwarciem należy je przenieść."


class MinutesAlreadyApproved(Refusal):
    """Your institution approved these minutes already."""

    kind = Kind.CONFLICT
    pl = "Twoja instytucja już zatwierdziła ten protokół."


@dataclass(eq=False, kw_only=True)
class Participant:
    """An institution at the table, and who speaks for it."""

    meeting_id: UUID
    institution: UUID
    kind: InstitutionKind
    role: Role = Role.MEMBER
    worker: str | None = None
    invited_at: datetime | None = None
    answer: InvitationAnswer | None = None
    present: bool | None = None
    approved_at: datetime | None = None
    approved_by: str | None = None


@dataclass(eq=False, kw_only=True)
class FormerDay:
    """A day for which the meeting was planned before it was moved."""

    meeting_id: UUID
    number: int
    planned_on: date
    moved_at: datetime


@dataclass(eq=False, kw_only=True)
class Meeting:
    """A joint case meeting (spotkanie zespołu, narada nad przypadkiem) of a partnership."""

    id: UUID
    partnership: UUID
    chair: UUID
    planned_on: date
    starts_at: str
    place: str
    state: MeetingState = MeetingState.PLANNED
    opened_at: datetime | None = None
    drafted_at: datetime | None = None
    approve_by: date | None = None
    approved_at: datetime | None = None
    cancel_reason: MeetingCancelReason | None = None
    version: int = 1
    """Counts what everybody at the table may know, never an item of the agenda."""
    participants: list[Participant] = field(default_factory=list)
    former_days: list[FormerDay] = field(default_factory=list)

    def plan(self, today: date) -> MeetingPlanned:
        """Set the day; nobody else knows of it yet."""
        if self.planned_on < today:
            raise MeetingBeforeToday(pointer="/planned_on")
        return MeetingPlanned(
            meeting_id=self.id, partnership_id=self.partnership, planned_on=self.planned_on
        )

    def invite(self, new: Iterable[Participant], at: datetime, *, by: UUID) -> MeetingConvened:
        """Send the invitations; a meeting that is convened can still be joined by others."""
        self._require_chair(by)
        known = {one.institution for one in self.participants}
        joining = [one for one in new if one.institution not in known]
        if self.state is MeetingState.CONVENED and not joining:
            raise IllegalMove(state=self.state.value, allowed=sorted(self.allowed() - {"invite"}))
        self._move("invite")
        self.participants.extend(joining)
        for one in self.participants:
            one.invited_at = one.invited_at or at
            if one.institution == self.chair:
                one.answer = InvitationAnswer.ACCEPTED
        return MeetingConvened(meeting_id=self.id, planned_on=self.planned_on)

    def answer(self, said: InvitationAnswer, *, by: UUID, worker: str) -> InvitationAnswered:
        """Say whether an institution comes, and who; it may think better of it."""
        self.require("answer")
        mine = self.participant(by)
        mine.answer = said
        mine.worker = worker if said is InvitationAnswer.ACCEPTED else None
        self.version += 1
        return InvitationAnswered(meeting_id=self.id, answered_by=by, answer=said)

    def move_to(
        self, day: FormerDay, when: Mapping[str, Any], today: date, by: UUID
    ) -> MeetingMoved:
        """Move it to another day; everybody has to be invited anew, and the old day is kept."""
        self._require_chair(by)
        self._move("move")
        self.former_days.append(day)
        self.planned_on, self.starts_at, self.place = (
            when["planned_on"],
            when["starts_at"] or self.starts_at,
            when["place"] or self.place,
        )
        for one in self.participants:
            one.answer = None
        if self.planned_on < today:
            raise MeetingBeforeToday(pointer="/planned_on")
        return MeetingMoved(
            meeting_id=self.id, moved_from=day.planned_on, planned_on=self.planned_on
        )

    def cancel(self, reason: MeetingCancelReason, *, by: UUID) -> MeetingCancelled:
        """Call it off."""
        self._require_chair(by)
        self._move("cancel")
        self.cancel_reason = reason
        return MeetingCancelled(meeting_id=self.id, reason=reason)

    def open(
        self, present: Mapping[UUID, str | None], at: datetime, today: date, by: UUID
    ) -> MeetingOpened:
        """Note who came and for whom; the chair's own institution is there."""
        self._require_chair(by)
        self._move("open")
        if self.planned_on > today:
            raise MeetingAhead(planned_on=self.planned_on.isoformat())
        for one in self.participants:
            one.present = one.institution in present or one.institution == self.chair
            one.worker = present.get(one.institution) or one.worker
        self.opened_at = at
        quorum = not missing_for_quorum(self.kinds(self.present()), self.planned_on)
        return MeetingOpened(meeting_id=self.id, quorum=quorum)

    def draft_minutes(self, at: datetime, today: date, *, by: UUID) -> MinutesDrafted:
        """Lay the minutes out for approval; drafted anew, everybody approves anew."""
        self._require_chair(by)
        self._move("draft_minutes")
        self.drafted_at, self.approve_by = at, minutes_due(today)
        for one in self.participants:
            one.approved_at = one.approved_by = None
        return MinutesDrafted(meeting_id=self.id)

    def approve_minutes(
        self, at: datetime, *, by: UUID, worker: str
    ) -> list[MinutesAccepted | MinutesApproved]:
        """Approve them for one institution; with the last of those present they are final."""
        self.require("approve_minutes")
        mine = self.participant(by)
        if not mine.present:
            raise NotPresent
        if mine.approved_at is not None:
            raise MinutesAlreadyApproved
        mine.approved_at, mine.approved_by = at, worker
        accepted = MinutesAccepted(meeting_id=self.id, accepted_by=by)
        if self.waiting_for():
            self.version += 1
            return [accepted]
        return [accepted, self._approved(at)]

    def lapse(self, at: datetime, today: date) -> MinutesApproved | None:
        """Take silence for consent once the term is over; without chair and quorum it begins anew.

        Where too few were present for a quorum, those who were stand for it.
        """
        approved = {one.institution for one in self.participants if one.approved_at}
        lacking = missing_for_quorum(self.kinds(approved), self.planned_on)
        absent = missing_for_quorum(self.kinds(self.present()), self.planned_on)
        if self.chair in approved and lacking == absent:
            return self._approved(at)
        self.approve_by = minutes_due(today)
        self.version += 1
        return None

    def require(self, verb: str) -> None:
        """Refuse what is not possible in the present state."""
        during = STAYS.get(verb) or MOVES[verb][0]
        if self.state not in during:
            raise IllegalMove(state=self.state.value, allowed=sorted(self.allowed()))

    def allowed(self) -> set[str]:
        """Every step that is possible now."""
        moves = {verb for verb, (begins, _) in MOVES.items() if self.state in begins}
        return moves | {verb for verb, during in STAYS.items() if self.state in during}

    def participant(self, institution: UUID, pointer: str | None = None) -> Participant:
        """One institution at the table."""
        for one in self.participants:
            if one.institution == institution:
                return one
        raise NotAParticipant(pointer=pointer)

    def present(self) -> set[UUID]:
        """Who is there."""
        return {one.institution for one in self.participants if one.present}

    def waiting_for(self) -> set[UUID]:
        """Whose approval of the minutes is still to come."""
        return {
            one.institution for one in self.participants if one.present and not one.approved_at
        }

    def kinds(self, institutions: Iterable[UUID]) -> set[InstitutionKind]:
        """Of which kinds some of the participants are."""
        some = set(institutions)
        return {one.kind for one in self.participants if one.institution in some}

    def _approved(self, at: datetime) -> MinutesApproved:
        self._move("approve_minutes")
        self.approved_at = at
        return MinutesApproved(meeting_id=self.id)

    def _require_chair(self, by: UUID) -> None:
        if by != self.chair:
            raise NotTheChair

    def _move(self, verb: str) -> None:
        self.require(verb)
        self.state = move(MOVES, verb, self.state)
        self.version += 1
