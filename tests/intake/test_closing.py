"""Closing a case, opening it again, and the list of those whose time has run out."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from contracts.values import InstitutionKind
from kernel import clock
from tests.intake.conftest import (
    ADVISER,
    FAR,
    MANAGER,
    OPS,
    SOCIAL_WORKER,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.support.rooms import announced, worker

pytestmark = pytest.mark.anyio

DPO = replace(worker(OPS, InstitutionKind.OPS, "dpo"), worker="ops-dpo")
TODAY = clock.today()
AT_WORK = {"closed_on": TODAY.isoformat(), "reason": "independent"}


def id_of(client: str) -> UUID:
    return UUID(client.removeprefix("/v1/clients/"))


def outcome(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"]


async def test_a_case_is_closed_and_opened_again_where_it_stood(house: House) -> None:
    client = await house.registered()
    await house.ask(SOCIAL_WORKER, f"{client}/needs", {"kind": "work"})

    closed = await house.ask(SOCIAL_WORKER, f"{client}/close", AT_WORK)
    opened = await house.ask(SOCIAL_WORKER, f"{client}/reopen")

    assert closed.json()["status"] == "closed"
    assert opened.json()["status"] == "assessed"
    told = await announced(house.database, id_of(client))
    assert [fact["type"] for fact in told[-2:]] == ["client.closed.v1", "client.reopened.v1"]
    assert told[-1]["status"] == "assessed"


async def test_a_case_is_closed_once(house: House) -> None:
    client = await house.registered()

    early = await house.ask(SOCIAL_WORKER, f"{client}/reopen")
    await house.ask(SOCIAL_WORKER, f"{client}/close", AT_WORK)
    twice = await house.ask(SOCIAL_WORKER, f"{client}/close", AT_WORK)

    assert outcome(early) == (409, "/problems/CaseOpen")
    assert outcome(twice) == (409, "/problems/CaseClosed")


@pytest.mark.parametrize("days", [1, -2])
async def test_a_case_is_closed_between_its_registration_and_today(
    house: House, days: int
) -> None:
    client = await house.registered()
    day = (TODAY + timedelta(days=days)).isoformat()

    answer = await house.ask(SOCIAL_WORKER, f"{client}/close", AT_WORK | {"closed_on": day})

    assert outcome(answer) == (422, "/problems/ClosedOutOfTime")


async def test_a_partner_does_not_close_it(house: House) -> None:
    client = await house.registered(share_with=[WITH_THE_PARTNERSHIP])

    for path in ("close", "reopen"):
        answer = await house.ask(ADVISER, f"{client}/{path}", AT_WORK)
        assert outcome(answer) == (403, "/problems/OnlyItsRegistrar")


async def test_an_old_version_does_not_close_it(house: House) -> None:
    client = await house.registered()

    answer = await house.ask(SOCIAL_WORKER, f"{client}/close", AT_WORK, If_Match='"v9"')

    assert outcome(answer) == (412, "/problems/VersionIsOld")


async def closed_on(house: House, client: str, day: str) -> None:
    await house.ask(SOCIAL_WORKER, f"{client}/close", AT_WORK)
    await house.database.pool.execute(
        "UPDATE closings SET closed_on = $2::text::date WHERE client_id = $1",
        id_of(client),
        day,
    )


async def test_whose_time_has_run_out_is_listed_oldest_first(house: House) -> None:
    oldest, old, fresh, running = [await house.registered(pesel=None) for _ in range(4)]
    await closed_on(house, old, "2012-06-01")
    await closed_on(house, oldest, "2010-06-01")
    await closed_on(house, fresh, f"{TODAY.year - 10}-01-01")
    await house.ask(DPO, f"{old}/holds", {"reason": "inspection"})

    first = (await house.see(DPO, "/v1/retention/due", limit=1)).json()
    rest = (await house.see(DPO, "/v1/retention/due", cursor=first["next"])).json()

    items = first["items"] + rest["items"]
    assert [f"/v1/clients/{item['client_id']}" for item in items] == [oldest, old]
    assert [item["held"] for item in items] == [False, True]
    assert items[0]["kept_until"] == "2020-12-31"
    assert rest["next"] is None
    assert (await house.see(SOCIAL_WORKER, running)).status_code == 200


async def test_another_institutions_cases_are_not_listed(house: House) -> None:
    await closed_on(house, await house.registered(), "2010-06-01")
    far = replace(worker(FAR, InstitutionKind.OPS, "dpo"), worker="far-dpo")

    assert (await house.see(far, "/v1/retention/due")).json()["items"] == []
    assert len((await house.see(MANAGER, "/v1/retention/due")).json()["items"]) == 1
    assert (await house.see(SOCIAL_WORKER, "/v1/retention/due")).status_code == 403


@pytest.mark.parametrize("bad", ["eHh4", "MXwyMDI2", "!"])
async def test_a_cursor_of_nowhere_is_refused(house: House, bad: str) -> None:
    for path in ("/v1/retention/due", "/v1/erasures"):
        answer = await house.see(DPO, path, cursor=bad)
        assert outcome(answer) == (400, "/problems/CursorUnreadable")
