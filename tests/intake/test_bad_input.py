"""Whatever is wrong with a registration is named by its place, never repeated, and nothing is kept."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.intake.conftest import ADMISSION, BASIS, NGO, NOBODY, PESEL, SOCIAL_WORKER, House
from tests.support.rooms import bearer

pytestmark = pytest.mark.anyio

SECRET = "Tajemnicza"
NUMBER = "85031412348"


def name(**changes: Any) -> dict[str, Any]:
    return {"name": {"given": "Próbna", "family": "Wymyślona"} | changes}


def share(**changes: Any) -> dict[str, Any]:
    return {"share_with": [{"institution": str(NGO), "basis": BASIS} | changes]}


BAD = {
    "a wrong check digit": ({"pesel": NUMBER}, "/pesel"),
    "a number of another person": ({"birth_date": "1985-03-15"}, "/pesel"),
    "a month that is none": ({"pesel": "85131412344"}, "/pesel"),
    "a number as a number": ({"pesel": 85031412347}, "/pesel"),
    "a number beyond 64 bits": ({"pesel": 2**70}, "/pesel"),
    "the thirtieth of February": ({"birth_date": "1985-02-30"}, "/birth_date"),
    "digits for a day": ({"birth_date": "19850314"}, "/birth_date"),
    "an instant for a day": ({"birth_date": "1985-03-14T00:00:00Z"}, "/birth_date"),
    "a number for a day": ({"birth_date": 19850314}, "/birth_date"),
    "a day far beyond 64 bits": ({"birth_date": 2**80}, "/birth_date"),
    "a birth to come": ({"birth_date": "2199-01-01", "pesel": None}, "/birth_date"),
    "no birth date": ({"birth_date": None}, "/birth_date"),
    "a municipality that does not exist": (
        {"residence": {"municipality": "9999999"}},
        "/residence/municipality",
    ),
    "a county for a municipality": (
        {"residence": {"municipality": "2478"}},
        "/residence/municipality",
    ),
    "a municipality as a number": (
        {"residence": {"municipality": 2478011}},
        "/residence/municipality",
    ),
    "a postal code without its dash": (
        {"residence": {"municipality": "2478011", "postal_code": "41800"}},
        "/residence/postal_code",
    ),
    "text for yes or no": (
        {"residence": {"municipality": "2478011", "homeless": "yes"}},
        "/residence/homeless",
    ),
    "a number for yes or no": (
        {"residence": {"municipality": "2478011", "homeless": 1}},
        "/residence/homeless",
    ),
    "a name as a number": (name(given=5), "/name/given"),
    "a name that is empty": (name(family="  "), "/name/family"),
    "a name too long": (name(family=SECRET * 20), "/name/family"),
    "a name with NUL": (name(family=f"{SECRET}\x00"), "/name/family"),
    "a name over two lines": (name(family=f"{SECRET}\n{SECRET}"), "/name/family"),
    "half a surrogate": (name(family=f"{SECRET}\ud800"), "/name/family"),
    "no family name": ({"name": {"given": SECRET}}, "/name/family"),
    "a list for a name": ({"name": [SECRET]}, "/name"),
    "a phone that is none": ({"contact": {"phone": "12"}}, "/contact/phone"),
    "a phone of letters": ({"contact": {"phone": SECRET}}, "/contact/phone"),
    "an e-mail that is none": ({"contact": {"email": SECRET}}, "/contact/email"),
    "an e-mail of odd signs": ({"contact": {"email": "a@x¿.pl"}}, "/contact/email"),
    "an e-mail as a number": ({"contact": {"email": 5}}, "/contact/email"),
    "an e-mail with NUL": ({"contact": {"email": f"{SECRET}\x00@example.org"}}, "/contact/email"),
    "a reason nobody knows": ({"reasons": ["unemployment", SECRET]}, "/reasons/1"),
    "one reason and no list": ({"reasons": "unemployment"}, "/reasons"),
    "a field nobody knows": ({"nickname": SECRET}, "/nickname"),
    "a field nobody knows, inside": (name(nickname=SECRET), "/name/nickname"),
    "a field nobody knows, deep inside": (
        share(basis=BASIS | {"secret": SECRET}),
        "/share_with/0/basis/secret",
    ),
    "a field named like a number": ({NUMBER: "x"}, ""),
    "a field named like a number, inside": (name(**{NUMBER: "x"}), "/name"),
    "a field named like a person": ({f"{SECRET} Wymyślona": 1}, ""),
    "a field named by half a surrogate": ({"\ud800": 1}, ""),
    "nobody to share with": ({"share_with": [{"basis": BASIS}]}, "/share_with/0"),
    "two to share with": (share(partnership=NOBODY), "/share_with/0"),
    "a partner that is no id": (share(institution=SECRET), "/share_with/0/institution"),
    "a basis nobody knows": (share(basis={"kind": SECRET}), "/share_with/0/basis"),
    "a basis without its kind": (share(basis={"article": SECRET}), "/share_with/0/basis"),
    "a section nobody knows": (share(sections=[SECRET]), "/share_with/0/sections/0"),
}


@pytest.mark.parametrize(("changes", "pointer"), BAD.values(), ids=BAD.keys())
async def test_a_field_at_fault_is_named_and_not_repeated(
    house: House, changes: dict[str, Any], pointer: str
) -> None:
    answer = await house.client.post(
        "/v1/clients",
        content=json.dumps(ADMISSION | changes),
        headers=bearer(SOCIAL_WORKER, Content_Type="application/json"),
    )

    assert answer.status_code == 422, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]
    assert [word for word in (SECRET, NUMBER, PESEL, "¿", "\\ud800") if word in answer.text] == []
    assert await house.count("clients") == 0
    assert await house.count("journal") == 0
    assert await house.count("client_keys") == 0


async def test_every_field_at_fault_is_named_at_once(house: House) -> None:
    answer = await house.register(pesel=NUMBER, birth_date="x", contact={"phone": "12"})

    pointers = {error["pointer"] for error in answer.json()["errors"]}
    assert pointers == {"/pesel", "/birth_date", "/contact/phone"}


@pytest.mark.parametrize(
    "body",
    [
        b'{"name": ',
        b"\xff\xfe\x00",
        b'{"name": "\xc5"}',
        b"Wymy\xc5\x9blona",
        b"[" * 100_000,
        b'{"birth_date": 1' + b"0" * 5000 + b"}",
    ],
    ids=["cut short", "bytes", "half a letter", "no JSON", "too deep", "a number without end"],
)
async def test_what_is_no_json_is_told_so(house: House, body: bytes) -> None:
    answer = await house.client.post(
        "/v1/clients",
        content=body,
        headers=bearer(SOCIAL_WORKER, Content_Type="application/json"),
    )

    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/Unreadable")
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("body", ["[]", "null", '"Tajemnicza"', "7"])
async def test_json_that_is_no_object_is_told_so(house: House, body: str) -> None:
    answer = await house.client.post(
        "/v1/clients",
        content=body,
        headers=bearer(SOCIAL_WORKER, Content_Type="application/json"),
    )

    assert answer.status_code == 422, answer.text
    assert [error["pointer"] for error in answer.json()["errors"]] == [""]
    assert SECRET not in answer.text


async def test_a_body_is_required(house: House) -> None:
    answer = await house.client.post(
        "/v1/clients", headers=bearer(SOCIAL_WORKER, Content_Type="application/json")
    )

    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"pointer": "", "detail": "a body is required"}]


@pytest.mark.parametrize("media", ["text/plain", "application/x-www-form-urlencoded", ""])
async def test_a_body_is_sent_as_json(house: House, media: str) -> None:
    answer = await house.client.post(
        "/v1/clients",
        content=json.dumps(ADMISSION),
        headers=bearer(SOCIAL_WORKER, Content_Type=media),
    )

    assert (answer.status_code, answer.json()["type"]) == (415, "/problems/NotJson")
    assert await house.count("clients") == 0


async def test_a_body_of_two_megabytes_is_refused(house: House) -> None:
    answer = await house.register(nickname="x" * 2_000_000)

    assert (answer.status_code, answer.json()["type"]) == (413, "/problems/BodyTooLarge")
    assert answer.headers["content-type"] == "application/problem+json"


async def test_a_body_of_unsaid_length_is_refused_as_well(house: House) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(40):
            yield b" " * 65_536

    answer = await house.client.post(
        "/v1/clients",
        content=endless(),
        headers=bearer(SOCIAL_WORKER, Content_Type="application/json"),
    )

    assert (answer.status_code, answer.json()["type"]) == (413, "/problems/BodyTooLarge")


async def test_an_unreadable_version_is_told_so(house: House) -> None:
    address = await house.registered()

    answer = await house.ask(
        SOCIAL_WORKER,
        f"{address}/incomes",
        {"month": "2026-03", "items": []},
        If_Match="85031412347",
    )

    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/VersionUnreadable")
    assert PESEL not in answer.text
