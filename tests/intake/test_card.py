"""What intake tells the gateway about a client, and what lies readable in its database."""

from typing import Any
from uuid import UUID

import pytest

from tests.intake.conftest import (
    ADMISSION,
    CONSENT,
    NOBODY,
    OPS,
    PESEL,
    PHONE,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_NGO,
    House,
)
from tests.support.rooms import HOUSE

pytestmark = pytest.mark.anyio

DELICATE = [
    ("domestic_violence", "violence"),
    ("human_trafficking", "violence"),
    ("addiction", "addiction"),
    ("disability", "health"),
    ("illness", "health"),
    ("leaving_prison", "notes"),
]
DELICATE_NEEDS = [
    ("health", "health"),
    ("mental_health", "addiction"),
    ("addiction_therapy", "addiction"),
    ("protection_from_violence", "violence"),
]
CARD = "/internal/clients/{}/card"


async def card_of(house: House, address: str) -> Any:
    answer = await house.client.get(
        CARD.format(address.rsplit("/", maxsplit=1)[-1]), headers=HOUSE
    )
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_a_fresh_card_shows_who_she_is_at_each_level(house: House) -> None:
    address = await house.registered(reasons=[])

    card = await card_of(house, address)

    identity = card["sections"]["identity"]
    assert card["version"] == 1
    assert set(card["sections"]) == {"identity", "contact", "sharing"}
    assert identity["full"]["pesel"] == PESEL
    assert identity["full"]["name"] == ADMISSION["name"]
    assert identity["full"]["registered_by"] == str(OPS)
    assert identity["masked"] == identity["full"] | {"pesel": "850314*****"}
    assert card["sections"]["contact"]["full"]["phone"] == PHONE
    assert card["sections"]["contact"]["summary"] == {"municipality": "2478011"}


async def test_means_are_told_in_full_and_in_summary(house: House) -> None:
    address = await house.registered()
    await house.ask(
        SOCIAL_WORKER,
        f"{address}/household",
        {
            "valid_from": "2026-01-01",
            "members": [{"relation": "applicant", "birth_date": "1985-03-14"}],
        },
    )
    for monthly in ("500.00", "600.00"):
        items = [{"kind": "employment", "monthly": monthly}]
        await house.ask(SOCIAL_WORKER, f"{address}/incomes", {"month": "2026-02", "items": items})

    sections = (await card_of(house, address))["sections"]

    assert sections["household"]["summary"] == {"declared": True, "lone_person": True}
    assert [m["relation"] for m in sections["household"]["full"]["members"]] == ["applicant"]
    assert sections["income"]["summary"] == {"declared": True, "months": ["2026-02"]}
    assert [m["total"] for m in sections["income"]["full"]["months"]] == ["600.00"]


async def test_a_job_is_told_as_work(house: House) -> None:
    address = await house.registered()
    job = {"started_on": "2026-03-02", "employer": "Zmyślona Piekarnia"}
    await house.ask(SOCIAL_WORKER, f"{address}/employments", job)

    work = (await card_of(house, address))["sections"]["work"]

    assert work["summary"] == {"employed_since": "2026-03-02"}
    assert work["full"]["employments"][0]["employer"] == "Zmyślona Piekarnia"


@pytest.mark.parametrize(("reason", "section"), DELICATE)
async def test_a_delicate_reason_lies_in_its_own_section(
    house: House, reason: str, section: str
) -> None:
    address = await house.registered(reasons=["poverty", reason])

    sections = (await card_of(house, address))["sections"]

    assert sections["needs"]["full"] == {"reasons": ["poverty"], "needs": []}
    assert sections[section]["full"] == {"reasons": [reason], "needs": []}
    assert sections[section]["summary"] == {"recorded": True}


@pytest.mark.parametrize(("kind", "section"), DELICATE_NEEDS)
async def test_a_delicate_need_lies_in_its_own_section(
    house: House, kind: str, section: str
) -> None:
    address = await house.registered(reasons=[])
    await house.ask(SOCIAL_WORKER, f"{address}/needs", {"kind": kind, "note": "Said in trust."})

    sections = (await card_of(house, address))["sections"]

    need = sections[section]["full"]["needs"][0]
    assert (need["kind"], need["note"]) == (kind, "Said in trust.")
    assert "needs" not in sections


async def test_a_card_says_what_each_sharing_rests_on(house: House) -> None:
    address = await house.registered()
    share = await house.ask(SOCIAL_WORKER, f"{address}/sharings", WITH_THE_NGO)

    sharing = (await card_of(house, address))["sections"]["sharing"]["full"]

    assert sharing == {share.json()["id"]: CONSENT}


async def test_the_version_counts_what_was_announced(house: House) -> None:
    address = await house.registered(share_with=[WITH_THE_NGO])
    await house.ask(SOCIAL_WORKER, f"{address}/needs", {"kind": "work"})

    assert (await card_of(house, address))["version"] == 4


async def test_all_cards_come_page_by_page(house: House) -> None:
    # Nobody looks like another: a pair of duplicates has events, and so a place in the pages, too.
    ids = {(await house.registered(pesel=None, name=_named(n))).split("/")[-1] for n in range(3)}

    first = (await house.client.get("/internal/cards?limit=2", headers=HOUSE)).json()
    rest = (
        await house.client.get(f"/internal/cards?limit=2&after={first['next']}", headers=HOUSE)
    ).json()

    assert {card["client_id"] for card in first["cards"] + rest["cards"]} == ids
    assert rest["next"] is None


async def test_who_was_erased_has_no_card_and_spoils_no_page(house: House) -> None:
    gone = (await house.registered()).split("/")[-1]
    stays = (await house.registered(pesel=None)).split("/")[-1]
    await house.database.pool.execute("DELETE FROM client_keys WHERE client_id = $1", UUID(gone))

    alone = await house.client.get(CARD.format(gone), headers=HOUSE)
    page = await house.client.get("/internal/cards", headers=HOUSE)

    assert alone.status_code == 404
    assert [card["client_id"] for card in page.json()["cards"]] == [stays]


async def test_of_a_client_unknown_here_there_is_no_card(house: House) -> None:
    assert (await house.client.get(CARD.format(NOBODY), headers=HOUSE)).status_code == 404


@pytest.mark.parametrize("path", ["card", "means/2026-03-01"])
@pytest.mark.parametrize("headers", [{}, {"Authorization": "House " + "00" * 32}])
async def test_a_card_is_for_the_house_only(
    house: House, path: str, headers: dict[str, str]
) -> None:
    address = await house.registered()

    answer = await house.client.get(
        f"/internal/clients/{address.split('/')[-1]}/{path}", headers=headers
    )

    assert (answer.status_code, answer.json()["type"]) == (401, "/problems/NotOfThisHouse")


async def test_means_are_told_to_whoever_computes(house: House) -> None:
    address = await house.registered()
    items = [{"kind": "employment", "monthly": "600.00"}]
    await house.ask(SOCIAL_WORKER, f"{address}/incomes", {"month": "2026-02", "items": items})

    means = (
        await house.client.get(
            f"/internal/clients/{address.split('/')[-1]}/means/2026-03-01", headers=HOUSE
        )
    ).json()

    assert means == {
        "municipality": "2478011",
        "household_size": None,
        "members": None,
        "incomes": {"2026-02": items},
        "employments": [],
    }


@pytest.mark.parametrize(("on", "size"), [("2026-03-01", 1), ("2026-10-01", 2), ("2025-12-01", 1)])
async def test_the_household_told_is_that_of_the_day_asked_about(
    house: House, on: str, size: int
) -> None:
    address = await house.registered()
    applicant = {"relation": "applicant", "birth_date": "1985-03-14"}
    child = {"relation": "child", "birth_date": "2026-09-20"}
    for day, members in (("2026-01-01", [applicant]), ("2026-09-20", [applicant, child])):
        body = {"valid_from": day, "members": members}
        await house.ask(SOCIAL_WORKER, f"{address}/household", body)

    path = f"/internal/clients/{address.split('/')[-1]}/means/{on}"
    means = (await house.client.get(path, headers=HOUSE)).json()

    assert means["household_size"] == size


async def test_nothing_delicate_lies_readable_in_any_table(house: House) -> None:
    reasons = ["domestic_violence", "addiction"]
    share = WITH_THE_NGO | {"basis": CONSENT | {"evidence": "form 12/2026 in the drawer"}}
    answer = await house.ask(
        SOCIAL_WORKER,
        "/v1/clients",
        ADMISSION | {"reasons": reasons, "share_with": [share]},
        Idempotency_Key="k1",
    )
    address = answer.headers["location"]
    member = {"relation": "applicant", "birth_date": "1985-03-14", "name": "Zmyślony Wymyślony"}
    items = [{"kind": "alimony", "monthly": "617.43"}]
    for verb, body in (
        ("household", {"valid_from": "2026-01-01", "members": [member]}),
        ("incomes", {"month": "2026-02", "items": items}),
        ("needs", {"kind": "mental_health", "note": "Sleeps badly since spring."}),
        ("employments", {"started_on": "2026-03-02", "employer": "Zmyślona Piekarnia"}),
    ):
        await house.ask(SOCIAL_WORKER, f"{address}/{verb}", body, Idempotency_Key=verb)
    await house.ask(STRANGER, "/v1/access-requests", {"pesel": PESEL, "reason": "Came to us."})

    lying = await everything(house)

    assert address.split("/")[-1] in lying
    words = [
        *(PESEL, PHONE, "600100200", "proba@", "Wolności", "41-800", "domestic", "addiction"),
        *("617.43", "alimony", "mental_health", "spring", "Piekarnia", "drawer", "Came to us"),
        *("Zmyślony", "Bearer"),
    ]
    assert [word for word in words if word in lying or word.encode().hex() in lying] == []


async def everything(house: House) -> str:
    """Every column of every table as text; what is bytes reads as hexadecimal."""
    names = await house.database.pool.fetch(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
    )
    lines: list[str] = []
    for row in names:
        table = row["table_name"]
        found = await house.database.pool.fetch(f'SELECT t::text AS line FROM "{table}" t')  # noqa: S608 a table of ours
        lines += [line["line"] for line in found]
    return "\n".join(lines)


def _named(number: int) -> dict[str, str]:
    names = (("Próbna", "Wymyślona"), ("Zofia", "Zmyślona"), ("Halina", "Udawana"))
    return dict(zip(("given", "family"), names[number], strict=True))
