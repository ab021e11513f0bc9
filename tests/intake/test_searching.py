"""Finding a client: by what she is called and has, and never beyond what the caller may see."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from contracts.relations import ErasesClient, FreesClient, RestrictsClient
from contracts.values import InstitutionKind
from kernel import relations
from kernel.callers import Caller
from kernel.clock import now
from kernel.transactions import begin
from services.intake.store import search
from tests.intake.conftest import (
    ADVISER,
    CLERK,
    COORDINATOR,
    FAR,
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
from tests.support.rooms import announced, relate, worker

pytestmark = pytest.mark.anyio
PATH = "/v1/clients/search"


def called(given: str, family: str) -> dict[str, Any]:
    return {"name": {"given": given, "family": family}, "pesel": None}


async def registered(house: House, given: str, family: str, **more: Any) -> str:
    return (await house.registered(**(called(given, family) | more))).split("/")[-1]


async def searched(house: House, caller: Caller = SOCIAL_WORKER, **by: Any) -> dict[str, Any]:
    answer = await house.ask(caller, PATH, by)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def found(house: House, caller: Caller = SOCIAL_WORKER, **by: Any) -> list[str]:
    return [item["client_id"] for item in (await searched(house, caller, **by))["items"]]


@pytest.mark.parametrize(
    "name",
    [
        "Żółć-Łącka Świętosława", "zolc-lacka swietoslawa", "ŻÓŁĆ", "zolc", "LACKA", "łącka",
        "swietoslawa lacka", "Świętosława Żółć", "lacka zolc", "swieto", "zol swi", "lac zol sw",
        "  żółć   łącka ", "zółc/lacka",
    ],
)  # fmt: skip
async def test_a_name_is_found_however_it_is_typed(house: House, name: str) -> None:
    her = await registered(house, "Świętosława", "Żółć-Łącka")
    await registered(house, "Próbna", "Wymyślona")

    assert await found(house, name=name) == [her]


async def test_family_and_given_name_are_told_apart_where_the_asker_does(house: House) -> None:
    first = await registered(house, "Anna", "Marek")
    second = await registered(house, "Marek", "Annowski")

    assert await found(house, given="marek") == [second]
    assert await found(house, family="marek") == [first]
    assert await found(house, family="ann", given="mar") == [second]
    assert set(await found(house, name="marek ann")) == {first, second}


async def test_apostrophes_and_letters_of_other_languages_make_no_difference(house: House) -> None:
    her = await registered(house, "Zoë", "d'Arc-Straße")

    assert await found(house, name="zoe darc strasse") == [her]
    assert await found(house, name="D’ARC") == [her]


async def test_whole_names_come_before_beginnings_and_these_by_name(house: House) -> None:
    longer = await registered(house, "Anna", "Kowalska")
    other = await registered(house, "Zofia", "Kowal")
    whole = await registered(house, "Anna", "Kowal")
    double = await registered(house, "Maria", "Nowak-Kowal")

    assert await found(house, name="kowal") == [whole, other, double, longer]
    assert await found(house, name="kowal anna") == [whole, longer]


async def test_whoever_fits_twice_is_listed_once(house: House) -> None:
    her = await registered(house, "Kowalina", "Kowalska-Kowalewska")

    assert await found(house, name="kowal") == [her]
    assert await found(house, name="kowalska kowalewska") == [her]
    assert await found(house, family="kowale", given="kowal") == [her]


async def test_a_word_of_the_asker_needs_a_word_of_the_name_each(house: House) -> None:
    await registered(house, "Próbna", "Kowalska")

    assert await found(house, name="kowalska kowal") == []


@pytest.mark.parametrize(
    "name", ["kowalsak", "Kowlska", "kowallska", "kowalśka anna", "anna kovalska"]
)
async def test_one_letter_wrong_is_forgiven_and_said(house: House, name: str) -> None:
    her = await registered(house, "Anna", "Kowalska")

    answer = await searched(house, name=name)

    assert [item["client_id"] for item in answer["items"]] == [her]
    assert answer["approximate"] == (name != "kowalśka anna")


@pytest.mark.parametrize("name", ["kovalsak", "nowk", "kowalsak ewa"])
async def test_more_than_that_is_another_name(house: House, name: str) -> None:
    await registered(house, "Anna", "Kowalska")
    await registered(house, "Jan", "Nowak")

    assert await found(house, name=name) == []


async def test_nothing_is_guessed_where_the_name_itself_is_found(house: House) -> None:
    exact = await registered(house, "Anna", "Kowalska")
    await registered(house, "Anna", "Kowalski")

    answer = await searched(house, name="kowalska")

    assert [item["client_id"] for item in answer["items"]] == [exact]
    assert answer["approximate"] is False


async def test_a_birth_date_or_its_year_narrows_a_name(house: House) -> None:
    older = await registered(house, "Anna", "Kowalska", birth_date="1959-12-31")
    younger = await registered(house, "Anna", "Kowalska", birth_date="1985-03-14")

    assert await found(house, name="kowalska", birth_date="1985-03-14") == [younger]
    assert await found(house, name="kowalska", birth_year=1959) == [older]
    assert await found(house, birth_date="1959-12-31") == [older]
    assert await found(house, name="kowalska", birth_year=1960) == []


@pytest.mark.parametrize("phone", ["600100200", "+48 600 100 200", "+48600100200", "600-100-200"])
async def test_a_phone_number_is_found_however_it_is_written(house: House, phone: str) -> None:
    her = await registered(house, "Anna", "Kowalska")
    await registered(house, "Anna", "Kowalska", contact={"phone": "600100201"})

    assert await found(house, phone=phone) == [her]
    assert await found(house, phone=phone, name="nowak") == []


async def test_everything_that_is_given_must_hold(house: House) -> None:
    her = await registered(house, "Anna", "Kowalska", pesel=PESEL)

    answer = await searched(house, name="kowal", birth_year=1985, pesel=PESEL, phone="600100200")

    assert [item["client_id"] for item in answer["items"]] == [her]
    assert answer["matched"] == ["name", "birth_year", "pesel", "phone"]
    assert await found(house, pesel=PESEL, name="nowak") == []
    assert await found(house, pesel=PESEL, birth_date="1985-03-15") == []
    assert await found(house, pesel=PESEL, phone="600100201") == []


async def test_a_list_shows_enough_to_know_her_by_and_no_more(house: House) -> None:
    her = await registered(
        house, "Anna", "Kowalska", pesel=PESEL, reasons=["addiction", "domestic_violence"]
    )

    answer = await searched(house, pesel=PESEL)

    assert answer == {
        "items": [
            {
                "client_id": her,
                "name": {"given": "Anna", "family": "Kowalska"},
                "birth_date": "1985-03-14",
                "pesel": "850314*****",
                "status": "registered",
                "registered_by": str(OPS),
                "municipality": "2478011",
            }
        ],
        "matched": ["pesel"],
        "approximate": False,
        "more": False,
        "elsewhere": False,
        "ask_for_access": None,
    }


async def test_a_long_list_ends_and_says_so(house: House) -> None:
    everybody = {await registered(house, f"Anna{'abc'[n]}", "Kowalska") for n in range(3)}

    short = await searched(house, name="kowalska", limit=2)
    whole = await searched(house, name="kowalska", limit=3)

    assert (len(short["items"]), short["more"]) == (2, True)
    assert {item["client_id"] for item in whole["items"]} == everybody
    assert whole["more"] is False


# --- who may see -------------------------------------------------------------------------------

BY = [
    {"name": "kowalska"}, {"name": "kowal"}, {"name": "kowalsak"}, {"family": "kowalska"},
    {"birth_date": "1985-03-14"}, {"pesel": PESEL}, {"phone": "600100200"},
]  # fmt: skip
each_way = pytest.mark.parametrize("by", BY, ids=lambda by: "-".join(map(str, by.values())))


@pytest.fixture(params=[30_000, 0], ids=["hash", "each"])
def sieve(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Institutions of few clients and of very many are searched in two ways, which must agree."""
    monkeypatch.setattr(search, "_HASH_AT_MOST", request.param)


@each_way
@pytest.mark.usefixtures("sieve")
async def test_only_members_find_her(house: House, by: dict[str, str]) -> None:
    shared = [WITH_THE_PARTNERSHIP, WITH_THE_NGO]
    her = await registered(house, "Anna", "Kowalska", pesel=PESEL, share_with=shared)

    assert await found(house, SOCIAL_WORKER, **by) == [her]
    assert await found(house, CLERK, **by) == [her]
    assert await found(house, MANAGER, **by) == [her]
    assert await found(house, ADVISER, **by) == [her]
    assert await found(house, COORDINATOR, **by) == [her]
    assert await found(house, STRANGER, **by) == []


@each_way
@pytest.mark.usefixtures("sieve")
async def test_a_sharing_that_ended_hides_her(house: House, by: dict[str, str]) -> None:
    her = await registered(house, "Anna", "Kowalska", pesel=PESEL, share_with=[WITH_THE_NGO])
    await house.database.pool.execute(
        "UPDATE relations SET closed_at = now() WHERE party_id = $1", NGO
    )

    assert await found(house, COORDINATOR, **by) == []
    assert await found(house, SOCIAL_WORKER, **by) == [her]


@each_way
async def test_a_right_of_hours_ends_by_itself(house: House, by: dict[str, str]) -> None:
    her = await registered(house, "Anna", "Kowalska", pesel=PESEL)
    await relate(house.database, UUID(her), FAR)
    before = await found(house, STRANGER, **by)
    await house.database.pool.execute(
        "UPDATE relations SET expires_at = $2 WHERE party_id = $1", FAR, now() - timedelta(hours=1)
    )

    assert before == [her]
    assert await found(house, STRANGER, **by) == []


@each_way
@pytest.mark.usefixtures("sieve")
async def test_whoever_is_restricted_is_found_by_her_own_institution_only(
    house: House, by: dict[str, str]
) -> None:
    her = await registered(
        house, "Anna", "Kowalska", pesel=PESEL, share_with=[WITH_THE_PARTNERSHIP]
    )
    await note(house, Restricted(client_id=UUID(her)))
    while_restricted = await found(house, ADVISER, **by)
    owners = await found(house, SOCIAL_WORKER, **by)
    await note(house, Freed(client_id=UUID(her)))

    assert (while_restricted, owners) == ([], [her])
    assert await found(house, ADVISER, **by) == [her]


@each_way
async def test_whoever_was_erased_is_found_by_nobody(house: House, by: dict[str, str]) -> None:
    her = await registered(house, "Anna", "Kowalska", pesel=PESEL)
    await note(house, Erased(client_id=UUID(her)))
    # A relation that was heard late.
    await relate(house.database, UUID(her), OPS)

    answer = await searched(house, SOCIAL_WORKER, **by)

    assert (answer["items"], answer["elsewhere"]) == ([], False)


async def test_a_merged_record_leads_to_the_one_that_goes_on(house: House) -> None:
    kept = await registered(house, "Anna", "Kowalska")
    merged = await registered(house, "Hanna", "Kowalczyk", contact={"phone": "600100203"})
    await house.database.pool.execute(
        "INSERT INTO aliases (client_id, parent, survivor) VALUES ($1, $2, $2)",
        UUID(merged),
        UUID(kept),
    )

    assert await found(house, name="kowalczyk") == [kept]
    assert await found(house, phone="600100203") == [kept]
    assert await found(house, name="kowal") == [kept]


async def test_a_role_without_the_right_may_not_search(house: House) -> None:
    manager = worker(PUP, InstitutionKind.PUP, "pup_manager")

    answer = await house.ask(manager, PATH, {"name": "kowalska"})

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/RoleMayNot")


async def test_the_full_number_of_somebody_elsewhere_says_only_that_one_may_ask(
    house: House,
) -> None:
    her = await registered(house, "Anna", "Kowalska", pesel=PESEL)

    answer = await house.ask(STRANGER, PATH, {"pesel": PESEL})

    assert answer.json() == {
        "items": [],
        "matched": ["pesel"],
        "approximate": False,
        "more": False,
        "elsewhere": True,
        "ask_for_access": {"method": "POST", "href": "/v1/access-requests"},
    }
    # For the gateway alone, which lets her see who asked for her.
    assert answer.headers["okienko-client"] == her


async def test_nothing_but_the_number_tells_that_somebody_is_elsewhere(house: House) -> None:
    await registered(house, "Anna", "Kowalska", pesel=PESEL)
    by = {"name": "kowalska", "birth_date": "1985-03-14", "phone": "600100200"}

    answer = await house.ask(STRANGER, PATH, by)

    assert (answer.json()["elsewhere"], answer.headers["okienko-client"]) == (False, "")
    assert (await searched(house, STRANGER, pesel="90010112349"))["elsewhere"] is False


async def test_whoever_may_not_ask_for_access_is_not_told_to(house: House) -> None:
    await registered(house, "Anna", "Kowalska", pesel=PESEL)
    clerk = worker(FAR, InstitutionKind.OPS, "ops_benefits_clerk")

    answer = await searched(house, clerk, pesel=PESEL)

    assert (answer["elsewhere"], answer["ask_for_access"]) == (True, None)


# --- a read in the form of a POST ---------------------------------------------------------------


async def test_a_search_is_answered_afresh_whatever_its_idempotency_key(house: House) -> None:
    first = await house.ask(SOCIAL_WORKER, PATH, {"name": "kowalska"}, idempotency_key="once")
    her = await registered(house, "Anna", "Kowalska")
    again = await house.ask(SOCIAL_WORKER, PATH, {"name": "kowalska"}, idempotency_key="once")

    assert first.json()["items"] == []
    assert [item["client_id"] for item in again.json()["items"]] == [her]
    assert "idempotency-replayed" not in again.headers
    assert await house.count("idempotency") == 0


async def test_a_search_tells_the_audit_whom_it_showed_and_announces_nothing(house: House) -> None:
    two = {await registered(house, "Anna", "Kowalska"), await registered(house, "Jan", "Kowalski")}
    before = len(await announced(house.database))

    answer = await house.ask(SOCIAL_WORKER, PATH, {"name": "kowal"})

    assert set(answer.headers["okienko-client"].split(",")) == two
    assert len(await announced(house.database)) == before


@pytest.mark.parametrize(
    "by",
    [
        {}, {"birth_year": 1985}, {"limit": 5}, {"name": ""}, {"name": "a"}, {"name": "-'-"},
        {"name": "a b c d e f g h i j"}, {"name": "x" * 201}, {"family": "%", "given": "_"},
        {"name": "kowalska", "family": "kowalska"}, {"name": "kowalska", "limit": 51},
        {"name": "kowalska", "limit": 0}, {"name": "kowalska", "limit": "5"},
        {"name": "kowalska", "birth_year": 1899}, {"name": "kowalska", "birth_year": "1985"},
        {"name": "ab", "birth_year": 1985, "birth_date": "1985-03-14"}, {"name": "a\x00b"},
        {"pesel": "85031412348"}, {"phone": "no"}, {"file_number": ""}, {"name": ["ab"]},
        {"surname": "kowalska"}, {"birth_date": "14.03.1985"},
    ],
)  # fmt: skip
async def test_what_cannot_be_searched_for_is_refused(house: House, by: dict[str, Any]) -> None:
    answer = await house.ask(SOCIAL_WORKER, PATH, by)

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/FieldsAtFault")


@pytest.mark.parametrize("name", ["%%", "__", "ko%ska", "ko\\ska", "' OR true --"])
async def test_signs_of_other_languages_mean_nothing_in_a_name(house: House, name: str) -> None:
    await registered(house, "Anna", "Kowalska")

    answer = await house.ask(SOCIAL_WORKER, PATH, {"name": name})

    assert answer.status_code in {200, 422}
    assert answer.json().get("items", []) == []


async def test_nobody_is_searched_for_in_an_address(house: House) -> None:
    answer = await house.see(SOCIAL_WORKER, PATH, name="kowalska")

    assert answer.status_code == 400
    assert "kowalska" not in answer.text


class Restricted(RestrictsClient):
    """A restriction as another theme announces it."""


class Freed(FreesClient):
    """The end of a restriction."""


class Erased(ErasesClient):
    """An erasure."""


async def note(house: House, event: Any) -> None:
    async with begin(house.database) as tx:
        await relations.note(tx.session, now(), event)
