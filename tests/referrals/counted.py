"""Cases that indicators count, as they lie in the tables; and what is told of them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from contracts.directory import InstitutionRegistered
from contracts.intake import ClientRegistered
from contracts.values import BasisKind, InstitutionKind
from kernel import ids
from services.referrals.reactions import reactions
from tests.referrals.conftest import (
    OPS,
    House,
)
from tests.referrals.days import MANAGER
from tests.support.rooms import fact_of, hear, know, worker

GROUP = UUID("0197a000-0000-7000-8000-00000000aa01")
WIDER = UUID("0197a000-0000-7000-8000-00000000aa02")
ROPS = UUID("0197a000-0000-7000-8000-000000000021")
ANALYST = worker(ROPS, InstitutionKind.ROPS, "regional_analyst")
YEAR = {"from": "2025-01", "to": "2025-12"}


async def registered(
    house: House, on: str = "2025-02-03", by: UUID = OPS, municipality: str = "2478011"
) -> UUID:
    """A client, as she was heard of on a day."""
    client = ids.new()
    await house.database.pool.execute(
        "INSERT INTO registrations (client_id, institution, municipality, registered_on)"
        " VALUES ($1, $2, $3, $4)",
        client, by, municipality, date.fromisoformat(on),
    )  # fmt: skip
    return client


async def heard(house: House) -> UUID:
    """A client, heard of today; she has a plan."""
    client = ids.new()
    event = ClientRegistered(
        client_id=client,
        relation_id=client,
        party_id=OPS,
        basis=BasisKind.REGISTRATION,
        municipality="2478011",
    )
    await hear(house.database, reactions, fact_of(event))
    return client


async def referred(house: House, client: UUID, by: UUID = OPS, **fields: Any) -> None:
    """A referral as it lies in the table, sent on a day and whatever came of it."""
    row: dict[str, Any] = {
        "id": ids.new(), "client_id": client, "relation_id": ids.new(), "sent_by": by,
        "sent_to": ids.new(), "sent_at": datetime(2025, 3, 3, 12, tzinfo=UTC), "urgency": "normal",
        "state": "sent", "version": 1, "sealed": b"",
    } | fields  # fmt: skip
    places = ", ".join(f"${n}" for n in range(1, len(row) + 1))
    await house.database.pool.execute(
        f"INSERT INTO referrals ({', '.join(row)}) VALUES ({places})",  # noqa: S608 names of ours
        *row.values(),
    )


def answered(day: int, state: str, **fields: Any) -> dict[str, Any]:
    return {"state": state, "answered_at": datetime(2025, 3, day, 12, tzinfo=UTC)} | fields


async def shown(house: House, caller: Any = MANAGER, **params: Any) -> Any:
    answer = await house.see(caller, "/v1/indicators", **(YEAR | params))
    assert answer.status_code == 200, answer.text
    return {
        group["id"]: {one["code"]: one for one in group["indicators"]}
        for group in answer.json()["groups"]
    }


async def own(house: House, **params: Any) -> Any:
    return (await shown(house, **params))[str(OPS)]


async def served(house: House, clients: int, by: UUID = OPS) -> None:
    """Clients registered on one day; one is served on the next, another on the day after, and so on."""
    for number in range(clients):
        client = await registered(house, by=by)
        begun = datetime(2025, 2, 4, 9, tzinfo=UTC) + timedelta(days=number)
        await referred(house, client, state="in_progress", started_at=begun)


async def partnership(
    house: House, *members: UUID, group: UUID = GROUP, since: str = "2024-01-01"
) -> None:
    await know(house.database, group, "Partnerstwo Zabrze (demo)", None)
    await join(house, *members, group=group, since=since)


async def join(house: House, *members: UUID, group: UUID, since: str) -> None:
    """By an agreement of its own."""
    agreement = ids.new()
    for member in members:
        await house.database.pool.execute(
            "INSERT INTO memberships (agreement_id, member_id, group_id, valid_from)"
            " VALUES ($1, $2, $3, $4)",
            agreement, member, group, date.fromisoformat(since),
        )  # fmt: skip


async def counties(house: House) -> Any:
    event = InstitutionRegistered(
        party_id=ROPS, name="ROPS (demo)", kind=InstitutionKind.ROPS, territory="24"
    )
    await hear(house.database, reactions, fact_of(event, source="directory"))
    return await shown(house, ANALYST, by="county")
