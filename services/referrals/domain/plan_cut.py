"""What of a plan one reader is shown: the plan is one, its words are not everybody's (decision 0019).

Whatever tells of a plan is made from what is cut here: the view, a kept version, papers, the card.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from contracts.referrals.plan import EndReason
from kernel.refusals import Kind, Refusal
from services.referrals.domain.goals import Action, Goal
from services.referrals.domain.parts import Part, PartNotFound
from services.referrals.domain.plan import PlanWords, SupportPlan
from services.referrals.domain.plan_states import PlanStatus
from services.referrals.domain.reviews import Review
from services.referrals.domain.snapshots import Snapshot, Thing
from services.referrals.domain.supports import Support


class PartWithheld(Refusal):
    """What another institution's part says is not for yours; the institution whose part it is gives it."""

    kind = Kind.FORBIDDEN
    pl = "Treści części planu innej instytucji nie udostępnia się Twojej; może ją wydać tylko instytucja, która ją sporządziła."


class DiagnosisWithheld(Refusal):
    """You may not read this plan's diagnosis, so you cannot write over it; the leading institution can."""

    kind = Kind.FORBIDDEN
    pl = "Nie masz wglądu w diagnozę tego planu, więc nie możesz jej zapisać; może to zrobić instytucja prowadząca plan."


class PlanWithheld(StrEnum):
    """What of a plan can be kept from one of its readers."""

    DIAGNOSIS = "diagnosis"
    """The diagnosis and the strengths."""
    PARTS = "parts"
    """What other institutions' parts say; not that they are there, their days and their signatures."""
    CONCLUSIONS = "conclusions"
    """What reviews concluded that other institutions opened."""
    SUMMARY = "summary"
    """What was reached, at the end of the plan."""


@dataclass(frozen=True)
class Reading:
    """What of a plan is withheld from a reader, whether or not anything stands there."""

    institution: UUID | None = None
    """Whose part is one's own; none: nobody's."""
    withheld: frozenset[PlanWithheld] = frozenset()

    @property
    def told(self) -> list[PlanWithheld]:
        """What is withheld, by name, always in one order."""
        return [one for one in PlanWithheld if one in self.withheld]

    def hides(self, what: PlanWithheld) -> bool:
        """Whether it is withheld."""
        return what in self.withheld

    def hides_of(self, what: PlanWithheld, owner: UUID) -> bool:
        """Whether it is withheld of what this institution wrote: one's own never is."""
        return what in self.withheld and owner != self.institution

    def require_part(self, owner: UUID) -> None:
        """Refuse to hand out another's part to whom its words are withheld."""
        if self.hides_of(PlanWithheld.PARTS, owner):
            raise PartWithheld

    def require_diagnosis(self) -> None:
        """Refuse to let words be replaced by whoever may not read them."""
        if self.hides(PlanWithheld.DIAGNOSIS):
            raise DiagnosisWithheld


WHOLE = Reading()
"""Nothing is withheld."""
COMMON = Reading(withheld=frozenset(PlanWithheld))
"""What every reader of a plan may know, whoever she is."""


def reading(institution: UUID, permitted: Iterable[PlanWithheld], *, leads: bool) -> Reading:
    """How an institution's worker reads a plan, by what her role permits and whether it leads.

    Who leads writes diagnosis, conclusions and summary, and must read them; another's part, like a
    kontrakt socjalny, is that institution's paper whoever leads.
    """
    withheld = frozenset(PlanWithheld) - frozenset(permitted)
    return Reading(institution, withheld & {PlanWithheld.PARTS} if leads else withheld)


@dataclass(frozen=True)
class CutPlan:
    """A plan as one reader may know it; nothing that is withheld from her can be reached from it."""

    reading: Reading
    words: PlanWords
    parts: list[Part]
    reviews: list[Review]
    id: UUID
    client_id: UUID
    status: PlanStatus
    version: int
    lead: UUID | None
    lead_worker: str | None
    diagnosis_version: int
    goals: list[Goal]
    supports: list[Support]
    proposed_on: date | None
    agreed_on: date | None
    active_from: date | None
    review_on: date | None
    ends_on: date | None
    ended_on: date | None
    end_reason: EndReason | None
    ended: bool

    def actions(self) -> Iterator[Action]:
        """Every action, goal by goal."""
        return (action for goal in self.goals for action in goal.actions)

    def part(self, part_id: UUID) -> Part:
        """One of its parts, whole; refused to whom its words are withheld."""
        for part in self.parts:
            if part.id == part_id:
                self.reading.require_part(part.institution)
                return part
        raise PartNotFound


def cut(plan: SupportPlan, reader: Reading) -> CutPlan:
    """A plan, its words open, cut to what a reader may know."""
    made: dict[str, Any] = {
        "reading": reader,
        "words": _cut_words(plan.words, reader),
        "parts": [_cut_part(part, reader) for part in plan.parts],
        "reviews": [_cut_review(review, reader) for review in plan.reviews],
    }
    kept = {one.name: getattr(plan, one.name) for one in fields(CutPlan) if one.name not in made}
    return CutPlan(**kept, **made)


def cut_snapshot(kept: Snapshot, reader: Reading) -> Snapshot:
    """A kept version, cut by today's rule, whatever was the rule on its day."""
    said: dict[str, Any] = {
        "parts": {one: _cut_kept_part(part, reader) for one, part in kept.parts.items()}
    }
    if reader.hides(PlanWithheld.DIAGNOSIS):
        said |= {"diagnosis": None, "strengths": ()}
    return kept.model_copy(update=said)


def _cut_words(words: PlanWords, reader: Reading) -> PlanWords:
    hidden: dict[str, Any] = {}
    if reader.hides(PlanWithheld.DIAGNOSIS):
        hidden |= {"diagnosis": None, "strengths": ()}
    if reader.hides(PlanWithheld.SUMMARY):
        hidden |= {"summary": None}
    return words.model_copy(update=hidden)


_DAYS = ("valid_from", "valid_to", "review_on", "contact_every_days")
"""The terms of a part that say no more than days."""
_STANDING = (
    *("id", "institution", "form", "version", *_DAYS),
    *("asked_on", "signed_on", "client_answer", "client_on", "closed_on"),
)
"""That a part is there and how it stands: what is not listed here is withheld, also what comes later."""


def _cut_part(part: Part, reader: Reading) -> Part:
    """The part itself, or another that holds nothing but where it stands; nobody keeps that one."""
    if not reader.hides_of(PlanWithheld.PARTS, part.institution):
        return part
    return Part(**{name: getattr(part, name) for name in _STANDING})


def _cut_review(review: Review, reader: Reading) -> Review:
    """A review; what was said of each goal is for everybody who sees the goals."""
    if not reader.hides_of(PlanWithheld.CONCLUSIONS, review.institution):
        return review
    kept = {one.name: getattr(review, one.name) for one in fields(Review)}
    words = review.words.model_copy(update={"conclusions": None})
    return Review(**kept | {"words": words, "sealed": b""})


def _cut_kept_part(part: Thing, reader: Reading) -> Thing:
    withheld = reader.hides_of(PlanWithheld.PARTS, UUID(part["institution"]))
    if not withheld:
        return part | {"withheld": False}
    standing = {name: part[name] for name in ("institution", "letter", "form", "status")}
    terms = {name: part["terms"].get(name) for name in _DAYS}
    return standing | {"terms": terms, "text": None, "withheld": True}
