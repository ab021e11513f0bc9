"""What readers may see of jobs."""

from contracts.values import (
    ClientId,
    Day,
    EmploymentId,
    View,
)
from services.intake.domain.employment import EmploymentKind


class EmploymentView(View):
    """A job as recorded."""

    id: EmploymentId
    client_id: ClientId
    started_on: Day
    kind: EmploymentKind
