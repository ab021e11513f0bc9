"""What was recorded under an id that was merged since: read, and acted on, at the id that goes on."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from contracts.relations import ErasesClient, RestrictsClient
from kernel import clock, relations
from kernel.transactions import begin
from tests.intake.conftest import (
    ADVISER,
    NGO,
    SOCIAL_WORKER,
    WITH_THE_NGO,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.support.rooms import announced

pytestmark = pytest.mark.anyio
SECOND = replace(SOCIAL_WORKER, worker="second-worker")
HER = {"relation": "applicant", "birth_date": "1985-03-14"}
OPENED = {"channel": "person", "received_as": "oral", "received_on": "2026-03-02"}


async def test_a_need_of_the_merged_record_is_listed_and_closed(house: House) -> None:
    kept, merged = await _two(house)
    for one in (kept, merged):
        await _do(house, one, "needs", {"kind": "work"})
        await _do(house, one, "strengths", {"kind": "motivation"})
    await _merge(house, kept, merged)

    listed = (await _see(house, kept, "needs")).json()
    for need in listed["needs"]:
        await _do(house, kept, f"needs/{need['id']}/close", {"outcome": "met", "reason": "Ma."})

    assert (len(listed["needs"]), len(listed["strengths"])) == (2, 2)
    closed = (await _see(house, kept, "needs")).json()["needs"]
    assert [(n["outcome"], n["closing_reason"]) for n in closed] == 2 * [("met", "Ma.")]
    await _part(house, kept, merged)
    (own,) = (await _see(house, merged, "needs")).json()["needs"]
    assert own["outcome"] == "met"


async def test_incomes_of_the_merged_record_are_listed_and_verified(house: House) -> None:
    kept, merged = await _two(house)
    items = [{"kind": "employment", "monthly": "600.00"}]
    for one, month in ((kept, "2026-01"), (merged, "2026-02")):
        await _do(house, one, "incomes", {"month": month, "items": items})
    await _merge(house, kept, merged)

    found = {"items": items, "evidence": {"kind": "payslip"}, "month": "2026-02"}
    await _do(house, kept, "incomes/verify", found, SECOND)

    for one in (kept, merged):
        months = (await _see(house, one, "incomes")).json()["items"]
        assert [(m["month"], m["standing"]) for m in months] == [
            ("2026-02", "verified"),
            ("2026-01", "declared"),
        ]
    await _part(house, kept, merged)
    for one, standing in ((kept, "declared"), (merged, "verified")):
        (month,) = (await _see(house, one, "incomes")).json()["items"]
        assert month["standing"] == standing


async def test_a_job_of_the_merged_record_is_changed_and_ended(house: House) -> None:
    kept, merged = await _two(house)
    await _do(house, merged, "employments", {"started_on": "2026-01-05"})
    await _merge(house, kept, merged)
    (job,) = (await _see(house, kept, "employments")).json()["items"]

    again = await _ask(house, kept, "employments", {"started_on": "2026-01-05"})
    terms = {"changed_from": "2026-02-01", "terms": {"hours_a_week": "20.00"}}
    await _do(house, kept, f"employments/{job['id']}/change", terms)
    end = {"ended_on": "2026-03-01", "reason": "contract_expired"}
    await _do(house, kept, f"employments/{job['id']}/end", end)

    assert again.json()["type"] == "/problems/AlreadyEmployed"
    (ended,) = (await _see(house, kept, "employments")).json()["items"]
    assert (ended["ended_on"], len(ended["terms"])) == ("2026-03-01", 2)
    await _part(house, kept, merged)
    assert (await _see(house, merged, "employments")).json()["items"] == [ended]
    assert (await _see(house, kept, "employments")).json()["items"] == []


async def test_who_is_at_the_labour_office_under_one_id_is_there(house: House) -> None:
    kept, merged = await _two(house, share_with=[WITH_THE_PARTNERSHIP])
    body = {"status": "unemployed", "registered_on": "2026-01-05"}
    await _do(house, merged, "labour-registration", body, ADVISER)
    await _merge(house, kept, merged)

    second = await _ask(
        house, kept, "labour-registration", body | {"registered_on": "2026-02-05"}, ADVISER
    )
    contact = {"contacted_on": "2026-02-01", "channel": "phone"}
    await _do(house, kept, "labour-registration/contacts", contact, ADVISER)
    plan = {"made_on": "2026-02-01", "goals": "Praca."}
    await _do(house, kept, "labour-registration/ipd", plan, ADVISER)
    end = {"ended_on": "2026-03-01", "reason": "took_job"}
    await _do(house, kept, "labour-registration/deregister", end, ADVISER)

    assert second.json()["type"] == "/problems/AlreadyAtLabourOffice"
    await _part(house, kept, merged)
    answer = await house.see(ADVISER, f"/v1/clients/{merged}/labour-registrations")
    (found,) = answer.json()["items"]
    assert (found["ended_on"], found["ipds"][0]["goals"]) == ("2026-03-01", "Praca.")
    assert len(found["contacts"]) == 1


async def test_the_file_number_of_the_merged_record_is_hers(house: House) -> None:
    kept, merged = await _two(house)
    await _do(house, merged, "file-number", {"number": "MOPR.1"})
    await _merge(house, kept, merged)

    first = (await _see(house, kept, "file-number")).json()["number"]
    await _do(house, kept, "file-number", {"number": "MOPR.1"})
    await _do(house, kept, "file-number", {"number": "MOPR.2"})

    assert first == "MOPR.1"
    assert (await _see(house, kept, "file-number")).json()["number"] == "MOPR.2"


async def test_one_interview_is_under_way_for_one_person(house: House) -> None:
    kept, merged = await _two(house)
    await _do(house, merged, "interviews", OPENED)
    await _merge(house, kept, merged)

    second = await _ask(house, kept, "interviews", OPENED)

    (listed,) = (await _see(house, kept, "interviews")).json()["items"]
    assert second.json()["type"] == "/problems/InterviewUnderWay"
    assert second.json()["interview_id"] == listed["id"]
    withdrawn = {"reason": "Wycofała wniosek."}
    path = f"/v1/interviews/{listed['id']}/withdraw"
    assert (await house.ask(SOCIAL_WORKER, path, withdrawn)).status_code == 200


async def test_a_sharing_of_the_merged_record_is_disclosed_and_withdrawn(house: House) -> None:
    kept, merged = await _two(house)
    sharing = (await _do(house, merged, "sharings", WITH_THE_NGO)).json()["id"]
    await _merge(house, kept, merged)

    (listed,) = (await _see(house, kept, "sharings")).json()["items"]
    asked = {"institution": str(NGO)}
    why = await house.see(SOCIAL_WORKER, f"/v1/clients/{kept}/sharings/why", **asked)
    narrowed = await _do(house, kept, f"sharings/{sharing}/narrow", {"sections": ["contact"]})
    await _do(house, kept, f"sharings/{narrowed.json()['id']}/withdraw", {})

    assert [reason["relation_id"] for reason in why.json()["reasons"]] == [sharing]
    assert (listed["id"], listed["rests_on"]["evidence"]) == (sharing, "form 12/2026")
    states = [one["state"] for one in (await _see(house, kept, "sharings")).json()["items"]]
    assert states == ["withdrawn", "narrowed"]


async def test_the_household_of_the_merged_record_is_hers_and_can_be_left(house: House) -> None:
    kept, merged = await _two(house)
    his = _id(await house.registered(pesel=None))
    await _do(house, his, "household", _from("2026-01-01", _him(merged)))
    await _merge(house, kept, merged)

    (lives,) = (await _see(house, kept, "households")).json()["items"]
    clash = await _ask(house, kept, "household", _from("2026-02-01"))
    await _do(house, kept, "household/leave", {"until": "2026-01-31"})
    await _do(house, kept, "household", _from("2026-02-01"))

    assert (lives["household_of"], lives["members"][1]["client_id"]) == (his, kept)
    assert clash.json()["type"] == "/problems/AlreadyInHousehold"


async def test_a_member_named_by_the_merged_id_is_the_person_who_goes_on(house: House) -> None:
    kept, merged = await _two(house)
    his = _id(await house.registered(pesel=None))
    await _merge(house, kept, merged)
    await _do(house, kept, "household", _from("2026-01-01"))

    elsewhere = await _ask(house, his, "household", _from("2026-02-01", _him(merged)))
    twice = await _ask(house, his, "household", _from("2026-02-01", _him(kept), _him(merged)))
    herself = await _ask(house, kept, "household", _from("2026-02-01", _him(merged)))

    assert elsewhere.json()["type"] == "/problems/AlreadyInHousehold"
    assert elsewhere.json()["client_id"] == kept
    assert {twice.json()["type"], herself.json()["type"]} == {"/problems/MemberTwice"}


async def test_two_households_of_one_person_are_one_history_until_she_is_parted(
    house: House,
) -> None:
    kept, merged = await _two(house)
    his, hers = [_id(await house.registered(pesel=None)) for _ in range(2)]
    await _do(house, kept, "household", _from("2026-01-01"))
    await _do(house, merged, "household", _from("2026-02-01", _him(his)))
    await _merge(house, kept, merged)

    await _do(house, kept, "household", _from("2026-03-01", _him(his), _him(hers)))
    days = [h["valid_from"] for h in (await _see(house, his, "households")).json()["items"]]
    await _part(house, kept, merged)

    assert days == ["2026-03-01", "2026-02-01"]
    own = (await _see(house, merged, "households")).json()["items"]
    assert [h["valid_from"] for h in own] == ["2026-02-01"]
    await _do(house, his, "household/leave", {"until": "2026-04-01"})


async def test_a_restricted_member_hinders_nobody_elses_household(house: House) -> None:
    hers, his = await _two(house)
    await _do(house, hers, "household", _from("2026-01-01", _him(his)))
    async with begin(house.database) as tx:
        await relations.note(tx.session, clock.now(), RestrictsClient(client_id=UUID(his)))

    await _do(house, hers, "household", _from("2026-02-01", _him(his)))
    own = await _ask(house, his, "household/leave", {"until": "2026-03-01"})
    await _do(house, hers, "household/leave", {"until": "2026-03-01"})

    assert own.json()["type"] == "/problems/ClientRestricted"
    told = await announced(house.database, UUID(his))
    assert [e["type"] for e in told].count("household.changed.v1") == 3


async def test_nobody_changes_a_restricted_clients_own_household(house: House) -> None:
    hers, his = await _two(house)
    await _do(house, hers, "household", _from("2026-01-01", _him(his)))
    async with begin(house.database) as tx:
        await relations.note(tx.session, clock.now(), RestrictsClient(client_id=UUID(hers)))

    for client, path, body in (
        (hers, "household", _from("2026-02-01")),
        (hers, "household/leave", {"until": "2026-02-01"}),
        (his, "household/leave", {"until": "2026-02-01"}),
    ):
        answer = await _ask(house, client, path, body)
        assert answer.json()["type"] == "/problems/ClientRestricted", path


async def test_declaring_again_writes_nothing_of_a_member_who_was_erased(house: House) -> None:
    hers, his = await _two(house)
    await _do(house, hers, "household", _from("2026-01-01", _him(his)))
    async with begin(house.database) as tx:
        await relations.note(tx.session, clock.now(), ErasesClient(client_id=UUID(his)))
    before = len(await announced(house.database, UUID(his)))

    await _do(house, hers, "household", _from("2026-02-01", _him(his)))
    await _do(house, hers, "household", _from("2026-03-01"))

    links = "SELECT count(*) FROM household_links WHERE client_id = $1"
    assert await house.database.pool.fetchval(links, UUID(his)) == 0
    assert len(await announced(house.database, UUID(his))) == before


async def _two(house: House, **changes: Any) -> tuple[str, str]:
    kept, merged = [_id(await house.registered(**({"pesel": None} | changes))) for _ in range(2)]
    return kept, merged


async def _merge(house: House, kept: str, merged: str) -> None:
    await _do(house, kept, "merge", {"merged_id": merged, "reason": "registered_twice"})


async def _part(house: House, kept: str, merged: str) -> None:
    await _do(house, kept, "unmerge", {"merged_id": merged})


async def _ask(
    house: House, client: str, path: str, body: Any, caller: Any = SOCIAL_WORKER
) -> Any:
    return await house.ask(caller, f"/v1/clients/{client}/{path}", body)


async def _do(house: House, client: str, path: str, body: Any, caller: Any = SOCIAL_WORKER) -> Any:
    answer = await _ask(house, client, path, body, caller)
    assert answer.is_success, (path, answer.text)
    return answer


async def _see(house: House, client: str, path: str) -> Any:
    answer = await house.see(SOCIAL_WORKER, f"/v1/clients/{client}/{path}")
    assert answer.status_code == 200, (path, answer.text)
    return answer


def _from(day: str, *members: dict[str, Any]) -> dict[str, Any]:
    return {"valid_from": day, "members": [HER, *members]}


def _him(client: str) -> dict[str, Any]:
    return {"relation": "spouse", "birth_date": "1984-01-02", "client_id": client}


def _id(address: str) -> str:
    return address.rsplit("/", maxsplit=1)[-1]
