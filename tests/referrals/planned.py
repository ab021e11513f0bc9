"""A plan with a part in every statutory form, laid into the database as its verbs would leave it."""

from datetime import date, time
from typing import Any
from uuid import UUID

from contracts.referrals.plan import PartForm
from kernel import ids
from kernel.transactions import Database, begin
from services.referrals.domain.goals import Action, ActionFunding, Goal, GoalWords
from services.referrals.domain.part_terms import PartText, PartWords
from services.referrals.domain.parts import ClientAnswer, Part
from services.referrals.domain.plan import PlanWords, SupportPlan
from services.referrals.domain.plan_changes import ChangeKind
from services.referrals.domain.plan_states import PlanStatus
from services.referrals.domain.reviews import Review, ReviewWords
from services.referrals.domain.supports import Support, SupportKind
from services.referrals.store.plans import Plans
from tests.referrals.conftest import NGO, OPS, PUP

DIAGNOSIS = "Straciła pracę po chorobie matki, zalega z czynszem."
PROBLEM = "Brak pracy od roku i zaległy czynsz."
CAUSE = "Opieka nad chorą matką."
EFFECT = "Odmowa przyznania zasiłku albo wstrzymanie jego wypłaty."
OWN = "Szuka pracy i zgłasza się na umówione spotkania."
OURS = "Wypłaca zasiłek okresowy i pomaga ułożyć spłatę czynszu."
GOAL = "Praca na pełen etat"
WORDS = PartText(
    problem=PROBLEM,
    causes=CAUSE,
    client_duties=(OWN,),
    institution_duties=(OURS,),
    effect=EFFECT,
)
OWNERS = {PartForm.IPD: PUP, PartForm.SERVICE_AGREEMENT: NGO}


async def planned(
    database: Database, plan_id: str, form: PartForm = PartForm.SOCIAL_CONTRACT_A, **more: Any
) -> str:
    """Write a plan with one part in a form; answer the part's address."""
    owner = OWNERS.get(form, OPS)
    words = PartWords(text=WORDS, **more.pop("words", {}))
    part = Part(
        ids.new(), owner, form, date(2026, 3, 2), date(2026, 8, 31), words=words,
        **({"review_on": date(2026, 6, 1)} | more),
    )  # fmt: skip
    async with begin(database) as tx:
        plans = Plans(tx, by=None)
        plan = await plans.get(UUID(plan_id))
        if not plan.goals:
            _begin(plan, owner)
        plan.parts.append(part)
        plan.changed(ChangeKind.PART_OPENED, part.id)
        await plans.keep(plan)
    return f"/v1/plans/{plan_id}/parts/{part.id}"


async def moved_on(database: Database, plan_id: str, **changes: Any) -> None:
    """Let a plan stand elsewhere."""
    async with begin(database) as tx:
        plans = Plans(tx, by=None)
        plan = await plans.get(UUID(plan_id))
        for name, value in changes.items():
            setattr(plan, name, value)
        plan.changed(ChangeKind.ACTIVATED)
        await plans.keep(plan)


def agreed(**more: Any) -> dict[str, Any]:
    """Both sides signed."""
    signed = {"signed_on": date(2026, 3, 4), "signed_by": "ops-worker"}
    client = {"client_answer": ClientAnswer.SIGNED, "client_on": date(2026, 3, 5)}
    return signed | client | {"words": {"evidence": "teczka 7/2026"}} | more


def reviewed(conclusions: str) -> Review:
    """A review that was held."""
    words = ReviewWords(conclusions=conclusions)
    return Review(ids.new(), OPS, "ops-worker", date(2026, 5, 4), date(2026, 5, 5), words=words)


def _begin(plan: SupportPlan, owner: UUID) -> None:
    plan.status, plan.lead, plan.review_on = PlanStatus.CONSULTATION, OPS, date(2099, 6, 2)
    plan.words = PlanWords(diagnosis=DIAGNOSIS, strengths=("Mówi trzema językami.",))
    training = Action(ids.new(), "Kurs spawania", owner, date(2099, 5, 31))
    training.start_on, training.cost_grosze = date(2026, 4, 1), 250_000
    training.funding = ActionFunding.LABOUR_FUND
    training.appointment_on, training.appointment_at = date(2099, 4, 1), time(9, 30)
    letters = Action(ids.new(), "Wysłać pięć zgłoszeń w miesiącu", owner)
    letters.client_duty = True
    goal = Goal(ids.new(), GOAL, date(2099, 9, 1), [training, letters])
    goal.words = GoalWords(indicator="tygodnie w pracy", baseline="0", target="26")
    plan.goals.append(goal)
    plan.changed(ChangeKind.GOAL_ADDED, goal.id)
    award = Support(ids.new(), SupportKind.DEGRESSIVE_AWARD, "2026-03", "2027-02")
    plan.supports.append(award)
    plan.changed(ChangeKind.SUPPORT_WOVEN, award.id)
