"""What readers may see of a visit: its provider and whoever pays for it. Neither is told the client's id."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.benefits.vouchers import SettlementId, VisitId, VoucherId, VoucherProgrammeId
from contracts.values import Day, InstitutionId, Month, Version, View, WorkerId
from kernel.callers import Caller
from kernel.pages import cursor, id_at
from kernel.transactions import Transaction
from services.benefits.domain.visit import (
    CareTask,
    PhoneOutcome,
    Place,
    Recorded,
    StrikeReason,
    Visit,
    VisitFlag,
)
from services.benefits.domain.voucher_programme import CareService
from services.benefits.store.visits import Visits, Wanted


class FlagView(View):
    """What looks wrong, what the provider says about it, and why the payer let it pass."""

    flag: VisitFlag
    cleared: bool
    explanation: str | None
    note: str | None


class VisitCorrectionView(View):
    """What stood before a correction."""

    starts_at: datetime
    ends_at: datetime
    corrected_at: datetime
    corrected_by: WorkerId
    reason: str


class VisitView(View):
    """A visit; `minutes` counts against the voucher unless it was struck."""

    id: VisitId
    voucher_id: VoucherId
    programme_id: VoucherProgrammeId
    provider: InstitutionId
    carer: WorkerId
    service: CareService
    starts_at: datetime
    ends_at: datetime
    day: Day
    month: Month
    minutes: int
    tasks: tuple[CareTask, ...]
    place: Place | None
    note: str | None
    family_carer: bool
    confirmed_at: datetime | None
    flags: list[FlagView]
    phone_check: Annotated[
        bool | None, Field(description="Drawn for a check by telephone; told to the payer alone.")
    ]
    phone_outcome: PhoneOutcome | None
    struck: StrikeReason | None
    settlement_id: SettlementId | None
    corrections: list[VisitCorrectionView]
    recorded_by: WorkerId
    recorded_at: datetime
    version: Version


class RecordedVisitView(View):
    """A visit as it was recorded, confirmed or corrected, and what is left of the voucher's month."""

    visit: VisitView
    confirmed: bool
    minutes_left: Annotated[int | None, Field(description="Of its month on the voucher.")]
    tries_left: Annotated[
        int | None, Field(description="After a wrong code: how many more may be tried.")
    ]


class VisitPage(View):
    """In the order they were recorded."""

    items: list[VisitView]
    next: Annotated[
        str | None, Field(description="Pass as `cursor` for the next page; null: the last.")
    ]


async def visit_view(tx: Transaction, by: Caller, visit: Visit) -> VisitView:
    """A visit as whoever may see it sees it."""
    words = await Visits(tx, by).words(visit)
    paying = by.institution == visit.payer
    return VisitView(
        id=visit.id,
        voucher_id=visit.voucher_id,
        programme_id=visit.programme_id,
        provider=visit.institution,
        carer=visit.carer,
        service=visit.service,
        starts_at=visit.starts_at,
        ends_at=visit.ends_at,
        day=visit.day,
        month=visit.month,
        minutes=visit.minutes,
        tasks=words.tasks,
        place=words.place,
        note=words.note,
        family_carer=visit.family_carer,
        confirmed_at=visit.confirmed_at,
        flags=[
            FlagView(
                flag=VisitFlag(flag),
                cleared=cleared,
                explanation=words.explanations.get(VisitFlag(flag)),
                note=words.cleared.get(VisitFlag(flag)),
            )
            for flag, cleared in visit.flags.items()
        ],
        phone_check=visit.phone_check if paying else None,
        phone_outcome=visit.phone_outcome if paying else None,
        struck=visit.struck,
        settlement_id=visit.settlement_id,
        corrections=[VisitCorrectionView.model_validate(one) for one in words.corrections],
        recorded_by=visit.recorded_by,
        recorded_at=visit.recorded_at,
        version=visit.version,
    )


async def recorded_view(tx: Transaction, by: Caller, recorded: Recorded) -> RecordedVisitView:
    """What the provider is told of what it did."""
    return RecordedVisitView(
        visit=await visit_view(tx, by, recorded.visit),
        confirmed=recorded.visit.confirmed_at is not None,
        minutes_left=recorded.minutes_left,
        tries_left=recorded.tries_left,
    )


async def list_visits(
    tx: Transaction, by: Caller, wanted: Wanted, *, after: str | None, limit: int
) -> tuple[VisitPage, list[UUID]]:
    """Visits that a caller's institution provided or pays for; and whose they are."""
    place = id_at(after) if after else None
    found = await Visits(tx, by).listed(wanted, after=place, limit=limit + 1)
    more = cursor(str(found[limit - 1].id)) if len(found) > limit else None
    page = found[:limit]
    shown = [await visit_view(tx, by, one) for one in page]
    return VisitPage(items=shown, next=more), list(dict.fromkeys(v.client_id for v in page))
