"""What is known of a person, how it changes, who may change it; over HTTP."""

from typing import Any
from uuid import UUID

import orjson
import pytest

from contracts.values import InstitutionKind
from kernel.transactions import begin
from okienko.examples import person as examples
from okienko.examples.example import CLIENT
from services.intake.store.sealing import key_of
from tests.intake.conftest import (
    ADMISSION,
    ADVISER,
    CLERK,
    COORDINATOR,
    MANAGER,
    NGO,
    PESEL,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_NGO,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.support.rooms import HOUSE, announced, worker

pytestmark = pytest.mark.anyio

ACCOUNT = "PL61109010140000071219812874"
ADDRESS = {"city": "Gliwice", "street": "Zmyślona", "building": "3", "municipality": "2466011"}
PASSPORT = {"kind": "passport", "number": "fx 123456", "country": "UA"}
GUARDIAN = {
    "name": "Zmyślona Opiekunka",
    "kind": "legal_guardian",
    "phone": "600 100 300",
    "valid_from": "2026-01-02",
    "evidence": "postanowienie III RNs 12/26",
}
TOLD = {
    "second_names": "Fikcja",
    "family_at_birth": "Zmyślona",
    "sex": "female",
    "citizenship": {"countries": ["UA"]},
    "residence_title": {"kind": "ukr_status", "until": "2027-03-04"},
    "marital_status": "married",
    "registration": ADDRESS,
    "correspondence": ADDRESS | {"street": "Pocztowa"},
    "communication": {
        "language": "uk",
        "interpreter_needed": True,
        "accessibility": ["wheelchair"],
    },
    "bank_account": ACCOUNT,
    "documents": [PASSPORT],
    "representatives": [GUARDIAN],
    "source": "document",
}
CHANGES: dict[str, Any] = {
    "change-name": {"name": {"given": "Próbna", "family": "Nowa"}, "valid_from": "2026-02-01"},
    "correct-particulars": {"second_names": "Inna"},
    "replace-pesel": {"kind": "removed"},
    "change-standing": {"marital_status": "divorced", "valid_from": "2026-02-01"},
    "move": {"residence": {"municipality": "2466011"}, "moved_on": "2026-02-01"},
    "change-contact": {"contact": {"phone": "600100999"}},
    "set-communication": {"communication": {"language": "be"}},
    "change-bank-account": {"bank_account": ACCOUNT},
    "documents": {"document": PASSPORT},
    "representatives": {"representative": GUARDIAN},
    "confirm-facts": {"kinds": ["name"], "confirmed_on": "2026-02-01"},
}
ANNOUNCED = {
    "change-name": "client.renamed.v1",
    "correct-particulars": "client.corrected.v1",
    "replace-pesel": "pesel.replaced.v1",
    "change-standing": "standing.changed.v1",
    "move": "client.moved.v1",
    "change-contact": "contact.changed.v1",
    "set-communication": "communication.changed.v1",
    "change-bank-account": "account.changed.v1",
    "documents": "document.added.v1",
    "representatives": "representative.appointed.v1",
    "confirm-facts": "facts.confirmed.v1",
}
OF_CONTACT = {"move", "change-contact", "set-communication"}
each_change = pytest.mark.parametrize("verb", CHANGES)
NGO_WORKER = worker(NGO, InstitutionKind.NGO, "ngo_worker")


async def change(house: House, address: str, verb: str, caller: Any = SOCIAL_WORKER) -> Any:
    return await house.ask(caller, f"{address}/{verb}", CHANGES[verb])


async def card_of(house: House, address: str) -> Any:
    path = f"/internal/clients/{address.rsplit('/', maxsplit=1)[-1]}/card"
    return (await house.client.get(path, headers=HOUSE)).json()["sections"]


async def test_everything_told_at_registration_is_kept_with_identifiers_covered(
    house: House,
) -> None:
    answer = await house.register(particulars=TOLD)

    person = answer.json()["person"]
    assert answer.status_code == 201, answer.text
    assert person["sex"] == "female"
    assert person["residence_title"] == {"kind": "ukr_status", "until": "2027-03-04"}
    assert person["communication"]["accessibility"] == ["wheelchair"]
    assert person["registration"]["building"] == "3"
    assert person["documents"][0]["document"]["number"] == "*****"
    assert person["representatives"][0]["phone"] == "+48600100300"
    assert ACCOUNT not in answer.text
    assert "FX 123456" not in answer.text
    answered = {k: v for k, v in answer.json().items() if k != "possible_duplicates"}
    assert (await house.see(SOCIAL_WORKER, answer.headers["location"])).json() == answered


async def test_a_person_without_any_paper_is_a_client_like_every_other(house: House) -> None:
    answer = await house.register(
        pesel=None, residence=None, contact={}, particulars={"citizenship": {"stateless": True}}
    )

    assert answer.status_code == 201, answer.text
    assert answer.json()["person"]["citizenship"] == {"countries": [], "stateless": True}
    assert answer.json()["person"]["sex"] is None


async def test_the_number_tells_the_sex_where_nobody_said_it(house: House) -> None:
    assert (await house.register()).json()["person"]["sex"] == "female"


async def test_a_sex_that_the_number_contradicts_is_refused(house: House) -> None:
    answer = await house.register(particulars={"sex": "male"})

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/SexContradictsPesel")
    assert answer.json()["errors"][0]["pointer"] == "/sex"
    assert await house.count("clients") == 0


@pytest.mark.parametrize(
    ("told", "pointer"),
    [
        ({"sex": "x"}, "/particulars/sex"),
        ({"citizenship": {}}, "/particulars/citizenship"),
        ({"citizenship": {"countries": ["PL"], "stateless": True}}, "/particulars/citizenship"),
        ({"citizenship": {"countries": ["PL", "PL"]}}, "/particulars/citizenship"),
        ({"citizenship": {"countries": ["ZZ"]}}, "/particulars/citizenship/countries/0"),
        ({"residence_title": {"kind": "tourist"}}, "/particulars/residence_title/kind"),
        ({"bank_account": "PL61109010140000071219812875"}, "/particulars/bank_account"),
        ({"communication": {"language": "xx"}}, "/particulars/communication/language"),
        ({"communication": {"interpreter_needed": "False"}},
         "/particulars/communication/interpreter_needed"),
        ({"registration": {"street": "Tajna"}}, "/particulars/registration/city"),
        ({"documents": [PASSPORT | {"number": "Tajna;"}]}, "/particulars/documents/0/number"),
        ({"representatives": [GUARDIAN | {"valid_to": "2025-12-31"}]},
         "/particulars/representatives/0"),
        ({"nickname": "Tajna"}, "/particulars/nickname"),
    ],
)  # fmt: skip
async def test_a_particular_at_fault_is_named_and_not_repeated(
    house: House, told: Any, pointer: str
) -> None:
    answer = await house.register(particulars=told)

    assert answer.status_code == 422, answer.text
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]
    assert "Tajna" not in answer.text
    assert await house.count("clients") == 0


@each_change
async def test_a_change_is_announced_thinly_and_counted(house: House, verb: str) -> None:
    address = await house.registered()

    answer = await change(house, address, verb)

    events = await announced(house.database)
    assert answer.status_code in {200, 201}, answer.text
    assert answer.headers["etag"] == '"v2"'
    assert [event["type"] for event in events[1:]] == [ANNOUNCED[verb]]
    words = ("Próbna", "Nowa", "Opiekunka", "600100", "123456", "8503", ACCOUNT, "III RNs")
    assert [word for word in words if word in str(events)] == []


@each_change
async def test_a_change_decided_on_an_old_version_is_refused(house: House, verb: str) -> None:
    address = await house.registered()
    await house.ask(SOCIAL_WORKER, f"{address}/needs", {"kind": "work"})

    answer = await house.ask(SOCIAL_WORKER, f"{address}/{verb}", CHANGES[verb], If_Match='"v1"')

    assert (answer.status_code, answer.json()["type"]) == (412, "/problems/VersionIsOld")
    assert await house.count("facts") == 0


@each_change
async def test_a_stranger_changes_nothing_and_learns_nothing(house: House, verb: str) -> None:
    address = await house.registered()

    answer = await change(house, address, verb, STRANGER)

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/ClientNotFound")


@each_change
async def test_a_manager_and_a_worker_of_an_ngo_change_nothing(house: House, verb: str) -> None:
    address = await house.registered(share_with=[WITH_THE_NGO])

    for caller in (MANAGER, NGO_WORKER):
        assert (await change(house, address, verb, caller)).json()["type"].endswith("RoleMayNot")


@each_change
async def test_a_partner_keeps_contact_but_not_who_she_is(house: House, verb: str) -> None:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP, WITH_THE_NGO])

    by_the_pup = await change(house, address, verb, ADVISER)
    by_the_ngo = await change(house, address, verb, COORDINATOR)

    told = by_the_pup.json().get("type")
    allowed = verb in OF_CONTACT or verb == "confirm-facts"
    assert told == (None if allowed else "/problems/NotYoursToChange"), by_the_pup.text
    refusal = "FactNotShown" if verb == "confirm-facts" else "NotYoursToChange"
    assert (by_the_ngo.status_code, by_the_ngo.json()["type"]) == (403, f"/problems/{refusal}")


@each_change
async def test_an_ngo_keeps_whom_it_registered(house: House, verb: str) -> None:
    address = await house.registered(COORDINATOR)

    answer = await change(house, address, verb, COORDINATOR)

    # Its own record too is shown to it with the number covered, so it cannot vouch for it.
    assert answer.is_success is (verb != "confirm-facts"), answer.text


@each_change
async def test_a_repeat_with_the_same_key_has_its_effect_once(house: House, verb: str) -> None:
    address = await house.registered()

    answers = [
        await house.ask(SOCIAL_WORKER, f"{address}/{verb}", CHANGES[verb], Idempotency_Key="same")
        for _ in range(2)
    ]

    assert answers[0].json() == answers[1].json()
    assert len(await announced(house.database)) == 2


@pytest.mark.parametrize("verb", sorted(CHANGES.keys() - {"representatives", "confirm-facts"}))
async def test_what_is_recorded_already_is_not_recorded_again(house: House, verb: str) -> None:
    address = await house.registered()
    await change(house, address, verb)
    kept = await house.count("facts")

    answer = await change(house, address, verb)

    assert answer.status_code == 409, answer.text
    assert await house.count("facts") == kept


async def test_the_clerk_keeps_the_account(house: House) -> None:
    address = await house.registered(particulars=TOLD)

    answer = await house.ask(CLERK, f"{address}/change-bank-account", {"bank_account": None})

    assert answer.status_code == 200, answer.text
    assert "bank_account" not in (await card_of(house, address)).get("income", {})


@pytest.mark.parametrize(
    ("verb", "body", "problem"),
    [
        ("change-name", CHANGES["change-name"] | {"valid_from": "2199-01-01"}, "DayToCome"),
        ("change-standing", CHANGES["change-standing"] | {"valid_from": "2199-01-01"}, "DayToCome"),
        ("move", CHANGES["move"] | {"moved_on": "2199-01-01"}, "DayToCome"),
        ("confirm-facts", CHANGES["confirm-facts"] | {"confirmed_on": "2199-01-01"}, "DayToCome"),
        ("confirm-facts", CHANGES["confirm-facts"] | {"kinds": ["bank_account"]},
         "NothingToConfirm"),
        ("correct-particulars", {"birth_date": "1985-03-15"}, "PeselContradictsBirthDate"),
        ("correct-particulars", {"birth_date": "1885-03-14"}, "BornInTheFuture"),
        ("correct-particulars", {"sex": "male"}, "SexContradictsPesel"),
        ("correct-particulars", {}, "FieldsAtFault"),
        ("correct-particulars", {"source": "register"}, "FieldsAtFault"),
        ("correct-particulars", {"name": None}, "FieldsAtFault"),
        ("correct-particulars", {"pesel": PESEL}, "FieldsAtFault"),
        ("change-standing", {"valid_from": "2026-01-01"}, "FieldsAtFault"),
        ("move", {"moved_on": "2026-01-01"}, "FieldsAtFault"),
        ("replace-pesel", {"kind": "removed", "pesel": PESEL}, "FieldsAtFault"),
        ("replace-pesel", {"kind": "reissued"}, "FieldsAtFault"),
        ("confirm-facts", {"kinds": [], "confirmed_on": "2026-02-01"}, "FieldsAtFault"),
        ("change-contact", {}, "FieldsAtFault"),
    ],
)  # fmt: skip
async def test_what_cannot_be_is_refused_and_nothing_is_kept(
    house: House, verb: str, body: Any, problem: str
) -> None:
    address = await house.registered()

    answer = await house.ask(SOCIAL_WORKER, f"{address}/{verb}", body)

    assert (answer.status_code, answer.json()["type"]) == (422, f"/problems/{problem}")
    assert await house.count("facts") == 0
    assert len(await announced(house.database)) == 1


async def test_a_representative_is_dismissed_within_the_time_she_acted(house: House) -> None:
    address = await house.registered(particulars=TOLD)
    person = (await house.see(SOCIAL_WORKER, address)).json()["person"]
    path = f"{address}/representatives/{person['representatives'][0]['id']}/dismiss"

    early = await house.ask(SOCIAL_WORKER, path, {"ended_on": "2026-01-01"})
    late = await house.ask(SOCIAL_WORKER, path, {"ended_on": "2199-01-01"})
    right = await house.ask(SOCIAL_WORKER, path, {"ended_on": "2026-01-02"})
    again = await house.ask(SOCIAL_WORKER, path, {"ended_on": "2026-01-02"})

    problems = [answer.json().get("type", "").split("/")[-1] for answer in (early, late, again)]
    assert problems == ["EndsBeforeItBegan", "DayToCome", "RepresentativeNotFound"]
    assert right.json()["person"]["representatives"] == []


async def test_a_document_is_retracted_once(house: House) -> None:
    address = await house.registered(particulars=TOLD)
    person = (await house.see(SOCIAL_WORKER, address)).json()["person"]
    path = f"{address}/documents/{person['documents'][0]['id']}/retract"

    first, second = [await house.ask(SOCIAL_WORKER, path) for _ in range(2)]

    assert first.json()["person"]["documents"] == []
    assert (second.status_code, second.json()["type"]) == (404, "/problems/DocumentNotFound")


async def test_twenty_papers_are_enough(house: House) -> None:
    papers = [{"kind": "other", "number": f"NR {number}"} for number in range(20)]
    address = await house.registered(particulars={"documents": papers})

    answer = await change(house, address, "documents")

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/TooManyRecorded")


async def test_a_fresh_card_covers_identifiers_and_parts_what_belongs_apart(house: House) -> None:
    address = await house.registered(particulars=TOLD)

    card = await card_of(house, address)

    full, covered = card["identity"]["full"], card["identity"]["masked"]
    assert full["documents"][0]["number"] == "FX 123456"
    assert full["representatives"][0]["evidence"] == GUARDIAN["evidence"]
    assert (
        covered["documents"][0]["number"] == covered["representatives"][0]["evidence"] == "*****"
    )
    assert covered["pesel"] == "850314*****"
    assert covered["marital_status"] == "married"
    contact = card["contact"]["full"]
    assert contact["representatives"][0]["phone"] == "+48600100300"
    assert contact["communication"]["language"] == "uk"
    assert contact["correspondence"]["street"] == "Pocztowa"
    assert card["contact"]["summary"] == {"municipality": "2478011"}
    assert card["income"]["full"] == {"bank_account": ACCOUNT}


async def test_nothing_of_it_lies_readable_in_the_database(house: House) -> None:
    address = await house.registered(particulars=TOLD)
    for verb in CHANGES:
        await change(house, address, verb)

    rows = [
        str(dict(row))
        for table in ("clients", "facts", "former_pesels", "journal", "idempotency")
        for row in await house.database.pool.fetch(f"SELECT * FROM {table}")  # noqa: S608 ours
    ]

    words = ("Fikcja", "Zmyślona", "ukr_status", "wheelchair", ACCOUNT, "FX 123456", "600100",
             "Opiekunka", "Pocztowa", PESEL, "married")  # fmt: skip
    assert len(rows) > 10
    assert [word for word in words for row in rows if word in row] == []


async def test_a_row_of_the_first_release_is_read_as_before(house: House) -> None:
    address = await house.registered()
    await _seal_as_the_first_release_did(house, address, ADMISSION["residence"])

    answer = await house.see(SOCIAL_WORKER, address)

    assert answer.json()["contact"]["phone"] == ADMISSION["contact"]["phone"]  # type: ignore[index]
    assert answer.json()["person"]["documents"] == []
    assert (await change(house, address, "change-contact")).status_code == 200


async def test_a_municipality_abolished_since_is_still_read_though_nobody_moves_there(
    house: House,
) -> None:
    address = await house.registered()
    gone = {"municipality": "0299011"}
    await _seal_as_the_first_release_did(house, address, gone)
    move = {"residence": gone, "moved_on": "2026-02-01"}

    shown = await house.see(SOCIAL_WORKER, address)
    offices = await house.see(SOCIAL_WORKER, f"{address}/competence")
    moved = await house.ask(SOCIAL_WORKER, f"{address}/move", move)

    assert shown.json()["residence"]["municipality"] == "0299011"
    assert offices.json()["items"][0]["territory"] == {"code": "0299011", "name": ""}
    assert moved.status_code == 422
    assert "2024-01-01" in moved.json()["errors"][0]["detail"]


async def _seal_as_the_first_release_did(house: House, address: str, residence: Any) -> None:
    client_id = UUID(address.rsplit("/", maxsplit=1)[-1])
    old = [PESEL, residence, ADMISSION["contact"], ADMISSION["reasons"]]
    async with begin(house.database) as tx:
        sealed = (await key_of(tx, client_id)).seal(orjson.dumps(old), "client")
    await house.database.pool.execute("UPDATE clients SET sealed = $1", sealed)


async def test_the_examples_of_the_documentation_succeed(house: House) -> None:
    several = {name: TOLD[name] for name in ("documents", "representatives")}
    address = await house.registered(particulars=several)
    person = (await house.see(SOCIAL_WORKER, address)).json()["person"]
    ids = {
        CLIENT: address.split("/")[-1],
        examples.DOCUMENT: person["documents"][0]["id"],
        examples.REPRESENTATIVE: person["representatives"][0]["id"],
    }
    paths = {
        "move_client": "move",
        "add_document": "documents",
        "appoint_representative": "representatives",
        "retract_document": f"documents/{ids[examples.DOCUMENT]}/retract",
        "dismiss_representative": f"representatives/{ids[examples.REPRESENTATIVE]}/dismiss",
    }
    commands = {n: e for n, e in examples.EXAMPLES.items() if not n.startswith("show_")}

    answers = {
        name: await house.ask(
            SOCIAL_WORKER, f"{address}/{paths.get(name, name.replace('_', '-'))}", example.body
        )
        for name, example in commands.items()
    }

    assert {name: a.text for name, a in answers.items() if not a.is_success} == {}
