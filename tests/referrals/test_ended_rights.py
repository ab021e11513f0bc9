"""A right that ended stays ended: nothing is opened, read or asked anew on the strength of it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from contracts.directory import AgreementTerminated, ServiceRetired, ServiceStatus
from contracts.intake import SharingClosed
from contracts.intake.rights import ClientRestricted, ClientUnrestricted
from kernel import clock, ids
from services.referrals.reactions import reactions
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    COORDINATOR,
    FAR,
    NGO,
    PURPOSE,
    SOCIAL_WORKER,
    TO_THE_PUP,
    VISIT,
    House,
)
from tests.referrals.offering import PARTNERSHIP, joined, offered, referral, said_of, sent_to, told
from tests.referrals.referring import let_days_pass, make_the_round
from tests.referrals.requesting import asked, turn
from tests.support.rooms import HOUSE, announced, fact_of, hear, relate

pytestmark = pytest.mark.anyio

CONSENT = {"kind": "consent", "evidence": "form 12/2026", "witness": "Jan Kowalski"}
NO = {"reason": "other", "note": "She did not want to."}


async def heard(house: House, *events: Any) -> None:
    await hear(house.database, reactions, *map(fact_of, events))


async def sent_by_the_ngo(house: House) -> tuple[str, UUID]:
    """The NGO sees her by a sharing, and refers her to the PUP."""
    sharing = await relate(house.database, CLIENT, NGO)
    answer = await house.ask(COORDINATOR, "/v1/referrals", TO_THE_PUP)
    return str(answer.headers["location"]), sharing


def closed(sharing: UUID) -> SharingClosed:
    return SharingClosed(client_id=CLIENT, relation_id=sharing)


async def state(house: House) -> tuple[str, str | None]:
    [row] = await house.database.pool.fetch("SELECT state, change FROM referrals")
    return row["state"], row["change"]


async def test_whoever_may_not_see_her_any_more_does_not_open_it_again(house: House) -> None:
    address, sharing = await sent_by_the_ngo(house)
    await heard(house, closed(sharing))

    answer = await house.ask(COORDINATOR, f"{address}/reopen")

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/GroundOver")
    assert await state(house) == ("superseded", "sharing_closed")


async def test_a_receiver_takes_nothing_back_once_its_sender_lost_the_right(house: House) -> None:
    address, sharing = await sent_by_the_ngo(house)
    await house.ask(ADVISER, f"{address}/decline", NO)
    await heard(house, closed(sharing))

    answer = await house.ask(ADVISER, f"{address}/reopen")

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/GroundOver")
    assert await state(house) == ("declined", None)


@pytest.mark.parametrize("path", ["/v1/referrals", "/v1/offers"])
async def test_nothing_is_sent_on_a_sharing_that_is_over(house: House, path: str) -> None:
    sharing = await relate(house.database, CLIENT, NGO)
    await heard(house, closed(sharing))
    body: dict[str, Any] = TO_THE_PUP | {"sharing_id": str(sharing)}
    several = [TO_THE_PUP["to"], {"institution": str(NGO)}]
    body |= {"to": several} if path == "/v1/offers" else {}

    answer = await house.ask(SOCIAL_WORKER, path, body)

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/GroundOver")


async def test_a_sharing_that_ends_by_its_own_day_is_found_by_the_clock(house: House) -> None:
    sharing = await relate(house.database, CLIENT, NGO)
    await house.sent(sharing_id=str(sharing))
    over = "UPDATE relations SET until = current_date - 1 WHERE relation_id = $1"
    await house.database.pool.execute(over, sharing)
    await house.database.pool.execute("UPDATE referrals SET clock_on = current_date")

    await make_the_round(house)

    assert await state(house) == ("superseded", "sharing_closed")


async def test_a_restriction_lets_no_referral_fall_but_what_ended_meanwhile_does(
    house: House,
) -> None:
    _, sharing = await sent_by_the_ngo(house)
    other = await relate(house.database, CLIENT, FAR)
    await heard(house, ClientRestricted(client_id=CLIENT), closed(other), closed(sharing))
    meanwhile = await state(house)

    await heard(house, ClientUnrestricted(client_id=CLIENT))

    assert meanwhile == ("sent", None)
    assert await state(house) == ("superseded", "sharing_closed")


async def test_a_restriction_lets_no_request_for_information_fall(house: House) -> None:
    await relate(house.database, CLIENT, NGO)
    await asked(house, COORDINATOR)
    await heard(house, ClientRestricted(client_id=CLIENT))
    await house.database.pool.execute("UPDATE information_requests SET clock_on = current_date")

    await turn(house)

    [row] = await house.database.pool.fetch("SELECT state FROM information_requests")
    assert row["state"] == "asked"


async def test_a_consent_can_be_withdrawn_while_it_is_asked_back(house: House) -> None:
    address = await house.sent(basis=CONSENT)
    await house.ask(ADVISER, f"{address}/accept", VISIT)
    await house.ask(SOCIAL_WORKER, f"{address}/request-cancellation", {"reason": "not_needed"})

    answer = await house.ask(SOCIAL_WORKER, f"{address}/withdraw-consent")
    again = await house.ask(SOCIAL_WORKER, f"{address}/withdraw-consent")

    seen = (await house.see(ADVISER, address)).json()
    [*_, last] = await announced(house.database, CLIENT)
    assert (answer.status_code, again.status_code) == (200, 409)
    assert (seen["state"], seen["change"]) == ("cancel_requested", "consent_withdrawn")
    assert (seen["purpose"], seen["basis"]) == (None, None)
    assert last["type"] == "basis.withdrawn.v1"
    assert (await house.ask(ADVISER, f"{address}/confirm-cancellation")).status_code == 200


async def test_two_weeks_after_the_end_its_receiver_sees_only_that_it_was(house: House) -> None:
    address = await house.sent(basis=CONSENT)
    await house.ask(ADVISER, f"{address}/decline", NO)
    await let_days_pass(house, 14)
    last_day = (await house.see(ADVISER, address)).json()

    await let_days_pass(house, 1)

    seen = (await house.see(ADVISER, address)).json()
    history = await house.see(ADVISER, f"{address}/history")
    listed = (await house.see(ADVISER, "/v1/referrals", box="in")).json()["items"]
    assert (last_day["purpose"], last_day["note"]) == (PURPOSE, NO["note"])
    assert (seen["state"], seen["decline_reason"]) == ("declined", "other")
    assert (seen["purpose"], seen["note"], seen["basis"]) == (None, None, None)
    assert listed == [seen]
    assert NO["note"] not in history.text
    # The sender sees her by another right.
    assert (await house.see(SOCIAL_WORKER, address)).json()["note"] == NO["note"]


async def test_then_a_sender_without_a_right_reads_no_more_either(house: House) -> None:
    address, sharing = await sent_by_the_ngo(house)
    await house.ask(ADVISER, f"{address}/decline", NO)
    await heard(house, closed(sharing))
    await let_days_pass(house, 15)

    seen = (await house.see(COORDINATOR, address)).json()

    assert (seen["state"], seen["purpose"], seen["note"]) == ("declined", None, None)


async def test_a_draft_is_not_laid_open_to_a_partnership_one_left(house: House) -> None:
    await joined(house)
    to_all = {"partnership": str(PARTNERSHIP), "category": "labour_market"}
    begun = await house.ask(SOCIAL_WORKER, "/v1/referrals/drafts", referral(to_all))
    agreement = UUID("0197a000-0000-7000-8000-00000000ab01")
    ended_on = clock.today() - timedelta(days=1)
    ended = AgreementTerminated(agreement_id=agreement, group_id=PARTNERSHIP, ended_on=ended_on)
    await told(house, ended)

    answer = await house.ask(SOCIAL_WORKER, f"{begun.headers['location']}/send")

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/NotAMember")


async def test_nothing_is_opened_again_at_a_service_that_is_offered_no_more(house: House) -> None:
    await offered(house)
    address = await sent_to(house)
    await house.ask(COORDINATOR, f"{address}/decline", NO)
    await told(house, ServiceRetired(**said_of(status=ServiceStatus.DEFUNCT)))

    answer = await house.ask(SOCIAL_WORKER, f"{address}/reopen")

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/ServiceNotOffered")


async def test_a_link_does_not_come_to_life_when_the_same_is_asked_anew(house: House) -> None:
    address = await house.sent(to={"institution": str(NGO)})
    handed = await house.ask(SOCIAL_WORKER, f"{address}/links", {})
    shown = {"Authorization": f"Pass {handed.json()['address'].split('#')[1]}"}
    await house.client.post(f"{address}/decline", json=NO, headers=shown)

    await house.ask(SOCIAL_WORKER, f"{address}/reopen")

    answer = await house.client.get(f"{address}/answer-sheet", headers=shown)
    anew = await house.ask(SOCIAL_WORKER, f"{address}/links", {})
    assert (answer.status_code, anew.status_code) == (401, 201)


async def test_what_ended_here_holds_here_when_it_comes_back_on_the_feed_and_not_before(
    house: House,
) -> None:
    named = {"service": "referrals", "subject": str(CLIENT), "version": "1"}

    async def has_heard() -> int:
        answer = await house.client.get("/internal/heard", params=named, headers=HOUSE)
        return answer.status_code

    before = await has_heard()
    await house.database.pool.execute(
        "INSERT INTO heard (event_id, source, subject, version) VALUES ($1, 'referrals', $2, 1)",
        ids.new(),
        CLIENT,
    )

    assert (before, await has_heard()) == (503, 200)
