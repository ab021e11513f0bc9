"""A provider's month is settled once, in four eyes, and to the grosz."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from contracts.intake.rights import ClientErased
from kernel import clock, ids
from services.benefits.domain.months import month_of
from services.benefits.domain.voucher_settlement import submit_by
from services.benefits.reactions import reactions
from tests.benefits.care import (
    CLERK,
    MONTH,
    OTHER_PROVIDER,
    PROVIDER,
    Care,
    Held,
    at,
    outcome,
    programme,
)
from tests.benefits.conftest import CLIENT, MANAGER, OPS, SOCIAL_WORKER, STRANGER, Office
from tests.support.rooms import fact_of, hear, relate

pytestmark = pytest.mark.anyio

BOTH = replace(CLERK, worker="ops-both", roles=frozenset({"ops_benefits_clerk", "ops_manager"}))
SECOND = ids.new()


@pytest.fixture
async def care(office: Office) -> Care:
    return await programme(office)


@pytest.fixture
async def held(care: Care) -> Held:
    """A voucher of 15 percent with a visit of ten hours to settle."""
    held = await care.in_hands()
    for number in (2, 3):
        answer = await held.visit(at(number, 8, 5), at(number, 13, 5))
        assert answer.status_code == 201, answer.text
    return held


async def submitted(care: Care) -> str:
    """The address of a settlement that was submitted."""
    answer = await care.submit()
    assert answer.status_code == 201, answer.text
    return str(answer.headers["location"])


async def test_a_month_goes_from_the_provider_to_payment(held: Held) -> None:
    care, address = held.care, await submitted(held.care)

    steps = [
        await care.ask(CLERK, f"{address}/check"),
        await care.ask(MANAGER, f"{address}/accept"),
        await care.ask(CLERK, f"{address}/pay"),
    ]

    paid = steps[-1].json()
    assert [one.json()["status"] for one in steps] == ["checked", "accepted", "paid"]
    assert (paid["gross"], paid["copay"], paid["net"]) == ("400.00", "60.00", "340.00")
    assert paid["lines"] == [
        {
            "voucher_id": held.address.removeprefix("/v1/vouchers/"),
            "visits": 2, "minutes": 600, "hour_rate": "40.00", "copayment_percent": "15",
            "gross": "400.00", "copay": "60.00", "net": "340.00",
        }
    ]  # fmt: skip
    assert paid["submit_by"] == submit_by(MONTH, 5).isoformat()
    assert paid["pay_by"] == (clock.today() + timedelta(days=14)).isoformat()
    assert paid["late"] is (clock.today() > submit_by(MONTH, 5))
    assert str(CLIENT) not in steps[-1].text


async def test_a_month_is_rounded_as_a_whole_and_not_visit_by_visit(office: Office) -> None:
    care = await programme(office, hour_rate="40.10")
    held = await care.in_hands()
    # A minute costs 66.83 groszy: three times rounded it would be 2.01, once it is 2.00 (2.005 half up).
    for number in (2, 3, 4):
        await held.visit(at(number, 8, 5), at(number, 8, 6))

    told = (await care.submit()).json()

    assert (told["minutes"], told["gross"]) == (3, "2.01")
    assert (told["copay"], told["net"]) == ("0.30", "1.71")


async def test_of_thirty_two_submissions_at_once_one_is_taken(held: Held) -> None:
    answers = await asyncio.gather(*(held.care.submit() for _ in range(32)))

    assert sorted(one.status_code for one in answers) == [201] + [409] * 31
    taken = next(one for one in answers if one.status_code == 201).json()
    refused = [one.json() for one in answers if one.status_code == 409]
    assert {one["type"] for one in refused} == {"/problems/AlreadySubmitted"}
    assert {one["settlement_id"] for one in refused} == {taken["id"]}
    settled = await held.care.visits()
    assert {one["settlement_id"] for one in settled} == {taken["id"]}
    assert (taken["visits"], taken["gross"]) == (2, "400.00")


async def test_the_same_submission_retried_thirty_two_times_is_one(held: Held) -> None:
    answers = await asyncio.gather(*(held.care.submit(idempotency_key="month") for _ in range(32)))

    assert {one.status_code for one in answers} == {201}
    assert len({one.json()["id"] for one in answers}) == 1
    rows = "SELECT count(*) FROM voucher_settlement_lines"
    assert await held.care.office.database.pool.fetchval(rows) == 1


async def test_of_thirty_two_payments_at_once_one_is_made(held: Held) -> None:
    care, address = held.care, await submitted(held.care)
    await care.ask(CLERK, f"{address}/check")
    await care.ask(MANAGER, f"{address}/accept")

    answers = await asyncio.gather(*(care.ask(CLERK, f"{address}/pay") for _ in range(32)))

    assert sorted(one.status_code for one in answers) == [200] + [409] * 31


async def test_visits_recorded_while_the_month_is_submitted_are_in_it_or_refused(
    care: Care,
) -> None:
    held = await care.in_hands()
    await held.visit(at(1, 8, 5), at(1, 9))

    answers = await asyncio.gather(
        *(held.visit(at(n, 8, 5), at(n, 9), carer=f"carer-{n}") for n in range(2, 12)),
        care.submit(),
        *(held.visit(at(n, 8, 5), at(n, 9), carer=f"carer-{n}") for n in range(12, 22)),
    )

    settlement = next(one for one in answers if "net" in one.json()).json()
    refused = [outcome(one) for one in answers if one.status_code != 201]
    visits = await care.visits()
    assert set(refused) <= {(409, "MonthSubmitted")}
    assert {one["settlement_id"] for one in visits} == {settlement["id"]}
    assert len(visits) == settlement["visits"] == 21 - len(refused)


async def test_nobody_accepts_what_she_checked_herself(held: Held) -> None:
    care, address = held.care, await submitted(held.care)
    await care.ask(BOTH, f"{address}/check")

    assert outcome(await care.ask(BOTH, f"{address}/accept")) == (403, "OwnCheck")
    assert (await care.ask(MANAGER, f"{address}/accept")).status_code == 200


@pytest.mark.parametrize("verb", ["check", "query", "accept", "pay"])
async def test_the_provider_decides_nothing_about_its_own_settlement(
    held: Held, verb: str
) -> None:
    address = await submitted(held.care)
    body = {"reason": "papers_missing"} if verb == "query" else None

    answer = await held.care.ask(PROVIDER, f"{address}/{verb}", body)

    assert outcome(answer) == (403, "RoleMayNot")


async def test_for_others_a_settlement_does_not_exist(held: Held) -> None:
    care, address = held.care, await submitted(held.care)

    for who in (OTHER_PROVIDER, STRANGER):
        assert outcome(await care.office.see(who, address)) == (404, "SettlementNotFound")
    assert outcome(await care.ask(STRANGER, f"{address}/check")) == (404, "SettlementNotFound")
    assert outcome(await care.ask(OTHER_PROVIDER, f"{address}/answer")) == (
        404,
        "SettlementNotFound",
    )
    listed = (await care.office.see(PROVIDER, "/v1/voucher-settlements")).json()["items"]
    assert [f"/v1/voucher-settlements/{one['id']}" for one in listed] == [address]
    assert (await care.office.see(OTHER_PROVIDER, "/v1/voucher-settlements")).json()["items"] == []


async def test_what_looks_wrong_is_explained_or_struck_before_it_is_accepted(care: Care) -> None:
    held = await care.in_hands()
    kin = await held.visit(at(2, 8, 5), at(2, 10, 5), family_carer=True)
    unconfirmed = await held.visit(at(3, 8, 5), at(3, 10, 5), code=None)
    fine = await held.visit(at(4, 8, 5), at(4, 10, 5))
    address = await submitted(care)
    await care.ask(CLERK, f"{address}/check")

    refused = await care.ask(MANAGER, f"{address}/accept")
    await care.ask(
        CLERK,
        f"{kin.headers['location']}/clear-flag",
        {"flag": "family_carer", "note": "Mieszka osobno."},
    )
    struck = await care.ask(
        CLERK, f"{unconfirmed.headers['location']}/strike", {"reason": "not_explained"}
    )
    now = (await care.office.see(CLERK, address)).json()
    unchecked = await care.ask(MANAGER, f"{address}/accept")
    await care.ask(CLERK, f"{address}/check")
    accepted = await care.ask(MANAGER, f"{address}/accept")
    late = await care.ask(CLERK, f"{fine.headers['location']}/strike", {"reason": "not_covered"})

    assert outcome(refused) == (409, "FlagsOpen")
    assert len(refused.json()["visits"]) == 2
    assert struck.status_code == 200, struck.text
    # Struck visits change the sum, so it is checked anew.
    assert (now["status"], now["visits"], now["gross"]) == ("submitted", 2, "160.00")
    assert outcome(unchecked) == (409, "IllegalMove")
    assert accepted.json()["net"] == "136.00"
    assert outcome(late) == (409, "SettlementClosed")


async def test_the_payer_asks_and_the_provider_answers(held: Held) -> None:
    care, address = held.care, await submitted(held.care)

    asked = await care.ask(CLERK, f"{address}/query", {"reason": "times_unclear"})
    early = await care.ask(CLERK, f"{address}/check")
    payer = await care.ask(CLERK, f"{address}/answer")
    answered = await care.ask(PROVIDER, f"{address}/answer")

    assert (asked.json()["status"], asked.json()["query"]) == ("queried", "times_unclear")
    assert outcome(early) == (409, "IllegalMove")
    assert outcome(payer) == (403, "RoleMayNot")
    assert answered.json()["status"] == "submitted"


async def test_what_was_submitted_changes_no_more_by_its_provider(held: Held) -> None:
    visit = (await held.care.visits())[0]
    await submitted(held.care)
    address = f"/v1/voucher-visits/{visit['id']}"
    body = {"starts_at": at(2, 8), "ends_at": at(2, 9), "reason": "Pomyłka."}

    corrected = await held.care.ask(PROVIDER, f"{address}/correct", body)
    more = await held.visit(at(5, 8), at(5, 9))
    again = await held.care.submit()

    assert outcome(corrected) == outcome(more) == (409, "MonthSubmitted")
    assert outcome(again) == (409, "AlreadySubmitted")


async def test_a_month_that_is_not_over_or_holds_nothing_is_not_submitted(care: Care) -> None:
    assert outcome(await care.submit(month=month_of(clock.today()))) == (409, "MonthNotOver")
    assert outcome(await care.submit()) == (409, "NothingToSettle")
    assert outcome(await care.submit(CLERK)) == (403, "RoleMayNot")
    assert (await care.office.see(CLERK, "/v1/voucher-settlements")).json()["items"] == []


async def test_a_programme_of_others_is_not_submitted_to(care: Care) -> None:
    stranger = replace(PROVIDER, institution=ids.new())

    assert outcome(await care.submit(stranger)) == (404, "ProgrammeNotFound")


async def test_what_she_paid_for_before_is_paid_though_she_was_erased(care: Care) -> None:
    await relate(care.office.database, SECOND, OPS)
    for client in (CLIENT, SECOND):
        held = await care.in_hands(client_id=str(client))
        await held.visit(at(2, 8, 5), at(2, 9, 5), carer=f"carer-{client}")
    address = await submitted(care)
    await hear(care.office.database, reactions, fact_of(ClientErased(client_id=SECOND)))

    await care.ask(CLERK, f"{address}/check")
    accepted = (await care.ask(MANAGER, f"{address}/accept")).json()

    assert (accepted["gross"], accepted["net"]) == ("80.00", "68.00")
    assert len(accepted["lines"]) == 1


async def test_who_decides_on_an_older_version_is_told_so(held: Held) -> None:
    address = await submitted(held.care)
    await held.care.ask(CLERK, f"{address}/check")

    late = await held.care.ask(
        SOCIAL_WORKER, f"{address}/query", {"reason": "times_unclear"}, if_match='"v1"'
    )

    assert outcome(late) == (412, "VersionIsOld")


@pytest.mark.parametrize(
    ("month", "last"),
    [("2026-03", "2026-04-08"), ("2026-04", "2026-05-08"), ("2026-12", "2027-01-11")],
)
def test_a_month_is_submitted_by_its_fifth_working_day(month: str, last: Any) -> None:
    # 6 April 2026 is Easter Monday; 1 May and 1 and 6 January are days off.
    assert submit_by(month, 5).isoformat() == last
