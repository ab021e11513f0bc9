"""Who may change what: whoever was let see a part, or broke the glass, changes no other part."""

from typing import Any
from uuid import UUID

import pytest

from contracts.values import BasisKind, InstitutionKind
from kernel import clock
from tests.intake.conftest import (
    BASIS,
    FAR,
    PHONE,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.support.rooms import relate, worker

pytestmark = pytest.mark.anyio
PUP_MANAGER = worker(PUP, InstitutionKind.PUP, "pup_manager")
CHANGES: list[tuple[str, dict[str, Any]]] = [
    ("change-contact", {"contact": {"phone": "+48600100299"}}),
    ("change-bank-account", {"bank_account": "PL61109010140000071219812874"}),
    ("change-name", {"name": {"given": "Próbna", "family": "Inna"}, "valid_from": "2026-01-01"}),
    ("incomes", {"month": "2026-02", "items": []}),
    (
        "household",
        {
            "valid_from": "2026-01-01",
            "members": [{"relation": "applicant", "birth_date": "1985-03-14"}],
        },
    ),
    ("employments", {"started_on": "2026-03-01"}),
]
each_change = pytest.mark.parametrize(("verb", "body"), CHANGES, ids=[v for v, _ in CHANGES])
NEED = {"kind": "work"}


@each_change
async def test_what_was_not_shared_is_not_changed(
    house: House, verb: str, body: dict[str, Any]
) -> None:
    address = await house.registered()
    shared = {"institution": str(FAR), "basis": BASIS, "sections": ["needs"]}
    assert (await house.ask(SOCIAL_WORKER, f"{address}/sharings", shared)).status_code == 201

    refused = await house.ask(STRANGER, f"{address}/{verb}", body)

    assert refused.status_code == 403, refused.text
    assert refused.json()["type"] == "/problems/SectionWithheld"
    assert (await house.ask(STRANGER, f"{address}/needs", NEED)).status_code == 201


@each_change
async def test_broken_glass_is_for_looking(house: House, verb: str, body: dict[str, Any]) -> None:
    address = await house.registered()
    client_id = UUID(address.split("/")[-1])
    relation = await relate(house.database, client_id, FAR, BasisKind.VITAL_INTEREST)
    await house.database.pool.execute(
        "UPDATE relations SET expires_at = now() + interval '4 hours' WHERE relation_id = $1",
        relation,
    )

    assert (await house.ask(STRANGER, f"{address}/{verb}", body)).status_code == 403
    assert (await house.ask(STRANGER, f"{address}/needs", NEED)).status_code == 201


async def test_an_address_not_shared_is_not_told_by_what_follows_from_it(house: House) -> None:
    address = await house.registered()
    shared = {"institution": str(FAR), "basis": BASIS, "sections": ["needs"]}
    await house.ask(SOCIAL_WORKER, f"{address}/sharings", shared)

    told = await house.see(STRANGER, f"{address}/competence")
    found = await house.ask(STRANGER, "/v1/clients/search", {"phone": PHONE})

    assert told.status_code == 403
    assert found.json()["items"] == []
    mine = await house.ask(SOCIAL_WORKER, "/v1/clients/search", {"phone": PHONE})
    assert len(mine.json()["items"]) == 1


async def test_closing_answers_with_no_more_than_the_reader_sees(house: House) -> None:
    address = await house.registered(
        worker(PUP, InstitutionKind.PUP, "pup_adviser"), share_with=[WITH_THE_PARTNERSHIP]
    )
    body = {"reason": "independent", "closed_on": clock.today().isoformat()}

    closed = await house.ask(PUP_MANAGER, f"{address}/close", body)

    assert closed.status_code == 200, closed.text
    assert closed.json()["contact"] == {"phone": None, "email": None}


async def test_a_merge_repeated_under_its_key_is_answered_again(house: House) -> None:
    kept = await house.registered(pesel=None)
    twice = await house.registered()
    body = {"merged_id": twice.split("/")[-1], "reason": "registered_twice"}

    first = await house.ask(SOCIAL_WORKER, f"{kept}/merge", body, Idempotency_Key="one-merge")
    again = await house.ask(SOCIAL_WORKER, f"{kept}/merge", body, Idempotency_Key="one-merge")

    assert (first.status_code, again.status_code) == (200, 200), again.text
    assert again.json() == first.json()
