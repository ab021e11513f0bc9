"""What referrals do when a client is restricted or erased elsewhere."""

from typing import Any

import pytest

from contracts.benefits import AwardApproved
from contracts.intake.rights import ClientErased, ClientRestricted, ClientUnrestricted
from kernel.transactions import begin
from services.referrals.reactions import reactions
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    SOCIAL_WORKER,
    TO_THE_PUP,
    VISIT,
    House,
    registered,
)
from tests.support.rooms import HOUSE, announced, fact_of, hear

pytestmark = pytest.mark.anyio


def outcome(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"]


async def items(house: House, caller: Any, box: str) -> list[Any]:
    found: list[Any] = (await house.see(caller, "/v1/referrals", box=box)).json()["items"]
    return found


async def test_the_receiver_of_a_referral_sees_nothing_of_a_restricted_client(
    house: House,
) -> None:
    referral = await house.sent()
    await hear(house.database, reactions, fact_of(ClientRestricted(client_id=CLIENT)))

    assert outcome(await house.see(ADVISER, referral)) == (404, "/problems/ReferralNotFound")
    assert (await house.ask(ADVISER, f"{referral}/accept", VISIT)).status_code == 404
    assert await items(house, ADVISER, "in") == []
    assert len(await items(house, SOCIAL_WORKER, "out")) == 1


async def test_her_own_institution_sees_her_and_changes_nothing(house: House) -> None:
    referral = await house.sent()
    await hear(house.database, reactions, fact_of(ClientRestricted(client_id=CLIENT)))
    told = await announced(house.database)

    goal = await house.ask(SOCIAL_WORKER, f"/v1/plans/{house.plan_id}/goals", {"title": "Praca"})

    assert outcome(goal) == (409, "/problems/ClientRestricted")
    assert await announced(house.database) == told
    assert (await house.see(SOCIAL_WORKER, referral)).status_code == 200


async def test_a_referral_may_be_withdrawn_for_that_only_ends_a_right(house: House) -> None:
    referral = await house.sent()
    await hear(house.database, reactions, fact_of(ClientRestricted(client_id=CLIENT)))

    assert (await house.ask(SOCIAL_WORKER, f"{referral}/withdraw")).status_code == 200


async def test_what_the_house_itself_concludes_is_kept_all_the_same(house: House) -> None:
    await hear(house.database, reactions, fact_of(ClientRestricted(client_id=CLIENT)))
    award = AwardApproved.example().model_copy(update={"client_id": CLIENT})

    await hear(house.database, reactions, fact_of(award, "benefits"))

    assert len((await house.plan())["supports"]) == 1


async def test_lifted_all_is_as_before(house: House) -> None:
    referral = await house.sent()
    for event in (ClientRestricted(client_id=CLIENT), ClientUnrestricted(client_id=CLIENT)):
        await hear(house.database, reactions, fact_of(event))

    assert (await house.ask(ADVISER, f"{referral}/accept", VISIT)).status_code == 200


async def test_of_the_erased_every_address_says_that_there_is_nobody(house: House) -> None:
    await house.goal()
    referral = await house.sent()
    award = AwardApproved.example().model_copy(update={"client_id": CLIENT})

    await hear(house.database, reactions, fact_of(ClientErased(client_id=CLIENT)))
    await hear(house.database, reactions, fact_of(registered()), fact_of(award, "benefits"))

    for caller in (SOCIAL_WORKER, ADVISER):
        assert outcome(await house.see(caller, referral)) == (404, "/problems/ReferralNotFound")
        assert (await house.see(caller, f"/v1/plans/{house.plan_id}")).status_code == 404
        assert (await items(house, caller, "in"), await items(house, caller, "out")) == ([], [])
    accepting = await house.ask(ADVISER, f"{referral}/accept", VISIT)
    sending = await house.ask(SOCIAL_WORKER, "/v1/referrals", TO_THE_PUP)
    card = await house.client.get(f"/internal/clients/{CLIENT}/card", headers=HOUSE)
    assert {accepting.status_code, sending.status_code, card.status_code} == {404}
    assert await house.database.pool.fetchval("SELECT count(*) FROM relations") == 0


async def test_events_after_the_erasure_in_one_batch_find_nobody(house: House) -> None:
    await hear(
        house.database,
        reactions,
        fact_of(ClientErased(client_id=CLIENT)),
        fact_of(registered()),
    )

    async with begin(house.database) as tx:
        assert await tx.vault.find_key(tx.session, CLIENT) is None
    assert await house.database.pool.fetchval("SELECT count(*) FROM relations") == 0
