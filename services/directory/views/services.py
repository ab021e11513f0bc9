"""What institutions offer, as anybody of the house sees it. Services are public."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.directory import Category, Places, ServiceStatus
from contracts.territory import Territory
from contracts.values import Day, InstitutionRef, ServiceId, Version, View
from kernel.pages import cursor, id_at
from kernel.transactions import Transaction
from services.directory.domain.categories import TargetGroup, code_lists
from services.directory.domain.folding import fold
from services.directory.domain.institution import Institution
from services.directory.domain.service import (
    Age,
    CapacityStatus,
    Cost,
    Description,
    PlaceUnit,
    PublicContact,
    Service,
    ServiceName,
    ServiceNotFound,
)
from services.directory.tables import institutions, service_changes, services
from services.directory.views.institutions import Next


class CapacityView(View):
    """For how many there is room, and how many wait."""

    status: CapacityStatus
    places: Places
    unit: PlaceUnit
    taken: Annotated[int, Field(description="Places that accepted referrals hold.")]
    free: Annotated[int | None, Field(description="None: as many as come.")]
    keeps_waiting_list: bool
    waiting: int


class ServiceView(View):
    """A service (usługa)."""

    id: ServiceId
    institution: InstitutionRef
    name: ServiceName
    category: Category
    category_pl: Annotated[
        str, Field(examples=["rynek pracy (urząd pracy, agencje zatrudnienia)"])
    ]
    description: Description | None
    area: list[Territory]
    target_groups: list[TargetGroup]
    minimum_age: Age | None
    maximum_age: Age | None
    cost: Cost
    referral_required: bool
    assessment_required: bool
    contact: PublicContact
    status: ServiceStatus
    closed_until: Day | None
    capacity: CapacityView
    version: Version


class ServiceChangeView(View):
    """Which fields of a service changed with a version."""

    version: Version
    fields: list[str]
    changed_at: datetime


class ServiceHistoryView(ServiceView):
    """A service with the trail of its changes, newest first."""

    changes: list[ServiceChangeView]


class ServicePage(View):
    """Services, by id."""

    items: list[ServiceView]
    next: Next


async def list_services(
    tx: Transaction, filters: Sequence[sa.ColumnElement[bool]], limit: int, after: str | None
) -> ServicePage:
    """Services that fit every filter, by id."""
    query = sa.select(Service).where(*filters).order_by(services.c.id).limit(limit + 1)
    if after:
        query = query.where(services.c.id > id_at(after))
    rows = list(await tx.session.scalars(query))
    more = cursor(str(rows[limit - 1].id)) if len(rows) > limit else None
    return ServicePage(items=await _views(tx, rows[:limit]), next=more)


async def show_service(tx: Transaction, service_id: UUID) -> ServiceHistoryView:
    """One service."""
    found = await tx.session.get(Service, service_id)
    if found is None:
        raise ServiceNotFound
    query = sa.select(service_changes).where(service_changes.c.service_id == service_id)
    lines = await tx.session.execute(query.order_by(service_changes.c.version.desc()).limit(50))
    changes = [ServiceChangeView.model_validate(line) for line in lines]
    (view,) = await _views(tx, [found])
    return ServiceHistoryView(**dict(view), changes=changes)


def sieve(
    *,
    institution: UUID | None,
    category: str | None,
    area: str | None,
    status: ServiceStatus | None,
    words: str | None,
) -> list[sa.ColumnElement[bool]]:
    """The conditions of a search; what is retired shows only if asked for."""
    offered = services.c.status != ServiceStatus.DEFUNCT
    found = [services.c.status == status if status else offered]
    if institution:
        found.append(services.c.institution_id == institution)
    if category:
        found.append(services.c.category == category)
    if area:
        found.append(services.c.area.overlap(within(area)))
    found += [services.c.folded.contains(word, autoescape=True) for word in fold(words or "")]
    return found


def with_free_places() -> sa.ColumnElement[bool]:
    """The condition that somebody can be taken on at once."""
    room = sa.or_(services.c.places.is_(None), services.c.places > services.c.taken)
    return sa.and_(services.c.status == ServiceStatus.ACTIVE, room)


def within(code: str) -> list[str]:
    """A territory and those it lies in: its county, its voivodeship."""
    return [code[:length] for length in (2, 4, 7) if length <= len(code)]


async def _views(tx: Transaction, found: Sequence[Service]) -> list[ServiceView]:
    wanted = {service.institution_id for service in found}
    query = sa.select(Institution).where(institutions.c.id.in_(wanted))
    names = {one.id: InstitutionRef.model_validate(one) for one in await tx.session.scalars(query)}
    return [_view(service, names[service.institution_id]) for service in found]


def _view(service: Service, institution: InstitutionRef) -> ServiceView:
    said: dict[str, Any] = vars(service.wording)
    return ServiceView(
        **said,
        id=service.id,
        institution=institution,
        category_pl=code_lists().categories[service.category].title,
        status=service.status,
        closed_until=service.closed_until,
        capacity=CapacityView(
            status=service.capacity_status,
            places=service.places,
            unit=service.unit,
            taken=service.taken,
            free=service.free,
            keeps_waiting_list=service.keeps_waiting_list,
            waiting=service.waiting,
        ),
        version=service.version,
    )
