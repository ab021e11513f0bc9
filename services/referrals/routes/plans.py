"""The HTTP face of plans."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from contracts.values import ClientId, PlanId
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Expected, Limit, Tx, Verb, concern, tag
from kernel.versions import VersionIsOld
from services.referrals.domain.goals import GoalNotInPlan
from services.referrals.domain.moves import IllegalMove
from services.referrals.domain.part_limits import BeyondLimit, ReviewBeforeToday
from services.referrals.domain.plan import (
    LeadUnrelated,
    NotTheLead,
    PlanEnded,
    PlanNotFound,
    PlanUnderWay,
    SayWhichVersion,
)
from services.referrals.domain.plan_cut import DiagnosisWithheld
from services.referrals.domain.referral_refusals import ClientNotFound
from services.referrals.domain.reviewing import PartsNotClosed, ResultsMissing
from services.referrals.domain.reviews import NoReviewOpen
from services.referrals.domain.snapshots import PlanVersionNotKept
from services.referrals.routes.plans_shown import shown
from services.referrals.use_cases.assign_plan_lead import AssignPlanLead, assign_plan_lead
from services.referrals.use_cases.begin_plan import BeginPlan, begin_plan
from services.referrals.use_cases.close_review import CloseReview, close_review
from services.referrals.use_cases.complete_plan import CompletePlan, complete_plan
from services.referrals.use_cases.discontinue_plan import DiscontinuePlan, discontinue_plan
from services.referrals.use_cases.open_review import open_review
from services.referrals.use_cases.record_progress import RecordProgress, record_progress
from services.referrals.use_cases.set_diagnosis import SetDiagnosis, set_diagnosis
from services.referrals.views.plan import PlanList, PlanView, SeenPlans
from services.referrals.views.plan_health import PlanWarnings
from services.referrals.views.plan_history import (
    KeptPlanVersions,
    PlanChangePage,
    PlanVersionView,
    changes_of,
    version_of,
    versions_of,
)

Number = Annotated[int, Path(ge=1, le=2**53 - 1, description="A kept version.")]
After = Annotated[int, Query(ge=0, le=2**53 - 1, description="Changes after this version.")]
Since = Annotated[
    int | None,
    Query(
        ge=1, le=2**53 - 1, description="Compare with this kept version; absent: the one before."
    ),
]
router = APIRouter(prefix="/v1/plans", tags=["plans"], route_class=Verb)


@router.get("/of-client/{client_id}", name="list_plans", dependencies=READS)
async def plans(client_id: ClientId, by: By, tx: Tx, response: Response) -> PlanList:
    """List the plans of a client, under whichever id of hers, oldest first (plany wsparcia)."""
    found = await SeenPlans(tx, by).of_person(client_id)
    concern(response, dict.fromkeys(item.client_id for item in found.items))
    return found


@router.post(
    "",
    name="begin_plan",
    status_code=201,
    dependencies=WRITES,
    responses=problems(ClientNotFound, PlanUnderWay),
)
async def begin(command: BeginPlan, by: By, tx: Tx, response: Response) -> PlanView:
    """Open a new plan for a client whose last one has ended (nowy plan wsparcia)."""
    plan = await begin_plan(command, by=by, tx=tx)
    return await shown(plan, by, tx, response, new=True)


@router.get("/{plan_id}", name="show_plan", dependencies=READS, responses=problems(PlanNotFound))
async def plan(plan_id: PlanId, by: By, tx: Tx, response: Response) -> PlanView:
    """Show the combined plan of a client (jeden plan wsparcia), with its warnings of today.

    `withheld` names what of it is not for you; of other institutions' parts you may see that they
    are there, their days and their signatures.
    """
    view = await SeenPlans(tx, by).show(plan_id)
    tag(response, view.version, about=view.client_id)
    return view


@router.get(
    "/{plan_id}/conflicts",
    name="list_plan_conflicts",
    dependencies=READS,
    responses=problems(PlanNotFound),
)
async def conflicts(plan_id: PlanId, by: By, tx: Tx, response: Response) -> PlanWarnings:
    """Check the plan for what does not go together (sprzeczności w planie)."""
    view = await SeenPlans(tx, by).show(plan_id)
    tag(response, view.version, about=view.client_id)
    return PlanWarnings(items=view.warnings)


@router.get(
    "/{plan_id}/changes",
    name="list_plan_changes",
    dependencies=READS,
    responses=problems(PlanNotFound),
)
async def changes(
    plan_id: PlanId, by: By, tx: Tx, response: Response, after: After = 0, limit: Limit = 50
) -> PlanChangePage:
    """List what made each version of the plan: who, when, which thing; no words (historia zmian)."""
    plan = await SeenPlans(tx, by).find(plan_id)
    tag(response, plan.version, about=plan.client_id)
    return await changes_of(tx, plan, after, limit)


@router.get(
    "/{plan_id}/versions",
    name="list_plan_versions",
    dependencies=READS,
    responses=problems(PlanNotFound),
)
async def versions(plan_id: PlanId, by: By, tx: Tx, response: Response) -> KeptPlanVersions:
    """List the versions kept for ever: as it was agreed on, begun or ended (wersje planu)."""
    plan = await SeenPlans(tx, by).find(plan_id)
    tag(response, plan.version, about=plan.client_id)
    return await versions_of(tx, plan)


@router.get(
    "/{plan_id}/versions/{version}",
    name="show_plan_version",
    dependencies=READS,
    responses=problems(PlanNotFound, PlanVersionNotKept),
)
async def version(
    plan_id: PlanId, version: Number, by: By, tx: Tx, response: Response, since: Since = None
) -> PlanVersionView:
    """Show the plan as it stood, and what was added, changed and dropped since an earlier one.

    Cut to what you may know by today's rule: what is withheld from you counts as unchanged.
    """
    plan = await SeenPlans(tx, by).find(plan_id)
    tag(response, version, about=plan.client_id)
    return await version_of(tx, by, plan, version, since)


@router.post(
    "/{plan_id}/diagnosis",
    name="set_diagnosis",
    dependencies=WRITES,
    responses=problems(PlanNotFound, DiagnosisWithheld, PlanEnded, SayWhichVersion, VersionIsOld),
)
async def diagnosis(
    plan_id: PlanId, command: SetDiagnosis, expected: Expected, by: By, tx: Tx, response: Response
) -> PlanView:
    """Write the diagnosis and the strengths that all go by (diagnoza, mocne strony).

    To replace words send the ETag you saw as If-Match: without it 428; what was changed since: 412.
    """
    plan = await set_diagnosis(plan_id, command, by=by, expected=expected, tx=tx)
    return await shown(plan, by, tx, response)


@router.post(
    "/{plan_id}/lead",
    name="assign_plan_lead",
    dependencies=WRITES,
    responses=problems(PlanNotFound, PlanEnded, NotTheLead, LeadUnrelated, VersionIsOld),
)
async def lead(
    plan_id: PlanId,
    command: AssignPlanLead,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> PlanView:
    """Take the lead of the plan, or pass it on (prowadzący plan)."""
    plan = await assign_plan_lead(plan_id, command, by=by, expected=expected, tx=tx)
    return await shown(plan, by, tx, response)


@router.post(
    "/{plan_id}/reviews",
    name="open_review",
    status_code=201,
    dependencies=WRITES,
    responses=problems(PlanNotFound, IllegalMove, VersionIsOld),
)
async def review(
    plan_id: PlanId, expected: Expected, by: By, tx: Tx, response: Response
) -> PlanView:
    """Begin a review of the plan (ocena realizacji planu)."""
    plan = await open_review(plan_id, by=by, expected=expected, tx=tx)
    return await shown(plan, by, tx, response, new=True)


@router.post(
    "/{plan_id}/reviews/progress",
    name="record_progress",
    dependencies=WRITES,
    responses=problems(PlanNotFound, NoReviewOpen, GoalNotInPlan, VersionIsOld),
)
async def progress(
    plan_id: PlanId,
    command: RecordProgress,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> PlanView:
    """Say in the open review how it stands with a goal (postęp); it stands beside what others said."""
    plan = await record_progress(plan_id, command, by=by, expected=expected, tx=tx)
    return await shown(plan, by, tx, response)


@router.post(
    "/{plan_id}/reviews/close",
    name="close_review",
    dependencies=WRITES,
    responses=problems(
        PlanNotFound,
        NotTheLead,
        NoReviewOpen,
        IllegalMove,
        BeyondLimit,
        ReviewBeforeToday,
        VersionIsOld,
    ),
)
async def conclude(
    plan_id: PlanId, command: CloseReview, expected: Expected, by: By, tx: Tx, response: Response
) -> PlanView:
    """Conclude the open review and say when the next one is (wnioski z oceny)."""
    plan = await close_review(plan_id, command, by=by, expected=expected, tx=tx)
    return await shown(plan, by, tx, response)


@router.post(
    "/{plan_id}/complete",
    name="complete_plan",
    dependencies=WRITES,
    responses=problems(
        PlanNotFound,
        NotTheLead,
        IllegalMove,
        GoalNotInPlan,
        ResultsMissing,
        PartsNotClosed,
        VersionIsOld,
    ),
)
async def complete(
    plan_id: PlanId, command: CompletePlan, expected: Expected, by: By, tx: Tx, response: Response
) -> PlanView:
    """End the plan with a result of every goal and a summary (zakończenie planu)."""
    plan = await complete_plan(plan_id, command, by=by, expected=expected, tx=tx)
    return await shown(plan, by, tx, response)


@router.post(
    "/{plan_id}/discontinue",
    name="discontinue_plan",
    dependencies=WRITES,
    responses=problems(PlanNotFound, NotTheLead, IllegalMove, VersionIsOld),
)
async def discontinue(
    plan_id: PlanId,
    command: DiscontinuePlan,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> PlanView:
    """Give the plan up before its time, for a coded reason (przerwanie planu)."""
    plan = await discontinue_plan(plan_id, command, by=by, expected=expected, tx=tx)
    return await shown(plan, by, tx, response)
