"""The words of a plan: sealed each under its client's key and in its own place."""

from kernel.vault import ClientKey
from services.referrals.domain.goals import Action, Goal, GoalWords
from services.referrals.domain.part_terms import PartWords
from services.referrals.domain.plan import PlanNotFound, PlanWords, SupportPlan
from services.referrals.domain.reviews import ReviewWords
from services.referrals.store.keys import Keys, Sealer

_PLAN: Sealer[PlanWords] = Sealer("plan", PlanWords)
_GOAL: Sealer[GoalWords] = Sealer("goal-words", GoalWords)
_PART: Sealer[PartWords] = Sealer("part", PartWords)
_REVIEW: Sealer[ReviewWords] = Sealer("review", ReviewWords)


def open_plan(plan: SupportPlan, keys: Keys) -> None:
    """Open the words of a plan; without its client's key the plan is gone."""
    # What is loaded is not constructed; what was changed in this transaction stays remembered.
    plan.__dict__.setdefault("pen", None)
    plan.__dict__.setdefault("fresh", [])
    plan.words = PlanWords()
    key = keys.get(plan.client_id)
    if key is not None:
        _open(plan, key)
    elif plan.sealed or plan.goals or plan.parts or plan.reviews:
        raise PlanNotFound


def _open(plan: SupportPlan, key: ClientKey) -> None:
    if plan.sealed:
        plan.words = _PLAN.open(key, plan.id, plan.sealed)
    for goal in plan.goals:
        words = goal.sealed_words
        goal.words = _GOAL.open(key, goal.id, words) if words else GoalWords()
    for thing in _titled(plan):
        thing.title = key.open(thing.sealed, _place(thing)).decode()
    for part in plan.parts:
        part.words = _PART.open(key, part.id, part.sealed)
    for review in plan.reviews:
        review.words = _REVIEW.open(key, review.id, review.sealed)


def unsealed(plan: SupportPlan) -> bool:
    """Whether there are words that are not sealed yet."""
    things = [*_titled(plan), *plan.parts, *plan.reviews]
    worded = [(plan.sealed, plan.words != PlanWords())]
    worded += [(goal.sealed_words, goal.words != GoalWords()) for goal in plan.goals]
    return any(not thing.sealed for thing in things) or any(
        sealed is None and says for sealed, says in worded
    )


def seal_plan(plan: SupportPlan, key: ClientKey) -> None:
    """Seal what is new; what is sealed stays as it lies."""
    if plan.sealed is None:
        plan.sealed = _PLAN.seal(key, plan.id, plan.words)
    for goal in plan.goals:
        if goal.sealed_words is None:
            goal.sealed_words = _GOAL.seal(key, goal.id, goal.words)
    for thing in _titled(plan):
        thing.sealed = thing.sealed or key.seal(thing.title.encode(), _place(thing))
    for part in plan.parts:
        part.sealed = part.sealed or _PART.seal(key, part.id, part.words)
    for review in plan.reviews:
        review.sealed = review.sealed or _REVIEW.seal(key, review.id, review.words)


def _titled(plan: SupportPlan) -> list[Goal | Action]:
    return [*plan.goals, *plan.actions()]


def _place(thing: Goal | Action) -> str:
    return f"{type(thing).__name__.lower()}:{thing.id}"
