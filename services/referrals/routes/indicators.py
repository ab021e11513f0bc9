"""The HTTP face of indicators."""

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Header, Query, Response

from contracts.values import Month
from kernel.problems import language_of, problems
from kernel.verbs import READS, Tx, Verb
from kernel.verbs import By as Caller
from services.referrals.domain.indicator import By, SpanUnsuitable, TerritoryUnknown
from services.referrals.views.indicator_sheet import sheet
from services.referrals.views.indicators import Asked, IndicatorReport, report

router = APIRouter(prefix="/v1/indicators", tags=["indicators"], route_class=Verb)
_CSV = "text/csv"


class Form(StrEnum):
    """How the numbers are given."""

    JSON = "json"
    CSV = "csv"


@router.get(
    "",
    name="show_indicators",
    dependencies=READS,
    response_model=IndicatorReport,
    responses={
        200: {"content": {_CSV: {"schema": {"type": "string"}}}},
        **problems(SpanUnsuitable, TerritoryUnknown),
    },
)
async def indicators(
    caller: Caller,
    tx: Tx,
    response: Response,
    first: Annotated[
        Month | None,
        Query(alias="from", description="The first month of a quarter; none: a year is counted."),
    ] = None,
    last: Annotated[
        Month | None,
        Query(
            alias="to",
            description="The last month of a quarter that is over; none: of the last one.",
        ),
    ] = None,
    by: By = By.INSTITUTION,
    form: Annotated[
        Form | None, Query(alias="format", description="Or by Accept: text/csv.")
    ] = None,
    accept: Annotated[str, Header()] = "",
    accept_language: Annotated[str, Header(description="pl, or English.")] = "en",
) -> IndicatorReport | Response:
    """Show what came of the work (wskaźniki): exact counts of whole quarters, the small ones left out."""
    language = language_of({"accept-language": accept_language})
    response.headers["Content-Language"] = language
    told = await report(tx, caller, Asked(first, last, by, language))
    if form is Form.CSV or (form is None and accept.startswith(_CSV)):
        return Response(sheet(told), media_type="text/csv; charset=utf-8")
    return told
