"""A caseload read at once, and a record on paper: neither shows more than the record read alone."""

from io import BytesIO
from typing import Any
from uuid import UUID

import httpx2
import pytest
from pypdf import PdfReader

from contracts.intake import ClientMerged, MergeReason
from contracts.values import BasisKind
from kernel.callers import Caller
from tests.gateway.conftest import (
    ADVISER,
    CLERK,
    CLIENT,
    OPS,
    PESEL,
    PUP,
    RECORD,
    SOCIAL_WORKER,
    STRANGER,
    House,
    body_of,
    by_the_ops,
)
from tests.support.rooms import bearer, relate

pytestmark = pytest.mark.anyio
OTHER, HIDDEN, NOBODY = (UUID(f"0197a000-0000-7000-8000-00000000c00{n}") for n in (2, 3, 9))


async def ask(house: House, by: Caller, *clients: UUID, **more: Any) -> httpx2.Response:
    body = {"client_ids": [str(one) for one in clients], **more}
    return await house.client.post("/v1/records/batch", json=body, headers=bearer(by))


async def two_clients(house: House) -> None:
    """Besides the client, one who is shared with the PUP, and one nobody of the OPS may see."""
    await relate(house.database, OTHER, OPS, BasisKind.REGISTRATION)
    await relate(house.database, OTHER, PUP)
    await relate(house.database, HIDDEN, PUP)
    await house.keep("intake", {"identity": body_of("identity")}, client_id=OTHER)


async def test_each_is_read_as_it_would_be_alone_in_the_order_asked(house: House) -> None:
    await two_clients(house)

    answer = await ask(house, SOCIAL_WORKER, OTHER, CLIENT)

    alone = [await house.see(SOCIAL_WORKER, f"/v1/records/{one}") for one in (OTHER, CLIENT)]
    items = answer.json()["items"]
    assert answer.status_code == 200, answer.text
    assert [item["record"] for item in items] == [one.json() for one in alone]
    assert [item["etag"] for item in items] == [one.headers["etag"] for one in alone]
    assert answer.headers["cache-control"] == "no-store"


async def test_whom_the_institution_may_not_see_is_not_found_like_whoever_does_not_exist(
    house: House,
) -> None:
    await two_clients(house)

    told = (await ask(house, SOCIAL_WORKER, HIDDEN, CLIENT, NOBODY)).json()
    strange = (await ask(house, STRANGER, CLIENT, OTHER)).json()

    assert told["not_found"] == [str(HIDDEN), str(NOBODY)]
    assert [item["asked"] for item in told["items"]] == [str(CLIENT)]
    assert strange == {"items": [], "not_found": [str(CLIENT), str(OTHER)]}


async def test_each_reader_sees_of_each_client_what_his_task_permits(house: House) -> None:
    await two_clients(house)

    told = (await ask(house, ADVISER, OTHER, HIDDEN, CLIENT)).json()

    assert told["not_found"] == [str(CLIENT)]
    assert told["items"][0]["record"]["sections"].keys() == {"identity"}
    assert "violence" in {one["section"] for one in told["items"][0]["record"]["withheld"]}


async def test_every_client_of_it_can_see_that_she_was_looked_at(house: House) -> None:
    await two_clients(house)

    await ask(house, SOCIAL_WORKER, CLIENT, HIDDEN, sections=["contact"])

    noted = {
        entry["client_id"]: (entry["verb"], entry["status"], entry["sections"], entry["bases"])
        for entry in await house.entries()
    }
    assert noted == {
        CLIENT: ("read_records", 200, ["contact"], ["registration"]),
        HIDDEN: ("read_records", 404, [], []),
    }


async def test_what_cannot_be_noted_is_not_answered(house: House) -> None:
    await house.database.pool.execute("ALTER TABLE audit RENAME COLUMN prev TO gone")

    answer = await ask(house, SOCIAL_WORKER, CLIENT)

    await house.database.pool.execute("ALTER TABLE audit RENAME COLUMN gone TO prev")
    assert answer.status_code == 503
    assert PESEL not in answer.text


async def test_what_is_still_as_it_was_is_not_sent_again(house: House) -> None:
    await two_clients(house)
    first = (await ask(house, SOCIAL_WORKER, CLIENT, OTHER)).json()["items"]
    held = {item["asked"]: item["etag"] for item in first}
    await house.keep("intake", {"identity": body_of("contact")}, version=2, client_id=OTHER)

    again = (await ask(house, SOCIAL_WORKER, CLIENT, OTHER, etags=held)).json()["items"]

    assert [(item["unchanged"], item["record"] is None) for item in again] == [
        (True, True),
        (False, False),
    ]
    assert again[0]["etag"] == held[str(CLIENT)]


async def test_a_merged_client_is_answered_under_the_id_that_was_asked(house: House) -> None:
    await house.tell(
        by_the_ops(
            ClientMerged(client_id=CLIENT, merged_id=OTHER, reason=MergeReason.REGISTERED_TWICE)
        )
    )

    told = (await ask(house, SOCIAL_WORKER, OTHER, CLIENT)).json()

    assert [item["asked"] for item in told["items"]] == [str(OTHER), str(CLIENT)]
    assert {item["record"]["client_id"] for item in told["items"]} == {str(CLIENT)}


@pytest.mark.parametrize(
    "clients",
    [[], [CLIENT, CLIENT], [UUID(int=n) for n in range(101)]],
    ids=["none", "twice", "101"],
)
async def test_nobody_the_same_twice_or_too_many_are_refused(
    house: House, clients: list[UUID]
) -> None:
    answer = await ask(house, SOCIAL_WORKER, *clients)

    assert answer.status_code == 422
    assert await house.entries() == []


async def test_a_withdrawal_holds_for_the_next_batch(house: House) -> None:
    await two_clients(house)
    await ask(house, ADVISER, OTHER)
    await house.database.pool.execute(
        "UPDATE relations SET closed_at = now() WHERE client_id = $1 AND party_id = $2", OTHER, PUP
    )

    assert (await ask(house, ADVISER, OTHER)).json()["items"] == []


@pytest.mark.parametrize("held", ['"x", {etag}', "W/{etag}", "*"])
async def test_a_reader_who_holds_the_newest_is_sent_nothing(house: House, held: str) -> None:
    etag = (await house.see(SOCIAL_WORKER)).headers["etag"]

    answer = await house.see(SOCIAL_WORKER, headers={"If-None-Match": held.format(etag=etag)})

    assert (answer.status_code, answer.content) == (304, b"")
    assert [entry["status"] for entry in await house.entries()] == [200, 200]


def words_of(answer: httpx2.Response) -> str:
    pages = PdfReader(BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


async def test_the_record_can_be_printed_as_its_reader_may_see_it(house: House) -> None:
    answer = await house.see(SOCIAL_WORKER, f"{RECORD}/paper.pdf")

    words = words_of(answer)
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "no-store"
    assert PESEL in words
    assert "Przemoc: nie należy do Państwa zadań; nic nie pokazano" in words
    assert "Wydruk odnotowano" in words
    entry = (await house.entries())[0]
    assert (entry["verb"], entry["client_id"], entry["status"]) == ("print_record", CLIENT, 200)
    assert "identity" in entry["sections"]


async def test_paper_shows_a_masked_section_masked_and_a_summary_as_one(house: House) -> None:
    await relate(house.database, CLIENT, PUP)

    words = words_of(await house.see(ADVISER, f"{RECORD}/paper.pdf"))

    told = (await house.see(ADVISER)).json()
    assert told["sections"]["plan"]["pesel"] in words
    assert "Dochody: nie należy do Państwa zadań; pokazano skrót" in words
    assert "about: addiction" not in words


async def test_what_several_relations_say_alike_is_printed_once(house: House) -> None:
    await relate(house.database, CLIENT, PUP)
    await relate(house.database, CLIENT, PUP)

    words = words_of(await house.see(ADVISER, f"{RECORD}/paper.pdf"))

    assert len((await house.see(ADVISER)).json()["shared_because"]) == 2
    assert words.count("PUP (demo) może widzieć dane") == 1


async def test_only_the_sections_that_were_named_are_printed(house: House) -> None:
    answer = await house.see(CLERK, f"{RECORD}/paper.pdf", sections="identity")

    words = words_of(answer)
    assert "Dane osobowe" in words
    assert "Dochody" not in words


async def test_there_is_no_paper_for_a_stranger(house: House) -> None:
    answer = await house.see(STRANGER, f"{RECORD}/paper.pdf")

    assert answer.status_code == 404
    assert [entry["status"] for entry in await house.entries()] == [404]
