"""What readers may see of jobs."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.intake.means import EmploymentEnd
from contracts.sections import Section
from contracts.values import ClientId, Day, EmploymentId, Version, View
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.employment import Employment, EmploymentKind, Terms
from services.intake.store.employments import Employments
from services.intake.store.sight import reader_of


class EmploymentView(View):
    """A job as recorded."""

    id: EmploymentId
    client_id: ClientId
    version: Version
    started_on: Day
    kind: EmploymentKind
    ended_on: Annotated[Day | None, Field(description="The last day, inclusive.")]
    end_reason: EmploymentEnd | None


class TermsView(View):
    """Terms in force from a day on, inclusive, until the next ones."""

    valid_from: Day
    terms: Annotated[
        Terms, Field(description="Without the wage for whoever does not read incomes.")
    ]


class EmploymentWithTerms(EmploymentView):
    """A job with all its terms, the earliest first."""

    terms: list[TermsView]


class EmploymentList(View):
    """The jobs of a client, the latest first."""

    items: list[EmploymentWithTerms]


async def list_employments(tx: Transaction, client_id: UUID, by: Caller) -> EmploymentList:
    """Where she works and worked, for whoever reads of work in full."""
    reader = await reader_of(tx, client_id, by)
    reader.require(Section.WORK)
    hidden = set() if reader.reads(Section.INCOME) else {"gross_wage"}
    jobs = reversed(await Employments(tx, client_id).all())
    return EmploymentList(items=[_view(job, hidden) for job in jobs])


def _view(job: Employment, hidden: set[str]) -> EmploymentWithTerms:
    terms = [
        TermsView(valid_from=t.valid_from, terms=t.terms.model_copy(update=dict.fromkeys(hidden)))
        for t in job.terms
    ]
    seen = EmploymentView.model_validate(job)
    return EmploymentWithTerms(**seen.model_dump(), terms=terms)
