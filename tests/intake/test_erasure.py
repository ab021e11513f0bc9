"""Erasing a client: who may, what stands against it, and that nothing of her is left."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from contracts.benefits import AwardApproved
from contracts.intake import ClientRegistered
from contracts.intake.rights import ClientErased
from contracts.values import InstitutionKind
from kernel import clock
from kernel.transactions import begin
from kernel.vault import ClientForgotten
from services.intake.domain.retention import Kept, case_rule, kept, rules, still_kept
from services.intake.reactions import reactions
from services.intake.store.forgetting import STAYS, TAKEN_OUT, of_hers
from services.intake.tables import mapping
from services.intake.tables.clients import clients
from tests.intake.conftest import (
    MANAGER,
    NGO,
    NOBODY,
    OPS,
    PESEL,
    PHONE,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_NGO,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.support.rooms import HOUSE, announced, fact_of, hear, worker

DPO = replace(worker(OPS, InstitutionKind.OPS, "dpo"), worker="ops-dpo")
BOSS = replace(MANAGER, worker="ops-boss")
PUP_MANAGER = worker(PUP, InstitutionKind.PUP, "pup_manager")
NGO_DPO = worker(NGO, InstitutionKind.NGO, "dpo")
TODAY = clock.today()
OLD = {"ground": "no_longer_needed"}
WRONG = {"ground": "unlawful"}
AT_WORK = {"closed_on": TODAY.isoformat(), "reason": "independent"}
http = pytest.mark.anyio


@pytest.mark.parametrize(
    ("kind", "rule", "last"),
    [
        (InstitutionKind.OPS, "case_file", date(2036, 12, 31)),
        (InstitutionKind.PUP, "case_file", date(2036, 12, 31)),
        (InstitutionKind.NGO, "case_file_of_an_organisation", date(2029, 12, 31)),
    ],
)
def test_a_file_is_kept_whole_years_after_the_year_it_was_closed_in(
    kind: InstitutionKind, rule: str, last: date
) -> None:
    assert kept(kind, date(2026, 5, 10), []) == [Kept(rule, last)]


def test_an_open_case_is_kept_without_end() -> None:
    assert kept(InstitutionKind.OPS, None, [date(2000, 1, 1)]) == [Kept("case_file", None)]


def test_a_consent_is_kept_three_years_beyond_its_end() -> None:
    found = kept(InstitutionKind.NGO, date(2026, 5, 10), [date(2020, 1, 1), date(2025, 6, 1)])

    assert found[1] == Kept("consent", date(2028, 12, 31))


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_the_last_day_is_kept_and_the_next_one_is_not(closed_on: date) -> None:
    found = kept(InstitutionKind.OPS, closed_on, [])
    last = found[0].until

    assert last
    assert still_kept(found, last) == found
    assert still_kept(found, last + timedelta(days=1)) == []


@pytest.mark.parametrize("kind", list(InstitutionKind))
def test_every_kind_of_institution_has_a_rule(kind: InstitutionKind) -> None:
    assert case_rule(kind) in rules()


def test_every_table_is_emptied_of_her_or_is_known_to_hold_nobody() -> None:
    """A new table of intake without her id, or a way to it, must be named here: nobody is in it."""
    about_nobody: set[str] = set()

    loose = {
        table.name
        for table in mapping.metadata.sorted_tables
        if table is not clients and of_hers(table, UUID(int=1)) is None
    }

    assert loose == about_nobody


def test_what_stays_holds_no_words_but_sealed_ones() -> None:
    text = {
        f"{table.name}.{column.name}"
        for table in STAYS
        for column in table.c
        if type(column.type) in {sa.Text, sa.LargeBinary} and column.name not in TAKEN_OUT
    }

    assert {name.split(".")[1] for name in text} <= {
        *("opened_by", "placed_by", "lifted_by", "proposed_by", "decided_by"),
        *("closed_by", "reopened_by", "source", "reference_index"),
    }


def id_of(client: str) -> UUID:
    return UUID(client.removeprefix("/v1/clients/"))


async def furnished(house: House) -> str:
    client = await house.registered(share_with=[WITH_THE_PARTNERSHIP, WITH_THE_NGO])
    members = [{"relation": "applicant", "birth_date": "1985-03-14", "name": "Próbna W."}]
    household = {"valid_from": "2026-01-01", "members": members}
    items = [{"kind": "family_allowance", "monthly": "95.00"}]
    told = {"kind": "access", "received_on": TODAY.isoformat(), "channel": "post", "note": "Pilne"}
    for path, body in [
        ("household", household),
        ("incomes", {"month": "2026-02", "items": items}),
        ("needs", {"kind": "housing", "note": "Zimno w domu"}),
        ("employments", {"started_on": "2026-03-01", "employer": "Zmyślona Piekarnia"}),
        ("subject-requests", told),
    ]:
        answer = await house.ask(SOCIAL_WORKER, f"{client}/{path}", body)
        assert answer.status_code < 300, answer.text
    return client


async def erased(house: House, client: str) -> Any:
    proposed = await house.ask(DPO, f"{client}/erasures", WRONG)
    assert proposed.status_code == 201, proposed.text
    return await house.ask(BOSS, f"/v1/erasures/{proposed.json()['id']}/approve")


@http
async def test_nothing_of_her_is_left(house: House) -> None:
    client = await furnished(house)
    client_id = id_of(client)
    pesel_index = await house.database.pool.fetchval("SELECT pesel_index FROM clients")

    answer = await erased(house, client)

    assert answer.json()["state"] == "carried_out"
    assert answer.headers["okienko-closes"] == "true"
    lying = await everything(house)
    words = ["Próbna", "Wymyślona", "1985", PESEL, PHONE, "2478011", "Piekarnia", "Zimno"]
    assert [w for w in words if w in lying or w.encode().hex() in lying] == []
    assert pesel_index.hex() not in lying
    for table in (
        "client_keys",
        "relations",
        "households",
        "incomes",
        "needs",
        "employments",
        "sharings",
    ):
        assert await house.count(table) == 0
    rows = await house.database.pool.fetch("SELECT * FROM clients")
    row = rows[0]
    assert (row["id"], row["registered_by"], row["pesel_index"]) == (client_id, OPS, None)
    assert (await announced(house.database, client_id))[-1]["type"] == "client.erased.v1"


async def everything(house: House) -> str:
    """Every row of every table of intake's database but the journal, which is thin, as text."""
    names = await house.database.pool.fetch(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        " AND tablename NOT IN ('journal', 'heard', 'parties')"
    )
    rows = [
        row["line"]
        for name in names
        for row in await house.database.pool.fetch(
            f"SELECT t::text AS line FROM {name['tablename']} t"  # noqa: S608 names of ours
        )
    ]
    return "\n".join(rows)


@http
async def test_every_address_of_hers_answers_that_there_is_nobody(house: House) -> None:
    client = await furnished(house)
    sharing = await house.database.pool.fetchval("SELECT id FROM sharings")
    await erased(house, client)

    reads = [client, f"{client}/holds"]
    writes = {
        "needs": {"kind": "work"},
        "household": {"valid_from": "2026-01-01", "members": [{"relation": "applicant", "birth_date": "1985-03-14"}]},
        "incomes": {"month": "2026-02", "items": []},
        "employments": {"started_on": "2026-06-01"},
        "sharings": WITH_THE_NGO,
        f"sharings/{sharing}/withdraw": {},
        "subject-requests": {"kind": "access", "received_on": TODAY.isoformat(), "channel": "post"},
        "restriction": {"ground": "accuracy_contested"},
        "restriction/lift": {},
        "holds": {"reason": "claim"},
        "erasures": OLD,
    }  # fmt: skip

    for caller in (DPO, SOCIAL_WORKER, STRANGER):
        both = replace(caller, roles=caller.roles | {"social_worker", "dpo"})
        seen = [await house.see(both, path) for path in reads]
        seen += [await house.ask(both, f"{client}/{path}", body) for path, body in writes.items()]
        assert {answer.status_code for answer in seen} == {404}
    found = await house.ask(SOCIAL_WORKER, "/v1/clients/search", {"pesel": PESEL})
    named = await house.ask(SOCIAL_WORKER, "/v1/clients/search", {"family": "Wymyślona"})
    card = await house.client.get(f"/internal/clients/{id_of(client)}/card", headers=HOUSE)
    means = await house.client.get(
        f"/internal/clients/{id_of(client)}/means/2026-03-01", headers=HOUSE
    )
    assert (found.json()["items"], named.json()["items"]) == ([], [])
    assert (card.status_code, means.status_code) == (404, 404)


@http
async def test_lists_go_on_without_her(house: House) -> None:
    await house.ask(STRANGER, "/v1/access-requests", {"pesel": PESEL, "reason": "Przyszła."})
    client = await furnished(house)
    await house.ask(STRANGER, "/v1/access-requests", {"pesel": PESEL, "reason": "Przyszła."})
    request = (await house.see(DPO, "/v1/subject-requests")).json()["items"][0]
    await erased(house, client)

    asked = await house.see(STRANGER, "/v1/access-requests", box="out")
    own = await house.see(DPO, "/v1/subject-requests")
    done = await house.ask(DPO, f"/v1/subject-requests/{request['id']}/fulfil")

    assert asked.json()["items"] == []
    assert own.json()["items"][0] == request | {"note": None}
    assert done.json()["state"] == "fulfilled"
    assert len((await house.see(DPO, "/v1/erasures")).json()["items"]) == 1


@http
async def test_the_same_person_may_come_again_as_somebody_new(house: House) -> None:
    client = await house.registered()
    await erased(house, client)

    again = await house.registered()

    assert again != client


@http
async def test_an_old_import_file_does_not_bring_her_back(house: House) -> None:
    file = {"source": "pomost", "rows": [{"row": 1, "reference": "OS-1", "client": ADMISSION_OF}]}
    (first,) = (await house.ask(MANAGER, "/v1/clients/import", file)).json()["items"]
    done = await erased(house, f"/v1/clients/{first['client_id']}")

    (again,) = (await house.ask(MANAGER, "/v1/clients/import", file)).json()["items"]

    assert (first["outcome"], done.status_code) == ("registered", 200)
    assert (again["outcome"], again["client_id"]) == ("rejected", None)
    assert again["problems"][0]["type"] == "/problems/ErasedSince"
    left = await house.database.pool.fetchrow("SELECT content, sealed FROM imported")
    assert left is not None
    assert (left["content"], left["sealed"]) == (None, None)


@http
async def test_kept_answers_that_name_her_are_gone(house: House) -> None:
    key = {"Idempotency_Key": "once"}
    first = await house.ask(SOCIAL_WORKER, "/v1/clients", ADMISSION_OF, **key)
    client = first.headers["location"]
    found = {"Idempotency_Key": "search"}
    await house.ask(SOCIAL_WORKER, "/v1/clients/search", {"family": "Wymyślona"}, **found)
    await erased(house, client)

    assert await house.count("idempotency") == 0
    again = await house.ask(SOCIAL_WORKER, "/v1/clients", ADMISSION_OF, **key)
    assert "idempotency-replayed" not in again.headers


ADMISSION_OF = {
    "name": {"given": "Próbna", "family": "Wymyślona"},
    "birth_date": "1985-03-14",
    "pesel": PESEL,
}


@http
async def test_a_late_event_does_not_bring_her_back(house: House) -> None:
    client = await house.registered()
    client_id = id_of(client)
    opened = (await announced(house.database, client_id))[0]
    await erased(house, client)

    late = AwardApproved.example().model_copy(update={"client_id": client_id})
    data = {k: v for k, v in opened.items() if k not in {"type", "actor"}}
    await hear(
        house.database,
        reactions,
        fact_of(late, "benefits"),
        fact_of(ClientRegistered.model_validate(data)),
    )

    assert await house.count("relations") == 0
    assert await house.count("client_keys") == 0
    async with begin(house.database) as tx:
        with pytest.raises(ClientForgotten):
            await tx.vault.key_for(tx.session, client_id)


@http
async def test_a_key_being_made_while_she_is_erased_is_gone_too(house: House) -> None:
    """The erasure waits for whoever is making her a key, then takes it."""
    client = await house.registered()
    client_id = id_of(client)
    await house.database.pool.execute("DELETE FROM client_keys")

    async with begin(house.database) as tx:
        await tx.vault.key_for(tx.session, client_id)
        erasing = asyncio.create_task(erased_heard(house, client_id))
        await asyncio.sleep(0.05)
        assert not erasing.done()
    await erasing

    assert await house.count("client_keys") == 0


async def erased_heard(house: House, client_id: UUID) -> None:
    await hear(house.database, reactions, fact_of(ClientErased(client_id=client_id)))


@http
async def test_four_eyes_decide(house: House) -> None:
    client = await house.registered()
    proposed = (await house.ask(DPO, f"{client}/erasures", WRONG)).json()
    path = f"/v1/erasures/{proposed['id']}"

    alone = await house.ask(DPO, f"{path}/approve")
    worker = await house.ask(SOCIAL_WORKER, f"{path}/approve")
    other = await house.ask(PUP_MANAGER, f"{path}/approve")
    nobody = await house.ask(BOSS, f"/v1/erasures/{NOBODY}/approve")

    assert outcome(alone) == (403, "/problems/SecondPersonNeeded")
    assert outcome(worker) == (403, "/problems/RoleMayNot")
    assert outcome(other) == outcome(nobody) == (404, "/problems/ErasureNotFound")
    assert (await house.see(SOCIAL_WORKER, client)).status_code == 200


@http
async def test_of_two_who_approve_at_once_one_erases(house: House) -> None:
    client = await house.registered()
    proposed = (await house.ask(DPO, f"{client}/erasures", WRONG)).json()
    path = f"/v1/erasures/{proposed['id']}/approve"

    answers = await asyncio.gather(
        house.ask(BOSS, path), house.ask(MANAGER, path), house.ask(SOCIAL_WORKER, f"{client}/needs", {"kind": "work"})
    )  # fmt: skip

    assert sorted(answer.status_code for answer in answers[:2]) == [200, 409]
    assert await house.count("needs") == 0
    assert await house.count("client_keys") == 0


@http
async def test_it_is_proposed_once_and_may_be_dropped(house: House) -> None:
    client = await house.registered()
    first = (await house.ask(DPO, f"{client}/erasures", WRONG)).json()

    twice = await house.ask(BOSS, f"{client}/erasures", WRONG)
    dropped = await house.ask(DPO, f"/v1/erasures/{first['id']}/withdraw")
    late = await house.ask(BOSS, f"/v1/erasures/{first['id']}/approve")
    again = await house.ask(BOSS, f"{client}/erasures", WRONG)

    assert outcome(twice) == (409, "/problems/ErasureProposed")
    assert dropped.json()["state"] == "withdrawn"
    assert outcome(late) == (409, "/problems/ErasureDecided")
    assert again.status_code == 201


@http
async def test_only_her_own_institution_erases_her(house: House) -> None:
    client = await house.registered(share_with=[WITH_THE_PARTNERSHIP])

    assert outcome(await house.ask(PUP_MANAGER, f"{client}/erasures", WRONG)) == (
        403, "/problems/OnlyItsRegistrar",
    )  # fmt: skip


def outcome(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"]


def bars(answer: Any) -> list[dict[str, Any]]:
    assert outcome(answer) == (409, "/problems/ErasureBlocked")
    found: list[dict[str, Any]] = answer.json()["blocked_by"]
    return found


@http
async def test_an_open_case_and_a_fresh_file_stand_against_it(house: House) -> None:
    client = await house.registered()
    still_open = bars(await house.ask(DPO, f"{client}/erasures", OLD))
    await house.ask(SOCIAL_WORKER, f"{client}/close", AT_WORK)

    fresh = bars(await house.ask(DPO, f"{client}/erasures", OLD))

    assert still_open == [{"rule": "case_file", "until": None}]
    assert fresh == [{"rule": "case_file", "until": f"{TODAY.year + 10}-12-31"}]


async def closed_long_ago(house: House, client: str) -> None:
    await house.ask(SOCIAL_WORKER, f"{client}/close", AT_WORK)
    await house.database.pool.execute(
        "UPDATE closings SET closed_on = '2010-06-01' WHERE client_id = $1",
        id_of(client),
    )


@http
async def test_when_the_time_has_run_out_she_is_erased(house: House) -> None:
    client = await house.registered()
    await closed_long_ago(house, client)

    proposed = await house.ask(DPO, f"{client}/erasures", OLD)
    done = await house.ask(BOSS, f"/v1/erasures/{proposed.json()['id']}/approve")

    assert done.status_code == 200, done.text


@http
async def test_a_hold_stands_against_every_ground_until_it_is_lifted(house: House) -> None:
    client = await house.registered(share_with=[WITH_THE_PARTNERSHIP, WITH_THE_NGO])
    proposed = (await house.ask(DPO, f"{client}/erasures", WRONG)).json()
    path = f"/v1/erasures/{proposed['id']}/approve"
    hold = (await house.ask(PUP_MANAGER, f"{client}/holds", {"reason": "court_case"})).json()

    barred = bars(await house.ask(BOSS, path))
    foreign = await house.ask(NGO_DPO, f"{client}/holds/{hold['id']}/lift")
    lifted = await house.ask(PUP_MANAGER, f"{client}/holds/{hold['id']}/lift")
    twice = await house.ask(PUP_MANAGER, f"{client}/holds/{hold['id']}/lift")

    assert barred == [{"hold": hold["id"], "reason": "court_case", "until": None}]
    assert outcome(foreign) == (403, "/problems/HoldOfOthers")
    assert lifted.json()["lifted_at"]
    assert outcome(twice) == (409, "/problems/HoldLifted")
    assert (await house.ask(BOSS, path)).status_code == 200


@http
async def test_a_hold_lasts_through_its_last_day(house: House) -> None:
    client = await house.registered()
    past = (TODAY - timedelta(days=1)).isoformat()

    over = await house.ask(DPO, f"{client}/holds", {"reason": "claim", "until": past})
    today = await house.ask(
        DPO, f"{client}/holds", {"reason": "claim", "until": TODAY.isoformat()}
    )
    bars(await house.ask(DPO, f"{client}/erasures", WRONG))
    await house.database.pool.execute("UPDATE holds SET until = $1", TODAY - timedelta(days=1))

    assert outcome(over) == (422, "/problems/HoldOver")
    assert today.status_code == 201
    assert (await house.see(DPO, f"{client}/holds")).json() == []
    assert (await house.ask(DPO, f"{client}/erasures", WRONG)).status_code == 201
