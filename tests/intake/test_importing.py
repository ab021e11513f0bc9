"""Bringing an existing register in, over HTTP."""

import asyncio
from typing import Any
from uuid import UUID

import httpx2
import pytest

from contracts.intake import ClientStatus
from contracts.values import InstitutionKind
from kernel.vault import Vault
from okienko.personas import with_check_digit
from services.intake.store.importing import REFERENCE
from tests.intake.conftest import (
    ADMISSION,
    ADVISER,
    CLERK,
    COORDINATOR,
    MANAGER,
    NOBODY,
    PESEL,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_NGO,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.support.rooms import announced, bearer, worker

pytestmark = pytest.mark.anyio

PUP_MANAGER = worker(PUP, InstitutionKind.PUP, "pup_manager")
FAR_MANAGER = worker(STRANGER.institution, InstitutionKind.OPS, "ops_manager")


def row(number: int, **changes: Any) -> dict[str, Any]:
    """A row of the old register; without a PESEL number, unless one is given."""
    client = ADMISSION | {"pesel": None} | changes
    return {"row": number, "reference": f"OS-{number}", "client": client}


def somebody(number: int) -> dict[str, Any]:
    """A row of a person with a PESEL number of her own."""
    return row(number, pesel=with_check_digit(f"850314{number:04}0"))


async def bring_in(
    house: House, *rows: Any, caller: Any = MANAGER, **changes: Any
) -> httpx2.Response:
    return await house.ask(
        caller, "/v1/clients/import", {"source": "pomost", "rows": list(rows)} | changes
    )


async def brought_in(house: House, *rows: Any, **changes: Any) -> list[dict[str, Any]]:
    """What became of the rows."""
    answer = await bring_in(house, *rows, **changes)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def outcomes(items: list[dict[str, Any]]) -> list[str]:
    return [item["outcome"] for item in items]


async def test_every_good_row_becomes_a_client(house: House) -> None:
    answer = await bring_in(house, somebody(1), row(2))

    body = answer.json()
    assert answer.status_code == 200, answer.text
    assert [(item["row"], item["outcome"]) for item in body["items"]] == [
        (1, "registered"),
        (2, "registered"),
    ]
    assert body["counts"] == {
        "registered": 2,
        "would_register": 0,
        "known": 0,
        "duplicate": 0,
        "rejected": 0,
    }
    shown = await house.see(SOCIAL_WORKER, f"/v1/clients/{body['items'][0]['client_id']}")
    assert shown.json()["name"] == ADMISSION["name"]
    assert shown.json()["status"] == ClientStatus.REGISTERED


async def test_an_imported_client_is_laid_like_a_registered_one(house: House) -> None:
    shares = [WITH_THE_PARTNERSHIP, WITH_THE_NGO]
    registered = await house.registered(share_with=shares)
    [item] = await brought_in(house, somebody(1), share_with=shares)

    by_hand = UUID(registered.removeprefix("/v1/clients/"))
    by_import = UUID(item["client_id"])
    assert await _laid(house, by_import) == await _laid(house, by_hand)
    assert _kinds(await announced(house.database, by_import)) == _kinds(
        await announced(house.database, by_hand)
    )
    for partner in (ADVISER, COORDINATOR):
        assert (await house.see(partner, f"/v1/clients/{by_import}")).status_code == 200


async def _laid(house: House, client_id: UUID) -> list[Any]:
    """How many rows of each kind lie there for a client, and what their plain columns say."""
    pool = house.database.pool
    return [
        dict(await pool.fetchrow(query, client_id) or {})
        for query in (
            "SELECT given, family, birth_date, municipality, status, registered_by, version FROM clients WHERE id = $1",
            "SELECT count(*) FROM client_keys WHERE client_id = $1",
            "SELECT count(*), array_agg(DISTINCT party_id) FROM sharings WHERE client_id = $1",
            "SELECT array_agg(basis ORDER BY basis) FROM relations WHERE client_id = $1 AND closed_at IS NULL",
            "SELECT version FROM subjects WHERE subject = $1",
        )
    ]


def _kinds(events: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(event["type"], event["party_id"]) for event in events]


async def test_a_row_sent_again_is_known_and_not_doubled(house: House) -> None:
    first = await brought_in(house, somebody(1), row(2))

    again = await brought_in(house, somebody(1), row(2), row(3))

    assert outcomes(again) == ["known", "known", "registered"]
    assert [item["client_id"] for item in again[:2]] == [item["client_id"] for item in first]
    assert [item["problems"] for item in again[:2]] == [[], []]
    assert await house.count("clients") == 3
    assert await house.count("journal") == 3


async def test_a_known_row_that_says_something_else_is_told_so_and_changes_nothing(
    house: House,
) -> None:
    await brought_in(house, row(1))

    [item] = await brought_in(house, row(1, contact={"phone": "+48600999999"}))

    assert item["outcome"] == "known"
    assert [problem["type"] for problem in item["problems"]] == ["/problems/RowChanged"]
    shown = await house.see(SOCIAL_WORKER, f"/v1/clients/{item['client_id']}")
    assert shown.json()["contact"] == ADMISSION["contact"]


async def test_what_a_row_said_under_another_index_key_is_not_held_against_it(
    house: House,
) -> None:
    await brought_in(house, row(1))
    await house.database.pool.execute("UPDATE imported SET content = NULL")

    [item] = await brought_in(house, row(1, contact={"phone": "+48600999999"}))

    assert (item["outcome"], item["problems"]) == ("known", [])


async def test_the_same_words_written_otherwise_are_no_change(house: House) -> None:
    await brought_in(house, row(1, contact={"phone": "600 100 200"}))

    [item] = await brought_in(house, row(1, contact={"phone": "+48600100200"}))

    assert (item["outcome"], item["problems"]) == ("known", [])


async def test_another_source_and_another_institution_have_references_of_their_own(
    house: House,
) -> None:
    await brought_in(house, row(1))

    syriusz = await brought_in(house, row(1), source="syriusz")
    elsewhere = await brought_in(house, row(1), caller=PUP_MANAGER)

    assert outcomes(syriusz + elsewhere) == ["registered", "registered"]
    assert await house.count("clients") == 3


async def test_a_bad_row_spoils_no_other(house: House) -> None:
    items = await brought_in(
        house,
        row(1, birth_date="15.05.1975"),
        somebody(2),
        row(3, reasons=["nonsense"]),
        7,
        row(5),
    )

    assert outcomes(items) == ["rejected", "registered", "rejected", "rejected", "registered"]
    assert [item["row"] for item in items] == [1, 2, 3, None, 5]
    assert [[p["pointer"] for p in item["problems"]] for item in items] == [
        ["/client/birth_date"],
        [],
        ["/client/reasons/0"],
        [""],
        [],
    ]


BAD = {
    "a birth date against the number": (
        {"pesel": PESEL, "birth_date": "1985-03-15"},
        "/client/pesel",
        "PeselContradictsBirthDate",
    ),
    "born tomorrow": ({"birth_date": "2199-01-01"}, "/client/birth_date", "BornInTheFuture"),
    "a wrong check digit": ({"pesel": "85031412348"}, "/client/pesel", "FieldsAtFault"),
    "no family name": ({"name": {"given": "Tajemnicza"}}, "/client/name/family", "FieldsAtFault"),
    "a field nobody knows": ({"nickname": "Tajemnicza"}, "/client/nickname", "FieldsAtFault"),
    "partners of its own": (
        {"share_with": [WITH_THE_NGO]},
        "/client/share_with",
        "SharedForAll",
    ),
    "half a surrogate": (
        {"name": {"given": "Tajemnicza\ud800", "family": "x"}},
        "/client/name/given",
        "FieldsAtFault",
    ),
}


@pytest.mark.parametrize(("changes", "pointer", "problem"), BAD.values(), ids=BAD.keys())
async def test_a_rejected_row_is_told_why_and_never_repeated(
    house: House, changes: dict[str, Any], pointer: str, problem: str
) -> None:
    answer = await house.client.post(
        "/v1/clients/import",
        content=_dumped({"source": "pomost", "rows": [row(1, **changes)]}),
        headers=bearer(MANAGER, Content_Type="application/json"),
    )

    [item] = answer.json()["items"]
    assert item["outcome"] == "rejected"
    assert [(p["pointer"], p["type"]) for p in item["problems"]] == [
        (pointer, f"/problems/{problem}")
    ]
    assert [w for w in ("Tajemnicza", PESEL, "85031412348", "OS-1") if w in answer.text] == []
    assert await house.count("clients") == 0
    assert await house.count("imported") == 0


def _dumped(body: Any) -> str:
    import json  # noqa: PLC0415 orjson refuses what this test must send

    return json.dumps(body)


@pytest.mark.parametrize(
    "changes",
    [{"reference": ""}, {"reference": None}, {"reference": "x" * 101}, {"row": "2"}, {"more": 1}],
    ids=["empty", "none", "too long", "a number as text", "a field nobody knows"],
)
async def test_a_row_must_say_what_it_is_known_by(house: House, changes: dict[str, Any]) -> None:
    items = await brought_in(house, row(1) | changes, row(2))

    assert outcomes(items) == ["rejected", "registered"]


async def test_a_corrected_row_is_taken(house: House) -> None:
    await brought_in(house, row(1, birth_date="x"))

    [item] = await brought_in(house, row(1))

    assert item["outcome"] == "registered"


async def test_a_number_registered_here_leads_to_the_record(house: House) -> None:
    client_id = (await house.registered()).removeprefix("/v1/clients/")

    [item] = await brought_in(house, row(1, pesel=PESEL))

    assert (item["outcome"], item["client_id"]) == ("duplicate", client_id)
    assert item["problems"][0]["pointer"] == "/client/pesel"
    assert item["problems"][0]["type"] == "/problems/AlreadyRegistered"
    assert await house.count("clients") == 1
    assert await house.count("client_keys") == 1
    assert await house.count("imported") == 0


async def test_a_number_registered_elsewhere_tells_whom_to_ask_and_not_who_she_is(
    house: House,
) -> None:
    client_id = (await house.registered()).removeprefix("/v1/clients/")

    answer = await bring_in(house, row(1, pesel=PESEL), caller=FAR_MANAGER)

    [item] = answer.json()["items"]
    assert (item["outcome"], item["client_id"]) == ("duplicate", None)
    assert item["problems"][0]["registered_at"] == "MOPR Zabrze (demo)"
    assert client_id not in f"{answer.text}{answer.headers}"


async def test_two_rows_of_one_number_are_one_client(house: House) -> None:
    items = await brought_in(house, row(1, pesel=PESEL), row(2, pesel=PESEL))

    assert outcomes(items) == ["registered", "duplicate"]
    assert items[1]["client_id"] == items[0]["client_id"]
    assert await house.count("clients") == 1


async def test_a_reference_that_stands_twice_in_a_batch_is_one_client(house: House) -> None:
    other = row(1, contact={"phone": "+48600999999"})

    items = await brought_in(house, row(1), row(1), other)

    assert outcomes(items) == ["registered", "known", "known"]
    assert [len(item["problems"]) for item in items] == [0, 0, 1]
    assert len({item["client_id"] for item in items}) == 1
    assert await house.count("clients") == 1


async def test_a_dry_run_tells_the_same_and_leaves_nothing(house: House) -> None:
    await house.registered()
    await brought_in(house, row(1))
    before = [await house.count(t) for t in _TABLES]

    items = await brought_in(
        house,
        row(1),
        row(2, pesel=PESEL),
        row(3, birth_date="x"),
        somebody(4),
        somebody(4) | {"reference": "OS-5"},
        dry_run=True,
        share_with=[WITH_THE_PARTNERSHIP],
    )

    assert outcomes(items) == ["known", "duplicate", "rejected", "would_register", "duplicate"]
    assert [item["client_id"] is None for item in items] == [False, False, True, True, True]
    assert [await house.count(t) for t in _TABLES] == before
    [item] = await brought_in(house, somebody(4))
    assert item["outcome"] == "registered"


_TABLES = ("clients", "client_keys", "sharings", "relations", "journal", "subjects", "imported")


async def test_of_two_imports_of_one_file_at_once_each_person_is_registered_once(
    house: House,
) -> None:
    rows = [somebody(number) for number in range(1, 40)] + [row(n) for n in range(40, 60)]

    many = await asyncio.gather(
        *(brought_in(house, *order) for order in (rows, rows[::-1], rows, rows[::-1]))
    )

    told = [item["outcome"] for items in many for item in items]
    assert sorted(set(told)) == ["known", "registered"]
    assert told.count("registered") == len(rows)
    assert await house.count("clients") == len(rows)
    assert await house.count("journal") == len(rows)


async def test_of_two_offices_at_once_one_registers_the_person(house: House) -> None:
    both = await asyncio.gather(
        *(brought_in(house, row(1, pesel=PESEL), caller=c) for c in (MANAGER, FAR_MANAGER))
    )

    assert sorted(item["outcome"] for items in both for item in items) == [
        "duplicate",
        "registered",
    ]


async def test_whoever_was_merged_is_known_under_the_id_that_goes_on(house: House) -> None:
    [first, second] = await brought_in(house, row(1), row(2))
    await house.database.pool.execute(
        "INSERT INTO aliases (client_id, parent, survivor) VALUES ($1, $2, $2)",
        UUID(first["client_id"]),
        UUID(second["client_id"]),
    )

    [again] = await brought_in(house, row(1))

    assert (again["outcome"], again["client_id"]) == ("known", second["client_id"])


async def test_what_the_old_system_calls_her_lies_sealed(house: House) -> None:
    await brought_in(house, row(1))

    kept = await house.database.pool.fetchrow(
        "SELECT imported.*, wrapped FROM imported JOIN client_keys USING (client_id)"
    )
    assert kept is not None
    key = Vault(bytes.fromhex("0a" * 32)).unwrap(kept["wrapped"], kept["client_id"])
    assert REFERENCE.open(key, kept["sealed"]) == "OS-1"
    assert b"OS-1" not in kept["reference_index"] + kept["content"] + kept["sealed"]


@pytest.mark.parametrize(
    ("share", "pointer", "problem"),
    [
        (WITH_THE_NGO | {"institution": NOBODY}, "/share_with/1/institution", "PartyUnknown"),
        (
            WITH_THE_NGO | {"basis": {"kind": "consent", "evidence": "x", "until": "2026-01-31"}},
            "/share_with/1/basis/until",
            "ConsentOver",
        ),
    ],
)
async def test_partners_that_cannot_be_refuse_the_whole_batch(
    house: House, share: dict[str, Any], pointer: str, problem: str
) -> None:
    answer = await bring_in(house, row(1), share_with=[WITH_THE_PARTNERSHIP, share])

    assert (answer.status_code, answer.json()["type"]) == (422, f"/problems/{problem}")
    assert answer.json()["errors"][0]["pointer"] == pointer
    assert await house.count("clients") == 0
    assert await house.count("imported") == 0


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"rows": []}, "/rows"),
        ({"rows": [row(1)] * 501}, "/rows"),
        ({"rows": "x"}, "/rows"),
        ({"source": "POMOST 3"}, "/source"),
        ({"dry_run": "yes"}, "/dry_run"),
        ({"dryrun": True}, "/dryrun"),
    ],
)
async def test_a_batch_that_is_none_is_refused_as_a_whole(
    house: House, changes: dict[str, Any], pointer: str
) -> None:
    answer = await bring_in(house, row(1), **changes)

    assert answer.status_code == 422, answer.text
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]
    assert await house.count("clients") == 0


@pytest.mark.parametrize("caller", [SOCIAL_WORKER, CLERK, ADVISER])
async def test_only_who_answers_for_the_institution_imports(house: House, caller: Any) -> None:
    answer = await bring_in(house, row(1), caller=caller)

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/RoleMayNot")


@pytest.mark.parametrize("caller", [MANAGER, PUP_MANAGER, COORDINATOR])
async def test_managers_and_coordinators_import(house: House, caller: Any) -> None:
    [item] = await brought_in(house, row(1), caller=caller)

    assert item["outcome"] == "registered"


async def test_five_hundred_rows_are_told_to_the_audit_and_to_no_sync_token(house: House) -> None:
    answer = await bring_in(house, *(row(number) for number in range(1, 501)))

    assert answer.json()["counts"]["registered"] == 500
    assert "sync-token" not in answer.headers
    assert len(answer.headers["okienko-client"].split(",")) == 500
    assert await house.count("journal") == 500


async def test_an_import_speaks_polish_to_whoever_prefers_it(house: House) -> None:
    answer = await house.ask(
        MANAGER,
        "/v1/clients/import",
        {"source": "pomost", "rows": [row(1, birth_date="2199-01-01")]},
        Accept_Language="pl",
    )

    detail = answer.json()["items"][0]["problems"][0]["detail"]
    assert detail == "Data urodzenia jest w przyszłości albo sprzed 1900 roku."


async def test_an_import_repeated_under_its_key_is_answered_as_before(house: House) -> None:
    body = {"source": "pomost", "rows": [row(1)]}

    first = await house.ask(MANAGER, "/v1/clients/import", body, Idempotency_Key="k1")
    again = await house.ask(MANAGER, "/v1/clients/import", body, Idempotency_Key="k1")

    assert again.json() == first.json()
    assert await house.count("clients") == 1


async def test_a_dry_run_under_a_key_is_judged_anew(house: House) -> None:
    body = {"source": "pomost", "rows": [row(1)], "dry_run": True}
    await house.ask(MANAGER, "/v1/clients/import", body, Idempotency_Key="k1")
    await brought_in(house, row(1))

    again = await house.ask(MANAGER, "/v1/clients/import", body, Idempotency_Key="k1")

    assert outcomes(again.json()["items"]) == ["known"]
