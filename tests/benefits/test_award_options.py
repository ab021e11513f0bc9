"""What an application may choose: scope, mode, what goes on beside the job; and when it came in."""

import json
from datetime import timedelta
from typing import Any

import pytest

from kernel import clock, ids
from kernel.transactions import begin
from services.benefits.domain.months import shifted
from tests.benefits.conftest import CLIENT, MANAGER, SOCIAL_WORKER, T01, Office
from tests.benefits.living import amounts, outcome, shown
from tests.support.rooms import bearer

pytestmark = pytest.mark.anyio
T03: dict[str, Any] = T01 | {
    "household_size": 4,
    "incomes": {
        "2026-02": [{"kind": "family_allowance", "monthly": "248.00"}],
        "2026-03": [{"kind": "employment", "monthly": "3355.85"}],
    },
}


@pytest.mark.parametrize(("scope", "lost"), [("SA", "1522.00"), ("EXT", "1770.00")])
async def test_t03_with_the_family_allowance_more_is_lost(
    office: Office, scope: str, lost: str
) -> None:
    office.gateway.means = T03

    award = (await office.apply(scope=scope)).json()

    assert (award["scope"], award["lost_benefit"]) == (scope, lost)


@pytest.mark.parametrize(
    ("until", "first"),
    [("2026-04-30", "2026-05"), ("2026-06-30", "2026-05"), ("2026-03-31", "2026-04")],
)
async def test_t13_what_goes_on_beside_the_job_comes_first(
    office: Office, until: str, first: str
) -> None:
    answer = await office.apply(continuation={"decision_until": until})

    award = answer.json()
    assert answer.status_code == 201, answer.text
    assert amounts(award)[0] == (first, 1, "505.00")
    assert (award["lost_benefit"], len(award["months"])) == ("505.00", 12)
    assert any("dalsza wypłata" in working["pl"] for working in award["trace"])


async def test_t13_at_a_second_job_within_two_years_nothing_goes_on(office: Office) -> None:
    said = {"decision_until": "2026-04-30", "last_continued_in": "2024-05"}

    award = (await office.apply(continuation=said)).json()

    assert amounts(award)[0] == ("2026-03", 1, "505.00")


async def test_who_applies_late_is_paid_from_the_month_of_application(office: Office) -> None:
    award = (await office.apply(received_on="2026-05-20")).json()

    assert amounts(award)[0] == ("2026-05", 1, "505.00")
    assert (award["from"], award["to"], award["received_on"]) == (
        "2026-05", "2027-04", "2026-05-20",
    )  # fmt: skip


@pytest.mark.parametrize(("first", "months"), [("2024-03", 6), ("2023-03", 0)])
async def test_what_is_not_used_within_36_months_of_work_is_not_paid(
    office: Office, first: str, months: int
) -> None:
    office.gateway.means = T01 | {
        "incomes": {
            shifted(first, -1): [],
            first: [{"kind": "employment", "monthly": "3355.85"}],
        },
        "employments": [{"id": str(ids.new()), "started_on": f"{first}-01"}],
    }
    received = f"{shifted(first, 30 if months else 36)}-01"

    answer = await office.apply(employment_started_on=f"{first}-01", received_on=received)

    if months:
        assert len(answer.json()["months"]) == months
    else:
        assert outcome(answer) == (409, "/problems/WindowOver")


async def test_unsaid_it_came_in_today(office: Office) -> None:
    body = {"client_id": str(CLIENT), "employment_started_on": "2026-03-01"}

    award = (await office.client.post("/v1/awards", json=body, headers=_headers())).json()

    today = clock.today().isoformat()
    assert (award["received_on"], award["from"]) == (today, today[:7])


async def test_nothing_comes_in_tomorrow(office: Office) -> None:
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()

    answer = await office.apply(received_on=tomorrow)

    assert outcome(answer) == (422, "/problems/ReceivedLater")
    assert answer.json()["errors"][0]["pointer"] == "/received_on"


async def test_t11_a_taper_looks_at_earnings(office: Office) -> None:
    office.gateway.means = T03 | {
        "incomes": T03["incomes"] | {"2026-03": [{"kind": "employment", "monthly": "3605.85"}]}
    }

    award = (
        await office.apply(schedule={"taper": {"share": "0.55", "allowance": "2000.00"}})
    ).json()

    assert {amount for _, _, amount in amounts(award)} == {"638.78"}


async def test_what_a_mode_is_not_is_refused_at_its_field(office: Office) -> None:
    answer = await office.apply(lost_benefit_mode="sometimes", scope="ALL")

    assert answer.status_code == 422
    assert [e["pointer"] for e in answer.json()["errors"]] == ["/scope", "/lost_benefit_mode"]


async def test_an_award_kept_before_there_were_pauses_can_be_read_and_paused(
    office: Office,
) -> None:
    address = await _as_it_was_kept(office)

    before = await shown(office, address)
    await office.decide(MANAGER, f"{address}/approve")
    answer = await office.decide(MANAGER, f"{address}/suspend", {"last_day": "2026-05-15"})

    assert (before["lost_benefit"], before["total"]) == ("505.00", "3787.50")
    assert answer.status_code == 200, answer.text
    assert amounts(answer.json())[-1] == ("2026-05", 3, "244.35")
    assert answer.json()["steps_left"] == 9


async def _as_it_was_kept(office: Office) -> str:
    """Lay an award down as releases before this one did: three things in a row, no rows of months."""
    address = await office.applied()
    award_id = address.removeprefix("/v1/awards/")
    async with begin(office.database) as tx:
        key = await tx.vault.key_for(tx.session, CLIENT)
        (row,) = await office.database.pool.fetch("SELECT sealed FROM awards")
        now = json.loads(key.open(row["sealed"], f"award:{award_id}"))
        newer = ("full", "spans")
        months = [{k: v for k, v in m.items() if k not in newer} for m in now["months"]]
        old = json.dumps([now["lost_benefit"], months, now["trace"]]).encode()
        sealed = key.seal(old, f"award:{award_id}")
    await office.database.pool.execute("UPDATE awards SET sealed = $1", sealed)
    await office.database.pool.execute("DELETE FROM award_months")
    return address


def _headers() -> dict[str, str]:
    return bearer(SOCIAL_WORKER)
