"""What tests of payments have in common: a clerk, three clients with awards, and the way of a list."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from contracts.values import InstitutionKind
from kernel import clock
from kernel.callers import Caller
from tests.benefits.conftest import CLIENT, MANAGER, OPS, SOCIAL_WORKER, Office
from tests.support.rooms import bearer, relate, worker

CLERK = replace(worker(OPS, InstitutionKind.OPS, "ops_benefits_clerk"), worker="ops-clerk")
# In a small centre one person may hold both roles.
BOTH_ROLES = replace(CLERK, roles=frozenset({"ops_benefits_clerk", "ops_manager"}))
SECOND = UUID("0197a000-0000-7000-8000-00000000c002")
THIRD = UUID("0197a000-0000-7000-8000-00000000c003")
LISTS = "/v1/benefits/payment-lists"
ACCOUNT = "PL61109010140000071219812874"
OWN_ACCOUNT = "PL27114020040000300201355387"
EXPORT = {"from_account": OWN_ACCOUNT, "execute_on": "2026-12-10"}


async def granted(office: Office, *clients: UUID) -> list[str]:
    """Twelve months from March 2026 for each client, 505.00 in the first; answer the awards."""
    made = []
    for client in clients or (CLIENT,):
        office.gateway.clients.add(str(client))
        office.gateway.payees[str(client)] = {
            "name": "Próbna Wymyślona",
            "account": ACCOUNT,
            "address": "Wolności 1, 41-800 Zabrze",
        }
        if client != CLIENT:
            await relate(office.database, client, OPS)
        address = await office.applied(SOCIAL_WORKER, client_id=str(client))
        assert (await office.decide(MANAGER, f"{address}/approve")).status_code == 200
        made.append(address.removeprefix("/v1/awards/"))
    return made


async def draft(
    office: Office,
    month: Any = "2026-03",
    by: Caller = CLERK,
    headers: Mapping[str, str] | None = None,
) -> Any:
    """Draw up a list."""
    asked = bearer(by, **(headers or {}))
    return await office.client.post(LISTS, json={"month": month}, headers=asked)


async def drafted(office: Office, month: str = "2026-03") -> str:
    """Draw up a list; answer its address."""
    answer = await draft(office, month)
    assert answer.status_code == 201, answer.text
    return str(answer.headers["location"])


async def do(office: Office, by: Caller, address: str, body: Any = None, **headers: str) -> Any:
    """Carry out a verb."""
    return await office.client.post(address, json=body, headers=bearer(by, **headers))


async def lines(office: Office, address: str) -> list[dict[str, Any]]:
    """The lines of a list."""
    answer = await office.see(CLERK, f"{address}/lines")
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def approve(office: Office, address: str, by: Caller = MANAGER, **headers: str) -> Any:
    """Approve it as it is now."""
    seen = await office.see(by, address)
    headers.setdefault("if_match", seen.headers["etag"])
    return await do(office, by, f"{address}/approve", **headers)


async def approved(office: Office, month: str = "2026-03") -> str:
    """A list that a second person approved."""
    address = await drafted(office, month)
    answer = await approve(office, address)
    assert answer.status_code == 200, answer.text
    return address


async def exported(office: Office, month: str = "2026-03", **said: Any) -> str:
    """A list whose files were made."""
    address = await approved(office, month)
    answer = await do(office, CLERK, f"{address}/export", EXPORT | said)
    assert answer.status_code == 200, answer.text
    return address


def today() -> str:
    """The day on which tests pay."""
    return clock.today().isoformat()


async def paid(office: Office, month: str = "2026-03", **said: Any) -> str:
    """A list that was paid today."""
    address = await exported(office, month, **said)
    answer = await do(office, MANAGER, f"{address}/confirm", {"paid_on": today()})
    assert answer.status_code == 200, answer.text
    return address


async def balances(office: Office) -> dict[str, str]:
    """The accounts that something was booked on; they add up to nothing."""
    answer = await office.see(MANAGER, "/v1/benefits/ledger")
    assert answer.json()["sum"] == "0.00"
    return {
        one["account"]: one["balance"]
        for one in answer.json()["accounts"]
        if one["debit"] != "0.00" or one["credit"] != "0.00"
    }


def outcome(answer: Any) -> tuple[int, str]:
    """What a refusal says."""
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")


def statuses(answers: Sequence[Any]) -> dict[int, int]:
    """How many answers of each status."""
    codes = [answer.status_code for answer in answers]
    return {code: codes.count(code) for code in sorted(set(codes))}
