"""What the sender of an import is told: of each row what became of it, and nothing of what it said."""

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import Field

from contracts.values import ClientId, View
from kernel.problems import problem
from kernel.refusals import Refusal
from services.intake.domain.importing import Row, RowNumber, RowOutcome, counts


class RowProblem(View):
    """Why a row was not taken, or what to look at."""

    pointer: Annotated[
        str, Field(description="The field in the row.", examples=["/client/birth_date"])
    ]
    type: Annotated[str, Field(examples=["/problems/FieldsAtFault"])]
    detail: Annotated[str, Field(examples=["must be an existing day, YYYY-MM-DD"])]
    registered_at: Annotated[
        str | None, Field(description="Whom to ask for access.", examples=["MOPR Zabrze (demo)"])
    ] = None


class RowView(View):
    """What became of a row."""

    row: RowNumber | None
    outcome: RowOutcome
    client_id: ClientId | None
    problems: list[RowProblem]


class ImportView(View):
    """What became of the rows, in the order they were sent."""

    items: list[RowView]
    counts: Annotated[dict[RowOutcome, int], Field(examples=[{"registered": 1, "rejected": 0}])]


def import_view(rows: Sequence[Row], language: str) -> ImportView:
    """The answer."""
    items = [
        RowView(
            row=row.number,
            outcome=row.outcome,
            client_id=row.client_id,
            problems=[p for refusal in row.refusals for p in _problems(refusal, language)],
        )
        for row in rows
    ]
    return ImportView(items=items, counts=counts(rows))


def _problems(refusal: Refusal, language: str) -> list[RowProblem]:
    told: dict[str, Any] = problem(refusal, language)
    return [
        RowProblem(
            pointer=error["pointer"],
            type=told["type"],
            detail=error["detail"],
            registered_at=told.get("registered_at"),
        )
        for error in told["errors"]
    ]
