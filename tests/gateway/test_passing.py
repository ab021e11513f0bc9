"""Passes at the front door: which addresses they open, how the audit names them, what reaches a service."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from contracts.values import InstitutionKind
from kernel import clock, ids
from kernel.passes import Passes, pass_for
from tests.gateway.conftest import CLIENT, NGO, RECORD, SOCIAL_WORKER, House
from tests.support.rooms import HOUSE_KEY, bearer

pytestmark = pytest.mark.anyio

REFERRAL = UUID("0197a000-0000-7000-8000-00000000e001")
CALENDAR = UUID("0197a000-0000-7000-8000-00000000d701")
PASS_ID = ids.new()
PASSES = Passes(bytes.fromhex(HOUSE_KEY))
PARTY = (NGO, "Fundacja Krok (demo)", InstitutionKind.NGO)
LINK = f"/v1/referrals/{REFERRAL}"


def token(role: str = "referral_link", only: UUID = REFERRAL, days: int = 1) -> str:
    caller = pass_for(PASS_ID, role, only=only, party=PARTY, name="Odnośnik (demo)")
    return PASSES.make(caller, clock.now() + timedelta(days=days))


def shown(**made: Any) -> dict[str, str]:
    return {"Authorization": f"Pass {token(**made)}"}


async def test_a_pass_is_passed_on_to_what_it_is_for(house: House) -> None:
    headers = shown()

    answer = await house.client.post(f"{LINK}/accept", json={}, headers=headers)

    assert answer.status_code == 200
    assert house.service.asked[0].target == f"{LINK}/accept"
    assert house.service.asked[0].headers["authorization"] == headers["Authorization"]


async def test_the_audit_names_the_pass(house: House) -> None:
    house.service.headers = {"Okienko-Operation": "show_referral", "Okienko-Client": str(CLIENT)}

    await house.client.get(LINK, headers=shown())

    entry = (await house.entries())[-1]
    assert (entry["worker"], entry["institution"]) == (f"pass:{PASS_ID}", NGO)
    assert (entry["verb"], entry["client_id"]) == ("show_referral", CLIENT)


@pytest.mark.parametrize(
    "path",
    [
        "/v1/referrals",
        f"/v1/referrals/{CLIENT}",
        "/v1/clients",
        f"/v1/clients/{CLIENT}",
        "/v1/my-day",
    ],
)
async def test_every_other_address_does_not_exist_for_a_pass(house: House, path: str) -> None:
    answer = await house.client.get(path, headers=shown())

    assert answer.status_code == 404
    assert house.service.asked == []


@pytest.mark.parametrize("path", [RECORD, f"{RECORD}/timeline", f"{RECORD}/accesses"])
async def test_no_record_is_read_by_a_pass(house: House, path: str) -> None:
    answer = await house.client.get(path, headers=shown(only=CLIENT))

    assert answer.status_code == 401


async def test_an_invented_pass_costs_neither_a_service_nor_the_audit(house: House) -> None:
    forged = {"Authorization": f"Pass {token()[:-6]}AAAAAA"}

    answers = [await house.client.get(LINK, headers=forged) for _ in range(10)]

    assert {answer.status_code for answer in answers} == {401}
    assert answers[0].json()["type"] == "/problems/PassOver"
    assert house.service.asked == []
    assert await house.entries() == []


async def test_a_pass_that_is_over_is_refused_at_the_door(house: House) -> None:
    answer = await house.client.get(LINK, headers=shown(days=-1))

    assert answer.status_code == 401
    assert house.service.asked == []


async def test_a_calendar_is_read_by_the_pass_in_its_address(house: House) -> None:
    address = f"/v1/calendars/{token('calendar', CALENDAR)}.ics"

    answer = await house.client.get(address)

    asked = house.service.asked[0]
    assert answer.status_code == 200
    assert asked.target == f"/v1/calendars/{CALENDAR}.ics"
    assert asked.headers["authorization"] == f"Pass {token('calendar', CALENDAR)}"


async def test_a_calendars_pass_never_stands_in_an_address_inside(house: House) -> None:
    made = token("calendar", CALENDAR)
    encoded = made.replace(".", "%2E")

    await house.client.get(f"/v1/calendars/{encoded}.ics?since=2026-01-01")

    assert house.service.asked[0].target == f"/v1/calendars/{CALENDAR}.ics"


async def test_a_calendar_without_a_pass_is_no_address(house: House) -> None:
    answer = await house.client.get(f"/v1/calendars/{CALENDAR}.ics", headers=bearer(SOCIAL_WORKER))

    assert answer.status_code == 401
    assert house.service.asked == []


async def test_a_refused_pass_is_told_nothing_of_itself(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    made = token("calendar", CALENDAR, days=-1)

    answer = await house.client.get(f"/v1/calendars/{made}.ics")

    out, err = capsys.readouterr()
    assert answer.status_code == 401
    assert made not in answer.text + out + err
