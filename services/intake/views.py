"""What readers may see of a client at intake, and her card cut into sections."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.intake import ClientStatus
from contracts.sections import Level, Section
from contracts.values import (
    SENSITIVE,
    AccessRequestId,
    ClientId,
    Day,
    EmploymentId,
    InstitutionId,
    Note,
    PartyId,
    SharingId,
    Version,
    View,
)
from kernel import clock, relations
from kernel.callers import Caller
from kernel.pages import cursor, id_at
from kernel.service import Bodies
from kernel.tables import client_keys
from kernel.transactions import Transaction
from kernel.vault import ClientKey
from services.intake.domain.access import AccessState
from services.intake.domain.client import (
    Client,
    ClientNotFound,
    Contact,
    HelpReason,
    PersonName,
    Residence,
)
from services.intake.domain.employment import EmploymentKind
from services.intake.domain.pesel import masked
from services.intake.domain.sharing import Sharing
from services.intake.store import (
    JOB,
    NEED,
    Declarations,
    key_of,
    load_client,
    load_request,
    load_sharing,
)
from services.intake.tables import access_requests, clients, employments, needs, sharings

MaskedPesel = Annotated[
    str | None, SENSITIVE, Field(description="Birth part only.", examples=["850314*****"])
]


class ClientView(View):
    """A client as intake answers a command: enough to go on with."""

    id: ClientId
    version: Version
    name: PersonName
    birth_date: Day
    pesel: MaskedPesel
    residence: Residence | None
    contact: Contact
    status: ClientStatus
    registered_by: InstitutionId
    registered_at: datetime


class FoundClient(View):
    """A client as a list shows her."""

    client_id: ClientId
    name: PersonName
    birth_date: Day
    pesel: MaskedPesel


class FoundClients(View):
    """Who was found among those the caller may see; at most twenty."""

    items: list[FoundClient]


class EmploymentView(View):
    """A job as recorded."""

    id: EmploymentId
    client_id: ClientId
    started_on: Day
    kind: EmploymentKind


class SharingView(View):
    """A sharing in force, or withdrawn."""

    id: SharingId
    client_id: ClientId
    party: PartyId
    basis: Annotated[str, Field(examples=["consent"])]
    sections: list[Section]
    until: Day | None
    opened_at: datetime
    closed_at: datetime | None


class AccessRequestView(View):
    """A request for access, as either side sees it; who the client is, only the owner sees."""

    id: AccessRequestId
    client_id: Annotated[ClientId | None, Field(description="Shown to the owner only.")]
    asked_by: InstitutionId
    owner: InstitutionId
    asked_at: datetime
    reason: Note
    state: AccessState
    version: Version


class AccessRequestPage(View):
    """Requests for access, newest first."""

    items: list[AccessRequestView]
    next: str | None


def client_view(client: Client) -> ClientView:
    """A client, the number covered."""
    return ClientView(
        id=client.id,
        version=client.version,
        name=client.name,
        birth_date=client.birth_date,
        pesel=masked(client.pesel) if client.pesel else None,
        residence=client.residence,
        contact=client.contact,
        status=client.status,
        registered_by=client.registered_by,
        registered_at=client.registered_at,
    )


def sharing_view(sharing: Sharing) -> SharingView:
    """A sharing without its evidence."""
    return SharingView(
        id=sharing.id,
        client_id=sharing.client_id,
        party=sharing.party,
        basis=sharing.basis.kind,
        sections=list(sharing.sections),
        until=sharing.until,
        opened_at=sharing.opened_at,
        closed_at=sharing.closed_at,
    )


class SeenClients:
    """The clients a caller's institution may see, for reading."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._visible = sa.select(clients).where(
            relations.visible(clients.c.id, by), _not_erased(clients.c.id)
        )

    async def show(self, client_id: UUID) -> ClientView:
        """One client."""
        query = self._visible.where(clients.c.id == client_id)
        row = (await self._tx.session.execute(query)).first()
        if row is None:
            raise ClientNotFound
        return client_view(await load_client(self._tx, row))

    async def find(
        self, index: bytes | None, family: str | None, birth_date: Any | None
    ) -> FoundClients:
        """By PESEL number, or by family name and perhaps birth date."""
        query = self._visible.order_by(clients.c.family, clients.c.given, clients.c.id).limit(20)
        if index is not None:
            query = query.where(clients.c.pesel_index == index)
        if family is not None:
            query = query.where(sa.func.lower(clients.c.family) == family.lower())
        if birth_date is not None:
            query = query.where(clients.c.birth_date == birth_date)
        found = []
        for row in await self._tx.session.execute(query):
            client = await load_client(self._tx, row)
            view = client_view(client)
            found.append(
                FoundClient(
                    client_id=view.id,
                    name=view.name,
                    birth_date=view.birth_date,
                    pesel=view.pesel,
                )
            )
        return FoundClients(items=found)


def _not_erased(client_id: sa.Column[Any]) -> sa.ColumnElement[bool]:
    """Whose key is destroyed can be opened by nobody, and must not spoil a list for the others."""
    return sa.exists().where(client_keys.c.client_id == client_id)


async def list_requests(
    tx: Transaction, by: Caller, *, incoming: bool, limit: int, after: str | None
) -> AccessRequestPage:
    """Requests for access to answer, or made; newest first."""
    mine = access_requests.c.owner if incoming else access_requests.c.asked_by
    query = sa.select(access_requests).where(
        mine == by.institution, _not_erased(access_requests.c.client_id)
    )
    if after:
        query = query.where(access_requests.c.id < id_at(after))
    query = query.order_by(access_requests.c.id.desc()).limit(limit + 1)
    rows = (await tx.session.execute(query)).all()
    items = [
        request_view(load_request(r, await key_of(tx, r.client_id)), by) for r in rows[:limit]
    ]
    last = cursor(str(rows[limit - 1].id)) if len(rows) > limit else None
    return AccessRequestPage(items=items, next=last)


def request_view(request: Any, by: Caller) -> AccessRequestView:
    """A request for access; the client's id is for the owner."""
    return AccessRequestView(
        id=request.id,
        client_id=request.client_id if by.institution == request.owner else None,
        asked_by=request.asked_by,
        owner=request.owner,
        asked_at=request.asked_at,
        reason=request.reason,
        state=request.state,
        version=request.version,
    )


async def means(tx: Transaction, client_id: UUID, on: date) -> dict[str, Any] | None:
    """Household of a day, and incomes, for a service that computes; none: no such client."""
    if await tx.vault.find_key(tx.session, client_id) is None:
        return None
    declarations = Declarations(tx, client_id)
    household = await declarations.household(on)
    query = sa.select(clients.c.municipality).where(clients.c.id == client_id)
    jobs = await declarations.rows(employments, employments.c.started_on)
    return {
        "municipality": await tx.session.scalar(query),
        "household_size": len(household.members) if household else None,
        "incomes": {
            declaration.month: [item.model_dump(mode="json") for item in declaration.items]
            for declaration in await declarations.incomes()
        },
        "employments": [{"id": str(j.id), "started_on": j.started_on.isoformat()} for j in jobs],
    }


async def cut(tx: Transaction, client_id: UUID) -> Mapping[Section | str, Bodies] | None:
    """Her card: what intake knows, section by section, at each level that exists of it."""
    query = sa.select(clients).where(clients.c.id == client_id, _not_erased(clients.c.id))
    row = (await tx.session.execute(query)).first()
    if row is None:
        return None
    client = await load_client(tx, row)
    key = await key_of(tx, client_id)
    declarations = Declarations(tx, client_id)
    sections: dict[Section | str, Bodies] = _who(client)
    sections |= await _means(declarations)
    sections |= await _needs(declarations, client.reasons, key)
    sections |= await _work(declarations, key)
    sections["sharing"] = await _sharing(declarations, key)
    return sections


def _who(client: Client) -> dict[Section | str, Bodies]:
    identity = {
        "name": client.name.model_dump(),
        "birth_date": client.birth_date.isoformat(),
        "pesel": client.pesel,
        "status": client.status,
        "registered_by": str(client.registered_by),
        "registered_at": client.registered_at.isoformat(),
    }
    covered = masked(client.pesel) if client.pesel else None
    contact = client.contact.model_dump(mode="json") | {
        "residence": client.residence.model_dump(mode="json") if client.residence else None
    }
    place_only = {"municipality": client.residence.municipality if client.residence else None}
    return {
        Section.IDENTITY: {Level.FULL: identity, Level.MASKED: identity | {"pesel": covered}},
        Section.CONTACT: {Level.FULL: contact, Level.SUMMARY: place_only},
    }


async def _means(declarations: Declarations) -> dict[Section | str, Bodies]:
    sections: dict[Section | str, Bodies] = {}
    if household := await declarations.household(clock.today()):
        members = [member.model_dump(mode="json") for member in household.members]
        sections[Section.HOUSEHOLD] = {
            Level.FULL: {"valid_from": household.valid_from.isoformat(), "members": members},
            Level.SUMMARY: {"declared": True, "lone_person": len(members) == 1},
        }
    if incomes := await declarations.incomes():
        months = [
            {
                "month": declaration.month,
                "items": [item.model_dump(mode="json") for item in declaration.items],
                "total": f"{declaration.total:.2f}",
                "declared_at": declaration.declared_at.isoformat(),
            }
            for declaration in incomes
        ]
        sections[Section.INCOME] = {
            Level.FULL: {"months": months},
            Level.SUMMARY: {"declared": True, "months": [month["month"] for month in months]},
        }
    return sections


async def _needs(
    declarations: Declarations, reasons: list[HelpReason], key: ClientKey
) -> dict[Section | str, Bodies]:
    """Reasons and needs, each under the category it belongs to."""
    lists: dict[Section, dict[str, list[Any]]] = {}
    for reason in reasons:
        lists.setdefault(reason.section, {}).setdefault("reasons", []).append(reason.value)
    for row in await declarations.rows(needs, needs.c.id):
        kind, urgency, note = NEED.open(key, row.sealed)
        need = {
            "id": str(row.id),
            "kind": kind,
            "urgency": urgency,
            "note": note,
            "added_by": str(row.added_by),
            "added_at": row.added_at.isoformat(),
        }
        lists.setdefault(kind.section, {}).setdefault("needs", []).append(need)
    return {
        section: {
            Level.FULL: {"reasons": [], "needs": []} | found,
            Level.SUMMARY: {"recorded": True},
        }
        for section, found in lists.items()
    }


async def _work(declarations: Declarations, key: ClientKey) -> dict[Section | str, Bodies]:
    jobs = []
    for row in await declarations.rows(employments, employments.c.started_on):
        kind, employer = JOB.open(key, row.sealed)
        jobs.append(
            {
                "id": str(row.id),
                "started_on": row.started_on.isoformat(),
                "kind": kind,
                "employer": employer,
            }
        )
    if not jobs:
        return {}
    summary = {"employed_since": jobs[-1]["started_on"]}
    return {Section.WORK: {Level.FULL: {"employments": jobs}, Level.SUMMARY: summary}}


async def _sharing(declarations: Declarations, key: ClientKey) -> Bodies:
    """What each sharing rests on, by its id: the reader is shown those that let her in."""
    rows = await declarations.rows(sharings, sharings.c.opened_at)
    listed = {str(r.id): load_sharing(r, key).basis.model_dump(mode="json") for r in rows}
    return {Level.FULL: listed}
