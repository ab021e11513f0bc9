"""Nothing is overwritten: each fact with its provenance, and numbers and names that were hers."""

import asyncio
from typing import Any

import pytest

from contracts.values import InstitutionKind
from tests.intake.conftest import (
    ADMISSION,
    ADVISER,
    COORDINATOR,
    MANAGER,
    NGO,
    OPS,
    PESEL,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_NGO,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.support.rooms import HOUSE, announced, worker

pytestmark = pytest.mark.anyio

PUP_MANAGER = worker(PUP, InstitutionKind.PUP, "pup_manager")
OPERATOR = worker(NGO, InstitutionKind.OPERATOR, "operator")
RENAMED = {
    "name": {"given": "Próbna", "family": "Nowa"},
    "valid_from": "2026-02-01",
    "source": "document",
}


def check(ten: str) -> str:
    weights = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
    return ten + str((10 - sum(w * int(d) for w, d in zip(weights, ten, strict=True)) % 10) % 10)


NEW, OTHER = check("8503149998"), check("8503149886")


async def replaced(house: House, address: str, kind: str, pesel: str | None, **more: Any) -> Any:
    body = {"kind": kind, "pesel": pesel} | more
    return await house.ask(SOCIAL_WORKER, f"{address}/replace-pesel", body)


async def facts(house: House, address: str, caller: Any = SOCIAL_WORKER) -> Any:
    answer = await house.see(caller, f"{address}/facts")
    assert answer.status_code == 200, answer.text
    return answer.json()


async def facts_of(house: House, address: str, kind: str, caller: Any = SOCIAL_WORKER) -> Any:
    return [f for f in (await facts(house, address, caller))["items"] if f["kind"] == kind]


async def found_by(house: House, pesel: str) -> list[str]:
    answer = await house.ask(SOCIAL_WORKER, "/v1/clients/search", {"pesel": pesel})
    return [item["client_id"] for item in answer.json()["items"]]


async def test_what_came_with_the_registration_says_so(house: House) -> None:
    address = await house.registered(particulars={"source": "import"})

    told = await facts(house, address)

    assert [f["kind"] for f in told["items"]] == [
        "name", "birth_date", "pesel", "residence", "contact",
    ]  # fmt: skip
    assert {f["origin"] for f in told["items"]} == {"registered"}
    assert {(f["source"], f["recorded_by"]) for f in told["items"]} == {("import", str(OPS))}
    assert told["items"][0]["value"] == ADMISSION["name"]
    assert [f["superseded_at"] for f in told["items"]] == [None] * 5
    assert await house.count("facts") == 0


async def test_a_former_name_stays_with_whoever_recorded_it(house: House) -> None:
    address = await house.registered()

    answer = await house.ask(SOCIAL_WORKER, f"{address}/change-name", RENAMED)

    now, before = await facts_of(house, address, "name")
    assert answer.json()["name"]["family"] == "Nowa"
    assert (now["value"]["family"], now["origin"], now["source"]) == (
        "Nowa",
        "changed",
        "document",
    )
    assert (now["since"], now["superseded_at"]) == ("2026-02-01", None)
    assert (before["value"]["family"], before["origin"]) == ("Wymyślona", "registered")
    assert before["superseded_at"] == now["recorded_at"]


async def test_names_are_told_newest_first_however_many_there_were(house: House) -> None:
    address = await house.registered()
    for family in ("Druga", "Trzecia", "Czwarta"):
        name = {"given": "Próbna", "family": family}
        body = {"name": name, "valid_from": "2026-02-01"}
        await house.ask(SOCIAL_WORKER, f"{address}/change-name", body)

    told = [f["value"]["family"] for f in await facts_of(house, address, "name")]

    assert told == ["Czwarta", "Trzecia", "Druga", "Wymyślona"]


async def test_a_correction_is_marked_and_makes_no_former_name(house: House) -> None:
    address = await house.registered()
    body = {"name": {"given": "Próbna", "family": "Wymyslona"}, "sex": "female"}

    await house.ask(SOCIAL_WORKER, f"{address}/correct-particulars", body)

    now, before = await facts_of(house, address, "name")
    identity = (await card_of(house, address))["identity"]["full"]
    assert (now["origin"], before["origin"]) == ("corrected", "registered")
    assert identity["former_names"] == []
    assert (await announced(house.database))[-1]["fields"] == ["name", "sex"]


async def card_of(house: House, address: str) -> Any:
    path = f"/internal/clients/{address.rsplit('/', maxsplit=1)[-1]}/card"
    return (await house.client.get(path, headers=HOUSE)).json()["sections"]


async def test_a_card_tells_former_names_and_numbers_only_in_full(house: House) -> None:
    address = await house.registered()
    await house.ask(SOCIAL_WORKER, f"{address}/change-name", RENAMED)
    await replaced(house, address, "reissued", NEW)

    identity = (await card_of(house, address))["identity"]

    former = {"given": "Próbna", "family": "Wymyślona", "until": "2026-02-01"}
    assert identity["full"]["former_names"] == [former]
    assert identity["full"]["former_pesels"] == [PESEL]
    assert identity["masked"]["former_names"] == identity["masked"]["former_pesels"] == []
    assert identity["masked"]["pesel"] == "850314*****"


async def test_a_reissued_number_leaves_the_old_one_to_find_her_by(house: House) -> None:
    address = await house.registered()
    client_id = address.split("/")[-1]

    answer = await replaced(house, address, "reissued", NEW)

    assert answer.status_code == 200, answer.text
    assert await found_by(house, NEW) == await found_by(house, PESEL) == [client_id]
    again = await house.register(pesel=PESEL)
    assert (again.status_code, again.json()["client_id"]) == (409, client_id)
    assert await house.count("clients") == 1


async def test_a_partner_asks_for_access_by_a_former_number(house: House) -> None:
    address = await house.registered()
    await replaced(house, address, "reissued", NEW)

    answer = await house.ask(
        STRANGER, "/v1/access-requests", {"pesel": PESEL, "reason": "Przyszła."}
    )

    assert answer.status_code == 201, answer.text


@pytest.mark.parametrize(("kind", "pesel"), [("correction", NEW), ("removed", None)])
async def test_a_number_that_never_was_hers_finds_her_no_more(
    house: House, kind: str, pesel: str | None
) -> None:
    address = await house.registered()

    answer = await replaced(house, address, kind, pesel)

    assert answer.status_code == 200, answer.text
    assert await found_by(house, PESEL) == []
    assert (await house.register()).status_code == 201
    assert (await card_of(house, address))["identity"]["full"]["former_pesels"] == []


async def test_a_number_taken_away_stays_in_her_history(house: House) -> None:
    address = await house.registered()
    await replaced(house, address, "removed", None)

    now, before = await facts_of(house, address, "pesel")

    assert (now["value"], now["origin"]) == (None, "removed")
    assert (before["value"], before["origin"]) == (PESEL, "registered")


async def test_a_number_is_added_where_there_was_none(house: House) -> None:
    address = await house.registered(pesel=None)

    answer = await replaced(house, address, "added", PESEL)

    assert answer.json()["pesel"] == "850314*****"
    assert [f["origin"] for f in await facts_of(house, address, "pesel")] == ["added"]
    assert await found_by(house, PESEL) == [address.split("/")[-1]]


async def test_the_register_changes_birth_date_and_sex_with_the_number(house: House) -> None:
    address = await house.registered(particulars={"sex": "female"})
    man = check("8503159997")

    alone = await replaced(house, address, "reissued", man)
    together = await replaced(house, address, "reissued", man, birth_date="1985-03-15", sex="male")

    assert alone.json()["type"] == "/problems/PeselContradictsBirthDate"
    assert together.status_code == 200, together.text
    assert together.json()["birth_date"] == "1985-03-15"
    assert together.json()["person"]["sex"] == "male"
    assert [f["origin"] for f in await facts_of(house, address, "birth_date")] == [
        "corrected", "registered",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "kind", "problem"),
    [
        (PESEL, "added", "PeselKnownAlready"),
        (None, "correction", "NoPeselToReplace"),
        (None, "reissued", "NoPeselToReplace"),
    ],
)
async def test_the_kind_of_replacement_fits_what_is_recorded(
    house: House, given: str | None, kind: str, problem: str
) -> None:
    address = await house.registered(pesel=given)

    answer = await replaced(house, address, kind, NEW)

    assert (answer.status_code, answer.json()["type"]) == (409, f"/problems/{problem}")


async def test_a_number_that_went_and_came_back_is_no_former_one(house: House) -> None:
    address = await house.registered()
    await replaced(house, address, "reissued", NEW)

    back = await replaced(house, address, "reissued", PESEL)

    assert back.status_code == 200, back.text
    assert (await card_of(house, address))["identity"]["full"]["former_pesels"] == [NEW]
    assert await found_by(house, PESEL) == await found_by(house, NEW) == [address.split("/")[-1]]


@pytest.mark.parametrize("bears", ["now", "formerly"])
async def test_a_number_of_another_client_is_refused_as_at_registration(
    house: House, bears: str
) -> None:
    first = await house.registered()
    if bears == "formerly":
        await replaced(house, first, "reissued", NEW)
    second = await house.registered(pesel=OTHER)

    answer = await replaced(house, second, "correction", PESEL)

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/AlreadyRegistered")
    assert answer.json()["client_id"] == first.split("/")[-1]
    assert await found_by(house, OTHER) == [second.split("/")[-1]]


async def test_a_number_of_a_client_one_may_not_see_tells_only_whom_to_ask(house: House) -> None:
    hers = await house.registered(STRANGER)
    mine = await house.registered(pesel=OTHER)

    answer = await replaced(house, mine, "correction", PESEL)

    assert answer.json()["registered_at"] == "OPS Strzelce (demo)"
    assert hers.split("/")[-1] not in answer.text


async def test_of_two_who_take_one_number_at_once_one_gets_it(house: House) -> None:
    addresses = [await house.registered(pesel=None) for _ in range(4)]

    answers = await asyncio.gather(
        *(replaced(house, address, "added", PESEL) for address in addresses),
        house.register(pesel=PESEL),
    )

    statuses = sorted(answer.status_code for answer in answers)
    assert statuses[1:] == [409] * 4, statuses
    assert statuses[0] in {200, 201}
    assert len(await found_by(house, PESEL)) == 1


async def test_nobody_is_registered_with_a_number_in_the_moment_it_becomes_a_former_one(
    house: House,
) -> None:
    address = await house.registered()

    answers = await asyncio.gather(
        replaced(house, address, "reissued", NEW), *(house.register() for _ in range(6))
    )

    assert [answer.status_code for answer in answers] == [200] + [409] * 6
    assert await found_by(house, PESEL) == [address.split("/")[-1]]


async def test_two_workers_at_once_lose_no_words(house: House) -> None:
    address = await house.registered()
    bodies = [
        {"contact": {"phone": "600100201"}},
        {"contact": {"phone": "600100202"}},
    ]

    answers = await asyncio.gather(
        *(
            house.ask(SOCIAL_WORKER, f"{address}/change-contact", body, If_Match='"v1"')
            for body in bodies
        )
    )

    assert sorted(answer.status_code for answer in answers) == [200, 412]
    assert len(await facts_of(house, address, "contact")) == 2


async def test_without_a_version_both_are_kept_one_after_the_other(house: House) -> None:
    address = await house.registered()

    await asyncio.gather(
        *(
            house.ask(SOCIAL_WORKER, f"{address}/change-contact", {"contact": {"phone": phone}})
            for phone in ("600100201", "600100202", "600100203")
        )
    )

    told = await facts_of(house, address, "contact")
    assert len(told) == 4
    assert [f["superseded_at"] is None for f in told] == [True, False, False, False]


async def test_confirmed_facts_say_by_whom_and_when(house: House) -> None:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP])
    await house.ask(SOCIAL_WORKER, f"{address}/change-name", RENAMED)
    body = {"kinds": ["name", "residence", "name"], "confirmed_on": "2026-03-01"}

    answer = await house.ask(ADVISER, f"{address}/confirm-facts", body)

    assert answer.status_code == 200, answer.text
    told = (await facts(house, address))["items"]
    confirmed = [(f["kind"], f["confirmed_by"]) for f in told if f["confirmed_on"]]
    assert confirmed == [("name", str(PUP)), ("residence", str(PUP))]
    assert (await announced(house.database))[-1]["fields"] == ["name", "residence"]


async def test_a_confirmation_ends_with_the_fact_it_was_about(house: House) -> None:
    address = await house.registered()
    body = {"kinds": ["name"], "confirmed_on": "2026-03-01"}
    await house.ask(SOCIAL_WORKER, f"{address}/confirm-facts", body)

    await house.ask(SOCIAL_WORKER, f"{address}/change-name", RENAMED)

    told = await facts_of(house, address, "name")
    assert [f["confirmed_on"] for f in told] == [None, "2026-03-01"]


async def test_each_paper_has_a_history_of_its_own(house: House) -> None:
    address = await house.registered()
    for number in ("AB 1", "AB 2"):
        paper = {"document": {"kind": "passport", "number": number}}
        await house.ask(SOCIAL_WORKER, f"{address}/documents", paper)
    held = (await house.see(SOCIAL_WORKER, address)).json()["person"]["documents"]
    await house.ask(SOCIAL_WORKER, f"{address}/documents/{held[0]['id']}/retract")

    told = await facts_of(house, address, "document")

    first = [(f["origin"], f["superseded_at"] is None) for f in told if f["item"] == held[0]["id"]]
    second = [
        (f["origin"], f["superseded_at"] is None) for f in told if f["item"] == held[1]["id"]
    ]
    assert first == [("removed", True), ("added", False)]
    assert second == [("added", True)]


async def test_an_ngo_sees_what_is_so_with_numbers_covered_and_no_history(house: House) -> None:
    paper = {"kind": "passport", "number": "AB 123456"}
    address = await house.registered(
        share_with=[WITH_THE_NGO],
        particulars={"documents": [paper], "bank_account": "61109010140000071219812874"},
    )
    await house.ask(SOCIAL_WORKER, f"{address}/change-name", RENAMED)

    answer = await house.see(COORDINATOR, f"{address}/facts")

    told = answer.json()
    by_kind = {f["kind"]: f["value"] for f in told["items"]}
    assert [f["superseded_at"] for f in told["items"]] == [None] * len(told["items"])
    assert by_kind["pesel"] == "850314*****"
    assert by_kind["document"]["number"] == "*****"
    assert "bank_account" not in by_kind
    assert [word for word in ("Wymyślona", PESEL, "AB 123456") if word in answer.text] == []
    withheld = {w["section"]: (w["shown"], w["reason"]) for w in told["withheld"]}
    assert withheld == {
        "identity": ("masked", "not_for_your_task"),
        "income": ("nothing", "not_for_your_task"),
    }


async def test_the_manager_of_a_labour_office_sees_no_address(house: House) -> None:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP])

    told = await facts(house, address, PUP_MANAGER)

    assert {f["kind"] for f in told["items"]} == {"name", "birth_date", "pesel"}
    assert {w["section"] for w in told["withheld"]} == {"contact", "income"}


@pytest.mark.parametrize("what", ["facts", "competence"])
async def test_a_stranger_is_told_nothing(house: House, what: str) -> None:
    address = await house.registered()

    strange = await house.see(STRANGER, f"{address}/{what}")
    idle = await house.see(OPERATOR, f"{address}/{what}")

    assert (strange.status_code, strange.json()["type"]) == (404, "/problems/ClientNotFound")
    assert idle.json()["type"] == "/problems/RoleMayNot"


async def test_reading_facts_says_to_the_audit_whom_they_show(house: House) -> None:
    address = await house.registered()

    answers = [await house.see(MANAGER, f"{address}/{what}") for what in ("facts", "competence")]

    assert [a.headers["okienko-client"] for a in answers] == [address.split("/")[-1]] * 2


async def test_a_move_tells_where_she_lives_now(house: House) -> None:
    address = await house.registered()
    body = {"residence": {"municipality": "2466011"}, "moved_on": "2026-02-01"}

    await house.ask(SOCIAL_WORKER, f"{address}/move", body)

    moved = (await announced(house.database))[-1]
    assert (moved["type"], moved["municipality"], moved["moved_on"]) == (
        "client.moved.v1", "2466011", "2026-02-01",
    )  # fmt: skip
    column = await house.database.pool.fetchval("SELECT municipality FROM clients")
    assert column == "2466011"


async def test_an_address_for_letters_moves_nobody(house: House) -> None:
    address = await house.registered()
    body = {"correspondence": {"city": "Gliwice"}, "moved_on": "2026-02-01"}

    answer = await house.ask(SOCIAL_WORKER, f"{address}/move", body)

    assert (await announced(house.database))[-1]["type"] == "contact.changed.v1"
    assert answer.json()["residence"]["municipality"] == "2478011"


async def test_an_address_is_given_up(house: House) -> None:
    address = await house.registered(particulars={"registration": {"city": "Gliwice"}})
    body = {"registration": None, "residence": None, "moved_on": "2026-02-01"}

    answer = await house.ask(SOCIAL_WORKER, f"{address}/move", body)

    events = [e for e in await announced(house.database) if e["type"] == "client.moved.v1"]
    assert answer.json()["person"]["registration"] is None
    assert [e["municipality"] for e in events] == [None]
    assert [f["origin"] for f in await facts_of(house, address, "registration")] == [
        "removed", "registered",
    ]  # fmt: skip
