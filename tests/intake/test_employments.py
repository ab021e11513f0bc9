"""Jobs: taken, changed, ended; each warns the others."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from kernel import clock
from kernel.transactions import look
from services.intake.store.sealing import key_of
from tests.intake.conftest import (
    ADVISER,
    CLERK,
    COORDINATOR,
    NOBODY,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_NGO,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.support.rooms import HOUSE, announced

pytestmark = pytest.mark.anyio

JOB_BODY: dict[str, Any] = {
    "started_on": "2026-03-02",
    "employer": "Zmyślona Piekarnia",
    "hours_a_week": "20.00",
    "full_time_share": "0.500",
    "pay": "monthly",
    "gross_wage": "2403.00",
    "evidence": {"kind": "contract"},
}
CHANGE: dict[str, Any] = {
    "changed_from": "2026-05-01",
    "terms": {"hours_a_week": "40.00", "pay": "monthly", "gross_wage": "4806.00"},
}
END: dict[str, Any] = {"ended_on": "2026-06-30", "reason": "contract_expired"}


async def employed(house: House, **more: Any) -> tuple[str, str]:
    """A client and one of her jobs, by their addresses."""
    address = await house.registered(**more)
    answer = await house.ask(SOCIAL_WORKER, f"{address}/employments", JOB_BODY)
    assert answer.status_code == 201, answer.text
    return address, f"{address}/employments/{answer.json()['id']}"


async def sections(house: House, address: str) -> Any:
    path = f"/internal/clients/{address.rsplit('/', maxsplit=1)[-1]}/card"
    return (await house.client.get(path, headers=HOUSE)).json()["sections"]


async def test_terms_change_from_a_day_and_those_before_stay(house: House) -> None:
    address, job = await employed(house)

    answer = await house.ask(SOCIAL_WORKER, f"{job}/change", CHANGE, If_Match='"v1"')

    assert answer.status_code == 200, answer.text
    assert answer.headers["etag"] == '"v2"'
    [listed] = (await house.see(SOCIAL_WORKER, f"{address}/employments")).json()["items"]
    assert [(t["valid_from"], t["terms"]["gross_wage"]) for t in listed["terms"]] == [
        ("2026-03-02", "2403.00"),
        ("2026-05-01", "4806.00"),
    ]
    last = (await announced(house.database))[-1]
    assert (last["type"], last["changed_from"]) == ("employment.changed.v1", "2026-05-01")
    assert "4806" not in str(await announced(house.database))


async def test_a_job_that_ended_is_told_as_ended(house: House) -> None:
    address, job = await employed(house)

    answer = await house.ask(SOCIAL_WORKER, f"{job}/end", END)

    assert answer.status_code == 200, answer.text
    assert (answer.json()["ended_on"], answer.json()["version"]) == ("2026-06-30", 2)
    last = (await announced(house.database))[-1]
    assert (last["type"], last["reason"]) == ("employment.ended.v1", "contract_expired")
    assert (await sections(house, address))["work"]["summary"] == {"employed_until": "2026-06-30"}
    for verb, body in (("end", END), ("change", CHANGE)):
        again = await house.ask(SOCIAL_WORKER, f"{job}/{verb}", body)
        assert (again.status_code, again.json()["type"]) == (409, "/problems/EmploymentOver")


async def test_the_wage_lies_with_the_incomes(house: House) -> None:
    address, _ = await employed(house)

    found = await sections(house, address)

    assert "2403" not in str(found["work"])
    assert found["income"]["full"]["wages"][0]["gross"] == "2403.00"
    assert found["work"]["full"]["employments"][0]["hours_a_week"] == "20.00"


async def test_a_partner_reads_the_job_without_the_wage(house: House) -> None:
    address, _ = await employed(house, share_with=[WITH_THE_PARTNERSHIP, WITH_THE_NGO])

    for caller in (ADVISER, COORDINATOR):
        seen = await house.see(caller, f"{address}/employments")
        assert seen.status_code == 200, seen.text
        assert seen.json()["items"][0]["terms"][0]["terms"]["gross_wage"] is None
        assert "2403" not in seen.text


@pytest.mark.parametrize(
    ("verb", "body", "status", "refusal"),
    [
        ("end", END | {"ended_on": "2026-03-01"}, 422, "OutsideEmployment"),
        ("change", CHANGE | {"changed_from": "2026-03-01"}, 422, "OutsideEmployment"),
        ("change", CHANGE | {"changed_from": "2026-03-02"}, 409, "TermsFromThatDay"),
    ],
)
async def test_a_day_that_cannot_be_is_refused(
    house: House, verb: str, body: Any, status: int, refusal: str
) -> None:
    _, job = await employed(house)

    answer = await house.ask(SOCIAL_WORKER, f"{job}/{verb}", body)

    assert (answer.status_code, answer.json()["type"]) == (status, f"/problems/{refusal}")
    assert len(await announced(house.database)) == 2


@pytest.mark.parametrize(("verb", "field"), [("end", "ended_on"), ("change", "changed_from")])
async def test_nothing_is_recorded_a_hundred_days_ahead(
    house: House, verb: str, field: str
) -> None:
    _, job = await employed(house)
    body = {"end": END, "change": CHANGE}[verb]
    ahead = (clock.today() + timedelta(days=93)).isoformat()

    answer = await house.ask(SOCIAL_WORKER, f"{job}/{verb}", body | {field: ahead})

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/TooFarAhead")
    assert answer.json()["errors"][0]["pointer"] == f"/{field}"


async def test_who_decided_on_an_older_version_of_the_job_is_told_so(house: House) -> None:
    _, job = await employed(house)

    answers = await asyncio.gather(
        *(house.ask(SOCIAL_WORKER, f"{job}/end", END, If_Match='"v1"') for _ in range(2))
    )

    assert sorted(answer.status_code for answer in answers) in ([200, 409], [200, 412])


async def test_a_job_of_somebody_else_does_not_exist_for_her(house: House) -> None:
    _, job = await employed(house)
    other = await house.registered(pesel=None)

    for path in (
        f"{other}/employments/{job.rsplit('/', maxsplit=1)[-1]}/end",
        f"{other}/employments/{NOBODY}/end",
    ):
        answer = await house.ask(SOCIAL_WORKER, path, END)
        assert (answer.status_code, answer.json()["type"]) == (404, "/problems/EmploymentNotFound")


@pytest.mark.parametrize(("caller", "status"), [(CLERK, 403), (STRANGER, 404)])
@pytest.mark.parametrize(("verb", "body"), [("change", CHANGE), ("end", END)])
async def test_who_may_not_is_refused(
    house: House, caller: Any, status: int, verb: str, body: Any
) -> None:
    _, job = await employed(house)

    assert (await house.ask(caller, f"{job}/{verb}", body)).status_code == status


async def test_a_job_sealed_before_terms_were_known_still_opens(house: House) -> None:
    address, _ = await employed(house)
    client_id = UUID(address.rsplit("/", maxsplit=1)[-1])
    async with look(house.database) as tx:
        key = await key_of(tx, client_id)
    old = key.seal(b'["civil_contract","Dawny Sklep"]', "employment")
    await house.database.pool.execute("UPDATE employments SET sealed = $1", old)

    [job] = (await house.see(SOCIAL_WORKER, f"{address}/employments")).json()["items"]

    assert (job["kind"], job["terms"][0]["terms"]["employer"]) == ("civil_contract", "Dawny Sklep")
