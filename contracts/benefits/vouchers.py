"""Facts about care vouchers and the visits paid with them. No hours, no amounts."""

from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from contracts.event import Event
from contracts.sections import Section
from contracts.values import ClientId, Month

VoucherProgrammeId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000f701"])]
VoucherId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000f711"])]
VisitId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000f721"])]
"""A visit of a carer, paid for with a voucher."""
SettlementId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000f731"])]
"""A provider's visits of one month, settled with the gmina."""


class VoucherEnd(StrEnum):
    """How a care voucher ended."""

    EXHAUSTED = "exhausted"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    TRANSFERRED = "transferred"
    """Another voucher took its place."""


class VoucherDrafted(Event):
    """A care voucher was worked out and waits for approval."""

    wire_name: ClassVar = "voucher.drafted.v1"
    pl: ClassVar = "Przygotowano bon na usługi opiekuńcze; czeka na zatwierdzenie."
    section: ClassVar = Section.VOUCHERS

    client_id: ClientId
    voucher_id: VoucherId


class VoucherIssued(Event):
    """A care voucher was granted from a month to a month, both inclusive."""

    wire_name: ClassVar = "voucher.issued.v1"
    pl: ClassVar = "Przyznano bon na usługi opiekuńcze od miesiąca do miesiąca."
    section: ClassVar = Section.VOUCHERS

    client_id: ClientId
    voucher_id: VoucherId
    first_month: Month
    last_month: Month


class VoucherChanged(Event):
    """A care voucher was handed over, suspended, resumed, or otherwise changed on the way."""

    wire_name: ClassVar = "voucher.changed.v1"
    pl: ClassVar = "Bon na usługi opiekuńcze wydano, zawieszono, wznowiono albo zmieniono."
    section: ClassVar = Section.VOUCHERS

    client_id: ClientId
    voucher_id: VoucherId


class VoucherEnded(Event):
    """A care voucher ended; its last month is the one it ended in."""

    wire_name: ClassVar = "voucher.ended.v1"
    pl: ClassVar = "Bon na usługi opiekuńcze się skończył."
    section: ClassVar = Section.VOUCHERS

    client_id: ClientId
    voucher_id: VoucherId
    first_month: Month
    last_month: Month
    how: Annotated[VoucherEnd, Field(examples=["expired"])]
    granted: Annotated[bool, Field(examples=[True])]
    """Whether it had been granted before; a draft that ends was never anybody's support."""


class VisitRecorded(Event):
    """A visit of a carer was recorded on a care voucher."""

    wire_name: ClassVar = "visit.recorded.v1"
    pl: ClassVar = "Zapisano wizytę opiekunki w ramach bonu."
    section: ClassVar = Section.VOUCHERS

    client_id: ClientId
    voucher_id: VoucherId
    visit_id: VisitId


class VisitChanged(Event):
    """A visit of a carer was confirmed, corrected, checked or struck."""

    wire_name: ClassVar = "visit.changed.v1"
    pl: ClassVar = "Potwierdzono, poprawiono, sprawdzono albo skreślono wizytę opiekunki."
    section: ClassVar = Section.VOUCHERS

    client_id: ClientId
    voucher_id: VoucherId
    visit_id: VisitId
