"""What a plan asks of whom, and by when: one pure function of the plan."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from contracts.referrals.plan import PartForm
from services.referrals.domain.duty import Duty, DutyKind
from services.referrals.domain.part_limits import Limits, limits
from services.referrals.domain.parts import Part
from services.referrals.domain.plan import SupportPlan
from services.referrals.domain.plan_states import CARRIED_OUT

KINDS = (DutyKind.AGREE_PLAN, DutyKind.REVIEW_PLAN, DutyKind.FINISH_ACTION)


def duties_of(
    plan: SupportPlan, since: datetime, reviewers: Mapping[UUID, str | None]
) -> list[Duty]:
    """All that is owed because of this plan; nothing once it has ended.

    `reviewers` says who reviews a part, by its id: a signature tells who signed, not whose it is.
    """
    if plan.ended:
        return []
    return [
        *_signatures(plan, since),
        *_reviews(plan, since, reviewers),
        *_actions(plan, since),
    ]


def things_of(plan: SupportPlan) -> set[UUID]:
    """Everything a duty of this plan can be about."""
    own = {plan.id} | {part.id for part in plan.parts}
    return own | {action.id for action in plan.actions()}


def sign_by(part: Part) -> date | None:
    """By when a part is signed: within the house's term, an IPUS within that of its act."""
    if part.asked_on is None:
        return None
    days = [(part.asked_on, limits().agree_days)]
    if part.form is PartForm.IPUS and part.applied_on:
        days.append((part.applied_on, limits().made_within_days))
    known = [_after(day, within) for day, within in days]
    return min((day for day in known if day), default=None)


def _after(day: date, within: Limits) -> date | None:
    limit = within.on(day)
    return day + timedelta(days=limit.value) if limit else None


def _signatures(plan: SupportPlan, since: datetime) -> Iterator[Duty]:
    for part in plan.parts:
        if part.open and part.asked_on and not part.agreed:
            yield Duty(
                DutyKind.AGREE_PLAN, part.id, part.institution, since, plan.client_id,
                sign_by(part),
            )  # fmt: skip


def _reviews(
    plan: SupportPlan, since: datetime, reviewers: Mapping[UUID, str | None]
) -> Iterator[Duty]:
    if plan.status not in CARRIED_OUT:
        return
    if plan.lead and plan.review_on:
        yield Duty(
            DutyKind.REVIEW_PLAN, plan.id, plan.lead, since, plan.client_id, plan.review_on,
            plan.lead_worker,
        )  # fmt: skip
    for part in plan.parts:
        if part.open and part.review_on:
            yield Duty(
                DutyKind.REVIEW_PLAN, part.id, part.institution, since, plan.client_id,
                part.review_on, reviewers.get(part.id),
            )  # fmt: skip


def _actions(plan: SupportPlan, since: datetime) -> Iterator[Duty]:
    for goal in plan.goals:
        for action in goal.own_open():
            if action.due_on:
                yield Duty(
                    DutyKind.FINISH_ACTION, action.id, action.owner, since, plan.client_id,
                    action.due_on, action.worker,
                )  # fmt: skip
