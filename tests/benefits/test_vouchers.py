"""Care vouchers are worked out, granted by a second person, handed over, rested and ended."""

import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from pypdf import PdfReader

from contracts.intake.rights import ClientErased
from contracts.values import InstitutionKind
from kernel import clock
from kernel.transactions import begin
from services.benefits.domain.months import month_of, shifted
from services.benefits.reactions import reactions
from services.benefits.use_cases.expire_vouchers import expire_vouchers
from tests.benefits.care import (
    CLERK,
    FIRST,
    GIVEN,
    LAST,
    MONTH,
    NGO,
    OTHER_NGO,
    PROGRAMME,
    PROVIDER,
    Care,
    at,
    outcome,
    programme,
)
from tests.benefits.conftest import CLIENT, MANAGER, OPS, SOCIAL_WORKER, STRANGER, T01, Office
from tests.support.rooms import announced, fact_of, hear, know, worker

pytestmark = pytest.mark.anyio


@pytest.fixture
async def care(office: Office) -> Care:
    return await programme(office)


def vectors() -> list[Any]:
    file = Path(__file__).with_name("vectors") / "vouchers.yaml"
    rows = yaml.safe_load(file.read_text(encoding="utf-8"))
    return [pytest.param(row, id=row["sentence"]) for row in rows]


@pytest.mark.parametrize("row", vectors())
async def test_the_co_payment_comes_out_as_a_clerk_would_compute_it(
    care: Care, row: dict[str, Any]
) -> None:
    given = GIVEN | {"amount": row["income"], "household_size": row["persons"]}
    held = await care.in_hands(income=given, hours=row["hours"])
    voucher = await held.show()
    for number in range(row["hours"] // 2):
        begins = divmod(number, 4)
        visit = await held.visit(
            at(begins[0] + 1, 6 + 3 * begins[1]), at(begins[0] + 1, 8 + 3 * begins[1])
        )
        assert visit.status_code == 201, visit.text

    settlement = (await care.submit()).json()

    assert voucher["income_of_criterion"] == row["of_criterion"]
    assert voucher["copayment_percent"] == row["percent"]
    assert {name: settlement[name] for name in ("gross", "copay", "net")} == {
        name: row[name] for name in ("gross", "copay", "net")
    }


async def test_a_voucher_of_declared_income_shows_how_it_was_worked_out(care: Care) -> None:
    month = shifted(month_of(FIRST), -1)
    care.office.gateway.means = T01 | {
        "incomes": {month: [{"kind": "pension", "monthly": "1800.00"}]}
    }

    answer = await care.draft(income=None)

    voucher = answer.json()
    assert answer.status_code == 201, answer.text
    assert (voucher["copayment_percent"], voucher["income"]) == ("15", "1800.00")
    assert [one["pl"] for one in voucher["trace"]] == [
        "dochód w rozumieniu art. 8 u.p.s.", "odpłatność za usługi opiekuńcze",
    ]  # fmt: skip
    assert voucher["trace"][1]["steps"][-1]["result"] == "15 %"


@pytest.mark.parametrize(
    ("means", "refused"),
    [
        (None, (404, "ClientNotFound")),
        (T01 | {"household_size": None}, (409, "HouseholdNotDeclared")),
        (T01 | {"incomes": {}}, (409, "IncomeNotDeclared")),
        (T01 | {"municipality": "1611053"}, (409, "OutsideProgramme")),
    ],
)
async def test_without_what_was_declared_no_voucher_is_worked_out(
    care: Care, means: Any, refused: Any
) -> None:
    care.office.gateway.means = means

    assert outcome(await care.draft(income=None)) == refused
    assert await announced(care.office.database, CLIENT) == []


async def test_a_voucher_in_money_buys_whole_minutes_of_care(care: Care) -> None:
    voucher = (await care.draft(hours=None, amount="1000.00")).json()

    assert (voucher["minutes_a_month"], voucher["amount_a_month"]) == (1500, "1000.00")


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ({"hours": 3}, ["hours"]),
        ({"hours": 51}, ["hours"]),
        ({"services": ["specialist_care"]}, ["services"]),
        ({"valid_from": (FIRST - timedelta(days=1)).isoformat()}, ["days"]),
        ({"valid_to": (LAST + timedelta(days=1)).isoformat()}, ["days"]),
        ({"hours": None, "amount": "2000.01"}, None),
        ({"hours": None, "amount": "2040.00"}, ["hours"]),
    ],
)
async def test_a_voucher_stays_within_its_programme(care: Care, said: Any, what: Any) -> None:
    answer = await care.draft(**said)

    if what is None:
        assert answer.status_code == 201
    else:
        assert outcome(answer) == (409, "OutsideProgramme")
        assert answer.json()["what"] == what


async def test_nobody_grants_a_voucher_she_worked_out_herself(care: Care) -> None:
    both = replace(SOCIAL_WORKER, roles=frozenset({"social_worker", "ops_manager"}))
    address = (await care.draft(both)).headers["location"]

    assert outcome(await care.ask(both, f"{address}/issue")) == (403, "OwnDraft")
    assert outcome(await care.ask(CLERK, f"{address}/issue")) == (403, "RoleMayNot")
    assert (await care.ask(MANAGER, f"{address}/issue")).json()["status"] == "issued"
    assert outcome(await care.ask(MANAGER, f"{address}/issue")) == (409, "IllegalMove")


async def test_the_code_is_shown_once_and_kept_as_a_hash(care: Care) -> None:
    held = await care.in_hands()

    shown = await held.show()
    again = await care.ask(CLERK, f"{held.address}/hand-over")
    rows = await care.office.database.pool.fetch("SELECT * FROM vouchers")

    assert (len(held.code), shown["status"]) == (6, "active")
    assert "code" not in shown
    assert outcome(again) == (409, "IllegalMove")
    assert held.code.encode() not in b"".join(
        value for row in rows for value in row.values() if isinstance(value, bytes)
    )


async def test_what_is_announced_names_months_and_no_amount(care: Care) -> None:
    held = await care.in_hands()
    await care.ask(CLERK, f"{held.address}/cancel", {"reason": "moved_away"})

    told = await announced(care.office.database, CLIENT)

    voucher = {"client_id": str(CLIENT), "voucher_id": held.address.removeprefix("/v1/vouchers/")}
    months = {"first_month": month_of(FIRST), "last_month": month_of(clock.today())}
    assert [one["type"] for one in told] == [
        "voucher.drafted.v1", "voucher.issued.v1", "voucher.changed.v1", "voucher.ended.v1",
    ]  # fmt: skip
    assert told[1] == {
        "type": "voucher.issued.v1", "actor": MANAGER.worker, **voucher,
        "first_month": month_of(FIRST), "last_month": month_of(LAST),
    }  # fmt: skip
    assert told[3] == {
        "type": "voucher.ended.v1", "actor": CLERK.worker, "how": "cancelled", "granted": True,
        **voucher, **months,
    }  # fmt: skip


async def test_no_second_voucher_for_the_same_service_and_days(care: Care) -> None:
    first = (await care.draft()).json()

    again = await care.draft()
    other_service = await care.draft(services=["neighbour_care"])

    assert outcome(again) == (409, "VoucherOpen")
    assert again.json()["voucher_id"] == first["id"]
    assert other_service.status_code == 201
    await care.ask(MANAGER, f"/v1/vouchers/{first['id']}/cancel", {"reason": "not_granted"})
    # What never was in her hands keeps no days once it is cancelled.
    assert (await care.draft()).status_code == 201


async def test_a_voucher_rests_and_goes_on(care: Care) -> None:
    held = await care.in_hands()

    resting = await care.ask(CLERK, f"{held.address}/suspend", {"reason": "hospital"})
    renewed = await care.ask(CLERK, f"{held.address}/renew-code")
    going = await care.ask(CLERK, f"{held.address}/resume")

    assert resting.json()["status"] == "suspended"
    assert renewed.json()["code"] != held.code or renewed.json()["code"].isdigit()
    assert going.json()["status"] == "active"
    assert outcome(await care.ask(CLERK, f"{held.address}/resume")) == (409, "IllegalMove")


async def test_another_provider_takes_over_with_what_is_left(care: Care) -> None:
    held = await care.in_hands(provider=str(NGO))

    same = await care.ask(CLERK, f"{held.address}/transfer", {"provider": str(NGO)})
    moved = await care.ask(CLERK, f"{held.address}/transfer", {"provider": str(OTHER_NGO)})

    heir, old = moved.json(), await held.show()
    assert outcome(same) == (409, "SameProvider")
    assert moved.status_code == 201, moved.text
    assert (old["status"], old["successor_id"]) == ("transferred", heir["id"])
    assert (heir["status"], heir["origin_id"]) == ("draft", old["id"])
    assert (heir["valid_from"], heir["provider"]) == (clock.today().isoformat(), str(OTHER_NGO))
    assert heir["serial"] != old["serial"]
    assert outcome(await held.visit(at(2, 8), at(2, 9))) == (409, "VoucherNotGood")


async def test_the_clock_ends_vouchers_whose_days_are_over(care: Care) -> None:
    over = await care.in_hands(valid_to=(clock.today() - timedelta(days=1)).isoformat())

    async with begin(care.office.database) as tx:
        assert await expire_vouchers(tx) is False
    async with begin(care.office.database) as tx:
        assert await expire_vouchers(tx) is False

    assert (await over.show())["status"] == "expired"
    told = await announced(care.office.database, CLIENT)
    assert [one["type"] for one in told].count("voucher.ended.v1") == 1
    # Recorded late, but of a day on which it was good.
    assert (await over.visit(at(2, 8), at(2, 9))).status_code == 201


async def test_the_paper_shows_the_number_and_what_it_costs(care: Care) -> None:
    held = await care.in_hands()

    answer = await care.office.see(CLERK, f"{held.address}/paper.pdf")

    page = PdfReader(io.BytesIO(answer.content))
    text = page.pages[0].extract_text()
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["okienko-client"] == str(CLIENT)
    assert len(page.pages) == 1
    assert held.serial in text.replace("\n", "")
    assert "180,00" in text
    assert "1020,00" in text
    assert held.code not in text


async def test_the_card_holds_her_vouchers_without_their_numbers(care: Care) -> None:
    held = await care.in_hands()
    await held.visit(at(2, 8), at(2, 10))

    answer = await care.office.card()

    section = answer.json()["sections"]["vouchers"]
    full, brief = section["full"][0], section["summary"][0]
    assert set(brief) == {"id", "status", "valid_from", "valid_to"}
    assert (full["copayment_percent"], full["minutes_a_month"]) == ("15", 1800)
    assert next(m for m in full["months"] if m["month"] == MONTH)["used"] == 120
    assert held.serial not in answer.text


async def test_of_the_erased_no_voucher_is_left(care: Care) -> None:
    held = await care.in_hands()

    await hear(care.office.database, reactions, fact_of(ClientErased(client_id=CLIENT)))

    assert (await care.office.see(CLERK, held.address)).status_code == 404
    assert outcome(await held.visit(at(2, 8), at(2, 9))) == (404, "VoucherNotFound")
    assert (await care.draft()).status_code == 404


@pytest.mark.parametrize(
    "verb", ["", "/issue", "/hand-over", "/renew-code", "/suspend", "/cancel", "/transfer"]
)
async def test_for_a_stranger_no_voucher_exists(care: Care, verb: str) -> None:
    held = await care.in_hands()
    body = {"/suspend": {"reason": "other"}, "/cancel": {"reason": "misused"}}.get(verb, {})

    answer = await (
        care.ask(STRANGER, held.address + verb, body)
        if verb
        else care.office.see(STRANGER, held.address)
    )

    assert answer.status_code in ({404} if verb != "/hand-over" else {403, 404})


async def test_a_provider_sees_of_a_voucher_only_what_its_number_opens(care: Care) -> None:
    held = await care.in_hands()

    shown = await care.ask(PROVIDER, "/v1/vouchers/check", {"serial": held.serial.lower()})
    whole = await care.office.see(PROVIDER, held.address)
    misread = held.serial[:-1] + ("A" if held.serial[-1] != "A" else "B")
    wrong = await care.ask(PROVIDER, "/v1/vouchers/check", {"serial": misread})

    assert shown.json() | {"minutes_left": 1800} == shown.json()
    assert shown.json()["good_today"] is True
    assert str(CLIENT) not in shown.text
    assert outcome(whole) == (403, "RoleMayNot")
    assert wrong.status_code == 422
    assert misread not in wrong.text


async def test_only_whoever_pays_contracts_providers_and_never_itself(care: Care) -> None:
    path = f"/v1/voucher-programmes/{care.programme}"
    days = {"first_day": PROGRAMME["first_day"], "last_day": PROGRAMME["last_day"]}

    async def contract(institution: Any, by: Any = MANAGER, **said: str) -> tuple[int, str]:
        body = {"institution": str(institution)} | days | said
        return outcome(await care.ask(by, f"{path}/contracts", body))

    assert await contract(OPS) == (422, "CareProviderUnknown")
    await know(care.office.database, OPS, "MOPR (demo)", InstitutionKind.OPS)
    assert await contract(OPS) == (409, "ProviderIsPayer")
    assert await contract(NGO) == (409, "ContractOverlaps")
    assert await contract(NGO, last_day="2199-01-01") == (422, "ContractOutside")
    assert await contract(NGO, by=STRANGER) == (404, "ProgrammeNotFound")
    assert await contract(NGO, by=PROVIDER) == (403, "RoleMayNot")
    ended = await care.ask(
        MANAGER, f"{path}/end-contract", {"institution": str(NGO), "last_day": FIRST.isoformat()}
    )
    assert ended.json()["providers"][0]["last_day"] == FIRST.isoformat()
    seen = (await care.office.see(PROVIDER, path)).json()
    assert [one["institution"] for one in seen["providers"]] == [str(NGO)]


async def test_a_gminas_own_table_counts_from_its_programme(office: Office) -> None:
    bands = [{"up_to": "100", "single": "1", "family": "2"}, {"single": "12.5", "family": "50"}]
    care = await programme(office, table={"bands": bands})

    assert (await care.draft()).json()["copayment_percent"] == "12.5"


@pytest.mark.parametrize(
    "bands",
    [
        [{"up_to": "100", "single": "0", "family": "0"}],
        [{"single": "0", "family": "0"}, {"single": "5", "family": "5"}],
        [
            {"up_to": "120", "single": "0", "family": "0"},
            {"up_to": "100", "single": "5", "family": "5"},
            {"single": "9", "family": "9"},
        ],
        [{"up_to": 1.5, "single": "0", "family": "0"}, {"single": "9", "family": "9"}],
        [{"single": "101", "family": "0"}],
    ],
)
async def test_a_table_leaves_no_income_out(office: Office, bands: Any) -> None:
    body = dict(PROGRAMME) | {"table": {"bands": bands}}

    assert (await office.decide(MANAGER, "/v1/voucher-programmes", body)).status_code == 422


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ({"last_day": "2020-01-01"}, (422, "NotAPeriod")),
        ({"table": {"preset": "NOWHERE"}}, (422, "TableUnknown")),
        ({"first_day": "2020-01-01", "last_day": "2020-12-31"}, (422, "ParameterUnknown")),
        ({"hour_rate": "0.00"}, (422, "FieldsAtFault")),
    ],
)
async def test_a_programme_that_cannot_be_is_refused(
    office: Office, said: Any, refused: Any
) -> None:
    body = dict(PROGRAMME) | said

    assert outcome(await office.decide(MANAGER, "/v1/voucher-programmes", body)) == refused


async def test_a_plan_coordinator_of_a_cus_reads_and_grants_nothing(care: Care) -> None:
    coordinator = worker(OPS, InstitutionKind.CUS, "cus_plan_coordinator")
    held = await care.in_hands()

    assert (await care.office.see(coordinator, held.address)).status_code == 200
    assert (await care.draft(coordinator)).status_code == 403


async def test_a_voucher_whose_days_are_over_has_nothing_to_pass_on(care: Care) -> None:
    last = (clock.today() - timedelta(days=1)).isoformat()
    held = await care.in_hands(valid_to=last)

    passed_on = await care.ask(SOCIAL_WORKER, f"{held.address}/transfer", {"provider": str(NGO)})

    assert outcome(passed_on) == (409, "VoucherNotGood")
    assert (await held.show())["status"] == "active"
