"""Calendars one subscribes to: by an address alone, days and kinds, and nothing of a person."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx2
import pytest
from icalendar import Calendar

from contracts.values import InstitutionKind
from kernel import clock
from kernel.passes import Passes, pass_for
from services.referrals.domain.duty import Audience, DutyKind
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    OPS,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    House,
)
from tests.referrals.days import COLLEAGUE, HERS, MANAGER, MINE, owe
from tests.support.rooms import HOUSE_KEY, bearer, relate, worker

pytestmark = pytest.mark.anyio

K = DutyKind


async def opened(house: House, caller: Any = SOCIAL_WORKER, **body: Any) -> Any:
    answer = await house.ask(caller, "/v1/my-day/calendars", {"for": "me"} | body)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def fetch(house: House, calendar: Any, **headers: str) -> httpx2.Response:
    """What the gateway asks of the service when a calendar program asks the gateway."""
    token = calendar["address"].removeprefix("/v1/calendars/").removesuffix(".ics")
    shown = {"Authorization": f"Pass {token}"} | headers
    return await house.client.get(f"/v1/calendars/{calendar['id']}.ics", headers=shown)


async def entries(house: House, calendar: Any) -> list[Any]:
    answer = await fetch(house, calendar)
    assert answer.status_code == 200, answer.text
    return list(Calendar.from_ical(answer.text).walk("VEVENT"))


async def test_a_calendar_shows_the_days_of_ones_own_duties(house: House) -> None:
    thing = await owe(house.database, K.ANSWER_REFERRAL, 2, **MINE)
    await owe(house.database, K.REVIEW_PLAN, 2, **HERS)
    await owe(house.database, K.SUPERSEDED_REFERRAL, **MINE)

    (entry,) = await entries(house, await opened(house))

    assert entry["summary"] == "Termin: odpowiedź na skierowanie"
    assert entry.decoded("dtstart") == clock.today() + timedelta(days=2)
    assert entry.decoded("dtend") == clock.today() + timedelta(days=3)
    assert entry["url"] == f"okienko:/v1/referrals/{thing}"


async def test_a_calendar_names_nobody(house: House) -> None:
    await owe(house.database, K.ANSWER_REFERRAL, 2, **MINE)

    answer = await fetch(house, await opened(house))

    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert str(CLIENT) not in answer.text
    assert SOCIAL_WORKER.worker not in answer.text
    assert SOCIAL_WORKER.name not in answer.text
    assert "okienko-client" not in answer.headers


async def test_a_calendar_says_how_often_to_ask(house: House) -> None:
    text = (await fetch(house, await opened(house))).text

    assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n" in text
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert {"VERSION:2.0", "METHOD:PUBLISH"} <= set(text.split("\r\n"))


async def test_an_urgent_referral_rings_in_the_morning(house: House) -> None:
    address = await house.sent(urgency="urgent")
    urgent = UUID(address.rsplit("/", 1)[1])
    await owe(house.database, K.ACKNOWLEDGE_OUTCOME, 1, thing_id=urgent)
    await owe(house.database, K.REVIEW_PLAN, 2)

    first, second = await entries(house, await opened(house))

    assert [alarm.decoded("trigger") for alarm in first.walk("VALARM")] == [timedelta(hours=8)]
    assert list(second.walk("VALARM")) == []


async def test_an_entry_keeps_its_name_while_the_duty_moves(house: House) -> None:
    thing = await owe(house.database, K.REVIEW_PLAN, 1)
    calendar = await opened(house)
    before = await entries(house, calendar)
    await owe(house.database, K.REVIEW_PLAN, 9, thing_id=thing)

    after = await entries(house, calendar)

    other = await entries(house, await opened(house))
    assert before[0]["uid"] == after[0]["uid"]
    assert before[0]["uid"] != other[0]["uid"]


async def test_nothing_is_sent_again_that_did_not_change(house: House) -> None:
    await owe(house.database, K.REVIEW_PLAN, 1)
    calendar = await opened(house)
    first = await fetch(house, calendar)

    same = await fetch(house, calendar, **{"If-None-Match": first.headers["etag"]})
    await owe(house.database, K.REVIEW_PLAN, 2)
    other = await fetch(house, calendar, **{"If-None-Match": first.headers["etag"]})

    assert (same.status_code, same.content) == (304, b"")
    assert other.status_code == 200


async def test_a_calendar_of_some_kinds_in_english(house: House) -> None:
    await owe(house.database, K.ANSWER_REFERRAL, 2)
    await owe(house.database, K.REVIEW_PLAN, 2)

    found = await entries(house, await opened(house, kinds=["review_plan"], language="en"))

    assert [entry["summary"] for entry in found] == ["Due: review a plan"]


async def test_a_team_calendar_is_for_whoever_leads_it(house: House) -> None:
    await owe(house.database, K.REVIEW_PLAN, 1, **HERS)
    await owe(house.database, K.ESCALATED_REFERRAL, 1, audience=Audience.MANAGER)

    found = await entries(house, await opened(house, MANAGER, **{"for": "team"}))
    refused = await house.ask(SOCIAL_WORKER, "/v1/my-day/calendars", {"for": "team"})

    assert len(found) == 2
    assert (refused.status_code, refused.json()["type"]) == (403, "/problems/RoleMayNot")


async def test_a_client_no_longer_seen_leaves_the_calendar_at_once(house: House) -> None:
    relation = await relate(house.database, CLIENT, PUP)
    await owe(house.database, K.ANSWER_REFERRAL, 1, institution=PUP)
    calendar = await opened(house, ADVISER)
    before = await entries(house, calendar)

    await house.database.pool.execute(
        "UPDATE relations SET closed_at = now() WHERE relation_id = $1", relation
    )

    assert (len(before), await entries(house, calendar)) == (1, [])


async def test_a_revoked_address_opens_nothing(house: House) -> None:
    calendar = await opened(house)

    answer = await house.ask(SOCIAL_WORKER, f"/v1/my-day/calendars/{calendar['id']}/revoke")

    over = await fetch(house, calendar)
    again = await house.ask(SOCIAL_WORKER, f"/v1/my-day/calendars/{calendar['id']}/revoke")
    assert answer.status_code == 200
    assert (over.status_code, over.json()["type"]) == (401, "/problems/PassOver")
    assert (again.status_code, again.json()["type"]) == (409, "/problems/CalendarRevoked")


async def test_the_manager_revokes_the_address_of_whoever_left(house: House) -> None:
    calendar = await opened(house)
    path = f"/v1/my-day/calendars/{calendar['id']}/revoke"

    by_colleague = await house.ask(COLLEAGUE, path)
    by_stranger = await house.ask(STRANGER, path)
    by_manager = await house.ask(MANAGER, path)

    codes = [answer.status_code for answer in (by_colleague, by_stranger, by_manager)]
    assert codes == [404, 404, 200]


async def test_the_address_is_shown_once(house: House) -> None:
    calendar = await opened(house)

    mine = (await house.see(SOCIAL_WORKER, "/v1/my-day/calendars")).json()["items"]
    hers = (await house.see(COLLEAGUE, "/v1/my-day/calendars")).json()["items"]
    teams = (await house.see(MANAGER, "/v1/my-day/calendars")).json()["items"]

    assert [one["id"] for one in mine] == [calendar["id"]] == [one["id"] for one in teams]
    assert hers == []
    assert "address" not in mine[0]


async def test_a_pass_of_one_calendar_opens_no_other(house: House) -> None:
    mine, other = await opened(house), await opened(house, MANAGER)

    answer = await fetch(house, mine | {"id": other["id"]})

    assert answer.status_code == 404


async def test_a_pass_that_was_never_handed_out_opens_nothing(house: House) -> None:
    calendar = await opened(house)
    party = (OPS, "MOPR (demo)", InstitutionKind.OPS)
    made_up = pass_for(
        UUID(int=5), "calendar", only=UUID(calendar["id"]), party=party, name="Kalendarz"
    )
    token = Passes(bytes.fromhex(HOUSE_KEY)).make(made_up, clock.now() + timedelta(days=1))

    answer = await fetch(house, calendar | {"address": f"/v1/calendars/{token}.ics"})

    assert (answer.status_code, answer.json()["type"]) == (401, "/problems/PassOver")


async def test_a_calendar_opens_nothing_but_itself(house: House) -> None:
    calendar = await opened(house)
    token = calendar["address"].removeprefix("/v1/calendars/").removesuffix(".ics")
    headers = {"Authorization": f"Pass {token}"}

    day = await house.client.get("/v1/my-day", headers=headers)
    path = f"/v1/my-day/calendars/{calendar['id']}/revoke"
    revoked = await house.client.post(path, json={}, headers=headers)

    assert (day.status_code, revoked.status_code) == (403, 403)


async def test_a_login_does_not_read_a_calendar(house: House) -> None:
    calendar = await opened(house)

    answer = await house.client.get(
        f"/v1/calendars/{calendar['id']}.ics", headers=bearer(SOCIAL_WORKER)
    )

    assert answer.status_code == 403


async def test_nobody_collects_addresses(house: House) -> None:
    for _ in range(10):
        await opened(house)

    answer = await house.ask(SOCIAL_WORKER, "/v1/my-day/calendars", {"for": "me"})

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/CalendarsEnough")


async def test_asked_twice_with_one_key_there_is_one_calendar(house: House) -> None:
    made = [
        await house.ask(
            SOCIAL_WORKER, "/v1/my-day/calendars", {"for": "me"}, Idempotency_Key="one"
        )
        for _ in range(2)
    ]

    assert made[0].json() == made[1].json()
    assert await house.database.pool.fetchval("SELECT count(*) FROM calendars") == 1


@pytest.mark.parametrize("body", [{}, {"for": "all"}, {"for": "me", "kinds": ["x"]}])
async def test_what_no_calendar_can_show_is_a_field_at_fault(house: House, body: Any) -> None:
    answer = await house.ask(SOCIAL_WORKER, "/v1/my-day/calendars", body)

    assert answer.status_code == 422
    assert await house.database.pool.fetchval("SELECT count(*) FROM calendars") == 0


async def test_a_clerk_has_no_calendar(house: House) -> None:
    clerk = worker(OPS, InstitutionKind.OPS, "ops_benefits_clerk")

    answer = await house.ask(clerk, "/v1/my-day/calendars", {"for": "me"})

    assert answer.status_code == 403
