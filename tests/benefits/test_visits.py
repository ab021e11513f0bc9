"""Visits are recorded by the provider, confirmed by the client's code, and looked at by whoever pays."""

import asyncio
from typing import Any

import pytest

from contracts.intake import ClientMerged, MergeReason
from contracts.intake.rights import ClientRestricted
from kernel import ids
from kernel.transactions import begin
from services.benefits.domain.months import shifted
from services.benefits.domain.visit import drawn_for_phone
from services.benefits.reactions import reactions
from services.benefits.use_cases.expire_vouchers import expire_vouchers
from tests.benefits.care import (
    CLERK,
    MONTH,
    NGO,
    OTHER_PROVIDER,
    PROVIDER,
    Care,
    Held,
    at,
    day,
    outcome,
    programme,
)
from tests.benefits.conftest import CLIENT, FAR, MANAGER, OPS, STRANGER, Office
from tests.support.rooms import announced, fact_of, hear, relate

pytestmark = pytest.mark.anyio

SECOND = ids.new()
ZABRZE = {"latitude": 50.3249, "longitude": 18.7857}
KRAKOW = {"latitude": 50.0614, "longitude": 19.9366}


@pytest.fixture
async def care(office: Office) -> Care:
    return await programme(office)


@pytest.fixture
async def held(care: Care) -> Held:
    return await care.in_hands()


async def other_client(care: Care) -> Held:
    """A voucher of somebody else."""
    await relate(care.office.database, SECOND, OPS)
    return await care.in_hands(client_id=str(SECOND))


def flags(answer: Any) -> list[str]:
    body = answer.json()
    return [one["flag"] for one in body.get("visit", body)["flags"]]


async def test_a_visit_confirmed_with_the_code_takes_its_minutes_of_the_voucher(
    held: Held,
) -> None:
    answer = await held.visit(at(2, 8, 10), at(2, 10, 5), place=ZABRZE, note="Sprzątanie.")

    told = answer.json()
    assert answer.status_code == 201, answer.text
    assert (told["confirmed"], told["minutes_left"], flags(answer)) == (True, 1800 - 115, [])
    assert (told["visit"]["day"], told["visit"]["month"]) == (day(2).isoformat(), MONTH)
    assert await held.month() == {
        "month": MONTH, "granted": 1800, "carried_in": 0, "used": 115, "left": 1685,
        "carried_on": 0,
    }  # fmt: skip
    # The provider is told nothing of whose it is, in no header either.
    assert str(CLIENT) not in answer.text
    assert "sync-token" not in answer.headers
    announcement = (await announced(held.care.office.database, CLIENT))[-1]
    assert announcement["type"] == "visit.recorded.v1"


async def test_what_was_done_and_where_lies_sealed(held: Held) -> None:
    await held.visit(at(2, 8), at(2, 9), place=ZABRZE, note="Sprzątanie.")

    rows = await held.care.office.database.pool.fetch("SELECT * FROM voucher_visits")

    kept = str([dict(row) for row in rows])
    assert "50.32" not in kept
    assert "Sprz" not in kept
    assert "daily_needs" not in kept


async def test_of_sixteen_visits_at_once_one_carer_makes_one(care: Care) -> None:
    held, other = await care.in_hands(), await other_client(care)

    answers = await asyncio.gather(*(who.visit(at(2, 8), at(2, 9)) for who in [held, other] * 8))

    assert sorted(one.status_code for one in answers) == [201] + [409] * 15
    assert {outcome(one)[1] for one in answers if one.status_code == 409} == {"TwoPlacesAtOnce"}
    used = [(await one.month())["used"] for one in (held, other)]
    assert sorted(used) == [0, 60]


async def test_of_sixteen_carers_at_once_one_is_with_the_client(held: Held) -> None:
    answers = await asyncio.gather(
        *(held.visit(at(2, 8), at(2, 9), carer=f"carer-{n}") for n in range(16))
    )

    assert sorted(one.status_code for one in answers) == [201] + [409] * 15
    assert {one.json()["who"] for one in answers if one.status_code == 409} == {"client"}
    assert (await held.month())["used"] == 60


async def test_two_visits_at_once_do_not_use_up_more_than_there_is(care: Care) -> None:
    held = await care.in_hands(hours=4)

    answers = await asyncio.gather(
        *(held.visit(at(n, 8), at(n, 11), carer=f"carer-{n}") for n in range(1, 9))
    )

    assert sorted(one.status_code for one in answers) == [201] + [409] * 7
    refused = next(one for one in answers if one.status_code == 409)
    assert (outcome(refused)[1], refused.json()["minutes_left"]) == ("VoucherUsedUp", 60)


async def test_one_visit_may_follow_another_to_the_minute(held: Held) -> None:
    assert (await held.visit(at(2, 8), at(2, 9))).status_code == 201
    assert (await held.visit(at(2, 9), at(2, 10))).status_code == 201
    assert outcome(await held.visit(at(2, 9, 59), at(2, 11))) == (409, "TwoPlacesAtOnce")


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ({"starts_at": at(2, 8), "ends_at": at(2, 8)}, (422, "NotATime")),
        ({"starts_at": at(2, 9), "ends_at": at(2, 8)}, (422, "NotATime")),
        ({"starts_at": at(2, 8), "ends_at": at(3, 9)}, (422, "NotATime")),
        ({"ends_at": "2190-01-01T10:00:00+01:00"}, (422, "NotATime")),
        ({"ends_at": "2026-03-02T10:00:00"}, (422, "FieldsAtFault")),
        ({"service": "neighbour_care"}, (409, "ServiceNotCovered")),
        ({"code": "12"}, (422, "FieldsAtFault")),
        ({"tasks": []}, (422, "FieldsAtFault")),
        ({"carer": "Jan Kowalski"}, (422, "FieldsAtFault")),
    ],
)
async def test_a_visit_that_cannot_be_is_refused(held: Held, said: Any, refused: Any) -> None:
    said = {"starts_at": at(2, 8), "ends_at": at(2, 9)} | said

    answer = await held.visit(said.pop("starts_at"), said.pop("ends_at"), **said)

    assert outcome(answer) == refused
    assert await held.care.visits() == []


async def test_outside_its_days_a_voucher_pays_for_nothing(care: Care) -> None:
    held = await care.in_hands(valid_from=day(10).isoformat(), valid_to=day(20).isoformat())

    before = await held.visit(at(9, 8), at(9, 9))
    after = await held.visit(at(21, 8), at(21, 9))

    assert outcome(before) == outcome(after) == (409, "VoucherNotGood")
    assert (await held.visit(at(20, 8), at(20, 9))).status_code == 201


async def test_while_it_rests_and_once_it_is_cancelled_it_pays_for_nothing(care: Care) -> None:
    held = await care.in_hands()
    await care.ask(CLERK, f"{held.address}/suspend", {"reason": "lost"})
    before = await held.visit(at(2, 8), at(2, 9))
    await care.ask(MANAGER, f"{held.address}/cancel", {"reason": "misused"})
    late = await held.visit(at(3, 8), at(3, 9))

    # Recorded now, of days before.
    assert (before.status_code, late.status_code) == (201, 201)


@pytest.mark.parametrize("issued", [False, True])
@pytest.mark.parametrize("how", ["cancel", "expire"])
async def test_what_never_was_in_her_hands_pays_for_nothing_once_it_is_over(
    care: Care, how: str, issued: bool
) -> None:
    last = day(20).isoformat()
    drafted = (await care.draft(valid_to=last)).json()
    address = f"/v1/vouchers/{drafted['id']}"
    if issued:
        await care.ask(MANAGER, f"{address}/issue")
    if how == "cancel":
        await care.ask(MANAGER, f"{address}/cancel", {"reason": "not_granted"})
    else:
        async with begin(care.office.database) as tx:
            await expire_vouchers(tx)
    held = Held(care, address, drafted["serial"].replace("-", ""), "")

    visit = await held.visit(at(2, 8), at(2, 9), code=None)

    assert (await held.show())["status"] in {"cancelled", "expired"}
    assert outcome(visit) == (409, "VoucherNotGood")
    assert await care.visits() == []


async def test_only_a_provider_on_contract_is_paid(care: Care) -> None:
    held = await care.in_hands(provider=str(NGO))
    path = f"/v1/voucher-programmes/{care.programme}/end-contract"
    await care.ask(MANAGER, path, {"institution": str(NGO), "last_day": day(10).isoformat()})

    assert outcome(await held.visit(at(2, 8), at(2, 9), OTHER_PROVIDER)) == (409, "OtherProvider")
    assert outcome(await held.visit(at(11, 8), at(11, 9))) == (409, "NotOnContract")
    assert outcome(await held.visit(at(2, 8), at(2, 9), CLERK)) == (403, "RoleMayNot")
    assert (await held.visit(at(10, 8), at(10, 9))).status_code == 201


async def test_five_wrong_codes_lock_and_the_issuer_gives_a_new_one(held: Held) -> None:
    wrong = f"{(int(held.code) + 1) % 1_000_000:06}"
    visit = (await held.visit(at(2, 8), at(2, 9), code=None)).json()["visit"]
    address = f"/v1/voucher-visits/{visit['id']}/confirm"

    tries = [await held.care.ask(PROVIDER, address, {"code": wrong}) for _ in range(5)]
    right = await held.care.ask(PROVIDER, address, {"code": held.code})
    locked = (await held.show())["code_locked"]
    unlocked = await held.care.ask(CLERK, f"{held.address}/renew-code")
    now = await held.care.ask(PROVIDER, address, {"code": unlocked.json()["code"]})

    assert [one.json()["tries_left"] for one in tries] == [4, 3, 2, 1, 0]
    assert [one.json()["confirmed"] for one in tries] == [False] * 5
    assert outcome(right) == (409, "CodeLocked")
    assert locked is True
    assert now.json()["confirmed"] is True
    assert flags(now) == []


async def test_of_many_tries_at_once_five_are_taken(held: Held) -> None:
    wrong = f"{(int(held.code) + 1) % 1_000_000:06}"
    visit = (await held.visit(at(2, 8), at(2, 9), code=None)).json()["visit"]
    address = f"/v1/voucher-visits/{visit['id']}/confirm"

    tries = await asyncio.gather(
        *(held.care.ask(PROVIDER, address, {"code": wrong}) for _ in range(16))
    )

    assert sorted(one.status_code for one in tries) == [200] * 5 + [409] * 11


async def test_a_visit_with_a_wrong_code_stays_unconfirmed(held: Held) -> None:
    wrong = f"{(int(held.code) + 1) % 1_000_000:06}"

    answer = await held.visit(at(2, 8), at(2, 9), code=wrong)

    assert answer.status_code == 201
    assert (answer.json()["confirmed"], answer.json()["tries_left"]) == (False, 4)
    assert flags(answer) == ["unconfirmed"]


async def test_more_than_a_day_may_hold_is_to_be_explained(held: Held) -> None:
    assert flags(await held.visit(at(2, 6), at(2, 12))) == []
    assert flags(await held.visit(at(2, 13), at(2, 15, 1))) == ["over_daily_max"]


async def test_a_carer_of_the_family_is_to_be_explained(held: Held) -> None:
    assert flags(await held.visit(at(2, 8), at(2, 9), family_carer=True)) == ["family_carer"]


async def test_eight_visits_on_the_full_hour_are_a_pattern(held: Held) -> None:
    found = [flags(await held.visit(at(n, 8), at(n, 9))) for n in range(1, 9)]

    assert found == [[]] * 7 + [["round_hours"]]
    assert flags(await held.visit(at(10, 8, 5), at(10, 9))) == []


async def test_nobody_is_in_krakow_half_an_hour_after_zabrze(care: Care) -> None:
    held, other = await care.in_hands(), await other_client(care)
    await held.visit(at(2, 8), at(2, 9), place=ZABRZE)

    soon = await other.visit(at(2, 9, 30), at(2, 10, 5), place=KRAKOW)
    late = await other.visit(at(2, 12), at(2, 13, 5), place=KRAKOW)

    assert flags(soon) == ["impossible_travel"]
    assert flags(late) == []


async def test_a_carer_of_the_same_code_elsewhere_is_to_be_explained(care: Care) -> None:
    held, other = await care.in_hands(), await other_client(care)
    await held.visit(at(2, 8), at(2, 9))

    answer = await other.visit(at(2, 8), at(2, 9), OTHER_PROVIDER)

    assert flags(answer) == ["carer_elsewhere"]


async def test_a_visit_while_she_was_in_hospital_is_to_be_explained(held: Held) -> None:
    before = (await held.visit(at(5, 8), at(5, 9))).json()["visit"]
    days = {"first_day": day(4).isoformat(), "last_day": day(6).isoformat()}

    noted = await held.care.ask(CLERK, f"{held.address}/absences", {"kind": "hospital"} | days)
    after = await held.visit(at(6, 8), at(6, 9))

    assert noted.status_code == 201, noted.text
    assert noted.json()["visits_flagged"] == 1
    assert flags(after) == ["during_absence"]
    shown = await held.care.office.see(CLERK, f"/v1/voucher-visits/{before['id']}")
    assert flags(shown) == ["during_absence"]
    assert flags(await held.visit(at(7, 8), at(7, 9))) == []
    kept = await held.care.office.database.pool.fetch("SELECT * FROM voucher_absences")
    assert "hospital" not in str([dict(row) for row in kept])


async def test_a_correction_keeps_what_stood_before_and_is_confirmed_anew(held: Held) -> None:
    address = (await held.visit(at(2, 8), at(2, 10))).headers["location"]
    other = {"starts_at": at(2, 8, 15), "ends_at": at(2, 9, 45), "reason": "Pomyłka w godzinach."}

    corrected = await held.care.ask(PROVIDER, f"{address}/correct", other)
    stranger = await held.care.ask(OTHER_PROVIDER, f"{address}/correct", other)
    payer = await held.care.ask(CLERK, f"{address}/correct", other)

    told = corrected.json()
    assert corrected.status_code == 200, corrected.text
    assert (told["visit"]["minutes"], told["minutes_left"]) == (90, 1710)
    assert flags(corrected) == ["unconfirmed"]
    assert told["visit"]["corrections"][0]["reason"] == "Pomyłka w godzinach."
    assert outcome(stranger) == (404, "VisitNotFound")
    assert outcome(payer) == (403, "RoleMayNot")


async def test_a_correction_may_not_lead_into_another_visit(held: Held) -> None:
    await held.visit(at(2, 10), at(2, 11))
    address = (await held.visit(at(2, 8), at(2, 9))).headers["location"]
    body = {"starts_at": at(2, 8), "ends_at": at(2, 10, 1), "reason": "Dłużej."}

    assert outcome(await held.care.ask(PROVIDER, f"{address}/correct", body)) == (
        409,
        "TwoPlacesAtOnce",
    )
    assert (await held.month())["used"] == 120


async def test_a_struck_visit_gives_its_minutes_back(care: Care) -> None:
    held = await care.in_hands(hours=4, valid_to=day(28).isoformat())
    address = (await held.visit(at(2, 8), at(2, 12))).headers["location"]
    exhausted = (await held.show())["status"]

    struck = await care.ask(CLERK, f"{address}/strike", {"reason": "did_not_take_place"})
    again = await care.ask(CLERK, f"{address}/strike", {"reason": "did_not_take_place"})

    assert exhausted == "exhausted"
    assert struck.json()["struck"] == "did_not_take_place"
    assert outcome(again) == (409, "VisitStruck")
    assert (await held.show())["status"] == "active"
    assert (await held.month())["left"] == 240
    told = [one["type"] for one in await announced(care.office.database, CLIENT)]
    assert told[-4:] == [
        "visit.recorded.v1", "voucher.ended.v1", "visit.changed.v1", "voucher.changed.v1",
    ]  # fmt: skip


async def test_hours_lapse_with_their_month_unless_the_programme_carries_them_on(
    office: Office,
) -> None:
    care = await programme(office, carry_over="next_month")
    held = await care.in_hands(hours=10)
    before = shifted(MONTH, -1)
    await held.visit(at(2, 8, month=before), at(2, 12, month=before))

    months = {one["month"]: one for one in (await held.show())["months"]}

    assert (months[before]["left"], months[before]["carried_on"]) == (360, 360)
    # What was carried in is used first, and lapses with the month.
    assert (months[MONTH]["carried_in"], months[MONTH]["left"]) == (360, 960)
    assert months[MONTH]["carried_on"] == 600


async def test_a_visit_recorded_late_may_not_take_what_was_carried_on_and_used(
    office: Office,
) -> None:
    care = await programme(office, carry_over="next_month")
    held = await care.in_hands(hours=4)
    before = shifted(MONTH, -1)
    assert (await held.visit(at(2, 8), at(2, 16))).status_code == 201

    late = await held.visit(at(2, 8, month=before), at(2, 9, month=before))

    assert outcome(late) == (409, "VoucherUsedUp")


async def test_one_visit_in_twenty_is_drawn_and_a_denied_one_is_to_be_explained(
    office: Office,
) -> None:
    care = await programme(office, limits={"phone_check_percent": 100})
    held = await care.in_hands()
    address = (await held.visit(at(2, 8), at(2, 9))).headers["location"]

    drawn = await care.visits(to_phone="true")
    denied = await care.ask(CLERK, f"{address}/check-by-phone", {"outcome": "denied"})

    assert [one["phone_check"] for one in drawn] == [True]
    assert flags(denied) == ["phone_check_failed"]
    assert await care.visits(to_phone="true") == []
    # Whoever provides the care is not told which of its visits are asked about.
    own = await care.office.see(PROVIDER, address)
    assert (own.json()["phone_check"], own.json()["phone_outcome"]) == (None, None)


def test_what_is_drawn_is_drawn_by_chance_and_the_same_each_time() -> None:
    many = [ids.new() for _ in range(10_000)]

    drawn = [one for one in many if drawn_for_phone(one, 5)]

    assert 380 < len(drawn) < 620
    assert drawn == [one for one in many if drawn_for_phone(one, 5)]
    assert not any(drawn_for_phone(one, 0) for one in many)
    assert all(drawn_for_phone(one, 100) for one in many)


async def test_who_did_not_draw_a_visit_asks_nobody(office: Office) -> None:
    care = await programme(office, limits={"phone_check_percent": 0})
    address = (await (await care.in_hands()).visit(at(2, 8), at(2, 9))).headers["location"]

    answer = await care.ask(CLERK, f"{address}/check-by-phone", {"outcome": "confirmed"})

    assert outcome(answer) == (409, "NotDrawn")


async def test_a_provider_explains_and_the_payer_decides(held: Held) -> None:
    address = (await held.visit(at(2, 8), at(2, 9), family_carer=True)).headers["location"]
    words = {"flag": "family_carer", "explanation": "Kuzynka, mieszka osobno."}

    explained = await held.care.ask(PROVIDER, f"{address}/explain", words)
    itself = await held.care.ask(
        PROVIDER, f"{address}/clear-flag", {"flag": "family_carer", "note": "Tak."}
    )
    cleared = await held.care.ask(
        CLERK, f"{address}/clear-flag", {"flag": "family_carer", "note": "Sprawdzono."}
    )
    again = await held.care.ask(
        CLERK, f"{address}/clear-flag", {"flag": "family_carer", "note": "Sprawdzono."}
    )

    assert explained.json()["flags"][0]["cleared"] is False
    assert outcome(itself) == (403, "RoleMayNot")
    assert cleared.json()["flags"] == [
        {
            "flag": "family_carer", "cleared": True,
            "explanation": "Kuzynka, mieszka osobno.", "note": "Sprawdzono.",
        }
    ]  # fmt: skip
    assert outcome(again) == (409, "NoSuchFlag")


async def test_each_sees_the_visits_it_provides_or_pays_for(held: Held) -> None:
    address = (await held.visit(at(2, 8), at(2, 9))).headers["location"]
    await relate(held.care.office.database, CLIENT, FAR)

    assert len(await held.care.visits(PROVIDER)) == len(await held.care.visits(CLERK)) == 1
    assert await held.care.visits(OTHER_PROVIDER) == []
    # Another centre that may see the client pays for nothing here.
    assert outcome(await held.care.office.see(STRANGER, address)) == (404, "VisitNotFound")
    listed = await held.care.office.see(
        CLERK, f"/v1/voucher-visits?programme_id={held.care.programme}"
    )
    assert listed.headers["okienko-client"] == str(CLIENT)


async def test_of_a_restricted_client_no_visit_is_recorded(held: Held) -> None:
    await held.care.office.database.pool.execute("UPDATE relations SET basis = 'registration'")
    await hear(held.care.office.database, reactions, fact_of(ClientRestricted(client_id=CLIENT)))

    assert outcome(await held.visit(at(2, 8), at(2, 9))) == (409, "ClientRestricted")


async def test_the_same_request_twice_is_one_visit(held: Held) -> None:
    body = {
        "serial": held.serial, "carer": "carer-1", "service": "care", "starts_at": at(2, 8),
        "ends_at": at(2, 9), "tasks": ["hygiene"], "code": held.code,
    }  # fmt: skip

    answers = [
        await held.care.ask(PROVIDER, "/v1/voucher-visits", body, idempotency_key="once")
        for _ in range(2)
    ]

    assert answers[0].json() == answers[1].json()
    assert answers[1].headers["idempotency-replayed"] == "true"
    assert len(await held.care.visits()) == 1


async def test_when_two_records_turn_out_to_be_of_one_person_two_vouchers_show(
    care: Care,
) -> None:
    await care.in_hands()
    other = await other_client(care)
    joined = ClientMerged(client_id=CLIENT, merged_id=SECOND, reason=MergeReason.MISTYPED)
    await hear(care.office.database, reactions, fact_of(joined))

    assert flags(await other.visit(at(2, 8), at(2, 9))) == ["double_voucher"]
