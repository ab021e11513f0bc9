"""What benefits do when a client is restricted or erased elsewhere."""

from typing import Any

import pytest

from contracts.intake import ClientRegistered
from contracts.intake.rights import ClientErased, ClientRestricted
from contracts.values import BasisKind
from services.benefits.reactions import reactions
from tests.benefits.conftest import CLIENT, MANAGER, OPS, SOCIAL_WORKER, Office
from tests.support.rooms import fact_of, hear

pytestmark = pytest.mark.anyio


def outcome(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"]


async def test_of_the_erased_every_address_says_that_there_is_nobody(office: Office) -> None:
    award = await office.applied()
    registered = ClientRegistered(
        client_id=CLIENT, relation_id=CLIENT, party_id=OPS, basis=BasisKind.REGISTRATION
    )

    await hear(office.database, reactions, fact_of(ClientErased(client_id=CLIENT)))
    await hear(office.database, reactions, fact_of(registered))

    assert outcome(await office.see(SOCIAL_WORKER, award)) == (404, "/problems/AwardNotFound")
    assert (await office.decide(MANAGER, f"{award}/approve")).status_code == 404
    assert (await office.apply()).status_code == 404
    assert (await office.card()).status_code == 404
    assert await office.database.pool.fetchval("SELECT count(*) FROM client_keys") == 0


async def test_an_award_of_a_restricted_client_waits(office: Office) -> None:
    award = await office.applied()
    await office.database.pool.execute("UPDATE relations SET basis = 'registration'")
    await hear(office.database, reactions, fact_of(ClientRestricted(client_id=CLIENT)))

    approving = await office.decide(MANAGER, f"{award}/approve")

    assert outcome(approving) == (409, "/problems/ClientRestricted")
    assert (await office.see(MANAGER, award)).json()["status"] == "applied"
