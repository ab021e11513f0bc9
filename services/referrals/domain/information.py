"""A request for information: one institution asks another about a client (art. 105 u.p.s.)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from contracts.referrals.requests import (
    DelayReason,
    InformationAcknowledged,
    InformationAnswered,
    InformationDelayed,
    InformationEscalated,
    InformationForwarded,
    InformationReceived,
    InformationRefusal,
    InformationRefused,
    InformationReminded,
    InformationRequested,
    InformationSuperseded,
    InformationWithdrawn,
    RequestOver,
)
from contracts.sections import Section
from contracts.values import BasisKind, Consent
from contracts.working_days import on_or_after
from kernel.refusals import Kind, Refusal
from services.referrals.domain.information_answers import Answer, InformationWords
from services.referrals.domain.information_states import (
    ANSWERERS,
    ASKERS,
    MOVES,
    OPEN,
    TOLD,
    InformationState,
)
from services.referrals.domain.information_terms import (
    escalated_on,
    latest_delay,
)
from services.referrals.domain.moves import IllegalMove, move

_POLAND = ZoneInfo("Europe/Warsaw")


class InformationRequestNotFound(Refusal):
    """There is no such request for information among those your institution made or got."""

    kind = Kind.MISSING
    pl = "Wśród wniosków o informację, które złożyła lub dostała Twoja instytucja, nie ma takiego."


class AskedUnknown(Refusal):
    """Whom you ask is not an institution of the directory."""

    kind = Kind.INVALID
    pl = "Pytany nie jest instytucją z katalogu."


class AskedOneself(Refusal):
    """Information is asked of another institution, not of one's own, nor of whoever asked for it."""

    kind = Kind.INVALID
    pl = "O informację pyta się inną instytucję, nie własną ani nie tę, która o nią pyta."


class InformationAsked(Refusal):
    """Your institution has asked them this already and has no answer yet; `request_id` names it."""

    kind = Kind.CONFLICT
    pl = "Twoja instytucja już o to pytała i czeka na odpowiedź; wniosek wskazuje `request_id`."


class BasisOver(Refusal):
    """The consent that the request rests on ended before today."""

    kind = Kind.INVALID
    pl = "Zgoda, na której opiera się wniosek, wygasła przed dniem dzisiejszym."


class NotTheAsked(Refusal):
    """Only the institution that was asked answers a request for information."""

    kind = Kind.FORBIDDEN
    pl = "Na wniosek o informację odpowiada tylko instytucja, którą zapytano."


class NotTheAsker(Refusal):
    """Only the institution that asked for the information may do this."""

    kind = Kind.FORBIDDEN
    pl = "Może to zrobić tylko instytucja, która złożyła wniosek o informację."


class NotAsked(Refusal):
    """An answer names what was asked, each thing once."""

    kind = Kind.INVALID
    pl = "Odpowiedź dotyczy tego, o co zapytano, i każdej rzeczy raz."


class WhyNotAll(Refusal):
    """Some of what was asked is not answered: `missing` must say why."""

    kind = Kind.INVALID
    pl = "Nie odpowiedziano na wszystko: `missing` musi podać przyczynę."


class DelayedAlready(Refusal):
    """Notice of delay can be given once; answer, or refuse with a reason."""

    kind = Kind.CONFLICT
    pl = "O zwłoce można zawiadomić raz; proszę odpowiedzieć albo odmówić, podając przyczynę."


class NoSuchDelay(Refusal):
    """The new day lies after the present term and not later than `latest`."""

    kind = Kind.INVALID
    pl = "Nowy termin przypada po obecnym i nie później niż `latest`."


class AgreedToNobodyElse(Refusal):
    """A request that rests on the client's consent goes nowhere else; refuse it as not competent."""

    kind = Kind.CONFLICT
    pl = (
        "Wniosku opartego na zgodzie nie przekazuje się dalej; proszę odmówić z braku właściwości."
    )


class AcknowledgedAlready(Refusal):
    """What came of the request has been read already."""

    kind = Kind.CONFLICT
    pl = "Z odpowiedzią na wniosek już się zapoznano."


@dataclass(eq=False, kw_only=True)
class InformationRequest:
    """One request (wniosek o udzielenie informacji), from whoever asks to whoever answers."""

    id: UUID
    client_id: UUID
    relation_id: UUID
    """The relation by which the asked institution knows whom it is about."""
    asked_by: UUID
    asked: UUID
    asked_at: datetime
    kinds: list[str]
    """What is asked, in codes: so that nobody asks the same twice."""
    words: InformationWords
    due_on: date
    clock_on: date | None
    """The next day on which the clock has something to do about it; none: nothing."""
    asker: str | None = None
    """The worker who asked, by the subject of her token."""
    answerer: str | None = None
    """The worker who took it on."""
    state: InformationState = InformationState.ASKED
    first_due_on: date | None = None
    """The term before notice of delay was given."""
    delay: DelayReason | None = None
    reminders: int = 0
    escalated_on: date | None = None
    received_at: datetime | None = None
    answered_at: datetime | None = None
    acknowledged_at: datetime | None = None
    refusal: InformationRefusal | None = None
    """Why there is no answer, or why it is not whole."""
    over: RequestOver | None = None
    passed_to: UUID | None = None
    """The request to the competent institution that took its place."""
    passed_from: UUID | None = None
    version: int = 1
    sealed: bytes = field(default=b"", repr=False)
    """The words as they are kept: the store seals and opens them."""

    def ask(self) -> InformationRequested:
        """Hand it over: the asked may know whom it is about, and nothing more of her."""
        if self.asked == self.asked_by:
            raise AskedOneself(pointer="/to/institution")
        basis = self.words.basis
        until = basis.until if isinstance(basis, Consent) else None
        if until is not None and until < self.asked_on:
            raise BasisOver(pointer="/basis/until")
        return InformationRequested(
            client_id=self.client_id,
            relation_id=self.relation_id,
            party_id=self.asked,
            basis=BasisKind(basis.kind),
            scope=(Section.IDENTITY,),
            until=until,
            request_id=self.id,
            asked_by=self.asked_by,
            due_on=self.due_on,
        )

    @property
    def asked_on(self) -> date:
        """The calendar day in Poland on which it was asked."""
        return self.asked_at.astimezone(_POLAND).date()

    def overdue(self, today: date) -> bool:
        """Whether the answer should be there already."""
        return self.state in OPEN and self.due_on < today

    def allowed(self, institution: UUID) -> list[str]:
        """The steps that an institution can take now."""
        steps = [verb for verb, (begins, _) in MOVES.items() if self.state in begins]
        if self.state in TOLD and self.acknowledged_at is None:
            steps.append("acknowledge")
        if self.delay is not None and "delay" in steps:
            steps.remove("delay")
        mine = ASKERS if institution == self.asked_by else ANSWERERS
        return [step for step in steps if step in mine]

    def receive(self, *, by: UUID, worker: str, at: datetime) -> InformationReceived:
        """Note that it was opened, and by whom."""
        self._enter(self._answering("receive", by))
        self.answerer, self.received_at = worker, at
        return InformationReceived(client_id=self.client_id, request_id=self.id)

    def answer(
        self,
        answers: Sequence[Answer],
        missing: InformationRefusal | None,
        note: str | None,
        *,
        by: UUID,
        at: datetime,
    ) -> InformationAnswered:
        """Give the information; what was given before stays unless it is given anew."""
        given = {answer.kind: answer for answer in (*self.words.answers, *answers)}
        asked = {question.kind for question in self.words.questions}
        twice = len({answer.kind for answer in answers}) < len(answers)
        complete = given.keys() == asked
        state = self._answering("answer" if complete else "answer_partly", by)
        if twice or not given.keys() <= asked:
            raise NotAsked(pointer="/answers")
        if not complete and missing is None:
            raise WhyNotAll(pointer="/missing")
        self._told(state, at)
        self.refusal = None if complete else missing
        self.words = self.words.saying(answers=tuple(given.values()), note=note)
        return InformationAnswered(
            client_id=self.client_id,
            relation_id=self.relation_id,
            request_id=self.id,
            answered_by=by,
            complete=complete,
        )

    def refuse(
        self, reason: InformationRefusal, note: str | None, *, by: UUID, at: datetime
    ) -> InformationRefused:
        """Give no information, and say why."""
        self._told(self._answering("refuse", by), at)
        self.refusal = reason
        self.words = self.words.saying(note=note)
        return InformationRefused(
            client_id=self.client_id,
            relation_id=self.relation_id,
            request_id=self.id,
            refused_by=by,
            reason=reason,
        )

    def pass_on(
        self, to: UUID, note: str | None, *, by: UUID, at: datetime
    ) -> InformationForwarded:
        """Leave it to the competent institution (art. 65 § 1 k.p.a.)."""
        state = self._answering("pass_on", by)
        if to in {self.asked, self.asked_by}:
            raise AskedOneself(pointer="/to/institution")
        if isinstance(self.words.basis, Consent):
            raise AgreedToNobodyElse
        self._told(state, at)
        self.words = self.words.saying(note=note)
        return InformationForwarded(
            client_id=self.client_id,
            relation_id=self.relation_id,
            request_id=self.id,
            forwarded_by=by,
            forwarded_to=to,
        )

    def put_off(
        self, until: date, reason: DelayReason, note: str | None, *, by: UUID
    ) -> InformationDelayed:
        """Give notice of delay with a new day, once (art. 36 § 1 k.p.a.)."""
        state = self._answering("delay", by)
        if self.delay is not None:
            raise DelayedAlready
        latest, new = latest_delay(self.due_on), on_or_after(until)
        if not self.due_on < new <= latest:
            raise NoSuchDelay(pointer="/until", latest=latest.isoformat())
        self._enter(state)
        self.first_due_on, self.due_on, self.delay = self.due_on, new, reason
        # The first term's reminders were given or are no longer due; the new one has its own.
        self.reminders, self.clock_on = 1, new
        self.words = self.words.saying(note=note)
        return InformationDelayed(
            client_id=self.client_id, request_id=self.id, due_on=new, reason=reason
        )

    def withdraw(self, *, by: UUID) -> InformationWithdrawn:
        """Take it back while it is unanswered."""
        self._end(self._asking("withdraw", by))
        return InformationWithdrawn(
            client_id=self.client_id, relation_id=self.relation_id, request_id=self.id
        )

    def supersede(self, reason: RequestOver) -> InformationSuperseded:
        """Let it fall away: what it rested on changed."""
        self._end(move(MOVES, "supersede", self.state))
        self.over = reason
        return InformationSuperseded(
            client_id=self.client_id,
            relation_id=self.relation_id,
            request_id=self.id,
            reason=reason,
        )

    def acknowledge(self, *, by: UUID, at: datetime) -> InformationAcknowledged:
        """Note that whoever asked read what came of it."""
        if by != self.asked_by:
            raise NotTheAsker
        if self.state not in TOLD:
            raise IllegalMove(state=self.state.value, allowed=self.allowed(by))
        if self.acknowledged_at is not None:
            raise AcknowledgedAlready
        self.acknowledged_at = at
        self.version += 1
        return InformationAcknowledged(client_id=self.client_id, request_id=self.id)

    def strike(self, today: date) -> InformationReminded | InformationEscalated | None:
        """What the clock does on a day: remind half-way and at the term, then tell the managers.

        A clock that stood still for a week does the last step only. Nothing that anybody decides on
        changes with it, so whoever looked before decides on the same version.
        """
        if self.state not in OPEN:
            self.clock_on = None
            return None
        escalation = escalated_on(self.due_on)
        if today >= escalation:
            self.clock_on, self.escalated_on = None, today
            return InformationEscalated(client_id=self.client_id, request_id=self.id)
        at_term = today >= self.due_on
        self.reminders = 2 if at_term else 1
        self.clock_on = escalation if at_term else self.due_on
        return InformationReminded(client_id=self.client_id, request_id=self.id)

    def _answering(self, verb: str, by: UUID) -> InformationState:
        if by != self.asked:
            raise NotTheAsked
        return move(MOVES, verb, self.state)

    def _asking(self, verb: str, by: UUID) -> InformationState:
        if by != self.asked_by:
            raise NotTheAsker
        return move(MOVES, verb, self.state)

    def _told(self, state: InformationState, at: datetime) -> None:
        self._end(state)
        self.answered_at, self.acknowledged_at = at, None

    def _end(self, state: InformationState) -> None:
        self._enter(state)
        self.clock_on = None

    def _enter(self, state: InformationState) -> None:
        self.state = state
        self.version += 1
