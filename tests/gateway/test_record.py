"""Reading a record: who sees what, why, and that a stranger learns nothing."""

from typing import Any

import pytest
import sqlalchemy as sa

from contracts.values import BasisKind
from kernel import clock
from kernel.tables import relations
from tests.gateway.conftest import (
    ADVISER,
    CLERK,
    CLIENT,
    COORDINATOR,
    INTAKE,
    MANAGER,
    NGO,
    OPS,
    PARTNERSHIP,
    PESEL,
    PUP,
    RECORD,
    SOCIAL_WORKER,
    STRANGER,
    House,
    body_of,
)
from tests.support.rooms import bearer, relate

pytestmark = pytest.mark.anyio

NOT_FOUND = (404, "/problems/RecordNotFound")


def outcome(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"]


def withheld(answer: Any) -> dict[str, tuple[str, str]]:
    return {w["section"]: (w["reason"], w["shown"]) for w in answer.json()["withheld"]}


async def test_the_social_worker_reads_everything_but_violence(house: House) -> None:
    answer = await house.see(SOCIAL_WORKER)

    body = answer.json()
    assert answer.status_code == 200, answer.text
    assert body["client_id"] == str(CLIENT)
    assert set(body["sections"]) == {
        *("identity", "contact", "household", "income", "needs", "work", "health", "addiction"),
        *("notes", "plan", "referrals", "meetings", "awards", "vouchers"),
    }
    assert body["sections"]["identity"]["pesel"] == PESEL
    assert withheld(answer) == {"violence": ("not_for_your_task", "nothing")}
    assert set(body["as_of"]) == {"intake", "referrals", "benefits"}


async def test_the_adviser_reads_what_leads_to_work_and_summaries(house: House) -> None:
    await relate(house.database, CLIENT, PUP)

    answer = await house.see(ADVISER)

    body = answer.json()
    assert set(body["sections"]) == {
        *("identity", "contact", "needs", "work", "plan", "referrals", "meetings"),
    }
    assert body["sections"]["plan"] == body_of("plan")["masked"]
    assert withheld(answer) == {
        "plan": ("not_for_your_task", "masked"),
        "household": ("not_for_your_task", "summary"),
        "income": ("not_for_your_task", "summary"),
        "health": ("not_for_your_task", "summary"),
        "addiction": ("not_for_your_task", "nothing"),
        "violence": ("not_for_your_task", "nothing"),
        "notes": ("not_for_your_task", "summary"),
        "awards": ("not_for_your_task", "summary"),
        "vouchers": ("not_for_your_task", "nothing"),
    }
    (because,) = body["shared_because"]
    adviser = {"id": "pup-adviser", "article": "ustawa o rynku pracy i służbach zatrudnienia 2025"}
    assert next(one for one in because["rules"] if one["rule"] == adviser)["sections"] == [
        *("identity", "contact", "needs", "work", "referrals", "meetings"),
    ]
    income = next(w for w in body["withheld"] if w["section"] == "income")
    assert income["summary"] == body_of("income")["summary"]


async def test_an_organisation_sees_the_number_covered(house: House) -> None:
    await relate(house.database, CLIENT, NGO)

    answer = await house.see(COORDINATOR)

    body = answer.json()
    assert set(body["sections"]) == {
        *("identity", "contact", "needs", "work", "plan", "referrals", "meetings"),
    }
    assert body["sections"]["identity"]["pesel"] == "850314*****"
    assert body["sections"]["plan"] == body_of("plan")["masked"]
    assert withheld(answer) == {
        "identity": ("not_for_your_task", "masked"),
        "plan": ("not_for_your_task", "masked"),
        "household": ("consent_needed", "nothing"),
        "income": ("not_for_your_task", "nothing"),
        "health": ("consent_needed", "nothing"),
        "addiction": ("consent_needed", "nothing"),
        "violence": ("not_for_your_task", "nothing"),
        "notes": ("consent_needed", "nothing"),
        "awards": ("not_for_your_task", "nothing"),
        "vouchers": ("not_for_your_task", "nothing"),
    }


async def test_who_gets_the_plan_covered_gets_nothing_of_a_card_that_was_never_cut_so(
    house: House,
) -> None:
    await relate(house.database, CLIENT, PUP)
    old = {level: body for level, body in body_of("plan").items() if level != "masked"}
    await house.keep("referrals", {"plan": old}, version=2)

    answer = await house.see(ADVISER)

    assert "plan" not in answer.json()["sections"]
    assert withheld(answer)["plan"] == ("not_for_your_task", "masked")


async def test_the_clerk_reads_means_and_awards(house: House) -> None:
    answer = await house.see(CLERK)

    assert set(answer.json()["sections"]) == {
        *("identity", "contact", "household", "income", "awards", "vouchers"),
    }
    shown = {section: how for section, (_, how) in withheld(answer).items()}
    assert shown == {
        "needs": "nothing",
        "work": "summary",
        "health": "summary",
        "addiction": "nothing",
        "violence": "nothing",
        "notes": "nothing",
        "plan": "summary",
        "referrals": "summary",
        "meetings": "nothing",
    }


async def test_the_manager_learns_only_that_there_is_an_addiction(house: House) -> None:
    answer = await house.see(MANAGER)

    assert withheld(answer) == {
        "addiction": ("not_for_your_task", "summary"),
        "violence": ("not_for_your_task", "nothing"),
    }
    assert "addiction" not in answer.json()["sections"]


async def test_what_is_withheld_is_listed_whether_there_is_anything_or_not(house: House) -> None:
    await relate(house.database, CLIENT, PUP)
    bare = {"identity": INTAKE["identity"]}
    with_all = withheld(await house.see(ADVISER))
    await house.keep("intake", bare, version=2)

    with_little = withheld(await house.see(ADVISER))

    assert set(with_little) == set(with_all)
    assert with_little["addiction"] == with_all["addiction"]


async def test_the_reason_of_sharing_is_told_with_its_article(house: House) -> None:
    relation = await relate(house.database, CLIENT, PARTNERSHIP)
    await joined(house, "2026-01-01", None)
    rests_on = {str(relation): {"kind": "statutory_task", "article": "art. 100 ust. 2 u.p.s."}}
    await house.keep("intake", INTAKE | {"sharing": {"full": rests_on}}, version=2)

    answer = await house.see(ADVISER)

    because = answer.json()["shared_because"][0]
    assert (because["basis"], because["article"]) == ("statutory_task", "art. 100 ust. 2 u.p.s.")
    assert because["why"].startswith(
        "PUP (demo) (as a member of Partnerstwo Zabrze (demo)) may see: "
    )
    assert because["through"]["name"] == "Partnerstwo Zabrze (demo)"
    assert "sharing" not in answer.json()["sections"]


async def joined(house: House, since: str, until: str | None) -> None:
    await house.database.pool.execute(
        "INSERT INTO memberships (agreement_id, member_id, group_id, valid_from, valid_to)"
        " VALUES (gen_random_uuid(), $1, $2, $3::text::date, $4::text::date)",
        PUP,
        PARTNERSHIP,
        since,
        until,
    )


async def test_a_stranger_learns_nothing(house: House) -> None:
    answer = await house.see(STRANGER)

    assert outcome(answer) == NOT_FOUND
    assert PESEL not in answer.text


async def test_nobody_and_a_stranger_are_told_the_same(house: House) -> None:
    nobody = await house.see(SOCIAL_WORKER, f"/v1/records/{PARTNERSHIP}")
    stranger = await house.see(STRANGER)

    assert nobody.json() == stranger.json()


async def test_a_closed_relation_shows_nothing(house: House) -> None:
    relation = await relate(house.database, CLIENT, PUP)
    assert (await house.see(ADVISER)).status_code == 200
    await house.database.pool.execute(
        "UPDATE relations SET closed_at = now() WHERE relation_id = $1", relation
    )

    assert outcome(await house.see(ADVISER)) == NOT_FOUND


@pytest.mark.parametrize(("ends", "status"), [("today", 200), ("yesterday", 404)])
async def test_a_consent_holds_through_its_last_day(house: House, ends: str, status: int) -> None:
    await relate(house.database, CLIENT, NGO, BasisKind.CONSENT)
    await house.database.pool.execute(
        "UPDATE relations SET until = $1::date - $2::int WHERE party_id = $3",
        clock.today(),
        int(ends == "yesterday"),
        NGO,
    )

    assert (await house.see(COORDINATOR)).status_code == status


@pytest.mark.parametrize(
    ("since", "until", "status"),
    [
        ("2026-01-01", None, 200),
        ("2026-01-01", "2199-12-31", 200),
        ("2025-01-01", "2025-12-31", 404),
        ("2199-01-01", None, 404),
    ],
)
async def test_a_partnership_shows_her_while_its_agreement_is_in_force(
    house: House, since: str, until: str | None, status: int
) -> None:
    await relate(house.database, CLIENT, PARTNERSHIP)
    await joined(house, since, until)

    assert (await house.see(ADVISER)).status_code == status


@pytest.mark.parametrize(
    ("basis", "scope", "opens"),
    [
        (BasisKind.CONSENT, ["household"], True),
        (BasisKind.CONSENT, [], False),
        (BasisKind.STATUTORY_TASK, ["household"], False),
    ],
)
async def test_only_a_consent_that_names_the_household_opens_it(
    house: House, basis: BasisKind, scope: list[str], opens: bool
) -> None:
    relation = await relate(house.database, CLIENT, NGO, basis)
    async with house.database.engine.begin() as connection:
        await connection.execute(
            sa.update(relations).where(relations.c.relation_id == relation).values(scope=scope)
        )

    answer = await house.see(COORDINATOR)

    assert ("household" in answer.json()["sections"]) is opens
    assert "health" not in answer.json()["sections"]


async def test_a_record_that_did_not_change_is_not_sent_again(house: House) -> None:
    first = await house.see(SOCIAL_WORKER)
    tag = {"If-None-Match": first.headers["etag"]}

    again = await house.see(SOCIAL_WORKER, headers=tag)
    await house.keep("intake", INTAKE, version=2)
    changed = await house.see(SOCIAL_WORKER, headers=tag)

    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert changed.status_code == 200
    assert first.headers["cache-control"] == "private, no-cache"
    assert [entry["status"] for entry in await house.entries()] == [200, 200, 200]


async def test_two_readers_have_two_versions(house: House) -> None:
    mine = await house.see(SOCIAL_WORKER)

    answer = await house.see(CLERK, headers={"If-None-Match": mine.headers["etag"]})

    assert answer.status_code == 200


@pytest.mark.parametrize("path", [RECORD, f"{RECORD}/timeline", f"{RECORD}/accesses"])
async def test_a_query_parameter_nobody_knows_is_refused(house: House, path: str) -> None:
    answer = await house.see(SOCIAL_WORKER, path, fields="violence")

    assert outcome(answer) == (400, "/problems/UnknownParameter")
    assert "violence" not in answer.text


@pytest.mark.parametrize("path", [RECORD, f"{RECORD}/timeline", f"{RECORD}/accesses"])
async def test_nobody_unknown_reads(house: House, path: str) -> None:
    assert (await house.client.get(path)).status_code == 401


async def test_an_id_that_is_none_names_nobody(house: House) -> None:
    answer = await house.see(SOCIAL_WORKER, f"/v1/records/{PESEL}")

    assert outcome(answer) == (404, "/problems/NoSuchAddress")
    assert PESEL not in answer.text


async def test_a_reader_waits_for_what_he_wrote(house: House) -> None:
    token = {"Sync-Token": f"intake:{CLIENT}:3"}

    early = await house.see(SOCIAL_WORKER, headers=token)
    await house.heard(3)
    late = await house.see(SOCIAL_WORKER, headers=token)

    assert outcome(early) == (503, "/problems/NotHereYet")
    assert early.headers["retry-after"] == "1"
    assert late.status_code == 200


async def test_a_service_that_never_told_of_her_leaves_its_sections_out(house: House) -> None:
    await house.database.pool.execute("DELETE FROM cards WHERE service = 'benefits'")

    body = (await house.see(SOCIAL_WORKER)).json()

    assert "awards" not in body["sections"]
    assert set(body["as_of"]) == {"intake", "referrals"}


async def test_who_was_erased_has_an_empty_record(house: House) -> None:
    await house.database.pool.execute("DELETE FROM client_keys")

    answer = await house.see(SOCIAL_WORKER)

    assert (answer.status_code, answer.json()["sections"]) == (200, {})
    assert PESEL not in answer.text


async def test_cards_lie_sealed(house: House) -> None:
    rows = await house.database.pool.fetch("SELECT t::text AS line FROM cards t")
    lying = "".join(row["line"] for row in rows)

    assert str(CLIENT) in lying
    assert [w for w in (PESEL, "about") if w in lying or w.encode().hex() in lying] == []
    assert str(OPS) not in lying


async def test_who_names_sections_reads_these_and_no_others(house: House) -> None:
    answer = await house.client.get(
        RECORD, params={"sections": ["identity", "violence"]}, headers=bearer(SOCIAL_WORKER)
    )

    assert set(answer.json()["sections"]) == {"identity"}
    assert withheld(answer) == {"violence": ("not_for_your_task", "nothing")}


async def test_the_audit_notes_only_the_sections_that_were_read(house: House) -> None:
    await house.client.get(RECORD, params={"sections": "contact"}, headers=bearer(SOCIAL_WORKER))

    assert await house.database.pool.fetchval("SELECT sections FROM audit") == ["contact"]


async def test_a_section_that_does_not_exist_is_refused(house: House) -> None:
    answer = await house.client.get(
        RECORD, params={"sections": PESEL}, headers=bearer(SOCIAL_WORKER)
    )

    assert outcome(answer) == (400, "/problems/ParameterAtFault")
    assert PESEL not in answer.text
