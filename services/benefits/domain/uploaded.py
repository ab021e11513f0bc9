"""A cohort that an institution uploaded; it is kept for a month."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Final

from pydantic import ConfigDict, Field

from contracts.values import CohortId, Command, InstitutionId, Line, WorkerId
from kernel.refusals import Kind, Refusal

KEPT_FOR: Final = timedelta(days=30)
MOST_COHORTS: Final = 20


class CohortNotFound(Refusal):
    """There is no such cohort of your institution, or it was not kept any longer."""

    kind = Kind.MISSING
    pl = "Twoja instytucja nie ma takiej kohorty albo nie jest ona już przechowywana."


class TooManyCohorts(Refusal):
    """Your institution keeps as many cohorts as it may; discard one."""

    kind = Kind.CONFLICT
    pl = "Twoja instytucja przechowuje już tyle kohort, ile może; usuń którąś."


class UploadCohort(Command):
    """A cohort as a file: one line for each household, no name among them."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "name": "próba 2026",
                    "csv": "persons,to_5,to_18,to_24,income,gross,unable\n1,0,0,0,0.00,4806.00,0\n",
                }
            ]
        }
    )

    name: Annotated[Line, Field(examples=["próba 2026"])]
    csv: Annotated[
        str,
        Field(
            min_length=1,
            max_length=1_048_576,
            description="A header with persons, to_5, to_18, to_24, income, gross, unable; amounts in "
            "złoty a month. Comma, semicolon or tab between; a decimal comma is read too.",
        ),
    ]


@dataclass(eq=False)
class UploadedCohort:
    """One cohort of an institution; what stands in it lies packed."""

    id: CohortId
    institution: InstitutionId
    name: str
    uploaded_by: WorkerId
    uploaded_at: datetime
    households: int
    packed: bytes

    @property
    def kept_until(self) -> datetime:
        """After this instant it is gone."""
        return self.uploaded_at + KEPT_FOR
