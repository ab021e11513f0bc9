"""What in a plan does not go together: a table of rules over a plan, each with its sentence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import combinations
from uuid import UUID

from contracts.referrals.plan import GoalStatus
from services.referrals.domain.goals import Action, ActionEngagement
from services.referrals.domain.part_limits import late
from services.referrals.domain.plan import SupportPlan
from services.referrals.domain.plan_cut import CutPlan
from services.referrals.domain.plan_duties import sign_by

_APART = timedelta(minutes=60)
"""Two appointments that begin closer than this cannot both be kept."""
_CONTRARY = (
    {ActionEngagement.FULL_TIME_TRAINING, ActionEngagement.TRAINEESHIP},
    {ActionEngagement.FULL_TIME_TRAINING, ActionEngagement.EMPLOYMENT},
    {ActionEngagement.TRAINEESHIP, ActionEngagement.EMPLOYMENT},
)
"""A staż is for the unemployed, and either takes the whole day."""


@dataclass(frozen=True)
class Visit:
    """An appointment that an accepted referral carries."""

    referral_id: UUID
    on: date
    at: time | None


@dataclass(frozen=True)
class Scene:
    """All that the rules look at."""

    plan: SupportPlan | CutPlan
    today: date
    visits: tuple[Visit, ...] = ()
    related: frozenset[UUID] = frozenset()
    """The institutions that may see the client today."""


@dataclass(frozen=True)
class Conflict:
    """Things of a plan that do not go together, by the rule they break."""

    code: str
    things: tuple[UUID, ...]
    en: str
    pl: str


@dataclass(frozen=True)
class Rule:
    """One way in which a plan can be at odds with itself."""

    code: str
    en: str
    pl: str
    find: Callable[[Scene], Iterator[tuple[UUID, ...]]]


def conflicts(scene: Scene) -> list[Conflict]:
    """Everything that does not go together, rule by rule; of an ended plan nothing is said."""
    if scene.plan.ended:
        return []
    return [
        Conflict(rule.code, things, rule.en, rule.pl)
        for rule in RULES
        for things in rule.find(scene)
    ]


def _open(scene: Scene) -> list[Action]:
    return [action for action in scene.plan.actions() if action.open]


def _appointments(scene: Scene) -> Iterator[tuple[UUID, ...]]:
    dated = [
        (action.id, action.appointment_on, action.appointment_at)
        for action in _open(scene)
        if action.appointment_on
    ]
    shown = {action.referral_id for action in _open(scene) if action.appointment_on}
    dated += [(v.referral_id, v.on, v.at) for v in scene.visits if v.referral_id not in shown]
    for (one, day, at), (other, other_day, other_at) in combinations(dated, 2):
        if day == other_day and at and other_at and _close(day, at, other_at):
            yield one, other


def _close(day: date, at: time, other: time) -> bool:
    return abs(datetime.combine(day, at) - datetime.combine(day, other)) < _APART


def _bought_twice(scene: Scene) -> Iterator[tuple[UUID, ...]]:
    for one, other in combinations(_open(scene), 2):
        same_service = one.service_id is not None and one.service_id == other.service_id
        same_kind = one.category is not None and one.category == other.category
        if one.owner != other.owner and (same_service or same_kind) and _overlap(one, other):
            yield one.id, other.id


def _contrary(scene: Scene) -> Iterator[tuple[UUID, ...]]:
    for one, other in combinations(_open(scene), 2):
        if {one.engagement, other.engagement} in _CONTRARY and _overlap(one, other):
            yield one.id, other.id


def _overlap(one: Action, other: Action) -> bool:
    first = max(one.start_on or date.min, other.start_on or date.min)
    return first <= min(one.due_on or date.max, other.due_on or date.max)


def _after_plan(scene: Scene) -> Iterator[tuple[UUID, ...]]:
    end = scene.plan.ends_on
    for action in _open(scene):
        last = action.due_on or action.start_on
        if end and last and last > end:
            yield (action.id,)


def _after_part(scene: Scene) -> Iterator[tuple[UUID, ...]]:
    ends: dict[UUID, date] = {}
    for part in scene.plan.parts:
        if part.open:
            last = part.valid_to or date.max
            ends[part.institution] = max(last, ends.get(part.institution, last))
    for action in _open(scene):
        if action.due_on and action.due_on > ends.get(action.owner, date.max):
            yield (action.id,)


def _goal_without_action(scene: Scene) -> Iterator[tuple[UUID, ...]]:
    for goal in scene.plan.goals:
        done = any(action.open or action.finished_on for action in goal.actions)
        if goal.status is GoalStatus.OPEN and not done:
            yield (goal.id,)


def _goal_overdue(scene: Scene) -> Iterator[tuple[UUID, ...]]:
    for goal in scene.plan.goals:
        if goal.status is GoalStatus.OPEN and goal.due_on and goal.due_on < scene.today:
            yield (goal.id,)


def _owner_gone(scene: Scene) -> Iterator[tuple[UUID, ...]]:
    for action in _open(scene):
        if action.owner not in scene.related:
            yield (action.id,)


def _overdue(scene: Scene) -> Iterator[tuple[UUID, ...]]:
    for action in _open(scene):
        if action.due_on and action.due_on < scene.today:
            yield (action.id,)


def _part_over(scene: Scene) -> Iterator[tuple[UUID, ...]]:
    for part in scene.plan.parts:
        if part.open and part.valid_to and part.valid_to < scene.today:
            yield (part.id,)


def _part_late(scene: Scene) -> Iterator[tuple[UUID, ...]]:
    for part in scene.plan.parts:
        if part.open and late(part.form, part.terms):
            yield (part.id,)


def _unsigned(scene: Scene) -> Iterator[tuple[UUID, ...]]:
    for part in scene.plan.parts:
        day = sign_by(part)
        if part.open and not part.agreed and day and day < scene.today:
            yield (part.id,)


def _review_overdue(scene: Scene) -> Iterator[tuple[UUID, ...]]:
    plan = scene.plan
    if plan.review_on and plan.review_on < scene.today:
        yield (plan.id,)


RULES = (
    Rule(
        "appointments_overlap",
        "Two appointments of the client are less than an hour apart.",
        "Dwa terminy tej osoby dzieli mniej niż godzina.",
        _appointments,
    ),
    Rule(
        "service_bought_twice",
        "Two institutions give or buy the same kind of service at the same time.",
        "Dwie instytucje w tym samym czasie zapewniają lub kupują taką samą usługę.",
        _bought_twice,
    ),
    Rule(
        "engagements_contrary",
        "Full-time training, a staż and a job do not go together at the same time.",
        "Szkolenie w pełnym wymiarze, staż i praca wykluczają się w tym samym czasie.",
        _contrary,
    ),
    Rule(
        "action_after_plan",
        "The action goes on after the end of the plan.",
        "Działanie trwa dłużej niż plan.",
        _after_plan,
    ),
    Rule(
        "action_after_part",
        "The action goes on after the end of its institution's part.",
        "Działanie trwa dłużej niż część planu instytucji, która je prowadzi.",
        _after_part,
    ),
    Rule(
        "goal_without_action",
        "Nothing is planned towards this goal.",
        "Do tego celu nie zaplanowano żadnego działania.",
        _goal_without_action,
    ),
    Rule(
        "goal_overdue",
        "The goal should have been reached by now.",
        "Cel miał już zostać osiągnięty.",
        _goal_overdue,
    ),
    Rule(
        "owner_unrelated",
        "The institution that owns the action may not see the client any more.",
        "Instytucja prowadząca działanie nie ma już dostępu do karty tej osoby.",
        _owner_gone,
    ),
    Rule(
        "action_overdue",
        "The action should have been done by now.",
        "Działanie miało już zostać wykonane.",
        _overdue,
    ),
    Rule(
        "part_over",
        "The part's last day is past and it is not closed.",
        "Minął ostatni dzień tej części planu, a nie została ona zamknięta.",
        _part_over,
    ),
    Rule(
        "part_made_late",
        "The part was made later than its act asks for.",
        "Tę część planu sporządzono później, niż wymaga przepis.",
        _part_late,
    ),
    Rule(
        "signature_overdue",
        "The part should have been signed by now.",
        "Ta część planu miała już zostać podpisana.",
        _unsigned,
    ),
    Rule(
        "review_overdue",
        "The plan should have been reviewed by now.",
        "Plan miał już zostać oceniony.",
        _review_overdue,
    ),
)
