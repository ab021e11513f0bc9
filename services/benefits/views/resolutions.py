"""What readers may see of resolutions: all of them, for they are law."""

from datetime import datetime
from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.territory import Municipality
from contracts.values import Day, InstitutionId, ResolutionId, Version, View, WorkerId
from services.benefits.domain.copayment_table import Band
from services.benefits.domain.resolution import LawValue, ResolutionState


class ResolutionView(View):
    """A value of the law with its source, and who entered and approved it."""

    # An alias, for `from` is a word of Python; the code says valid_from.
    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    id: ResolutionId
    state: ResolutionState
    parameter: Annotated[str, Field(examples=["okresowy_share"])]
    municipality: Annotated[Municipality | None, Field(description="None: nationwide.")]
    valid_from: Annotated[Day, Field(alias="from")]
    valid_to: Annotated[Day | None, Field(alias="to")]
    value: LawValue | None
    bands: Annotated[list[Band] | None, Field(description="Of a table of co-payment.")]
    act: str
    article: str
    note: str | None
    correction: str | None
    institution: InstitutionId
    entered_by: WorkerId
    entered_at: datetime
    approved_by: WorkerId | None
    approved_at: datetime | None
    withdrawn_by: WorkerId | None
    withdrawn_at: datetime | None
    withdrawal_reason: str | None
    version: Version


class ResolutionList(View):
    """Resolutions, the latest entered first."""

    items: list[ResolutionView]
