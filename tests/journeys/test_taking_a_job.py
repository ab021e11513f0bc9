"""The third journey: she takes a job, loses a benefit, and gets support to the grosz, through the front door.

T05 of the field's worked examples: a couple on zasiłek stały and okresowy; one of them begins to work at
the minimum wage. Every sum below can be worked out by hand.
"""

import csv
import io
from collections.abc import Iterable
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from okienko.personas import MOPR_ZABRZE, Persona
from okienko.token import token_at
from tests.journeys.caring import at, in_hands, month_of, programme, voucher
from tests.journeys.house import House, eventually
from tests.journeys.people import ALONE, somebody

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]
OPS, MANAGER, CLERK, PUP, CARER = (
    "ops-zabrze",
    "ops-zabrze-manager",
    "ops-zabrze-clerk",
    "pup-zabrze",
    "ngo-zabrze-carer",
)
BOTH = "ops-zabrze-both"
"""In a small centre one person holds every role: only the rule of four eyes stops her."""
LISTS = "/v1/benefits/payment-lists"
COUPLE = {
    "valid_from": "2026-01-01",
    "members": [
        {"relation": "applicant", "birth_date": "1985-03-14"},
        {"relation": "spouse", "birth_date": "1984-05-02"},
    ],
}
PERMANENT = {"kind": "permanent_allowance", "monthly": "1069.90"}
WAGE = {"kind": "employment", "monthly": "3355.85"}
STEP_12 = ["1357.95"] * 3 + ["1018.46"] * 3 + ["678.98"] * 3 + ["339.49"] * 3
ACCOUNT, OURS = "PL61109010140000071219812874", "PL27114020040000300201355387"


@pytest.fixture(scope="module", autouse=True)
def _everything_in_one_hand(house: House) -> None:
    roles = ("social_worker", "ops_manager", "ops_benefits_clerk")
    persona = Persona(BOTH, "Maria Wszechstronna", MOPR_ZABRZE, roles)
    house.tokens[BOTH] = token_at(house.home, f"http://127.0.0.1:{house.port}", persona)


def declare(house: House, client_id: str, month: str, *items: dict[str, str]) -> None:
    house.post(OPS, f"/v1/clients/{client_id}/incomes", {"month": month, "items": items}, 200)


def registered(house: House, household: Any = COUPLE, *before: dict[str, str]) -> str:
    """At the centre, with what she lives on in February."""
    person = somebody(particulars={"bank_account": ACCOUNT})
    client_id = str(house.post(OPS, "/v1/clients", person)["id"])
    house.post(OPS, f"/v1/clients/{client_id}/household", household, 200)
    declare(house, client_id, "2026-02", *before)
    return client_id


def works(house: House, client_id: str) -> str:
    """The labour office notes the job; the centre what it pays."""
    job = {"started_on": "2026-03-01"}
    path = f"/v1/clients/{client_id}/employments"

    def noted() -> Any:
        answer = house.ask(PUP, "POST", path, job)
        return answer if answer.status_code != 404 else None

    answer = eventually(noted, "the labour office sees her")
    assert answer.status_code == 201, answer.text
    declare(house, client_id, "2026-03", WAGE)
    return str(answer.json()["id"])


def applied(house: House, client_id: str, who: str = OPS, **said: Any) -> Any:
    body = {
        "client_id": client_id,
        "employment_started_on": "2026-03-01",
        "received_on": "2026-03-01",
        "schedule": {"preset": "STEP-12"},
    } | said

    def asked() -> Any:
        answer = house.ask(who, "POST", "/v1/awards", body)
        return None if answer.status_code == 404 else answer

    answer = eventually(asked, "benefits knows of the client")
    assert answer.status_code == 201, answer.text
    return answer.json()


def granted(house: House, client_id: str, **said: Any) -> str:
    award = applied(house, client_id, **said)["id"]
    house.post(MANAGER, f"/v1/awards/{award}/approve", status=200)
    return str(award)


def supported(house: House) -> tuple[str, str, str]:
    """A couple of whom one works, with support that runs: client, job, award."""
    client_id = registered(house, COUPLE, PERMANENT)
    job = works(house, client_id)
    return client_id, job, granted(house, client_id)


def award_of(house: House, award: str) -> Any:
    return house.get(OPS, f"/v1/awards/{award}")


def amounts(award: Any) -> list[str]:
    return [month["amount"] for month in award["months"]]


def grosze(amount: str) -> int:
    return int(amount.replace(".", ""))


def books(house: House) -> dict[str, int]:
    ledger = house.get(MANAGER, "/v1/benefits/ledger")
    assert ledger["sum"] == "0.00"
    return {one["account"]: grosze(one["balance"]) for one in ledger["accounts"]}


def lines_of(house: House, path: str, award: str) -> list[Any]:
    items = house.get(CLERK, f"{path}/lines")["items"]
    return [line for line in items if line["award_id"] == award]


def etag(house: House, path: str) -> dict[str, str]:
    return {"If-Match": house.ask(CLERK, "GET", path).headers["ETag"]}


def drafted(house: House, month: str) -> str:
    return f"{LISTS}/{house.post(CLERK, LISTS, {'month': month})['id']}"


def approved(house: House, path: str) -> None:
    answer = house.ask(MANAGER, "POST", f"{path}/approve", headers=etag(house, path))
    assert answer.status_code == 200, answer.text


def exported(house: House, path: str, by: str = CLERK) -> None:
    order = {"from_account": OURS, "execute_on": "2026-12-10"}
    house.post(by, f"{path}/export", order, 200)


def paid(house: House, month: str) -> str:
    """What is payable up to a month, all the way to the bank's confirmation."""
    path = drafted(house, month)
    approved(house, path)
    exported(house, path)
    house.post(MANAGER, f"{path}/confirm", {}, 200)
    return path


def refused(answer: Any) -> tuple[int, str]:
    """A clear refusal: a problem in both languages that names no person."""
    told = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert told["status"] == answer.status_code
    assert told["title"]
    assert "Wymyślona" not in answer.text
    return answer.status_code, told["type"].removeprefix("/problems/")


def everything(house: House, client_id: str) -> dict[str, Any]:
    """All that the services hold of her, and the books: for a refusal leaves it as it was."""
    awards = house.get(OPS, f"/v1/awards?client_id={client_id}")["items"]
    vouchers = house.get(OPS, f"/v1/vouchers?client_id={client_id}")["items"]
    return {
        "client": house.get(OPS, f"/v1/clients/{client_id}"),
        "incomes": house.get(OPS, f"/v1/clients/{client_id}/incomes"),
        "employments": house.get(OPS, f"/v1/clients/{client_id}/employments"),
        "awards": [award_of(house, one["id"]) for one in awards],
        "overpayments": house.get(OPS, f"/v1/overpayments?client_id={client_id}"),
        "vouchers": vouchers,
        "visits": house.get(CARER, "/v1/voucher-visits?limit=100")["items"],
        "lists": house.get(CLERK, LISTS),
        "books": books(house),
    }


def test_whether_the_job_pays_is_told_before_she_takes_it(house: House) -> None:
    client_id = registered(house, COUPLE, PERMANENT)
    path = f"/v1/benefits/what-if/of-client/{client_id}"
    body = {"on": "2026-03-01", "incomes_after": [WAGE], "schedule": {"preset": "STEP-12"}}
    eventually(
        lambda: house.ask(OPS, "POST", path, body).status_code == 200 or None,
        "benefits knows of the client",
    )

    told = house.post(OPS, path, body, 200)
    chart = house.ask(OPS, "POST", f"{path}/chart", body)
    months = house.ask(OPS, "POST", f"{path}/chart?kind=months&format=png", body)
    page = house.ask(OPS, "POST", f"{path}/paper.pdf", body)

    assert (told["lost_benefit"], told["total"]) == ("1357.95", "10184.64")
    assert amounts(told) == STEP_12
    assert chart.text.startswith("<svg")
    assert months.content.startswith(b"\x89PNG")
    pages = PdfReader(io.BytesIO(page.content)).pages
    assert len(pages) == 1
    assert "10184,64" in "".join(one.extract_text() for one in pages)
    assert house.get(OPS, f"/v1/awards?client_id={client_id}")["items"] == []


def test_a_job_is_taken_and_its_support_is_paid(house: House) -> None:
    _, _, award = supported(house)
    before = books(house)
    path = drafted(house, "2026-03")
    total = grosze(house.get(CLERK, path)["total"])
    approved(house, path)
    owed = books(house)
    exported(house, path)
    sheet = house.ask(CLERK, "GET", f"{path}/file?format=csv")
    to_bank = house.ask(CLERK, "GET", f"{path}/file")
    house.post(MANAGER, f"{path}/confirm", {}, 200)
    after = books(house)

    shown = award_of(house, award)
    (line,) = lines_of(house, path, award)
    assert amounts(shown) == STEP_12
    assert [m["state"] for m in shown["months"]][:2] == ["paid", "due"]
    assert (line["amount"], line["status"]) == ("1357.95", "paid")
    rows = csv.DictReader(io.StringIO(sheet.text, newline=""))
    assert [row["amount"] for row in rows if row["line_id"] == line["id"]] == ["1357.95"]
    assert transfers(to_bank.text)[line["id"].replace("-", "")] == "1357.95"
    assert owed["obligations"] - before["obligations"] == -total
    assert after["obligations"] == before["obligations"]
    assert sum(after[one] - before[one] for one in ("bank", "cash_desk")) == -total


def test_nobody_lets_pass_what_she_did_herself(house: House) -> None:
    client_id = registered(house, COUPLE, PERMANENT)
    works(house, client_id)
    award = f"/v1/awards/{applied(house, client_id, BOTH)['id']}"

    own = house.ask(BOTH, "POST", f"{award}/approve")
    house.post(MANAGER, f"{award}/approve", status=200)
    path = f"{LISTS}/{house.post(BOTH, LISTS, {'month': '2026-03'})['id']}"
    own_list = house.ask(BOTH, "POST", f"{path}/approve", headers=etag(house, path))
    approved(house, path)
    exported(house, path, BOTH)
    own_files = house.ask(BOTH, "POST", f"{path}/confirm", {})
    house.post(MANAGER, f"{path}/confirm", {}, 200)

    assert refused(own) == (403, "OwnCalculation")
    assert refused(own_list) == (403, "OwnList")
    assert refused(own_files) == (403, "OwnFiles")


def transfers(document: str) -> dict[str, str]:
    """What a bank reads of a pain.001: by end-to-end id, so many złoty."""
    space = {"p": "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"}
    found = ET.fromstring(document).iterfind(".//p:CdtTrfTxInf", space)  # noqa: S314 ours
    return {
        str(one.findtext("p:PmtId/p:EndToEndId", None, space)): str(
            one.findtext("p:Amt/p:InstdAmt", None, space)
        )
        for one in found
    }


def test_another_wage_is_worked_out_anew_from_the_next_month_on(house: House) -> None:
    client_id = registered(house, COUPLE, PERMANENT)
    works(house, client_id)
    taper = {"taper": {"share": "0.55", "allowance": "2000.00", "months": 24}}
    award = granted(house, client_id, schedule=taper)
    was = award_of(house, award)

    declare(house, client_id, "2026-12", WAGE | {"monthly": "3855.85"})
    eventually(lambda: award_of(house, award)["recompute_from"], "the wage is heard of")
    proposed = house.post(OPS, f"/v1/awards/{award}/recompute", status=200)
    correction = proposed["corrections"][-1]["id"]
    confirm = f"/v1/awards/{award}/corrections/{correction}/confirm"
    own = house.ask(OPS, "POST", confirm)
    house.post(MANAGER, confirm, status=200)

    now = award_of(house, award)
    changed = {m["month"]: m["amount"] for m in now["months"] if m not in was["months"]}
    assert own.status_code == 403
    # 0.55 of 500.00 more, and nothing is taken back of a month that was.
    assert set(changed) == {m["month"] for m in was["months"] if m["month"] > "2026-12"}
    fell = {grosze(m["amount"]) for m in was["months"]} - set(map(grosze, changed.values()))
    assert {one - grosze(changed["2027-01"]) for one in fell} == {27_500}


def test_a_lost_job_rests_the_support_and_another_one_goes_on_with_the_next_step(
    house: House,
) -> None:
    client_id, job, award = supported(house)
    body = {"ended_on": "2026-05-15", "reason": "contract_expired"}
    house.post(PUP, f"/v1/clients/{client_id}/employments/{job}/end", body, 200)

    def in_state(state: str) -> Any:
        found = award_of(house, award)
        return found if found["status"] == state else None

    rests = eventually(lambda: in_state("suspended"), "the award rests")
    house.post(PUP, f"/v1/clients/{client_id}/employments", {"started_on": "2026-07-01"})
    eventually(lambda: award_of(house, award)["resumable_from"], "the new job is heard of")
    goes_on = house.post(OPS, f"/v1/awards/{award}/resume", {"from_day": "2026-07-01"}, 200)
    ended = house.post(
        MANAGER, f"/v1/awards/{award}/end", {"last_day": "2026-08-31", "reason": "moved_out"}, 200
    )

    # 1357.95 × 15 / 31 for May; then step 4 in July, the first of 75 %.
    assert amounts(rests) == ["1357.95", "1357.95", "657.07"]
    assert amounts(goes_on) == ["1357.95", "1357.95", "657.07", *STEP_12[3:]]
    assert [m["month"] for m in goes_on["months"]][2:4] == ["2026-05", "2026-07"]
    assert [m["step"] for m in goes_on["months"]] == list(range(1, 13))
    assert (ended["status"], ended["months"][-1]["month"]) == ("ended", "2026-08")
    assert amounts(ended) == ["1357.95", "1357.95", "657.07", "1018.46", "1018.46"]


def overpaid(house: House, award: str, month: str, cause: str = "unreported_income") -> str:
    body = {"months": [{"month": month, "due": "957.95"}], "cause": cause}
    case = house.post(OPS, f"/v1/awards/{award}/overpayments", body)
    return f"/v1/overpayments/{case['id']}"


def determined(house: House, case: str) -> Any:
    heard = {"awareness": "knowingly", "explanation": "Nie zgłosiła podwyżki."}
    house.post(OPS, f"{case}/explain", heard, 200)
    decision = {"decision": "OPS.5120.7.2026", "decided_on": "2026-11-20"}
    house.post(MANAGER, f"{case}/change-decision", decision, 200)
    return house.post(MANAGER, f"{case}/determine", {"due_on": "2027-01-31"}, 200)


def test_what_was_paid_too_high_comes_back_by_its_legal_paths(house: House) -> None:
    _, _, award = supported(house)
    paid(house, "2026-05")
    by_error = overpaid(house, award, "2026-03", "office_error")
    in_parts = overpaid(house, award, "2026-04")
    waived = overpaid(house, award, "2026-05")

    not_hers = house.ask(
        MANAGER,
        "POST",
        f"{by_error}/change-decision",
        {"decision": "OPS.1", "decided_on": "2026-11-20"},
    )
    let_go = house.post(MANAGER, f"{by_error}/write-off", None, 200)
    told = determined(house, in_parts)
    plan = house.post(MANAGER, f"{in_parts}/plan", {"first_month": "2027-01", "count": 3}, 200)
    early = house.ask(MANAGER, "POST", f"{in_parts}/settle")
    for one in plan["instalments"]:
        body = {"on": "2026-12-01", "amount": one["amount"]}
        house.post(OPS, f"{in_parts}/repayments", body, 200)
    settled = house.post(MANAGER, f"{in_parts}/settle", None, 200)
    determined(house, waived)
    house.post(BOTH, f"{waived}/ask-waiver", {"reason": "would_ruin_help"}, 200)
    own = house.ask(BOTH, "POST", f"{waived}/waive")
    no_more = house.post(MANAGER, f"{waived}/waive", None, 200)

    assert refused(not_hers) in {(409, "NotRecoverable"), (409, "IllegalMove")}
    assert (let_go["status"], let_go["owed"]) == ("written_off", "0.00")
    assert (told["total"], told["owed"]) == ("400.00", "400.00")
    assert [one["amount"] for one in plan["instalments"]] == ["133.33", "133.33", "133.34"]
    assert refused(early) == (409, "StillOwed")
    assert (settled["status"], settled["owed"]) == ("settled", "0.00")
    assert refused(own) == (403, "OwnFinding")
    assert (no_more["status"], no_more["owed"]) == ("waived", "0.00")


def test_what_is_set_off_is_kept_of_what_is_paid_next(house: House) -> None:
    _, _, award = supported(house)
    paid(house, "2026-03")
    case = overpaid(house, award, "2026-03")
    determined(house, case)
    body = {"share": "0.25", "from_month": "2026-04"}
    plan = house.post(MANAGER, f"{case}/set-off", body, 200)
    before = books(house)

    path = paid(house, "2026-04")

    (line,) = lines_of(house, path, award)
    told, after = house.get(MANAGER, case), books(house)
    # A quarter of 1357.95, and of May what is left of the 400.00.
    assert [one["amount"] for one in plan["instalments"]] == ["339.49", "60.51"]
    assert (line["amount"], line["kept_back"]) == ("1018.46", "339.49")
    assert told["owed"] == "60.51"
    assert [one["month"] for one in told["repayments"]] == ["2026-04"]
    assert before["overpayments"] - after["overpayments"] == 33_949


def test_care_is_given_on_a_voucher_and_settled_in_four_eyes(house: House) -> None:
    client_id = registered(house, ALONE)
    programme_id = programme(house)
    own_draft = house.post(BOTH, "/v1/vouchers", voucher(client_id, programme_id))["id"]
    own = house.ask(BOTH, "POST", f"/v1/vouchers/{own_draft}/issue")
    house.post(OPS, f"/v1/vouchers/{own_draft}/cancel", {"reason": "not_granted"}, 200)
    path, visit = in_hands(house, client_id, programme_id)
    hours = [{"starts_at": at(day, 8), "ends_at": at(day, 10)} for day in range(2, 17)]
    made = [house.post(CARER, "/v1/voucher-visits", visit | one)["visit"] for one in hours]

    used = house.get(OPS, path)["months"][0]
    body = {"programme_id": programme_id, "month": month_of(-1)}
    settlement = house.post(CARER, "/v1/voucher-settlements", body)
    settled = f"/v1/voucher-settlements/{settlement['id']}"
    house.post(BOTH, f"{settled}/check", None, 200)
    own_check = house.ask(BOTH, "POST", f"{settled}/accept")
    house.post(MANAGER, f"{settled}/accept", None, 200)
    done = house.post(CLERK, f"{settled}/pay", None, 200)

    assert refused(own) == (403, "OwnDraft")
    assert all(one["confirmed_at"] for one in made)
    assert (used["used"], used["left"]) == (1800, 0)
    # 178.22 % of the criterion: 15 % of 30 hours at 40.00.
    sums = [settlement[name] for name in ("gross", "copay", "net")]
    assert sums == ["1200.00", "180.00", "1020.00"]
    assert refused(own_check) == (403, "OwnCheck")
    assert done["status"] == "paid"


def test_a_carer_is_not_in_two_places_at_once(house: House) -> None:
    first, second = registered(house, ALONE), registered(house, ALONE)
    programme_id = programme(house)
    _, hers = in_hands(house, first, programme_id)
    _, others = in_hands(house, second, programme_id)
    house.post(CARER, "/v1/voucher-visits", hers | {"starts_at": at(20, 8), "ends_at": at(20, 10)})
    before = everything(house, first), everything(house, second)

    answers = [
        house.ask(
            CARER,
            "POST",
            "/v1/voucher-visits",
            visit | {"starts_at": at(20, 9), "ends_at": at(20, 11)},
        )
        for visit in (others, hers | {"carer": "ngo-zabrze-carer-2"})
    ]

    assert [refused(one) for one in answers] == [(409, "TwoPlacesAtOnce")] * 2
    assert [one.json()["who"] for one in answers] == ["carer", "client"]
    assert (everything(house, first), everything(house, second)) == before


def bad_input(client_id: str) -> Iterable[Any]:
    """What the issue names as bad input: who asks where for what, and what is said of it."""
    negative = WAGE | {"monthly": "-0.01"}
    what_if = {
        "on": "2026-03-01",
        "municipality": "2478011",
        "household": {"members": [{"age": 35, "relation": "applicant"}]},
        "incomes_after": [WAGE],
    }
    of_client = f"/v1/benefits/what-if/of-client/{client_id}"
    award = {"client_id": client_id, "employment_started_on": "2026-03-01"}
    invalid = (422, "FieldsAtFault")
    yield (
        OPS,
        f"/v1/clients/{client_id}/incomes",
        {"month": "2026-04", "items": [negative]},
        invalid,
    )
    yield OPS, "/v1/benefits/what-if", what_if | {"incomes_after": [negative]}, invalid
    yield OPS, of_client, {"on": "2026-03-01", "incomes_after": [negative]}, invalid
    yield OPS, "/v1/benefits/what-if", what_if | {"on": "2015-03-01"}, (422, "ParameterUnknown")
    yield OPS, "/v1/awards", award, (409, "AwardOpen")


def test_bad_input_is_refused_and_nothing_is_changed(house: House) -> None:
    client_id, _, _ = supported(house)
    before = everything(house, client_id)

    for who, path, body, told in bad_input(client_id):
        answer = house.ask(who, "POST", path, body)
        assert refused(answer) == told, (path, answer.text)
        if told[1] == "ParameterUnknown":
            assert answer.json()["parameter"]

    assert everything(house, client_id) == before
