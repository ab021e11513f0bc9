"""How many clients a worker has, against the norm of fifty."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kernel import ids
from services.referrals.domain.advice_terms import norm_for
from services.referrals.reactions import reactions
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
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    OPS,
    PUP,
    TO_THE_PUP,
    VISIT,
    House,
    registered,
)
from tests.support.rooms import HOUSE, fact_of, hear, relate

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


async def test_the_silent_are_read_page_by_page_and_a_workers_clients_by_her_code(
    house: House, monkeypatch: Any
) -> None:
    clients = [UUID(int=CLIENT.int + 16 * n) for n in range(1, 4)]
    for n, client in enumerate(clients):
        at(monkeypatch, TODAY - timedelta(days=n))
        await hear(house.database, reactions, fact_of(registered(client)))
        await advised(house, ANNA, client)
    await advised(house, OLA)
    at(monkeypatch, TODAY + timedelta(days=40))

    path = "/v1/advice/unattended"
    one = (await house.see(ANNA, path, days=30, limit=2)).json()
    two = (await house.see(ANNA, path, days=30, limit=2, cursor=one["next"])).json()
    hers = (await house.see(BOSS, "/v1/advice", worker="anna")).json()["items"]

    shown = [item["client_id"] for item in one["items"] + two["items"]]
    assert shown == [str(client) for client in reversed(clients)]
    assert two["next"] is None
    assert {item["client_id"] for item in hers} == set(shown)
    assert (await house.see(ANNA, path, cursor="bm9uZQ")).status_code == 400


async def test_the_card_names_the_clients_advisers(house: House) -> None:
    advice = await advised(house)

    card = (await house.client.get(f"/internal/clients/{CLIENT}/card", headers=HOUSE)).json()

    (adviser,) = card["sections"]["plan"]["full"]["advisers"]
    assert (adviser["id"], adviser["worker"]["name"]) == (advice["id"], "Anna Zmyślona")
    assert "advisers" not in card["sections"]["plan"]["summary"]


async def test_a_whole_caseload_is_handed_over_at_once(house: House) -> None:
    clients = [UUID(int=CLIENT.int + 16 * n) for n in range(1, 13)]
    await hear(house.database, reactions, *(fact_of(registered(one)) for one in clients))
    mine = [await advised(house, ANNA, one) for one in clients]
    to_pass = [{"advice_id": one["id"]} for one in mine]

    done = await house.ask(
        BOSS, "/v1/handovers", {"to": {"code": "ola", "name": "Ola"}, "clients": to_pass}
    )

    assert [one["refusal"] for one in done.json()["items"]] == [None] * 12
    load = (await house.see(BOSS, "/v1/advice/caseload")).json()
    assert [(w["worker"]["code"], w["clients"]) for w in load["workers"]] == [("ola", 12)]


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
