"""What a simulation came to: spending by month, who wins and who loses, what of a raise is kept."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import Field

from contracts.values import Amount, Month, SimulationId, Version, View, WorkerId
from services.benefits.domain.money import zloty
from services.benefits.domain.simulation import Simulate, Sums, VariantSums
from services.benefits.domain.simulation_job import Simulation, SimulationState

_Households = Annotated[int, Field(ge=0, description="Households.")]


class SpendingView(View):
    """What one month costs, and how many households are paid in it."""

    month: Month
    amount: Annotated[Amount, Field(examples=["53448592.58"])]
    paid: _Households


class VariantView(View):
    """What one way of paying support comes to."""

    name: str
    total: Amount
    months: list[SpendingView]
    lost: Annotated[
        Amount, Field(description="What jobs take away a month, by its law and scope.")
    ]
    without_job: Annotated[
        Amount, Field(description="Benefits of its scope in the month before the job.")
    ]
    with_job: Annotated[Amount, Field(description="The same in the first month of the job.")]
    supported: Annotated[int, Field(description="Households that are paid anything.")]
    better: Annotated[
        int, Field(description="More in hand in the first month than before the job.")
    ]
    worse: Annotated[
        int, Field(description="Less in hand in the first month than before the job.")
    ]
    more_than_first: Annotated[
        int, Field(description="Get more in all than by the first variant.")
    ]
    less_than_first: Annotated[
        int, Field(description="Get less in all than by the first variant.")
    ]


class MarginalRateView(View):
    """How many households keep how little of the next 100 złoty of gross wage."""

    from_percent: Annotated[int | None, Field(description="Inclusive; none: below 0.")]
    to_percent: Annotated[int | None, Field(description="Exclusive; none: 110 and more.")]
    households: _Households


class SimulationResult(View):
    """What the households worked out so far come to."""

    households: _Households
    lost: Annotated[Amount, Field(description="What jobs take away a month, in the first scope.")]
    losing: Annotated[int, Field(description="Households from whom the job takes anything.")]
    better_without: Annotated[int, Field(description="Better off by the job without support.")]
    worse_without: Annotated[int, Field(description="Worse off by the job without support.")]
    marginal_rates: list[MarginalRateView]
    variants: list[VariantView]


class SimulationView(View):
    """A simulation, how far it has come, and what it comes to so far."""

    id: SimulationId
    state: SimulationState
    asked_by: WorkerId
    asked_at: datetime
    ended_at: datetime | None
    households: _Households
    done: Annotated[int, Field(description="Households worked out so far.")]
    percent: Annotated[int, Field(ge=0, le=100)]
    version: Version
    asked: Simulate
    problem: Annotated[dict[str, Any] | None, Field(description="Why it failed.")]
    result: SimulationResult | None


class SimulationBrief(View):
    """A simulation in a list."""

    id: SimulationId
    state: SimulationState
    asked_at: datetime
    households: _Households
    percent: Annotated[int, Field(ge=0, le=100)]


class SimulationList(View):
    """The simulations of an institution, the latest first."""

    items: list[SimulationBrief]


def simulation_view(simulation: Simulation) -> SimulationView:
    """A simulation as it stands."""
    asked = Simulate.model_validate(simulation.asked)
    return SimulationView(
        id=simulation.id,
        state=simulation.state,
        asked_by=simulation.asked_by,
        asked_at=simulation.asked_at,
        ended_at=simulation.ended_at,
        households=simulation.households,
        done=simulation.done,
        percent=_percent(simulation),
        version=simulation.version,
        asked=asked,
        problem=simulation.problem,
        result=_result(Sums.read(simulation.sums), asked) if simulation.sums else None,
    )


def simulation_brief(simulation: Simulation) -> SimulationBrief:
    """A simulation in a line."""
    return SimulationBrief(
        id=simulation.id,
        state=simulation.state,
        asked_at=simulation.asked_at,
        households=simulation.households,
        percent=_percent(simulation),
    )


def _percent(simulation: Simulation) -> int:
    return simulation.done * 100 // simulation.households


def _result(sums: Sums, asked: Simulate) -> SimulationResult:
    return SimulationResult(
        households=sums.households,
        lost=zloty(sums.variants[0].lost),
        losing=sums.losing,
        better_without=sums.better_without,
        worse_without=sums.worse_without,
        marginal_rates=[_rate(tenth, sums.rates[tenth]) for tenth in sorted(sums.rates)],
        variants=[
            _variant(variant.name, found)
            for variant, found in zip(asked.variants, sums.variants, strict=True)
        ],
    )


def _rate(tenth: int, households: int) -> MarginalRateView:
    below, above = tenth < 0, tenth > _TENTHS
    return MarginalRateView(
        from_percent=None if below else tenth * 10,
        to_percent=None if above else (tenth + 1) * 10,
        households=households,
    )


_TENTHS = 10


def _variant(name: str, found: VariantSums) -> VariantView:
    return VariantView(
        name=name,
        total=zloty(sum(found.by_month.values())),
        months=[
            SpendingView(month=month, amount=zloty(amount), paid=found.paid_in[month])
            for month, amount in sorted(found.by_month.items())
        ],
        lost=zloty(found.lost),
        without_job=zloty(found.without_job),
        with_job=zloty(found.with_job),
        supported=found.supported,
        better=found.better,
        worse=found.worse,
        more_than_first=found.more_than_first,
        less_than_first=found.less_than_first,
    )
