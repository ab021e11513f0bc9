"""The HTTP face of what is printed of an award."""

from fastapi import APIRouter, Response

from contracts.values import AwardId
from kernel.paper import PAPER, PrintedPaper, answered
from kernel.problems import problems
from kernel.verbs import READS, By, Tx, Verb, concern
from services.benefits.domain.award import AwardNotFound
from services.benefits.views.award_lists import SeenAwards
from services.benefits.views.justification import justification

router = APIRouter(prefix="/v1", tags=["benefits"], route_class=Verb)


@router.get(
    "/awards/{award_id}/justification.pdf",
    name="print_award",
    dependencies=READS,
    response_class=PrintedPaper,
    responses=PAPER | problems(AwardNotFound),
)
async def paper(award_id: AwardId, by: By, tx: Tx) -> Response:
    """Print why an award is what it is, to be signed (uzasadnienie wyliczenia)."""
    award = await SeenAwards(tx, by).show(award_id)
    printed = answered(await justification(award, by), "uzasadnienie")
    concern(printed, [award.client_id])
    return printed
