"""What readers may see of a programme of care vouchers."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.benefits.vouchers import VoucherProgrammeId
from contracts.territory import Municipality
from contracts.values import Amount, Day, InstitutionId, Version, View
from services.benefits.domain.copayment_table import Band
from services.benefits.domain.dated import Source
from services.benefits.domain.voucher_balance import CarryOver
from services.benefits.domain.voucher_programme import (
    CareService,
    Contract,
    ProgrammeLimits,
    VoucherProgramme,
)


class VoucherProgrammeView(View):
    """A programme, its table of co-payment, and who provides the care; all days inclusive."""

    id: VoucherProgrammeId
    institution: InstitutionId
    municipality: Municipality
    name: Annotated[str, Field(examples=["Bon opiekuńczy 2026"])]
    resolution: str
    first_day: Day
    last_day: Day
    hour_rate: Annotated[Amount, Field(examples=["40.00"])]
    services: tuple[CareService, ...]
    bands: tuple[Band, ...]
    bands_source: Source
    limits: ProgrammeLimits
    carry_over: CarryOver
    providers: tuple[Contract, ...]
    version: Version


class VoucherProgrammeList(View):
    """The latest first."""

    items: list[VoucherProgrammeView]


def programme_view(programme: VoucherProgramme, reader: UUID) -> VoucherProgrammeView:
    """A programme as whoever runs it sees it; a provider sees its own contracts alone."""
    terms, mine = programme.terms, programme.institution == reader
    return VoucherProgrammeView(
        id=programme.id,
        institution=programme.institution,
        municipality=programme.municipality,
        name=terms.name,
        resolution=terms.resolution,
        first_day=programme.first_day,
        last_day=programme.last_day,
        hour_rate=terms.hour_rate,
        services=terms.services,
        bands=terms.table.bands,
        bands_source=terms.table_source,
        limits=terms.limits,
        carry_over=terms.carry_over,
        providers=tuple(c for c in programme.contracts if mine or c.institution == reader),
        version=programme.version,
    )
