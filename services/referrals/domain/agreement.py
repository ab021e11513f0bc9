"""Laying a plan for consultation, signing it part by part, and beginning with it."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from contracts.event import Event
from contracts.referrals.plan import (
    PartAgreed,
    PartChanged,
    PartClosed,
    PartOpened,
    PartRefused,
    PartSigned,
    PlanActivated,
    PlanAgreed,
    PlanProposed,
)
from contracts.values import InstitutionKind
from kernel.refusals import Kind, Refusal
from services.referrals.domain.moves import move
from services.referrals.domain.part_limits import (
    check_review,
    forms,
    latest_review,
    limits,
    months_after,
    require_ahead,
)
from services.referrals.domain.part_terms import PartTerms, PartText
from services.referrals.domain.parts import (
    AlreadySigned,
    ClientAnswer,
    FormNotYours,
    NotThePartsOwner,
    NotYoursToSign,
    Part,
    PartIncomplete,
    PartOpen,
    PartOver,
)
from services.referrals.domain.plan import SupportPlan
from services.referrals.domain.plan_changes import ChangeKind
from services.referrals.domain.plan_states import CARRIED_OUT, MOVES, PlanStatus

_HALF_A_YEAR = 6


class PartsMissing(Refusal):
    """Whoever has something to do in the plan needs a part to sign; `institutions` have none."""

    kind = Kind.CONFLICT
    pl = "Kto ma w planie coś do zrobienia, potrzebuje w nim swojej części; brakuje jej instytucjom z `institutions`."


class NotInConsultation(Refusal):
    """A part is signed once the plan was laid for consultation, and not after its end."""

    kind = Kind.CONFLICT
    pl = "Część planu podpisuje się po przedstawieniu planu do konsultacji, a nie po jego zakończeniu."


class ClientAnsweredEarlier(Refusal):
    """The day lies before the part was laid before her, or in the future."""

    kind = Kind.INVALID
    pl = "Ten dzień jest wcześniejszy niż przedstawienie części planu albo leży w przyszłości."


class NotHappenedYet(Refusal):
    """Only what has happened is recorded: the day lies in the future."""

    kind = Kind.INVALID
    pl = "Zapisuje się tylko to, co się odbyło: ten dzień jest w przyszłości."


def open_part(
    plan: SupportPlan,
    part: Part,
    kind: InstitutionKind,
    terms: PartTerms,
    text: PartText,
    *,
    on: date,
) -> PartOpened:
    """Write one's own part, in a form that an institution of this kind uses."""
    plan.require_open()
    if kind not in forms()[part.form].kinds:
        kinds = [one.value for one in forms()[part.form].kinds]
        raise FormNotYours(pointer="/form", kinds=kinds)
    for other in plan.parts:
        if other.open and (other.institution, other.letter) == (part.institution, part.letter):
            raise PartOpen(part_id=str(other.id))
    _write(plan, part, terms, text, on)
    plan.parts.append(part)
    part.version = plan.changed(ChangeKind.PART_OPENED, part.id)
    if plan.status is not PlanStatus.DRAFT:
        part.asked_on = plan.pen.on if plan.pen else part.valid_from
    if plan.status is PlanStatus.AGREED:
        _amend(plan)
    return PartOpened(
        **plan.named(), part_id=part.id, institution=part.institution, form=part.form
    )


def change_part(
    plan: SupportPlan, part: Part, terms: PartTerms, text: PartText, *, by: UUID, on: date
) -> PartChanged:
    """Write one's own part anew; it is then signed anew, and no other."""
    require_own(plan, part, by)
    _write(plan, part, terms, text, on)
    part.version = plan.changed(ChangeKind.PART_CHANGED, part.id)
    if plan.status is not PlanStatus.DRAFT:
        _ask(plan, part)
    return PartChanged(**plan.named(), part_id=part.id, institution=part.institution)


def propose(plan: SupportPlan, *, by: UUID, on: date) -> PlanProposed:
    """Lay the draft before the client and everybody who has something to do in it."""
    plan.require_lead(by)
    status = move(MOVES, "propose", plan.status)
    parts = [part for part in plan.parts if part.open]
    owners = {owner for goal in plan.goals for owner in goal.open_owners()}
    lacking = owners - {part.institution for part in parts}
    if lacking or not parts:
        raise PartsMissing(institutions=sorted(str(one) for one in lacking or {by}))
    for part in parts:
        part.require_complete()
        part.asked_on = on
    plan.status, plan.proposed_on = status, on
    if plan.lead is None:
        plan.lead = by
    plan.changed(ChangeKind.PROPOSED)
    return PlanProposed(**plan.named())


def agree_part(
    plan: SupportPlan, part: Part, *, by: UUID, worker: str, roles: Iterable[str], on: date
) -> list[Event]:
    """Sign a part for its institution, by a role that its form allows."""
    _require_consultation(plan, part, by)
    signers = forms()[part.form].signers
    if not signers & set(roles):
        raise NotYoursToSign(signers=sorted(signers))
    if part.signed_on is not None:
        raise AlreadySigned
    part.require_complete()
    part.signed_on, part.signed_by = on, worker
    plan.changed(ChangeKind.PART_AGREED, part.id)
    told = PartAgreed(**plan.named(), part_id=part.id, institution=part.institution)
    return [told, *_agreed(plan, on)]


def client_signs(
    plan: SupportPlan, part: Part, *, by: UUID, signed_on: date, evidence: str, today: date
) -> list[Event]:
    """Record that the client signed the form of a part, and where it is kept."""
    _require_answer(plan, part, by, signed_on, today)
    part.client_answer, part.client_on = ClientAnswer.SIGNED, signed_on
    part.say(evidence=evidence, reason=None)
    plan.changed(ChangeKind.PART_SIGNED, part.id)
    return [PartSigned(**plan.named(), part_id=part.id), *_agreed(plan, today)]


def client_refuses(
    plan: SupportPlan, part: Part, *, by: UUID, refused_on: date, reason: str, today: date
) -> PartRefused:
    """Record that the client will not sign a part as it stands, and why, in her own words."""
    _require_answer(plan, part, by, refused_on, today)
    part.client_answer, part.client_on = ClientAnswer.REFUSED, refused_on
    part.say(evidence=None, reason=reason)
    plan.changed(ChangeKind.PART_REFUSED, part.id)
    return PartRefused(**plan.named(), part_id=part.id)


def activate(
    plan: SupportPlan, *, by: UUID, on: date, review_on: date, ends_on: date | None
) -> PlanActivated:
    """Begin with what everybody signed."""
    plan.require_lead(by)
    status = move(MOVES, "activate", plan.status)
    require_review_in_time(plan, on, review_on, "/review_on")
    plan.status, plan.active_from = status, on
    plan.review_on, plan.ends_on = review_on, ends_on
    plan.changed(ChangeKind.ACTIVATED)
    return PlanActivated(**plan.named())


def close_part(
    plan: SupportPlan, part: Part, *, by: UUID, talk_on: date | None, results: str, on: date
) -> list[Event]:
    """Describe what came of one's own part; it ends with that, an IPUS after a talk with her."""
    require_own(plan, part, by)
    if not part.open:
        raise PartOver
    if part.letter == "D" and talk_on is None:
        raise PartIncomplete(missing=["talk_on"])
    if talk_on is not None and talk_on > on:
        raise NotHappenedYet(pointer="/talk_on")
    part.talk_on, part.closed_on = talk_on, on
    part.say(results=results)
    part.version = plan.changed(ChangeKind.PART_CLOSED, part.id)
    told = PartClosed(**plan.named(), part_id=part.id, institution=part.institution)
    # What was missing to an agreement may have been this part alone.
    return [told, *(_agreed(plan, on) if plan.status is PlanStatus.CONSULTATION else [])]


def require_own(plan: SupportPlan, part: Part, by: UUID) -> None:
    """Refuse a hand in somebody else's part."""
    plan.require_open()
    if part.institution != by:
        raise NotThePartsOwner


def require_review_in_time(plan: SupportPlan, today: date, review_on: date, pointer: str) -> None:
    """A plan is reviewed on a day to come, and as often as each of its parts is."""
    require_ahead(review_on, pointer, today)
    for part in plan.parts:
        if part.open:
            check_review(part.form, review_on, today, pointer, today)


def usual_review(since: date) -> date:
    """When a plan is reviewed unless somebody says otherwise: the last day of a part of the OPS."""
    limit = limits().review_months.on(since)
    return months_after(since, limit.value if limit else _HALF_A_YEAR)


def covered(plan: SupportPlan, part: Part) -> int:
    """The version in which something was changed last that a signature under the part is about."""
    goals = [g for g in plan.goals if any(a.owner == part.institution for a in g.actions)]
    mine = [action for action in plan.actions() if action.owner == part.institution]
    versions = [goal.version for goal in goals] + [action.version for action in mine]
    return max([part.version, *versions])


def fully_agreed(plan: SupportPlan) -> bool:
    """Whether the client and every institution signed each open part as it stands."""
    parts = [part for part in plan.parts if part.open]
    return bool(parts) and all(part.agreed for part in parts)


def _write(plan: SupportPlan, part: Part, terms: PartTerms, text: PartText, on: date) -> None:
    """Let a part say this; a plan that is carried out is reviewed in time for it."""
    held = [review.closed_on for review in plan.reviews if review.closed_on]
    since = max([terms.valid_from, *held])
    part.write(terms, text, since, on)
    # What was in the plan from its beginning was agreed with it, whatever day it is written for.
    latest = latest_review(part.form, max(since, plan.active_from or since))
    if latest and plan.status in CARRIED_OUT:
        plan.review_on = min(plan.review_on or latest, max(latest, on))


def _agreed(plan: SupportPlan, on: date) -> list[Event]:
    if not fully_agreed(plan):
        return []
    if plan.status is PlanStatus.CONSULTATION:
        plan.status = move(MOVES, "agree", plan.status)
    plan.agreed_on = on
    return [PlanAgreed(**plan.named())]


def _ask(plan: SupportPlan, part: Part) -> None:
    part.ask_anew(plan.pen.on if plan.pen else part.valid_from)
    if plan.status is PlanStatus.AGREED:
        _amend(plan)


def _amend(plan: SupportPlan) -> None:
    plan.status, plan.agreed_on = move(MOVES, "amend", plan.status), None


def _require_consultation(plan: SupportPlan, part: Part, by: UUID) -> None:
    if part.institution != by:
        raise NotThePartsOwner
    if plan.status is PlanStatus.DRAFT or plan.ended or not part.open:
        raise NotInConsultation(state=plan.status.value)


def _require_answer(plan: SupportPlan, part: Part, by: UUID, day: date, today: date) -> None:
    _require_consultation(plan, part, by)
    if part.client_answer is ClientAnswer.SIGNED:
        raise AlreadySigned
    part.require_complete()
    if day > today or (part.asked_on and day < part.asked_on):
        raise ClientAnsweredEarlier(pointer="/on")
