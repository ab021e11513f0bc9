"""The HTTP face of papers: what is printed of referrals, to be sent, to be signed, to be taken home."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from contracts.values import ReferralId
from kernel.paper import PDF
from kernel.problems import problems
from kernel.verbs import READS, By, Tx, Verb, concern
from services.referrals.domain.papers import NoAppointment, NoFeedback, PaperIncomplete
from services.referrals.domain.referral import ReferralNotFound
from services.referrals.views.papers.referral import feedback_sheet, letter_sheet, slip_sheet
from services.referrals.views.papers.sheet import Asking, Sheet, typeset
from services.referrals.views.papers.words import Lang

router = APIRouter(prefix="/v1", tags=["papers"], route_class=Verb)


class PrintedPaper(Response):
    """A paper as PDF."""

    media_type = PDF


_PAPER: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A tagged PDF (PDF/UA-1).",
        "content": {PDF: {"schema": {"type": "string", "format": "binary"}}},
    }
}
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
    """The paper as an answer: shown at once, kept nowhere on the way, named after nobody."""
    headers = {
        "Content-Disposition": f'inline; filename="{name}.pdf"',
        "Cache-Control": "no-store",
    }
    paper = PrintedPaper(await typeset(tx, asking, sheet), headers=headers)
    concern(paper, [sheet.client_id])
    return paper


@router.get(
    "/referrals/{referral_id}/paper.pdf",
    name="print_referral",
    dependencies=READS,
    response_class=PrintedPaper,
    responses=_PAPER | problems(ReferralNotFound, PaperIncomplete),
)
async def letter(referral_id: ReferralId, by: By, tx: Tx, asking: Asks) -> Response:
    """Print a referral as a letter, with room to answer it by hand (skierowanie)."""
    return await _printed(tx, asking, await letter_sheet(tx, by, referral_id), "skierowanie")


@router.get(
    "/referrals/{referral_id}/slip.pdf",
    name="print_slip",
    dependencies=READS,
    response_class=PrintedPaper,
    responses=_PAPER | problems(ReferralNotFound, NoAppointment, PaperIncomplete),
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
    responses=_PAPER | problems(ReferralNotFound, NoFeedback, PaperIncomplete),
)
async def feedback(referral_id: ReferralId, by: By, tx: Tx, asking: Asks) -> Response:
    """Print what came of a referral, for whoever sent it (informacja zwrotna)."""
    return await _printed(
        tx, asking, await feedback_sheet(tx, by, referral_id), "informacja-zwrotna"
    )
