"""The HTTP face of papers: what is printed for a client to read, to sign, to keep."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from contracts.sections import Section
from contracts.values import ClientId, Day, InterviewId, PartyId
from kernel.paper import PAPER, PrintedPaper, answered
from kernel.problems import problems
from kernel.verbs import READS, By, Tx, Verb, concern
from services.intake.domain.client import ClientNotFound
from services.intake.domain.interview import InterviewNotFound
from services.intake.domain.sharing import ConsentOver, PartyUnknown
from services.intake.views.papers.consent import Agreed, FormPurpose, Language, consent_sheet
from services.intake.views.papers.information import information_sheet
from services.intake.views.papers.interview import interview_sheet
from services.intake.views.papers.sheet import Sheet, typeset

router = APIRouter(prefix="/v1", tags=["papers"], route_class=Verb)


async def _printed(tx: Tx, sheet: Sheet, name: str) -> PrintedPaper:
    """The paper as an answer that says whom it concerns."""
    paper = answered(await typeset(tx, sheet), name)
    concern(paper, [sheet.client_id])
    return paper


@router.get(
    "/interviews/{interview_id}/print",
    name="print_interview",
    dependencies=READS,
    response_class=PrintedPaper,
    responses=PAPER | problems(InterviewNotFound),
)
async def interview(interview_id: InterviewId, by: By, tx: Tx) -> Response:
    """Print an interview: the mandatory segments, the others that are filled, the statement."""
    return await _printed(tx, await interview_sheet(tx, by, interview_id), "wywiad")


@router.get(
    "/clients/{client_id}/consent-form",
    name="print_consent_form",
    dependencies=READS,
    response_class=PrintedPaper,
    responses=PAPER | problems(ClientNotFound, PartyUnknown, ConsentOver),
)
async def consent(
    client_id: ClientId,
    by: By,
    tx: Tx,
    party: Annotated[
        PartyId | None, Query(description="With whom; none: to be written in by hand.")
    ] = None,
    section: Annotated[
        list[Section] | None,
        Query(max_length=15, description="What is shared; none: boxes to tick."),
    ] = None,
    purpose: Annotated[FormPurpose | None, Query(description="What for.")] = None,
    until: Annotated[Day | None, Query(description="Last day, inclusive.")] = None,
    lang: Annotated[Language, Query(description="Polish or English.")] = "pl",
) -> Response:
    """Print a consent to sharing for the client to sign (zgoda, art. 7 RODO)."""
    agreed = Agreed(party, section or (), purpose, until)
    return await _printed(tx, await consent_sheet(tx, by, client_id, agreed, lang), "zgoda")


@router.get(
    "/clients/{client_id}/information-clause",
    name="print_information_clause",
    dependencies=READS,
    response_class=PrintedPaper,
    responses=PAPER | problems(ClientNotFound),
)
async def information(client_id: ClientId, by: By, tx: Tx) -> Response:
    """Print what a client must be told of her data (klauzula informacyjna, art. 13 i 14 RODO)."""
    return await _printed(tx, await information_sheet(tx, by, client_id), "informacja-rodo")
