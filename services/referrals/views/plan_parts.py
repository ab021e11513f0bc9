"""Parts and reviews of a plan as the institutions of its client see them."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.referrals.plan import PartForm
from contracts.values import Day, Line, Note, PartId, ReviewId, Version, View, WorkerId
from services.referrals.domain.part_limits import forms
from services.referrals.domain.part_terms import PartTerms, PartText
from services.referrals.domain.parts import ClientAnswer, Part
from services.referrals.domain.plan_cut import CutPlan, PlanWithheld
from services.referrals.domain.plan_duties import sign_by
from services.referrals.domain.reviews import Progress, Review
from services.referrals.views.parties import Names, PartyView, party_view


class ClientAnswerView(View):
    """What the client said to a part."""

    answer: ClientAnswer
    on: Day
    evidence: Annotated[Line | None, Field(description="Where the signed form is kept.")]
    reason: Annotated[Note | None, Field(description="Why she refused, in her own words.")]


_Withheld = Annotated[
    bool,
    Field(
        description="True: you are shown that it is there and how it stands; what is empty besides says nothing."
    ),
]


class PlanPartView(View):
    """An institution's part of the plan, in its statutory form (część planu)."""

    id: PartId
    letter: Annotated[str, Field(description="A: OPS, B: PUP, C: NGO, D: CUS.", examples=["A"])]
    form: PartForm
    institution: PartyView
    terms: PartTerms
    text: PartText
    version: Annotated[Version, Field(description="The plan's version that last changed it.")]
    asked_on: Annotated[Day | None, Field(description="Since when its signatures are asked for.")]
    sign_by: Day | None
    signed_on: Annotated[Day | None, Field(description="When the institution signed.")]
    signed_by: WorkerId | None
    client: ClientAnswerView | None
    agreed: Annotated[bool, Field(description="Both sides signed it as it stands.")]
    talk_on: Day | None
    closed_on: Day | None
    results: Note | None
    withheld: _Withheld


class PlanReviewView(View):
    """A review of the plan (ocena realizacji)."""

    id: ReviewId
    institution: PartyView
    worker: WorkerId
    opened_on: Day
    closed_on: Day | None
    next_review_on: Day | None
    progress: list[Progress]
    conclusions: Note | None
    withheld: Annotated[bool, Field(description="True: its conclusions are not for you.")]


def part_views(plan: CutPlan, names: Names) -> list[PlanPartView]:
    """The parts of a plan as they stand, each with whether its words are withheld."""
    hides = plan.reading.hides_of
    return [
        _part_view(part, names, withheld=hides(PlanWithheld.PARTS, part.institution))
        for part in plan.parts
    ]


def _part_view(part: Part, names: Names, *, withheld: bool) -> PlanPartView:
    return PlanPartView(
        id=part.id,
        letter=forms()[part.form].letter,
        form=part.form,
        institution=party_view(part.institution, names),
        terms=part.terms,
        text=part.words.text,
        version=part.version,
        asked_on=part.asked_on,
        # That of an IPUS would tell when it was applied for.
        sign_by=None if part.agreed or withheld else sign_by(part),
        signed_on=part.signed_on,
        signed_by=part.signed_by,
        client=_client(part),
        agreed=part.agreed,
        talk_on=part.talk_on,
        closed_on=part.closed_on,
        results=part.words.results,
        withheld=withheld,
    )


def review_views(plan: CutPlan, names: Names) -> list[PlanReviewView]:
    """The reviews of a plan as they stand, each with whether its conclusions are withheld."""
    hides = plan.reading.hides_of
    return [
        _review_view(review, names, withheld=hides(PlanWithheld.CONCLUSIONS, review.institution))
        for review in plan.reviews
    ]


def _review_view(review: Review, names: Names, *, withheld: bool) -> PlanReviewView:
    return PlanReviewView(
        id=review.id,
        institution=party_view(review.institution, names),
        worker=review.worker,
        opened_on=review.opened_on,
        closed_on=review.closed_on,
        next_review_on=review.next_review_on,
        progress=list(review.words.progress),
        conclusions=review.words.conclusions,
        withheld=withheld,
    )


def parties_of(parts: list[Part], reviews: list[Review]) -> set[UUID]:
    """The institutions that are named there."""
    return {part.institution for part in parts} | {review.institution for review in reviews}


def _client(part: Part) -> ClientAnswerView | None:
    if part.client_answer is None or part.client_on is None:
        return None
    return ClientAnswerView(
        answer=part.client_answer,
        on=part.client_on,
        evidence=part.words.evidence,
        reason=part.words.reason,
    )
