"""A payment list on paper, and the ledger over HTTP."""

import io

import pytest
from pypdf import PdfReader

from kernel import clock
from services.benefits.domain.ledger import Account, Posting, PostingKind
from services.benefits.domain.months import month_of, shifted
from tests.benefits.conftest import CLIENT, MANAGER, SOCIAL_WORKER, Office
from tests.benefits.paying import CLERK, SECOND, do, drafted, granted, lines, outcome, paid

pytestmark = pytest.mark.anyio


async def printed(office: Office, address: str) -> str:
    answer = await office.see(CLERK, f"{address}/paper.pdf")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "no-store"
    assert str(CLIENT) in answer.headers["okienko-client"]
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)


async def test_a_draft_on_paper_says_that_it_is_one_and_names_nobody(office: Office) -> None:
    award, _ = await granted(office, CLIENT, SECOND)
    address = await drafted(office)
    held = (await lines(office, address))[1]["id"]
    await do(office, CLERK, f"{address}/lines/{held}/hold", {"reason": "facts_to_check"})

    words = await printed(office, address)

    assert "PROJEKT" in words
    assert award.replace("-", "")[-12:] in words
    assert words.count("505,00") == 3
    assert "wstrzymana" in words
    assert "podpis osoby, która sporządziła" in words
    assert "Wymyślona" not in words


async def test_a_paid_list_on_paper_says_who_approved_it_and_how_it_was_paid(
    office: Office,
) -> None:
    await granted(office)

    words = await printed(office, await paid(office))

    assert "PROJEKT" not in words
    assert MANAGER.worker in words
    assert "przelew" in words


async def test_paper_is_for_whoever_pays(office: Office) -> None:
    await granted(office)
    address = await drafted(office)

    assert outcome(await office.see(SOCIAL_WORKER, f"{address}/paper.pdf")) == (403, "RoleMayNot")


async def test_the_books_of_a_month_are_what_was_booked_in_it(office: Office) -> None:
    await granted(office)
    await paid(office)
    now = month_of(clock.today())

    booked, before = [
        (await office.see(MANAGER, f"/v1/benefits/ledger?month={month}")).json()
        for month in (now, shifted(now, -1))
    ]

    assert [one["account"] for one in booked["accounts"]] == [account.value for account in Account]
    assert booked["accounts"][1] == {
        "account": "obligations", "debit": "505.00", "credit": "505.00", "balance": "0.00",
    }  # fmt: skip
    assert (booked["sum"], before["sum"]) == ("0.00", "0.00")
    assert {one["credit"] for one in before["accounts"]} == {"0.00"}


@pytest.mark.parametrize("month", ["2026-13", "now", "1850-01"])
async def test_the_books_are_asked_for_by_month(office: Office, month: str) -> None:
    answer = await office.see(MANAGER, f"/v1/benefits/ledger?month={month}")

    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("amount", "credit"), [(0, Account.BANK), (-1, Account.BANK), (1, Account.OBLIGATIONS)]
)
def test_a_posting_moves_something_somewhere(amount: int, credit: Account) -> None:
    with pytest.raises(ValueError, match="moves a positive amount"):
        Posting(PostingKind.PAID, Account.OBLIGATIONS, credit, amount, clock.today())
