"""Whom a change of the law would touch: how many, by how much, and which awards."""

from typing import Annotated

from pydantic import Field

from contracts.values import AwardId, Money, View
from services.benefits.domain.money import zloty
from services.benefits.domain.preview import Effect, Preview, Tally


class TallyView(View):
    """How many gain, how many lose, and by how much in all, a month."""

    gain: Annotated[int, Field(ge=0)]
    lose: Annotated[int, Field(ge=0)]
    total: Annotated[Money, Field(description="Of all together; may be negative.")]


class EffectView(View):
    """What a change does to some households, in the month of the day asked for."""

    households: Annotated[int, Field(ge=0)]
    without_job: Annotated[TallyView, Field(description="Benefits if nobody works.")]
    with_job: Annotated[TallyView, Field(description="Benefits beside the job.")]
    lost_benefit: Annotated[
        TallyView,
        Field(description="What the job takes away: support granted then makes up for it."),
    ]


class AffectedView(View):
    """An open award whose household would stand otherwise; the award itself stays as granted."""

    award_id: AwardId
    lost_benefit_difference: Annotated[Money, Field(examples=["303.00"])]


class NotRecomputedView(View):
    """Of how many awards nothing can be said, and why."""

    total: Annotated[int, Field(ge=0)]
    because: Annotated[
        dict[str, int],
        Field(
            description="By problem type; `unanswered`: not in time; `too_many`: above 200.",
            examples=[{"IncomeNotDeclared": 1}],
        ),
    ]


class PreviewView(View):
    """Whom a change of the law would touch. Nothing was changed."""

    awards: Annotated[EffectView, Field(description="Open awards of your institution.")]
    affected: list[AffectedView]
    not_recomputed: NotRecomputedView
    cohort: Annotated[EffectView, Field(description="Made-up households.")]


def preview_view(preview: Preview) -> PreviewView:
    """A preview as it is told."""
    return PreviewView(
        awards=_effect(preview.awards),
        affected=[
            AffectedView(award_id=award, lost_benefit_difference=zloty(difference))
            for award, difference in preview.affected.items()
        ],
        not_recomputed=NotRecomputedView(
            total=preview.not_recomputed.total(), because=dict(preview.not_recomputed)
        ),
        cohort=_effect(preview.cohort),
    )


def _effect(effect: Effect) -> EffectView:
    return EffectView(
        households=effect.households,
        without_job=_tally(effect.without_job),
        with_job=_tally(effect.with_job),
        lost_benefit=_tally(effect.lost),
    )


def _tally(tally: Tally) -> TallyView:
    return TallyView(gain=tally.gain, lose=tally.lose, total=zloty(tally.total))
