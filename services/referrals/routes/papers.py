"""The HTTP face of papers: what is printed of referrals, to be sent, to be signed, to be taken home."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from contracts.values import HandoverId, MeetingId, PartId, PlanId, ReferralId
from kernel.paper import PAPER, PrintedPaper, answered
from kernel.problems import problems
from kernel.verbs import READS, By, Tx, Verb, concern
from services.referrals.domain.handover import HandoverNotFound
from services.referrals.domain.meeting import MeetingNotFound
from services.referrals.domain.moves import IllegalMove
from services.referrals.domain.papers import NoFeedback, NoVisitAhead, PaperIncomplete
from services.referrals.domain.parts import PartNotFound
from services.referrals.domain.plan import PlanNotFound
from services.referrals.domain.plan_cut import PartWithheld
from services.referrals.domain.referral_refusals import ReferralNotFound
from services.referrals.views.papers.handover import handover_sheet
from services.referrals.views.papers.meeting import minutes_sheet
from services.referrals.views.papers.mine import my_sheet
from services.referrals.views.papers.plan import part_sheet, plan_sheet
from services.referrals.views.papers.referral import feedback_sheet, letter_sheet, slip_sheet
from services.referrals.views.papers.sheet import Asking, Sheet, typeset
from services.referrals.views.papers.words import Lang

router = APIRouter(prefix="/v1", tags=["papers"], route_class=Verb)


_PASSED_ON = ("authorization", "sync-token", "traceparent")


async def _asking(request: Request) -> Asking:
    """The reader's own question to whoever keeps the name: her token, and what she waits for."""
    headers = {name: v for name in _PASSED_ON if (v := request.headers.get(name))}
    return Asking(request.app.state.house, headers)


Asks = Annotated[Asking, Depends(_asking)]
InLanguage = Annotated[
    Lang | None, Query(description="Polish or English; none: English if that is her language.")
]


async def _printed(tx: Tx, asking: Asking, sheet: Sheet, name: str) -> PrintedPaper:
    """The paper as an answer that says whom it concerns."""
    paper = answered(await typeset(tx, asking, sheet), name)
    concern(paper, sheet.clients)
    return paper


@router.get(
    "/referrals/{referral_id}/paper.pdf",
    name="print_referral",
    dependencies=READS,
    response_class=PrintedPaper,
    responses=PAPER | problems(ReferralNotFound, PaperIncomplete),
)
async def letter(referral_id: ReferralId, by: By, tx: Tx, asking: Asks) -> Response:
    """Print a referral as a letter, with room to answer it by hand (skierowanie)."""
    return await _printed(tx, asking, await letter_sheet(tx, by, referral_id), "skierowanie")


@router.get(
    "/referrals/{referral_id}/slip.pdf",
    name="print_slip",
    dependencies=READS,
    response_class=PrintedPaper,
    responses=PAPER | problems(ReferralNotFound, NoVisitAhead, PaperIncomplete),
)
async def slip(
    referral_id: ReferralId, by: By, tx: Tx, asking: Asks, lang: InLanguage = None
) -> Response:
    """Print where and when the client is expected, and nothing of what for (kartka dla klienta)."""
    return await _printed(tx, asking, await slip_sheet(tx, by, referral_id, lang), "spotkanie")


@router.get(
    "/referrals/{referral_id}/feedback.pdf",
    name="print_feedback",
    dependencies=READS,
    response_class=PrintedPaper,
    responses=PAPER | problems(ReferralNotFound, NoFeedback, PaperIncomplete),
)
async def feedback(referral_id: ReferralId, by: By, tx: Tx, asking: Asks) -> Response:
    """Print what came of a referral, for whoever sent it (informacja zwrotna)."""
    return await _printed(
        tx, asking, await feedback_sheet(tx, by, referral_id), "informacja-zwrotna"
    )


@router.get(
    "/plans/{plan_id}/paper.pdf",
    name="print_plan",
    dependencies=READS,
    response_class=PrintedPaper,
    responses=PAPER | problems(PlanNotFound, PaperIncomplete),
)
async def plan(plan_id: PlanId, by: By, tx: Tx, asking: Asks) -> Response:
    """Print the whole combined plan, with who signed which part (wspólny plan wsparcia)."""
    return await _printed(tx, asking, await plan_sheet(tx, by, plan_id), "plan-wsparcia")


@router.get(
    "/plans/{plan_id}/parts/{part_id}/paper.pdf",
    name="print_part",
    dependencies=READS,
    response_class=PrintedPaper,
    responses=PAPER | problems(PlanNotFound, PartNotFound, PartWithheld, PaperIncomplete),
)
async def part(plan_id: PlanId, part_id: PartId, by: By, tx: Tx, asking: Asks) -> Response:
    """Print one part in its statutory form (kontrakt socjalny, plan pomocy, IPD, umowa, IPUS)."""
    sheet = await part_sheet(tx, by, plan_id, part_id)
    return await _printed(tx, asking, sheet, "czesc-planu")


@router.get(
    "/plans/{plan_id}/sheet.pdf",
    name="print_my_plan",
    dependencies=READS,
    response_class=PrintedPaper,
    responses=PAPER | problems(PlanNotFound, PaperIncomplete),
)
async def mine(plan_id: PlanId, by: By, tx: Tx, asking: Asks, lang: InLanguage = None) -> Response:
    """Print the plan for the client herself: goals, who does what, when, whom to call (mój plan)."""
    return await _printed(tx, asking, await my_sheet(tx, by, plan_id, lang), "moj-plan")


@router.get(
    "/meetings/{meeting_id}/minutes.pdf",
    name="print_minutes",
    dependencies=READS,
    response_class=PrintedPaper,
    responses=PAPER | problems(MeetingNotFound, IllegalMove, PaperIncomplete),
)
async def minutes(meeting_id: MeetingId, by: By, tx: Tx, asking: Asks) -> Response:
    """Print the minutes of a case meeting, with the items you may know of (protokół)."""
    return await _printed(tx, asking, await minutes_sheet(tx, by, meeting_id), "protokol")


@router.get(
    "/handovers/{handover_id}/paper.pdf",
    name="print_handover",
    dependencies=READS,
    response_class=PrintedPaper,
    responses=PAPER | problems(HandoverNotFound, PaperIncomplete),
)
async def handover(handover_id: HandoverId, by: By, tx: Tx, asking: Asks) -> Response:
    """Print a hand-over with what the next adviser should know (przekazanie klienta)."""
    return await _printed(tx, asking, await handover_sheet(tx, by, handover_id), "przekazanie")
