"""What a record is read for: a purpose leaves of it what serves it, and opens nothing."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.purposes import Purpose
from contracts.sections import Section
from contracts.values import BasisKind, InstitutionKind
from gateway.record.purposes import PurposeNotYours, purpose_of, sights_for
from kernel.rights import Ground, Seat, sights
from policies import book as policies_book
from policies.book import Book, book, themes
from tests.gateway.conftest import (
    ADVISER,
    CLERK,
    CLIENT,
    COORDINATOR,
    MANAGER,
    RECORD,
    SOCIAL_WORKER,
    STRANGER,
    House,
)
from tests.support.examples import tried
from tests.support.rooms import bearer, relate

pytestmark = pytest.mark.anyio
ROLES = sorted({role for rule in book().rules for role in rule.roles})
WHOLE = {Purpose.SOCIAL_ASSISTANCE, Purpose.LABOUR_MARKET, Purpose.PARTNER_SERVICE}


async def read(house: House, by: Any, purpose: str | None = None, **headers: str) -> Any:
    named = {"Purpose-Of-Use": purpose} if purpose else {}
    return await house.client.get(RECORD, headers=bearer(by) | named | headers)


@pytest.mark.parametrize(
    ("by", "purpose"),
    [
        (SOCIAL_WORKER, "social_assistance"),
        (ADVISER, "labour_market"),
        (COORDINATOR, "partner_service"),
    ],
)
async def test_whoever_names_none_reads_for_the_task_of_her_institution(
    house: House, by: Any, purpose: str
) -> None:
    await relate(house.database, CLIENT, by.institution)

    unsaid, said = await read(house, by), await read(house, by, purpose)

    assert (unsaid.json()["purpose"], unsaid.json()) == (purpose, said.json())
    assert "not_for_this_purpose" not in unsaid.text


@pytest.mark.parametrize(
    ("by", "purpose", "shown"),
    [
        (SOCIAL_WORKER, "referral", {"identity", "contact", "needs", "work", "referrals"}),
        (
            SOCIAL_WORKER,
            "benefit_decision",
            {"identity", "contact", "household", "income", "work", "health", "awards", "vouchers"},
        ),
        (
            MANAGER,
            "supervision",
            {"identity", "plan", "referrals", "meetings", "awards", "vouchers"},
        ),
        # She sees no needs whatever she names: a purpose opens nothing.
        (CLERK, "referral", {"identity", "contact"}),
    ],
)
async def test_a_purpose_leaves_what_serves_it(
    house: House, by: Any, purpose: str, shown: set[str]
) -> None:
    answer = await read(house, by, purpose)

    assert answer.status_code == 200, answer.text
    assert (answer.json()["purpose"], set(answer.json()["sections"])) == (purpose, shown)


async def test_what_is_kept_back_says_so_and_the_audit_names_what_was_read(house: House) -> None:
    answer = await read(house, SOCIAL_WORKER, "referral")

    kept = {one["section"]: one for one in answer.json()["withheld"]}
    assert kept["health"] == {
        "section": "health", "reason": "not_for_this_purpose", "rule": None, "shown": "nothing",
    }  # fmt: skip
    assert kept["violence"]["reason"] == "not_for_your_task"
    noted = await house.database.pool.fetchval("SELECT sections FROM audit")
    assert set(noted) == set(answer.json()["sections"])


@pytest.mark.parametrize(
    ("by", "purpose"),
    [
        (SOCIAL_WORKER, "labour_market"),
        (SOCIAL_WORKER, "supervision"),
        (ADVISER, "social_assistance"),
        (ADVISER, "benefit_decision"),
        (COORDINATOR, "labour_market"),
        (STRANGER, "labour_market"),
    ],
)
async def test_a_purpose_that_is_not_hers_is_refused_and_noted(
    house: House, by: Any, purpose: str
) -> None:
    answer = await read(house, by, purpose)

    told = answer.json()
    assert (answer.status_code, told["type"]) == (403, "/problems/PurposeNotYours")
    assert purpose not in told["purposes"]
    assert "referral" in told["purposes"]
    noted = dict(
        await house.database.pool.fetchrow("SELECT client_id, status, sections FROM audit") or {}
    )
    assert (noted["client_id"], noted["status"], noted["sections"]) == (CLIENT, 403, [])


async def test_a_purpose_nobody_knows_is_unreadable(house: House) -> None:
    answer = await read(house, SOCIAL_WORKER, "curiosity")

    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/ParameterAtFault")
    assert "curiosity" not in answer.text


async def test_a_caseload_and_a_paper_are_read_for_a_purpose_too(house: House) -> None:
    named = bearer(SOCIAL_WORKER) | {"Purpose-Of-Use": "referral"}
    batch = await house.client.post(
        "/v1/records/batch", json={"client_ids": [str(CLIENT)]}, headers=named
    )
    refused = await house.client.get(
        f"{RECORD}/paper.pdf", headers=named | {"Purpose-Of-Use": "supervision"}
    )

    record = (await read(house, SOCIAL_WORKER, "referral")).json()
    assert batch.json()["items"][0]["record"] == record
    assert refused.status_code == 403


async def test_two_purposes_are_two_versions(house: House) -> None:
    first = await read(house, SOCIAL_WORKER)

    again = await read(
        house, SOCIAL_WORKER, "referral", **{"If-None-Match": first.headers["etag"]}
    )

    assert again.status_code == 200
    assert "Purpose-Of-Use" in again.headers["vary"]


@tried()
@given(
    st.sampled_from(InstitutionKind),
    st.frozensets(st.sampled_from(ROLES)),
    st.sampled_from(BasisKind),
    st.sampled_from(Purpose),
)
def test_a_purpose_never_shows_more_than_her_task(
    kind: InstitutionKind, roles: frozenset[str], basis: BasisKind, purpose: Purpose
) -> None:
    seat, grounds = Seat(kind.value, roles), frozenset({Ground(basis)})

    for narrow, wide in zip(
        sights_for(seat, grounds, purpose), sights(seat, grounds), strict=True
    ):
        assert narrow.level in {wide.level, None}
        assert narrow == wide or narrow.reason == "not_for_this_purpose"


@pytest.mark.parametrize("kind", InstitutionKind)
def test_whoever_sees_anything_has_a_task_that_leaves_it_all(kind: InstitutionKind) -> None:
    seat = Seat(kind.value, frozenset(ROLES))
    grounds = frozenset({Ground(BasisKind.CONSENT, tuple(Section))})
    seen = [sight for sight in sights(seat, grounds) if sight.level]
    if not seen:
        return

    assert [sights_for(seat, grounds, p) == sights(seat, grounds) for p in WHOLE].count(True) == 1


def test_a_changed_policy_is_followed_by_the_next_reading(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seat, grounds = Seat.of(SOCIAL_WORKER), frozenset({Ground(BasisKind.REGISTRATION)})
    before = sights_for(seat, grounds, Purpose.REFERRAL)
    stricter = Book(themes(".cedar") | {"zz": '@id("stop") @article("none") forbid(principal,'
        ' action == Action::"UseForReferral", resource) when { resource.name == "work" };'})  # fmt: skip
    monkeypatch.setattr(policies_book, "book", lambda: stricter)

    after = sights_for(seat, grounds, Purpose.REFERRAL)

    changed = [one.section for one, other in zip(before, after, strict=True) if one != other]
    assert changed == [Section.WORK]


async def test_a_right_that_ends_is_not_remembered(house: House) -> None:
    await relate(house.database, CLIENT, ADVISER.institution)
    read_before = [await read(house, ADVISER) for _ in range(2)]
    narrow = "UPDATE relations SET scope = $2 WHERE party_id = $1"
    end = "UPDATE relations SET closed_at = now() WHERE party_id = $1"

    await house.database.pool.execute(narrow, ADVISER.institution, ["work"])
    narrowed = await read(house, ADVISER)
    await house.database.pool.execute(end, ADVISER.institution)
    ended = await read(house, ADVISER)

    assert [answer.status_code for answer in read_before] == [200, 200]
    assert set(narrowed.json()["sections"]) == {"identity", "work"}
    assert ended.status_code == 404


def test_whoever_has_no_task_has_no_purpose() -> None:
    nobody = replace(SOCIAL_WORKER, kind=InstitutionKind.UM)

    with pytest.raises(PurposeNotYours):
        purpose_of(nobody, None)
