"""What readers may see of an uploaded cohort: what it is, not what stands in it."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from contracts.values import CohortId, View, WorkerId


class CohortView(View):
    """An uploaded cohort."""

    id: CohortId
    name: Annotated[str, Field(examples=["próba 2026"])]
    households: Annotated[int, Field(ge=1, examples=[20_000])]
    uploaded_by: WorkerId
    uploaded_at: datetime
    kept_until: datetime


class CohortList(View):
    """The cohorts of an institution, the latest first."""

    items: list[CohortView]
