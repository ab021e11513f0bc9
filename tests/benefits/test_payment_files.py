"""The files of a list: for the bank as pain.001 and Elixir-O, for everybody else as a sheet."""

import csv
import hashlib
import io
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from stdnum import iban

from tests.benefits.conftest import CLIENT, MANAGER, Office
from tests.benefits.paying import (
    ACCOUNT,
    CLERK,
    EXPORT,
    OWN_ACCOUNT,
    SECOND,
    THIRD,
    approved,
    balances,
    do,
    exported,
    granted,
    lines,
    outcome,
    paid,
    today,
)
from tests.support.rooms import bearer

pytestmark = pytest.mark.anyio

NAMESPACE = {"p": "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"}
# What the schema asks of a transfer, in its order.
PARTS = ["PmtId", "Amt", "CdtrAgt", "Cdtr", "CdtrAcct", "RmtInf"]
BATCH = ["PmtInfId", "PmtMtd", "NbOfTxs", "CtrlSum", "ReqdExctnDt", "Dbtr", "DbtrAcct", "DbtrAgt"]


async def fetch(office: Office, address: str, form: str) -> Any:
    return await office.see(CLERK, f"{address}/file?format={form}")


def text(root: ET.Element, path: str) -> str:
    found = root.find("/".join(f"p:{step}" for step in path.split("/")), NAMESPACE)
    assert found is not None, path
    return found.text or ""


def rows(answer: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.content.decode())))


async def with_one_without_account(office: Office) -> None:
    await granted(office, CLIENT, SECOND, THIRD)
    office.gateway.payees[str(THIRD)] |= {"account": None, "name": "Bez Konta-Zmyślna"}


async def test_the_file_for_the_bank_adds_up(office: Office) -> None:
    await with_one_without_account(office)
    address = await exported(office)

    answer = await fetch(office, address, "pain001")

    root = ET.fromstring(answer.content)  # noqa: S314 our own
    start = "CstmrCdtTrfInitn"
    assert root.tag == f"{{{NAMESPACE['p']}}}Document"
    for place in (f"{start}/GrpHdr", f"{start}/PmtInf"):
        assert text(root, f"{place}/NbOfTxs") == "2"
        assert text(root, f"{place}/CtrlSum") == "1010.00"
    transfers = root.findall(".//p:CdtTrfTxInf", NAMESPACE)
    assert [text(one, "Amt/InstdAmt") for one in transfers] == ["505.00", "505.00"]
    assert {text(one, "CdtrAcct/Id/IBAN") for one in transfers} == {ACCOUNT}
    assert {text(one, "Cdtr/Nm") for one in transfers} == {"Próbna Wymyślona"}
    ends = {text(one, "PmtId/EndToEndId") for one in transfers}
    assert ends < {line["id"].replace("-", "") for line in await lines(office, address)}


async def test_the_file_for_the_bank_has_the_shape_of_its_schema(office: Office) -> None:
    await granted(office)
    address = await exported(office)

    root = ET.fromstring((await fetch(office, address, "pain001")).content)  # noqa: S314 our own

    batch = root.find("p:CstmrCdtTrfInitn/p:PmtInf", NAMESPACE)
    assert batch is not None
    assert [child.tag.split("}")[1] for child in batch] == [*BATCH, "CdtTrfTxInf"]
    transfer = batch.find("p:CdtTrfTxInf", NAMESPACE)
    assert transfer is not None
    assert [child.tag.split("}")[1] for child in transfer] == PARTS
    assert text(batch, "DbtrAcct/Id/IBAN") == OWN_ACCOUNT
    assert text(batch, "DbtrAgt/FinInstnId/ClrSysMmbId/MmbId") == OWN_ACCOUNT[4:12]
    assert text(batch, "ReqdExctnDt/Dt") == EXPORT["execute_on"]
    amount = transfer.find("p:Amt/p:InstdAmt", NAMESPACE)
    assert amount is not None
    assert amount.get("Ccy") == "PLN"
    identifiers = [node.text or "" for node in root.iter() if node.tag.endswith("Id")]
    assert max(map(len, identifiers)) <= 35


async def test_elixir_has_one_line_for_each_transfer(office: Office) -> None:
    await with_one_without_account(office)
    address = await exported(office)

    answer = await fetch(office, address, "elixir")

    written = answer.content.decode("cp1250")
    assert answer.headers["content-type"] == "text/plain; charset=windows-1250"
    assert written.count("\r\n") == written.count("\n") == 2
    (first, *_) = csv.reader(io.StringIO(written))
    assert first == [
        "110", "20261210", "50500", OWN_ACCOUNT[4:12], "0", OWN_ACCOUNT[2:], ACCOUNT[2:],
        "OPS (demo)", "Próbna Wymyślona|Wolności 1 41-800 Zabrze", "0",
        ACCOUNT[4:12], "Świadczenie za 2026-03 poz. 1", "", "", "51",
    ]  # fmt: skip


async def test_no_name_breaks_a_line_of_elixir(office: Office) -> None:
    await granted(office)
    office.gateway.payees[str(CLIENT)]["name"] = 'Ło"ś, |Ľud-Ђ ' + "bardzodlugienazwisko " * 12

    address = await exported(office)

    written = (await fetch(office, address, "elixir")).content.decode("cp1250")
    ((*_, payee, _, _, _, _, _, _),) = csv.reader(io.StringIO(written))
    assert len(payee.split("|")) == 4
    assert max(map(len, payee.split("|"))) <= 35
    assert payee.startswith("Ło ś Ľud-?")


async def test_the_sheet_has_every_line_and_how_it_is_paid(office: Office) -> None:
    await with_one_without_account(office)
    address = await exported(office, without_account="post")

    found = rows(await fetch(office, address, "csv"))

    assert [row["payout"] for row in found] == ["bank", "bank", "post"]
    assert (found[2]["name"], found[2]["account"]) == ("Bez Konta-Zmyślna", "")
    assert found[0]["account"].replace(" ", "") == ACCOUNT
    assert {row["amount"] for row in found} == {"505.00"}


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+48", "-2+3", "@SUM(A1)", " =1+1"])
async def test_no_name_is_a_formula(office: Office, name: str) -> None:
    await granted(office)
    office.gateway.payees[str(CLIENT)] |= {"name": name, "address": name}

    found = rows(await fetch(office, await exported(office), "csv"))

    assert (found[0]["name"], found[0]["address"]) == (f"'{name}", f"'{name}")


async def test_a_file_is_kept_nowhere_but_known_again(office: Office) -> None:
    await granted(office)
    address = await exported(office)

    order = (await office.see(CLERK, address)).json()["order"]
    answers = {form: await fetch(office, address, form) for form in ("pain001", "elixir", "csv")}

    assert (order["by"], order["execute_on"]) == (CLERK.worker, EXPORT["execute_on"])
    assert order["files"] == {
        form: hashlib.sha256(answer.content).hexdigest() for form, answer in answers.items()
    }
    for answer in answers.values():
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["okienko-client"] == str(CLIENT)
        assert "attachment" in answer.headers["content-disposition"]
        assert "Wymy" not in answer.headers["content-disposition"]
    kept = await office.database.pool.fetchval(
        "SELECT string_agg(l::text, '') || (SELECT string_agg(i::text, '') FROM payment_lines i)"
        " FROM payment_lists l"
    )
    assert not [word for word in ("Wymyślona", ACCOUNT, ACCOUNT[2:]) if word in kept]


async def test_an_account_changed_since_makes_no_other_file_under_the_same_name(
    office: Office,
) -> None:
    await granted(office)
    address = await exported(office)
    office.gateway.payees[str(CLIENT)]["account"] = OWN_ACCOUNT

    changed = await fetch(office, address, "pain001")
    again = await do(office, CLERK, f"{address}/export", EXPORT)
    anew = await fetch(office, address, "pain001")

    assert outcome(changed) == (409, "FileWouldDiffer")
    assert (again.status_code, anew.status_code) == (200, 200)
    assert OWN_ACCOUNT in anew.text


async def test_nothing_is_fetched_before_the_export(office: Office) -> None:
    await granted(office)
    address = await approved(office)

    assert outcome(await fetch(office, address, "csv")) == (404, "NotInThisForm")


async def test_where_nobody_has_an_account_there_is_no_file_for_the_bank(office: Office) -> None:
    await granted(office)
    # A digit is wrong, so it is no account.
    office.gateway.payees[str(CLIENT)]["account"] = ACCOUNT[:-1] + "5"
    assert not iban.is_valid(ACCOUNT[:-1] + "5")

    address = await paid(office)

    assert outcome(await fetch(office, address, "elixir")) == (404, "NotInThisForm")
    assert [line["payout"] for line in await lines(office, address)] == ["cash_desk"]
    assert (await balances(office))["cash_desk"] == "-505.00"


async def test_a_postal_order_is_paid_from_the_bank_account(office: Office) -> None:
    await with_one_without_account(office)

    await paid(office, without_account="post")

    assert await balances(office) == {
        "programme_cost": "1515.00", "obligations": "0.00", "bank": "-1515.00",
    }  # fmt: skip


async def test_a_line_to_nobody_stops_the_export_and_is_held_back(office: Office) -> None:
    await granted(office, CLIENT, SECOND)
    address = await approved(office)
    del office.gateway.payees[str(SECOND)]

    stopped = await do(office, CLERK, f"{address}/export", EXPORT)

    (line,) = stopped.json()["line_ids"]
    assert outcome(stopped) == (409, "PayeesUnknown")
    assert (await office.see(CLERK, address)).json()["status"] == "approved"
    await do(office, CLERK, f"{address}/lines/{line}/hold", {"reason": "payee_unknown"})
    assert (await do(office, CLERK, f"{address}/export", EXPORT)).status_code == 200


async def test_while_intake_is_away_nothing_is_exported(office: Office) -> None:
    await granted(office)
    address = await approved(office)
    office.gateway.intake_is_away = True

    answer = await do(office, CLERK, f"{address}/export", EXPORT)

    assert outcome(answer) == (503, "HouseUnavailable")
    assert (await office.see(CLERK, address)).json()["status"] == "approved"


async def test_nobody_waits_for_a_list_while_intake_thinks(office: Office) -> None:
    await granted(office)
    address = await approved(office)
    held: list[int] = []

    async def count() -> None:
        query = "SELECT count(*) FROM pg_locks WHERE mode IN ('RowShareLock', 'RowExclusiveLock')"
        held.append(await office.database.pool.fetchval(query))

    office.gateway.when_asked = count
    await do(office, CLERK, f"{address}/export", EXPORT)

    assert held == [0]


@pytest.mark.parametrize(
    "body",
    [
        {},
        EXPORT | {"from_account": ACCOUNT[:-1] + "5"},
        EXPORT | {"from_account": "DE89370400440532013000"},
        EXPORT | {"execute_on": "10.12.2026"},
        EXPORT | {"without_account": "bank"},
    ],
)
async def test_an_export_needs_an_account_and_a_day(office: Office, body: Any) -> None:
    await granted(office)
    address = await approved(office)

    answer = await do(office, CLERK, f"{address}/export", body)

    assert answer.status_code == 422
    assert "DE89" not in answer.text


async def test_a_list_of_nothing_but_held_lines_is_not_exported(office: Office) -> None:
    await granted(office)
    address = await approved(office)
    line = (await lines(office, address))[0]["id"]
    await do(office, CLERK, f"{address}/lines/{line}/hold", {"reason": "client_died"})

    answer = await do(office, CLERK, f"{address}/export", EXPORT)

    assert outcome(answer) == (409, "EmptyList")


async def test_a_line_that_came_back_changes_no_file(office: Office) -> None:
    await granted(office, CLIENT, SECOND)
    address = await paid(office)
    before = await fetch(office, address, "pain001")
    line = (await lines(office, address))[0]["id"]
    said = {"returned_on": today(), "reason": "refused"}
    await do(office, CLERK, f"{address}/lines/{line}/return", said)

    after = await fetch(office, address, "pain001")

    assert (before.status_code, after.status_code) == (200, 200)
    assert before.content == after.content


async def test_a_form_nobody_knows_is_refused(office: Office) -> None:
    await granted(office)
    address = await exported(office)

    answer = await office.client.get(f"{address}/file?format=xlsx", headers=bearer(MANAGER))

    assert answer.status_code == 400
