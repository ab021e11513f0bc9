"""What a referral rests on changes: unanswered it falls away, under way it is asked back."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from contracts.directory import InstitutionRegistered, ServiceRetired, ServiceStatus
from contracts.intake import SharingClosed
from contracts.intake.person import ClientMoved
from contracts.intake.rights import ClientClosed, ClientErased, ClosingReason
from contracts.referrals.codes import Change
from contracts.values import InstitutionKind
from kernel import clock
from kernel.transactions import begin
from services.referrals.domain.competence import serves
from services.referrals.reactions import reactions
from services.referrals.use_cases.follow_moves import FollowMoves
from services.referrals.use_cases.settle_offer import notice_exhausted_offers
from services.referrals.use_cases.supersede_referrals import supersede_pending
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    COORDINATOR,
    NGO,
    OPS,
    PUP,
    SOCIAL_WORKER,
    TO_THE_PUP,
    VISIT,
    House,
)
from tests.referrals.offering import (
    WORKSHOP,
    counts,
    newcomer,
    offered,
    referral,
    said_of,
    sent_to,
    taken,
    told,
    waiting,
)
from tests.referrals.referring import let_days_pass, owed
from tests.referrals.requesting import on
from tests.support.rooms import announced, fact_of, hear, relate

pytestmark = pytest.mark.anyio

ZABRZE, STRZELCE = "2478011", "1611053"
CONSENT = {"kind": "consent", "evidence": "form 12/2026"}
TO_THE_NGO = {"to": {"institution": str(NGO)}}
TO_IT = {"service": str(WORKSHOP), "join_waiting_list": True}
CLOSED = ClientClosed(
    client_id=CLIENT, closed_on=date(2026, 3, 2), reason=next(iter(ClosingReason))
)


def at(institution: UUID, kind: InstitutionKind, territory: str) -> InstitutionRegistered:
    return InstitutionRegistered(
        party_id=institution, name="Office (demo)", kind=kind, territory=territory
    )


def moved(municipality: str | None, moved_on: date = date(2026, 3, 2)) -> ClientMoved:
    return ClientMoved(client_id=CLIENT, moved_on=moved_on, municipality=municipality)


async def go_round(house: House, follow: FollowMoves) -> None:
    """Let the round of moves do all that is due."""
    more = True
    while more:
        async with begin(house.database) as tx:
            more = await follow(tx)


async def heard(house: House, *events: Any) -> None:
    await hear(house.database, reactions, *map(fact_of, events))


async def state(house: House, address: str) -> tuple[str, str | None]:
    seen = (await house.see(SOCIAL_WORKER, address)).json()
    return seen["state"], seen["change"]


@pytest.fixture
async def zabrze(house: House) -> House:
    """The PUP and the NGO serve the county of Zabrze."""
    await heard(house, at(PUP, InstitutionKind.PUP, "2478"), at(NGO, InstitutionKind.NGO, "2478"))
    return house


async def test_who_moves_to_another_county_is_not_seen_by_this_labour_office(
    zabrze: House,
) -> None:
    address = await zabrze.sent(goal_id=await zabrze.goal())

    await heard(zabrze, moved(STRZELCE))

    [*_, last] = await announced(zabrze.database, CLIENT)
    assert await state(zabrze, address) == ("superseded", "client_moved")
    assert (last["type"], last["change"]) == ("referral.superseded.v1", "client_moved")
    assert await owed(zabrze) == {("superseded_referral", "ops", "worker")}
    assert (await zabrze.plan())["goals"][0]["actions"][0]["status"] == "cancelled"


async def test_what_is_under_way_is_asked_back_and_says_why(zabrze: House) -> None:
    address = await zabrze.accepted()

    await heard(zabrze, moved(STRZELCE))

    [*_, last] = await announced(zabrze.database, CLIENT)
    assert await state(zabrze, address) == ("cancel_requested", "client_moved")
    assert (last["type"], last["reason"]) == ("cancellation.requested.v1", "basis_changed")
    assert await owed(zabrze) == {
        ("confirm_cancellation", "pup", "worker"),
        ("superseded_referral", "ops", "worker"),
    }


@pytest.mark.parametrize("municipality", [ZABRZE, None])
async def test_who_moves_within_the_county_or_nowhere_known_stays(
    zabrze: House, municipality: str | None
) -> None:
    address = await zabrze.sent()

    await heard(zabrze, moved(municipality))

    assert await state(zabrze, address) == ("sent", None)


async def test_an_organisation_helps_whom_it_likes(zabrze: House) -> None:
    address = await zabrze.sent(**TO_THE_NGO)

    await heard(zabrze, moved(STRZELCE))

    assert await state(zabrze, address) == ("sent", None)


async def test_a_move_told_of_beforehand_takes_effect_on_its_day(zabrze: House) -> None:
    address, round_ = await zabrze.sent(), FollowMoves()
    tomorrow = clock.today() + timedelta(days=1)
    await heard(zabrze, moved(STRZELCE, tomorrow))
    await go_round(zabrze, round_)
    before = await state(zabrze, address)

    with on(tomorrow):
        await go_round(zabrze, round_)

    assert before == ("sent", None)
    assert await state(zabrze, address) == ("superseded", "client_moved")


async def test_what_was_asked_in_the_knowledge_of_the_move_stays(zabrze: House) -> None:
    await heard(zabrze, moved(STRZELCE, clock.today()))
    address = await zabrze.sent()

    await go_round(zabrze, FollowMoves())

    assert await state(zabrze, address) == ("sent", None)


async def test_late_news_of_an_older_move_change_nothing(zabrze: House) -> None:
    address = await zabrze.sent()
    await heard(zabrze, moved(ZABRZE))

    await heard(zabrze, moved(STRZELCE, date(2020, 3, 2)))

    assert await state(zabrze, address) == ("sent", None)


async def test_a_retired_service_answers_nobody_any_more(house: House) -> None:
    await offered(house, places=1)
    kept, waits = await taken(house), await waiting(house, 1)
    client = await newcomer(house, 2)
    asked = await sent_to(house, client=client)
    begun = await house.ask(SOCIAL_WORKER, "/v1/referrals/drafts", referral(TO_IT, client))

    await told(house, ServiceRetired(**said_of(status=ServiceStatus.DEFUNCT)))

    assert await state(house, kept) == ("accepted", None)
    assert await state(house, waits) == ("superseded", "service_retired")
    assert await state(house, asked) == ("superseded", "service_retired")
    assert await state(house, begun.headers["location"]) == ("draft", None)
    assert await counts(house) == (1, 0)


async def test_of_an_erased_client_no_offer_is_open(house: House) -> None:
    to = [{"institution": str(PUP)}, {"institution": str(NGO)}]
    await house.ask(SOCIAL_WORKER, "/v1/offers", TO_THE_PUP | {"to": to})
    await heard(house, ClientErased(client_id=CLIENT))
    before = await announced(house.database)

    async with begin(house.database) as tx:
        await notice_exhausted_offers(tx)

    assert await announced(house.database) == before
    assert await owed(house) == set()


async def test_heard_twice_it_falls_away_once(zabrze: House) -> None:
    await zabrze.sent()

    await heard(zabrze, moved(STRZELCE))
    await heard(zabrze, moved(STRZELCE))

    types = [event["type"] for event in await announced(zabrze.database, CLIENT)]
    assert types.count("referral.superseded.v1") == 1


@pytest.mark.parametrize(
    ("kind", "territory", "municipality", "whether"),
    [
        ("PUP", "2478", ZABRZE, True),
        ("PUP", "1611", ZABRZE, False),
        ("OPS", "1611054", "1611055", True),
        ("OPS", "1611053", "1611063", False),
        ("PCPR", "24", ZABRZE, True),
        ("NGO", "1611", ZABRZE, True),
    ],
)
def test_an_office_serves_its_territory(
    kind: str, territory: str, municipality: str, whether: bool
) -> None:
    assert serves(kind, territory, municipality) is whether


async def test_with_the_sharing_it_was_sent_on_it_falls_away(house: House) -> None:
    sharing = await relate(house.database, CLIENT, OPS)
    address = await house.sent(sharing_id=str(sharing))
    other = await house.sent(**TO_THE_NGO)

    await heard(house, SharingClosed(client_id=CLIENT, relation_id=sharing))

    assert await state(house, address) == ("superseded", "sharing_closed")
    assert await state(house, other) == ("sent", None)


async def test_a_sender_that_may_not_see_her_any_more_refers_her_no_more(house: House) -> None:
    sharing = await relate(house.database, CLIENT, NGO)
    body = TO_THE_PUP | {"client_id": str(CLIENT)}
    sent = await house.ask(COORDINATOR, "/v1/referrals", body)
    address = sent.headers["location"]
    await house.ask(ADVISER, f"{address}/accept", VISIT)

    await heard(house, SharingClosed(client_id=CLIENT, relation_id=sharing))

    [*_, last] = await announced(house.database, CLIENT)
    [row] = await house.database.pool.fetch("SELECT state, change FROM referrals")
    assert (row["state"], row["change"]) == ("cancel_requested", "sharing_closed")
    assert last["type"] == "basis.withdrawn.v1"


async def test_with_the_case_all_of_hers_is_closed_and_drafts_too(house: House) -> None:
    sent, accepted = await house.sent(), await house.sent(**TO_THE_NGO)
    await house.ask(COORDINATOR, f"{accepted}/accept", VISIT)
    draft = {"client_id": str(CLIENT), "purpose": "Debt counselling"}
    begun = await house.ask(SOCIAL_WORKER, "/v1/referrals/drafts", draft)

    await heard(house, CLOSED)

    assert await state(house, sent) == ("superseded", "client_closed")
    assert await state(house, accepted) == ("cancel_requested", "client_closed")
    assert await state(house, begun.headers["location"]) == ("superseded", "client_closed")


async def test_what_has_ended_stays_as_it_ended(house: House) -> None:
    address = await house.sent()
    await house.ask(ADVISER, f"{address}/decline", {"reason": "no_places"})

    await heard(house, CLOSED)

    assert await state(house, address) == ("declined", None)


async def test_of_the_erased_nothing_is_owed_and_nothing_rings(house: House) -> None:
    await house.sent()
    await heard(house, ClientErased(client_id=CLIENT))

    await let_days_pass(house, 60)

    [row] = await house.database.pool.fetch("SELECT state, clock_on FROM referrals")
    assert (row["state"], row["clock_on"]) == ("superseded", None)
    assert await owed(house) == set()


async def test_a_withdrawn_consent_takes_an_unanswered_referral_with_it(house: House) -> None:
    address = await house.sent(basis=CONSENT)

    answer = await house.ask(SOCIAL_WORKER, f"{address}/withdraw-consent")

    assert (answer.status_code, answer.json()["state"]) == (200, "superseded")
    assert answer.headers["okienko-closes"] == "true"
    assert await state(house, address) == ("superseded", "consent_withdrawn")


async def test_the_receiver_under_way_then_sees_no_more_than_that_it_is_there(
    house: House,
) -> None:
    address = await house.sent(basis=CONSENT)
    await house.ask(ADVISER, f"{address}/accept", VISIT)
    await house.ask(ADVISER, f"{address}/note", {"note": "She comes every day."})

    await house.ask(SOCIAL_WORKER, f"{address}/withdraw-consent")

    seen = (await house.see(ADVISER, address)).json()
    listed = (await house.see(ADVISER, "/v1/referrals", box="in")).json()["items"]
    history = await house.see(ADVISER, f"{address}/history")
    [*_, last] = await announced(house.database, CLIENT)
    assert (seen["state"], seen["change"]) == ("cancel_requested", "consent_withdrawn")
    assert (seen["purpose"], seen["place"], seen["note"]) == (None, None, None)
    assert listed == [seen]
    assert "every day" not in history.text
    assert last["type"] == "basis.withdrawn.v1"
    assert (await house.see(SOCIAL_WORKER, address)).json()["purpose"]
    assert (await house.ask(ADVISER, f"{address}/confirm-cancellation")).status_code == 200


async def test_what_rested_on_a_withdrawn_consent_is_not_opened_again(house: House) -> None:
    address = await house.sent(basis=CONSENT)
    await house.ask(SOCIAL_WORKER, f"{address}/withdraw-consent")

    answer = await house.ask(SOCIAL_WORKER, f"{address}/reopen")

    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/basis")


async def test_without_a_consent_there_is_none_to_withdraw(house: House) -> None:
    address = await house.sent()

    answer = await house.ask(SOCIAL_WORKER, f"{address}/withdraw-consent")

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/NotOnConsent")


async def test_others_of_this_house_let_referrals_fall_away_too(house: House) -> None:
    address = await house.sent()

    async with begin(house.database) as tx:
        which = [UUID(address.split("/")[-1])]
        await supersede_pending(which, Change.ADVISER_CHANGED, tx=tx)

    assert await state(house, address) == ("superseded", "adviser_changed")


async def test_the_sender_reads_why_and_closes_the_loop(zabrze: House) -> None:
    address = await zabrze.sent()
    await heard(zabrze, moved(STRZELCE))

    answer = await zabrze.ask(SOCIAL_WORKER, f"{address}/acknowledge")

    assert answer.status_code == 200
    assert await owed(zabrze) == set()
