"""Finding and keeping clients and what was declared about them; sealing what is delicate."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Generic, TypeVar
from uuid import UUID

import sqlalchemy as sa
from pydantic import TypeAdapter
from sqlalchemy.dialects.postgresql import distinct_on, insert

from contracts.intake import ClientProgressed, ClientStatus
from contracts.values import LegalBasis
from kernel import relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.vault import ClientKey, blind_index
from services.intake.domain.access import AccessRequest, AccessRequestNotFound
from services.intake.domain.client import (
    Client,
    ClientNotFound,
    Contact,
    HelpReason,
    PersonName,
    Residence,
)
from services.intake.domain.employment import Employment, EmploymentKind
from services.intake.domain.means import Household, IncomeDeclaration, IncomeItem, Member
from services.intake.domain.need import Need, NeedKind
from services.intake.domain.sharing import Sharing, SharingNotFound
from services.intake.tables import (
    access_requests,
    clients,
    employments,
    households,
    incomes,
    needs,
    sharings,
)

T = TypeVar("T")


class Sealer(Generic[T]):
    """Turns one kind of value into sealed bytes of one place, and back."""

    def __init__(self, place: str, kind: Any) -> None:
        self._place = place
        self._adapter: TypeAdapter[T] = TypeAdapter(kind)

    def seal(self, key: ClientKey, value: T) -> bytes:
        """Seal for this place."""
        return key.seal(self._adapter.dump_json(value), self._place)

    def open(self, key: ClientKey, sealed: bytes) -> T:
        """Open what this place sealed."""
        return self._adapter.validate_json(key.open(sealed, self._place))


_Particulars = tuple[str | None, Residence | None, Contact, list[HelpReason]]
PARTICULARS: Sealer[_Particulars] = Sealer("client", _Particulars)
MEMBERS: Sealer[list[Member]] = Sealer("household", list[Member])
ITEMS: Sealer[list[IncomeItem]] = Sealer("income", list[IncomeItem])
_NeedFacts = tuple[NeedKind, str, str | None]
NEED: Sealer[_NeedFacts] = Sealer("need", _NeedFacts)
_JobFacts = tuple[EmploymentKind, str | None]
JOB: Sealer[_JobFacts] = Sealer("employment", _JobFacts)
BASIS: Sealer[LegalBasis] = Sealer("sharing", LegalBasis)
REASON: Sealer[str] = Sealer("access", str)


def pesel_index(secret: bytes, pesel: str) -> bytes:
    """What a PESEL is found by."""
    return blind_index(secret, "person.pesel", pesel)


class Clients:
    """The clients one caller's institution may see."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by

    async def get(self, client_id: UUID) -> Client:
        """Fetch for change: the row stays locked, so one client's events keep their order."""
        query = sa.select(clients).where(
            clients.c.id == client_id, relations.visible(clients.c.id, self._by)
        )
        row = (await self._tx.session.execute(query.with_for_update(of=clients))).first()
        if row is None:
            raise ClientNotFound
        return await load_client(self._tx, row)

    async def add(self, client: Client, index: bytes | None) -> bool:
        """Keep a new client; false if somebody with the same PESEL number is there already."""
        key = await self._tx.vault.key_for(self._tx.session, client.id)
        statement = insert(clients).values(id=client.id, pesel_index=index, **_row(client, key))
        statement = statement.on_conflict_do_nothing(index_elements=["pesel_index"])
        return bool(await self._tx.session.scalar(statement.returning(sa.true())))

    async def keep(self, client: Client) -> None:
        """Keep the changes; the version counts them."""
        client.version += 1
        statement = sa.update(clients).where(clients.c.id == client.id)
        await self._tx.session.execute(
            statement.values(status=client.status, version=client.version)
        )

    async def find_by_pesel(self, index: bytes) -> tuple[UUID, UUID] | None:
        """Id and registering institution of whoever has the number, visible or not."""
        query = sa.select(clients.c.id, clients.c.registered_by).where(
            clients.c.pesel_index == index
        )
        row = (await self._tx.session.execute(query)).first()
        return None if row is None else (row.id, row.registered_by)


def _row(client: Client, key: ClientKey) -> dict[str, Any]:
    particulars = (client.pesel, client.residence, client.contact, client.reasons)
    return {
        "given": client.name.given,
        "family": client.name.family,
        "birth_date": client.birth_date,
        "municipality": client.residence.municipality if client.residence else None,
        "sealed": PARTICULARS.seal(key, particulars),
        "status": client.status,
        "registered_by": client.registered_by,
        "registered_at": client.registered_at,
        "version": client.version,
    }


async def key_of(tx: Transaction, client_id: UUID) -> ClientKey:
    """The key of a client who is there."""
    key = await tx.vault.find_key(tx.session, client_id)
    if key is None:
        raise ClientNotFound
    return key


async def load_client(tx: Transaction, row: Any) -> Client:
    """A client from her row."""
    key = await key_of(tx, row.id)
    pesel, residence, contact, reasons = PARTICULARS.open(key, row.sealed)
    return Client(
        id=row.id,
        name=PersonName(given=row.given, family=row.family),
        birth_date=row.birth_date,
        pesel=pesel,
        residence=residence,
        contact=contact,
        reasons=reasons,
        registered_by=row.registered_by,
        registered_at=row.registered_at,
        status=row.status,
        version=row.version,
    )


class Declarations:
    """What was declared and recorded about one client. Every declaration stays."""

    def __init__(self, tx: Transaction, client_id: UUID) -> None:
        self._tx = tx
        self._client_id = client_id

    async def add_household(self, household: Household) -> None:
        """Keep a household as declared."""
        await self._insert(
            households,
            valid_from=household.valid_from,
            sealed=MEMBERS.seal(await self._key(), household.members),
            declared_by=household.declared_by,
            declared_at=household.declared_at,
        )

    async def household(self, on: date) -> Household | None:
        """The household in force on a day: the latest first day, and of that the latest declaration.

        Where none was declared so far back, the earliest one: people keep house long before
        somebody asks.
        """
        mine = sa.select(households).where(households.c.client_id == self._client_id)
        by_then = mine.where(households.c.valid_from <= on).order_by(
            households.c.valid_from.desc(), households.c.id.desc()
        )
        earliest = mine.order_by(households.c.valid_from, households.c.id.desc())
        row = (await self._tx.session.execute(by_then.limit(1))).first()
        row = row or (await self._tx.session.execute(earliest.limit(1))).first()
        if row is None:
            return None
        members = MEMBERS.open(await self._key(), row.sealed)
        return Household(row.client_id, row.valid_from, members, row.declared_by, row.declared_at)

    async def add_income(self, declaration: IncomeDeclaration) -> None:
        """Keep a month's incomes as declared."""
        await self._insert(
            incomes,
            month=declaration.month,
            sealed=ITEMS.seal(await self._key(), declaration.items),
            declared_by=declaration.declared_by,
            declared_at=declaration.declared_at,
        )

    async def incomes(self) -> list[IncomeDeclaration]:
        """The latest declaration of each month, oldest month first."""
        query = (
            sa.select(incomes)
            .ext(distinct_on(incomes.c.month))
            .where(incomes.c.client_id == self._client_id)
            .order_by(incomes.c.month, incomes.c.id.desc())
        )
        rows = (await self._tx.session.execute(query)).all()
        key = await self._key() if rows else None
        return [
            IncomeDeclaration(
                r.client_id, r.month, ITEMS.open(key, r.sealed), r.declared_by, r.declared_at
            )
            for r in rows
            if key
        ]

    async def add_need(self, need: Need) -> None:
        """Keep a need."""
        facts = (need.kind, need.urgency.value, need.note)
        await self._insert(
            needs,
            id=need.id,
            sealed=NEED.seal(await self._key(), facts),
            added_by=need.added_by,
            added_at=need.added_at,
        )

    async def add_employment(self, employment: Employment) -> None:
        """Keep a job."""
        facts = (employment.kind, employment.employer)
        await self._insert(
            employments,
            id=employment.id,
            started_on=employment.started_on,
            sealed=JOB.seal(await self._key(), facts),
            recorded_by=employment.recorded_by,
            recorded_at=employment.recorded_at,
        )

    async def employment_from(self, day: Any) -> bool:
        """Whether a job from this very day is recorded."""
        query = sa.exists().where(
            employments.c.client_id == self._client_id, employments.c.started_on == day
        )
        return bool(await self._tx.session.scalar(sa.select(query)))

    async def rows(self, table: sa.Table, order: Any) -> Sequence[Any]:
        """The client's rows of a table."""
        query = sa.select(table).where(table.c.client_id == self._client_id).order_by(order)
        return (await self._tx.session.execute(query)).all()

    async def _key(self) -> ClientKey:
        return await key_of(self._tx, self._client_id)

    async def _insert(self, table: sa.Table, **values: Any) -> None:
        await self._tx.session.execute(
            sa.insert(table).values(client_id=self._client_id, **values)
        )


class Sharings:
    """The sharings of clients."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def add(self, sharing: Sharing) -> None:
        """Keep a new one."""
        key = await key_of(self._tx, sharing.client_id)
        await self._tx.session.execute(
            sa.insert(sharings).values(
                id=sharing.id,
                client_id=sharing.client_id,
                party_id=sharing.party,
                sections=list(sharing.sections),
                until=sharing.until,
                sealed=BASIS.seal(key, sharing.basis),
                opened_by=sharing.opened_by,
                opened_at=sharing.opened_at,
            )
        )

    async def get(self, client_id: UUID, sharing_id: UUID) -> Sharing:
        """Fetch for change."""
        query = sa.select(sharings).where(
            sharings.c.client_id == client_id, sharings.c.id == sharing_id
        )
        row = (await self._tx.session.execute(query.with_for_update())).first()
        if row is None:
            raise SharingNotFound
        return load_sharing(row, await key_of(self._tx, client_id))

    async def close(self, sharing: Sharing) -> None:
        """Keep the withdrawal."""
        statement = sa.update(sharings).where(sharings.c.id == sharing.id)
        await self._tx.session.execute(statement.values(closed_at=sharing.closed_at))


def load_sharing(row: Any, key: ClientKey) -> Sharing:
    """A sharing from its row."""
    return Sharing(
        id=row.id,
        client_id=row.client_id,
        party=row.party_id,
        basis=BASIS.open(key, row.sealed),
        sections=tuple(row.sections),
        until=row.until,
        opened_by=row.opened_by,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
    )


class AccessRequests:
    """The requests for access that one caller's institution made or must answer."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by

    async def add(self, request: AccessRequest) -> None:
        """Keep a new one."""
        key = await key_of(self._tx, request.client_id)
        await self._tx.session.execute(
            sa.insert(access_requests).values(
                id=request.id,
                client_id=request.client_id,
                owner=request.owner,
                asked_by=request.asked_by,
                asked_at=request.asked_at,
                sealed=REASON.seal(key, request.reason),
                state=request.state,
                version=request.version,
            )
        )

    async def to_answer(self, request_id: UUID) -> AccessRequest:
        """Fetch for an answer, which only the owner gives."""
        query = sa.select(access_requests).where(
            access_requests.c.id == request_id, access_requests.c.owner == self._by.institution
        )
        row = (await self._tx.session.execute(query.with_for_update())).first()
        if row is None:
            raise AccessRequestNotFound
        return load_request(row, await key_of(self._tx, row.client_id))

    async def keep(self, request: AccessRequest) -> None:
        """Keep the answer."""
        statement = sa.update(access_requests).where(access_requests.c.id == request.id)
        await self._tx.session.execute(
            statement.values(state=request.state, version=request.version)
        )


def load_request(row: Any, key: ClientKey) -> AccessRequest:
    """A request for access from its row."""
    return AccessRequest(
        id=row.id,
        client_id=row.client_id,
        owner=row.owner,
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        reason=REASON.open(key, row.sealed),
        state=row.state,
        version=row.version,
    )


async def progress(
    tx: Transaction, client_id: UUID, status: ClientStatus
) -> list[ClientProgressed]:
    """Let a client come a step further because of what another service announced."""
    query = sa.select(clients).where(clients.c.id == client_id).with_for_update()
    row = (await tx.session.execute(query)).first()
    if row is None:
        return []
    client = await load_client(tx, row)
    events = client.progress(status)
    if events:
        statement = sa.update(clients).where(clients.c.id == client_id)
        await tx.session.execute(statement.values(status=status, version=client.version + 1))
    return events
