"""A second person decides on an award."""

import asyncio
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kernel import clock, ids
from kernel.tables import client_keys
from kernel.transactions import begin
from services.benefits.use_cases.approve_award import approve_award
from tests.benefits.conftest import CLIENT, FAR, MANAGER, SOCIAL_WORKER, STRANGER, Office
from tests.support.rooms import announced, relate

pytestmark = pytest.mark.anyio

# In a small centre one person may hold both roles; she still may not decide on her own figures.
BOTH_ROLES = replace(SOCIAL_WORKER, roles=frozenset({"social_worker", "ops_manager"}))


async def test_who_computed_an_award_may_not_approve_it(office: Office) -> None:
    address = await office.applied(BOTH_ROLES)

    answer = await office.decide(BOTH_ROLES, f"{address}/approve")

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/OwnCalculation")
    assert (await office.see(BOTH_ROLES, address)).json()["status"] == "applied"


async def test_somebody_else_approves_it(office: Office) -> None:
    address = await office.applied()

    answer = await office.decide(MANAGER, f"{address}/approve")

    award = answer.json()
    assert answer.status_code == 200, answer.text
    assert (award["status"], award["version"], answer.headers["etag"]) == ("active", 3, '"v3"')
    assert (award["approved_by"], award["approved_on"]) == (
        MANAGER.worker,
        clock.today().isoformat(),
    )
    assert answer.headers["okienko-client"] == str(CLIENT)
    assert (await office.see(SOCIAL_WORKER, address)).json() == award


async def test_the_approval_is_announced_with_its_months_and_no_amount(office: Office) -> None:
    address = await office.applied()

    await office.decide(MANAGER, f"{address}/approve")

    assert (await announced(office.database, CLIENT))[1] == {
        "type": "award.approved.v1",
        "actor": MANAGER.worker,
        "client_id": str(CLIENT),
        "award_id": address.removeprefix("/v1/awards/"),
        "first_month": "2026-03",
        "last_month": "2027-02",
    }


async def test_an_award_is_approved_once(office: Office) -> None:
    address = await office.applied()
    await office.decide(MANAGER, f"{address}/approve")

    again = await office.decide(MANAGER, f"{address}/approve")

    assert (again.status_code, again.json()["type"]) == (409, "/problems/IllegalMove")
    assert (again.json()["state"], again.json()["allowed"]) == (
        "active",
        ["suspend", "end"],
    )


async def test_of_two_decisions_at_the_same_instant_one_holds(office: Office) -> None:
    address = await office.applied()

    answers = await asyncio.gather(
        office.decide(MANAGER, f"{address}/approve"),
        office.decide(MANAGER, f"{address}/reject", {"reason": "no_funds"}),
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409]
    told = [event["type"] for event in await announced(office.database, CLIENT)]
    assert len({"award.approved.v1", "award.rejected.v1"} & set(told)) == 1


async def test_a_decision_waits_for_the_one_before_it(office: Office) -> None:
    address = await office.applied()
    award_id = UUID(address.removeprefix("/v1/awards/"))

    async with begin(office.database, by=MANAGER) as tx:
        await approve_award(award_id, expected=None, by=MANAGER, tx=tx)
        late = asyncio.create_task(
            office.decide(MANAGER, f"{address}/reject", {"reason": "no_funds"})
        )
        await asyncio.wait([late], timeout=0.3)

    assert (await late).status_code == 409
    assert (await office.see(MANAGER, address)).json()["status"] == "active"


async def test_who_decides_on_an_older_version_is_told_so(office: Office) -> None:
    address = await office.applied()
    await office.decide(MANAGER, f"{address}/approve", if_match='"v1"')

    late = await office.decide(
        MANAGER, f"{address}/reject", {"reason": "no_funds"}, if_match='"v1"'
    )

    assert (late.status_code, late.json()["type"]) == (412, "/problems/VersionIsOld")


async def test_an_award_is_rejected_with_a_reason(office: Office) -> None:
    address = await office.applied()

    answer = await office.decide(MANAGER, f"{address}/reject", {"reason": "no_funds"})

    award = answer.json()
    assert (answer.status_code, award["status"], award["version"]) == (200, "rejected", 2)
    assert (award["rejected_by"], award["rejection_reason"]) == (MANAGER.worker, "no_funds")
    assert award["approved_by"] is None
    assert (await announced(office.database, CLIENT))[-1] == {
        "type": "award.rejected.v1",
        "actor": MANAGER.worker,
        "client_id": str(CLIENT),
        "award_id": award["id"],
    }


@pytest.mark.parametrize("body", [{}, {"reason": "Wymyślona owes me"}, {"reason": -505}])
async def test_a_rejection_needs_a_reason_of_the_list(office: Office, body: Any) -> None:
    address = await office.applied()

    answer = await office.decide(MANAGER, f"{address}/reject", body)

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/reason"
    assert "Wymy" not in answer.text
    assert "505" not in answer.text


@pytest.mark.parametrize("verb", ["", "/approve", "/reject"])
async def test_for_a_stranger_the_award_does_not_exist(office: Office, verb: str) -> None:
    address = await office.applied()
    nowhere = f"/v1/awards/{ids.new()}"

    known, unknown = [
        await (
            office.decide(STRANGER, f"{place}{verb}", {"reason": "no_funds"})
            if verb
            else office.see(STRANGER, place)
        )
        for place in (address, nowhere)
    ]

    assert (known.status_code, known.json()["type"]) == (404, "/problems/AwardNotFound")
    assert known.json() == unknown.json()


async def test_another_institution_of_the_client_sees_but_does_not_decide(office: Office) -> None:
    address = await office.applied()
    await relate(office.database, CLIENT, FAR)

    seen = await office.see(STRANGER, address)
    approving = await office.decide(STRANGER, f"{address}/approve")
    rejecting = await office.decide(STRANGER, f"{address}/reject", {"reason": "no_funds"})

    assert seen.status_code == 200
    for answer in (approving, rejecting):
        assert (answer.status_code, answer.json()["type"]) == (403, "/problems/NotTheAwarder")


async def test_the_card_holds_every_award_in_full_and_as_a_status(office: Office) -> None:
    assert (await office.card()).status_code == 404
    address = await office.applied()
    await office.decide(MANAGER, f"{address}/approve")
    award = (await office.see(MANAGER, address)).json()

    card = (await office.card()).json()

    brief = {"id": award["id"], "status": "active", "from": "2026-03", "to": "2027-02"}
    more = {name: award[name] for name in ("lost_benefit", "total", "schedule", "months")}
    assert card["version"] == 3
    assert card["sections"] == {"awards": {"full": [brief | more], "summary": [brief]}}


async def test_with_the_key_of_the_client_her_awards_are_gone(office: Office) -> None:
    address = await office.applied()

    async with begin(office.database) as tx:
        await tx.session.execute(sa.delete(client_keys))

    assert (await office.see(MANAGER, address)).status_code == 404
    assert (await office.decide(MANAGER, f"{address}/approve")).status_code == 404
    assert (await office.card()).status_code == 404
