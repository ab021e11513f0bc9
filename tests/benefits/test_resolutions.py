"""Values of the law that a council resolved or that are entered ahead: who may, and what it changes."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx2
import pytest

from contracts.directory import InstitutionRegistered
from contracts.values import InstitutionKind
from kernel import clock
from kernel.transactions import begin
from services.benefits.app import build
from services.benefits.reactions import reactions
from services.benefits.settings import Settings
from services.benefits.use_cases.follow_law import FollowLaw
from services.benefits.use_cases.work_on_simulations import work_on_simulations
from tests.benefits.conftest import FAR, MANAGER, OPS, SOCIAL_WORKER, STRANGER, Office
from tests.support.rooms import _said, bearer, fact_of, hear, worker

pytestmark = pytest.mark.anyio

ZABRZE, STRZELCE = "2478011", "1611053"
RESOLUTIONS = "/v1/benefits/resolutions"
CLERK = replace(worker(OPS, InstitutionKind.OPS, "ops_benefits_clerk"), worker="ops-clerk")
OPERATOR = replace(worker(FAR, InstitutionKind.OPERATOR, "operator"), worker="operator")
SECOND = replace(OPERATOR, worker="operator-two")
TOMORROW = (clock.today() + timedelta(days=1)).isoformat()
SHARE: dict[str, Any] = {
    "parameter": "okresowy_share",
    "municipality": ZABRZE,
    "from": "2024-01-01",
    "correction": "Uchwała z 2023 r. nie była wprowadzona",
    "value": "1.00",
    "act": "Uchwała nr XII/98/23 (Zabrze)",
    "article": "§ 1",
}
WAGE: dict[str, Any] = {
    "parameter": "minimum_wage",
    "from": "2027-01-01",
    "to": "2027-12-31",
    "value": "5000.00",
    "act": "rozporządzenie RM na 2027 r.",
    "article": "§ 1",
}


async def at_home(office: Office) -> None:
    """The OPS serves Zabrze."""
    event = InstitutionRegistered(
        party_id=OPS, name="MOPR (demo)", kind=InstitutionKind.OPS, territory=ZABRZE
    )
    await hear(office.database, reactions, fact_of(event, "directory"))


async def entered(office: Office, by: Any = MANAGER, **said: Any) -> httpx2.Response:
    return await office.client.post(RESOLUTIONS, json=SHARE | said, headers=bearer(by))


async def approved(office: Office, **said: Any) -> str:
    await at_home(office)
    address = (await entered(office, **said)).headers["location"]
    answer = await office.decide(CLERK, f"{address}/approve")
    assert answer.status_code == 200, answer.text
    return str(address)


async def okresowy(
    office: Office, *, income: str = "0.00", persons: int = 1, on: str = "2026-03-01"
) -> str:
    members = [{"age": 35, "relation": "applicant"}, {"age": 36, "relation": "spouse"}]
    members += [{"age": 7, "relation": "child"}, {"age": 10, "relation": "child"}]
    body = {
        "on": on,
        "municipality": ZABRZE,
        "household": {"members": members[:persons]},
        "incomes_before": [{"kind": "other", "monthly": income}],
        "incomes_after": [],
    }
    answer = await office.client.post(
        "/v1/benefits/what-if", json=body, headers=bearer(SOCIAL_WORKER)
    )
    return str(answer.json()["before"]["okresowy"])


def outcome(answer: httpx2.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"]


@pytest.mark.parametrize(
    ("income", "persons", "on", "expected"),
    [
        ("0.00", 1, "2026-03-01", "823.00"),
        ("300.00", 1, "2026-03-01", "710.00"),
        ("187.00", 1, "2026-03-01", "823.00"),
        ("187.01", 1, "2026-03-01", "822.99"),
        ("0.00", 1, "2024-03-01", "600.00"),
        ("248.00", 4, "2026-03-01", "3044.00"),
    ],
)
async def test_t18_a_council_that_pays_the_whole_gap(
    office: Office, income: str, persons: int, on: str, expected: str
) -> None:
    await approved(office)

    assert await okresowy(office, income=income, persons=persons, on=on) == expected


async def test_without_a_resolution_half_of_the_gap_is_paid_and_at_least_20(
    office: Office,
) -> None:
    await at_home(office)
    await entered(office)

    assert await okresowy(office) == "505.00"
    assert await okresowy(office, income="980.00") == "20.00"


async def test_an_award_is_computed_by_what_the_council_resolved_and_says_so(
    office: Office,
) -> None:
    await approved(office, value="0.80")

    award = (await office.apply()).json()

    assert award["lost_benefit"] == "808.00"
    used = [p for one in award["trace"] for p in one["parameters"]]
    share = next(p for p in used if p["name"] == "okresowy_share")
    assert (share["value"], share["source"]["act"]) == ("0.80", SHARE["act"])


async def test_what_was_computed_before_stays_as_it_was(office: Office) -> None:
    address = await office.applied()
    before = (await office.see(MANAGER, address)).json()

    await approved(office)

    assert (await office.see(MANAGER, address)).json() == before


async def test_the_law_of_a_day_shows_the_councils_value_and_its_version(office: Office) -> None:
    await approved(office)

    told = (
        await office.see(
            SOCIAL_WORKER, f"/v1/benefits/parameters?on=2026-03-01&municipality={ZABRZE}"
        )
    ).json()
    elsewhere = (await office.see(SOCIAL_WORKER, "/v1/benefits/parameters?on=2026-03-01")).json()

    share = next(one for one in told["items"] if one["name"] == "okresowy_share")
    general = next(one for one in elsewhere["items"] if one["name"] == "okresowy_share")
    assert (share["value"], share["of_municipality"]) == ("1.00", True)
    assert (general["value"], general["of_municipality"]) == ("0.50", False)
    assert told["version"] == 2


async def test_the_minimum_wage_of_next_year_is_entered_ahead_by_two_operators(
    office: Office,
) -> None:
    answer = await office.client.post(RESOLUTIONS, json=WAGE, headers=bearer(OPERATOR))
    alone = await office.decide(OPERATOR, f"{answer.headers['location']}/approve")
    await office.decide(SECOND, f"{answer.headers['location']}/approve")

    told = (await office.see(SOCIAL_WORKER, "/v1/benefits/parameters?on=2027-06-01")).json()

    assert outcome(alone) == (403, "/problems/OwnEntry")
    assert told["unknown"] == []
    wage = next(one for one in told["items"] if one["name"] == "minimum_wage")
    assert (wage["value"], wage["of_municipality"]) == ("5000.00", False)


async def test_a_withdrawn_resolution_counts_no_more(office: Office) -> None:
    address = await approved(office)

    withdrawn = await office.decide(MANAGER, f"{address}/withdraw", {"reason": "Nieważna"})
    again = await office.decide(CLERK, f"{address}/approve")

    assert withdrawn.json()["state"] == "withdrawn"
    assert await okresowy(office) == "505.00"
    assert outcome(again) == (409, "/problems/ResolutionMoved")
    assert again.json()["allowed"] == []


@pytest.mark.parametrize(
    ("said", "status", "problem"),
    [
        ({"parameter": "no_such"}, 422, "NoSuchParameter"),
        ({"parameter": "criterion_single", "value": "1200.00"}, 422, "NotForCouncils"),
        ({"value": "0.49"}, 422, "ValueOutOfBounds"),
        ({"value": "1.01"}, 422, "ValueOutOfBounds"),
        ({"value": "-1.00"}, 422, "FieldsAtFault"),
        ({"value": 0.8}, 422, "FieldsAtFault"),
        ({"value": "0.80001"}, 422, "FieldsAtFault"),
        ({"value": "NaN"}, 422, "FieldsAtFault"),
        ({"municipality": STRZELCE}, 403, "NotYourLaw"),
        ({"municipality": None}, 403, "NotYourLaw"),
        ({"municipality": "9999999"}, 422, "FieldsAtFault"),
        ({"correction": None}, 422, "BeginsInThePast"),
        ({"from": "2027-02-01", "to": "2027-01-31"}, 422, "FieldsAtFault"),
        ({"act": ""}, 422, "FieldsAtFault"),
    ],
)
async def test_what_the_law_cannot_take_is_refused(
    office: Office, said: dict[str, Any], status: int, problem: str
) -> None:
    await at_home(office)

    answer = await entered(office, **said)

    assert outcome(answer) == (status, f"/problems/{problem}")
    assert (await office.see(MANAGER, RESOLUTIONS)).json()["items"] == []


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"value": "5000.001"}, "ValueOutOfBounds"),
        ({"parameter": "continuation_months", "value": "2.5"}, "ValueOutOfBounds"),
    ],
)
async def test_a_value_has_the_shape_of_its_parameter(
    office: Office, said: dict[str, Any], problem: str
) -> None:
    answer = await office.client.post(RESOLUTIONS, json=WAGE | said, headers=bearer(OPERATOR))

    assert outcome(answer) == (422, f"/problems/{problem}")


async def test_a_value_from_tomorrow_needs_no_reason(office: Office) -> None:
    await at_home(office)

    answer = await entered(office, **{"from": TOMORROW, "correction": None})

    assert (answer.status_code, answer.json()["state"]) == (201, "draft")


async def test_two_resolutions_do_not_speak_of_one_day(office: Office) -> None:
    first = await approved(office, to="2026-06-30")

    same = await entered(office, **{"from": "2026-06-30", "value": "0.70"})
    after = await entered(office, **{"from": "2026-07-01", "value": "0.70"})

    assert outcome(same) == (409, "/problems/AlreadyResolved")
    assert first.endswith(same.json()["resolution_id"])
    assert after.status_code == 201


async def test_one_until_further_notice_ends_where_the_next_begins(office: Office) -> None:
    await approved(office)
    await approved(office, **{"from": "2026-06-01", "value": "0.60"})

    assert await okresowy(office, on="2026-06-30") == "823.00"
    assert await okresowy(office, on="2026-07-01") == "606.00"


async def test_of_two_approvals_at_once_one_is_refused(office: Office) -> None:
    await at_home(office)
    addresses = [(await entered(office)).headers["location"] for _ in range(2)]

    answers = await asyncio.gather(
        *(office.decide(CLERK, f"{address}/approve") for address in addresses)
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409]


@pytest.mark.parametrize(
    ("who", "status", "problem"),
    [
        (SOCIAL_WORKER, 403, "RoleMayNot"),
        (STRANGER, 403, "NotYourLaw"),
        (OPERATOR, 403, "NotYourLaw"),
    ],
)
async def test_only_the_centre_of_the_gmina_keeps_what_its_council_resolved(
    office: Office, who: Any, status: int, problem: str
) -> None:
    await at_home(office)
    address = (await entered(office)).headers["location"]

    answers = [
        await entered(office, who),
        await office.decide(who, f"{address}/approve"),
        await office.decide(who, f"{address}/withdraw", {"reason": "x"}),
    ]

    assert {outcome(one) for one in answers} == {(status, f"/problems/{problem}")}
    assert (await office.see(SOCIAL_WORKER, address)).json()["state"] == "draft"


async def test_a_second_click_enters_and_decides_once(office: Office) -> None:
    await at_home(office)
    twice = [
        await office.client.post(
            RESOLUTIONS, json=SHARE, headers=bearer(MANAGER, Idempotency_Key="once")
        )
        for _ in range(2)
    ]
    address = twice[0].headers["location"]
    old = await office.decide(CLERK, f"{address}/approve", If_Match='"v7"')

    assert twice[0].json() == twice[1].json()
    assert len((await office.see(MANAGER, RESOLUTIONS)).json()["items"]) == 1
    assert outcome(old) == (412, "/problems/VersionIsOld")


async def test_another_process_computes_by_it_after_its_next_look(office: Office) -> None:
    other = build(Settings(**_said(office.database.url)))
    await other.state.database.open()
    await approved(office)
    assert (await other.state.law.now()).resolved == set()

    async with begin(other.state.database) as tx:
        await FollowLaw(other.state.law)(tx)

    assert (await other.state.law.now()).resolved == {ZABRZE}
    assert other.state.law.version == 2
    await other.state.database.close()


async def test_a_process_that_starts_knows_what_was_resolved(office: Office) -> None:
    await approved(office)
    other = build(Settings(**_said(office.database.url)))
    await other.state.database.open()

    await other.state.law.open()

    assert (await other.state.law.now()).resolved == {ZABRZE}
    await other.state.database.close()


async def test_a_simulation_is_worked_out_by_the_law_of_when_it_was_asked_for(
    office: Office,
) -> None:
    body = {
        "on": "2026-03-01",
        "municipality": ZABRZE,
        "cohort": {"households": 200},
        "variants": [{"name": "x"}],
    }
    asked = "/v1/benefits/simulations"
    before = await office.client.post(asked, json=body, headers=bearer(MANAGER))
    await approved(office)
    after = await office.client.post(asked, json=body, headers=bearer(MANAGER))
    for _ in range(4):
        async with begin(office.database) as tx:
            await work_on_simulations(tx)

    lost = [
        (await office.see(MANAGER, one.headers["location"])).json()["result"]["lost"]
        for one in (before, after)
    ]
    half, whole = (float(one) for one in lost)
    assert half < whole
