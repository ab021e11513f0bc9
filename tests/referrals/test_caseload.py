"""How many clients a worker has, against the norm of fifty."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kernel import ids
from services.referrals.domain.advice_terms import norm_for
from services.referrals.tables.advice import advice as table
from tests.referrals.advising import (
    ANNA,
    BOSS,
    CLERK,
    OLA,
    PUP_BOSS,
    TODAY,
    advised,
    at,
    hear_oneself,
    problem,
)
from tests.referrals.conftest import ADVISER, CLIENT, OPS, PUP, TO_THE_PUP, VISIT, House
from tests.support.rooms import relate

pytestmark = pytest.mark.anyio


def test_the_norm_is_the_statutes_and_a_labour_office_has_none() -> None:
    norm = norm_for("OPS", date(2026, 3, 1))

    assert norm is not None
    assert (norm.clients, norm.source.article[:8]) == (50, "art. 110")
    assert norm_for("PUP", date(2026, 3, 1)) is None


async def test_a_manager_sees_everybody_and_what_is_late(house: House, monkeypatch: Any) -> None:
    await house.ask(ANNA, "/v1/referrals", TO_THE_PUP)
    await advised(house, ANNA, contact_every_days=7)
    at(monkeypatch, TODAY + timedelta(days=8))

    load = (await house.see(BOSS, "/v1/advice/caseload")).json()

    (worker,) = load["workers"]
    assert (worker["clients"], worker["overdue_contacts"], worker["open_referrals"]) == (1, 1, 1)
    assert (worker["over_norm"], load["norm"]["clients"]) == (0, 50)
    assert (load["clients"], load["unassigned"]) == (1, 0)


async def test_a_contact_due_today_is_not_late(house: House, monkeypatch: Any) -> None:
    await advised(house, ANNA, contact_every_days=7)
    at(monkeypatch, TODAY + timedelta(days=7))

    load = (await house.see(BOSS, "/v1/advice/caseload")).json()

    assert load["workers"][0]["overdue_contacts"] == 0


@pytest.mark.parametrize(("clients", "over"), [(50, 0), (51, 1)])
async def test_over_the_norm_is_said_by_how_many(house: House, clients: int, over: int) -> None:
    await _many(house, OPS, "anna", clients)

    load = (await house.see(BOSS, "/v1/advice/caseload")).json()

    assert [(w["clients"], w["over_norm"]) for w in load["workers"]] == [(clients, over)]


async def test_where_no_norm_holds_nobody_is_over_it(house: House) -> None:
    await _many(house, PUP, "pup-worker", 60)

    load = (await house.see(PUP_BOSS, "/v1/advice/caseload")).json()

    assert load["norm"] is None
    assert load["workers"][0]["over_norm"] is None


async def test_a_worker_sees_her_own_and_nobody_elses(house: House) -> None:
    await _many(house, OPS, "anna", 3)
    await _many(house, OPS, "ola", 2)

    load = (await house.see(OLA, "/v1/advice/caseload")).json()

    assert [(w["worker"]["code"], w["clients"]) for w in load["workers"]] == [("ola", 2)]
    assert (load["clients"], load["unassigned"]) == (2, None)


async def test_whoever_took_a_referral_on_has_it_in_her_caseload(house: House) -> None:
    address = await house.sent()
    await house.ask(ADVISER, f"{address}/accept", VISIT)
    await hear_oneself(house, "referral.sent.v1")

    load = (await house.see(PUP_BOSS, "/v1/advice/caseload")).json()
    own = (await house.see(ADVISER, "/v1/advice/caseload")).json()

    assert load["unassigned"] == 1
    assert [w["open_referrals"] for w in own["workers"]] == [1]


async def test_a_partnerships_clients_are_nobodys_until_somebody_takes_them(
    house: House,
) -> None:
    await relate(house.database, CLIENT, UUID("0197a000-0000-7000-8000-00000000aa01"))

    assert (await house.see(PUP_BOSS, "/v1/advice/unassigned")).json()["items"] == []


async def test_a_clerk_sees_no_caseload(house: House) -> None:
    assert problem(await house.see(CLERK, "/v1/advice/caseload")) == (403, "RoleMayNot")


async def _many(house: House, institution: UUID, worker: str, count: int) -> None:
    rows = [
        {
            "id": ids.new(),
            "client_id": ids.new(),
            "institution": institution,
            "worker": worker,
            "role": "personal_adviser",
            "since": TODAY,
            "assigned_by": worker,
            "clock_from": TODAY,
            "version": 1,
        }
        for _ in range(count)
    ]
    async with house.database.engine.begin() as connection:
        await connection.execute(sa.insert(table), rows)
