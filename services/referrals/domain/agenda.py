"""The agenda of a case meeting: one client to an item, and who may know of it (domain 2.8).

An institution that is not on an item's list does not learn that there is an item. So items count
their own versions, are numbered afresh for each reader, and stand outside the meeting's own version.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from contracts.referrals.meetings import (
    DecisionFinished,
    DecisionProtected,
    ItemAdded,
    ItemChanged,
    ItemConfirmed,
    ItemWithdrawn,
    MeetingDecided,
    MinutesCorrected,
)
from contracts.values import Note, Title
from kernel.refusals import Kind, Refusal
from services.referrals.domain.moves import move


class Reason(StrEnum):
    """Why a client stands on the agenda; the order is that of the agenda."""

    CRISIS = "crisis"
    """An urgent referral of hers is open."""
    ESCALATED_REFERRAL = "escalated_referral"
    SILENT_REFERRAL = "silent_referral"
    DECISION_NOT_DONE = "decision_not_done"
    """Decided at an earlier meeting, and not done in time."""
    OVERDUE_ACTION = "overdue_action"
    REVIEW_DUE = "review_due"
    RAISED = "raised"
    """An institution brought it."""


RANK = {reason: rank for rank, reason in enumerate(Reason)}


class ItemState(StrEnum):
    """Where an item stands."""

    PROPOSED = "proposed"
    """Found by the house; only the chair sees it until it is confirmed."""
    CONFIRMED = "confirmed"
    DROPPED = "dropped"


ITEM_MOVES: dict[str, tuple[frozenset[ItemState], ItemState]] = {
    "confirm": (frozenset({ItemState.PROPOSED}), ItemState.CONFIRMED),
    "withdraw": (frozenset({ItemState.PROPOSED, ItemState.CONFIRMED}), ItemState.DROPPED),
    "propose": (frozenset({ItemState.DROPPED}), ItemState.PROPOSED),
}


class DropReason(StrEnum):
    """Why an item is taken off the agenda."""

    SETTLED = "settled"
    NOT_NOW = "not_now"
    CLIENT_OBJECTS = "client_objects"
    OTHER = "other"


class ItemNotFound(Refusal):
    """There is no such item among those you may know of."""

    kind = Kind.MISSING
    pl = "Wśród punktów, które możesz znać, nie ma takiego."


class DecisionNotFound(Refusal):
    """There is no such decision among those you may know of."""

    kind = Kind.MISSING
    pl = "Wśród ustaleń, które możesz znać, nie ma takiego."


class NeedToKnowUnrelated(Refusal):
    """These institutions have no relation that opens the client's plan and meetings to them."""

    kind = Kind.INVALID
    pl = "Te instytucje nie mają dostępu do planu i spotkań tej osoby."


class DelicateNeedsList(Refusal):
    """A delicate item says who may know of it."""

    kind = Kind.INVALID
    pl = "Punkt poufny wymaga wskazania, kto może go znać."


class NotTheBringer(Refusal):
    """Only the chair, or the institution that brought the item, may do this."""

    kind = Kind.FORBIDDEN
    pl = "Może to zrobić tylko prowadzący albo instytucja, która wniosła punkt."


class NoQuorum(Refusal):
    """Of those who know the item too few are present to decide; record it as a recommendation."""

    kind = Kind.CONFLICT
    pl = "Spośród znających punkt obecnych jest za mało, by decydować; można zapisać zalecenie."


class OwnerMayNotKnow(Refusal):
    """Only an institution on the list of a delicate item can carry out what is decided on it."""

    kind = Kind.INVALID
    pl = "Ustalenie w sprawie poufnej może wykonać tylko instytucja, która może znać ten punkt."


class DueBeforeDeciding(Refusal):
    """What is decided today is due today or later."""

    kind = Kind.INVALID
    pl = "Termin wykonania ustalenia nie może wypadać przed dniem jego podjęcia."


class NotTheDecisionsOwner(Refusal):
    """Only the institution that the decision binds may say that it is done."""

    kind = Kind.FORBIDDEN
    pl = "Wykonanie ustalenia może stwierdzić tylko instytucja, którą ono wiąże."


class FollowsPlan(Refusal):
    """The decision is an action of the plan; finishing the action there does it."""

    kind = Kind.CONFLICT
    pl = "Ustalenie jest działaniem planu; wykonuje się je, kończąc to działanie w planie."


class NothingToFinish(Refusal):
    """A recommendation binds nobody, and what is done cannot be done again."""

    kind = Kind.CONFLICT
    pl = "Zalecenie nikogo nie wiąże, a wykonanego nie można wykonać ponownie."


class Annex(BaseModel):
    """A correction of approved minutes."""

    model_config = ConfigDict(frozen=True)

    text: Note
    added_at: datetime
    added_by: UUID


class ItemWords(BaseModel):
    """What an item says of a client. Sealed under her key, never in an event."""

    model_config = ConfigDict(frozen=True)

    purpose: Title | None = None
    """None: the reasons say it."""
    note: Note | None = None
    """What the minutes say of it besides the decisions."""
    annexes: tuple[Annex, ...] = ()


@dataclass(eq=False, kw_only=True)
class Reader:
    """Who may know of an item: an institution, or of it one named worker alone."""

    item_id: UUID
    institution: UUID
    worker: str = ""


@dataclass(eq=False, kw_only=True)
class Cause:
    """What brought a client onto the agenda, and at how many meetings before it lay there already."""

    item_id: UUID
    reason: Reason
    thing_id: UUID
    due_on: date | None = None
    times: int = 0


@dataclass(eq=False, kw_only=True)
class AgendaItem:
    """One client on the agenda (punkt porządku spotkania)."""

    id: UUID
    meeting_id: UUID
    client_id: UUID
    brought_by: UUID
    added_at: datetime
    state: ItemState = ItemState.CONFIRMED
    built: bool = False
    follows: UUID | None = None
    """The item of an earlier meeting whose delicate decisions it goes on with."""
    delicate: bool = False
    restricted: bool = False
    """Somebody at the table who may see the client is not on the list, or it is delicate."""
    client_takes_part: bool = False
    client_present: bool | None = None
    drop_reason: DropReason | None = None
    rank: int = RANK[Reason.RAISED]
    first_due_on: date | None = None
    version: int = 1
    words: ItemWords = field(default_factory=ItemWords)
    sealed: bytes = field(default=b"", repr=False)
    readers: list[Reader] = field(default_factory=list)
    causes: list[Cause] = field(default_factory=list)

    def added(self) -> ItemAdded:
        """Announce it, without saying about whom."""
        return ItemAdded(item_id=self.id, meeting_id=self.meeting_id)

    def because(self, causes: Iterable[Cause]) -> bool:
        """Note what else brings her onto the agenda; what is noted is not noted twice."""
        known = {(cause.reason, cause.thing_id) for cause in self.causes}
        new = [cause for cause in causes if (cause.reason, cause.thing_id) not in known]
        if not new:
            return False
        for cause in new:
            self.causes.append(cause)
            self.rank = min(self.rank, RANK[cause.reason])
        dues = [cause.due_on for cause in self.causes if cause.due_on]
        self.first_due_on = min(dues, default=None)
        if self.state is ItemState.DROPPED:
            self.state = move(ITEM_MOVES, "propose", self.state)
        self.version += 1
        return True

    def confirm(self) -> ItemConfirmed:
        """Let everybody on the list see it."""
        self.state = move(ITEM_MOVES, "confirm", self.state)
        self.version += 1
        return ItemConfirmed(item_id=self.id, meeting_id=self.meeting_id)

    def withdraw(self, reason: DropReason) -> ItemWithdrawn:
        """Take it off the agenda."""
        self.state = move(ITEM_MOVES, "withdraw", self.state)
        self.drop_reason = reason
        self.version += 1
        return ItemWithdrawn(item_id=self.id, meeting_id=self.meeting_id)

    def change(self, words: ItemWords, *, client_takes_part: bool) -> ItemChanged:
        """Say anew what it is about; who may know of it is set by `admit`."""
        self.words, self.client_takes_part = words, client_takes_part
        self.version += 1
        return ItemChanged(item_id=self.id, meeting_id=self.meeting_id)

    def admit(
        self, named: dict[UUID, str] | None, entitled: Iterable[UUID], *, delicate: bool
    ) -> None:
        """Draw up the list: all at the table who may see her, or some of them, or some workers."""
        if named is None and delicate:
            raise DelicateNeedsList(pointer="/need_to_know")
        everybody = dict.fromkeys(entitled, "")
        # What was not for everybody at the meeting it comes from is not for everybody here, whoever
        # sits at this table; who may know of it is said by name or stays as it was.
        kept_close = self.follows is not None and self.restricted
        before = {r.institution: r.worker for r in self.readers if r.institution in everybody}
        chosen = named if named is not None else before if kept_close else everybody
        self.delicate = delicate
        self.restricted = delicate or kept_close or chosen != everybody
        kept = {reader.institution: reader for reader in self.readers}
        self.readers[:] = [
            kept.get(one) or Reader(item_id=self.id, institution=one) for one in sorted(chosen)
        ]
        for reader in self.readers:
            reader.worker = chosen[reader.institution]

    def note(self, note: str | None) -> None:
        """Write down what the minutes say of it."""
        self.words = self.words.model_copy(update={"note": note})
        self.version += 1

    def annex(self, annex: Annex) -> MinutesCorrected:
        """Correct the approved minutes; what was approved stays as it was."""
        self.words = self.words.model_copy(update={"annexes": (*self.words.annexes, annex)})
        self.version += 1
        return MinutesCorrected(item_id=self.id, meeting_id=self.meeting_id)

    def is_for(self, institution: UUID) -> bool:
        """Whether an institution is on the list."""
        return any(reader.institution == institution for reader in self.readers)


@dataclass(eq=False, kw_only=True)
class Decision:
    """What a meeting decided, or without a quorum recommended (ustalenie, zalecenie)."""

    id: UUID
    meeting_id: UUID
    item_id: UUID
    client_id: UUID
    text: str
    owner: UUID
    due_on: date
    decided_at: datetime
    decided_by: UUID
    binding: bool
    protected: bool
    """Of a restricted item: it stays out of the plan and the card."""
    goal_id: UUID | None = None
    action_id: UUID | None = None
    """The action of the plan it became; then that says whether it is done."""
    done_at: datetime | None = None
    sealed: bytes = field(default=b"", repr=False)

    def decided(self) -> MeetingDecided | DecisionProtected:
        """Announce it; of a restricted item without saying about whom."""
        if self.protected:
            return DecisionProtected(decision_id=self.id, meeting_id=self.meeting_id)
        return MeetingDecided(
            client_id=self.client_id,
            meeting_id=self.meeting_id,
            decision_id=self.id,
            owner=self.owner,
            due_on=self.due_on,
            binding=self.binding,
            action_id=self.action_id,
        )

    def finish(self, at: datetime, *, by: UUID) -> DecisionFinished:
        """Say that what was decided on a restricted item is done."""
        if self.owner != by:
            raise NotTheDecisionsOwner
        if self.action_id is not None:
            raise FollowsPlan(action_id=str(self.action_id))
        if not self.binding or self.done_at is not None:
            raise NothingToFinish
        self.done_at = at
        return DecisionFinished(decision_id=self.id, meeting_id=self.meeting_id)
