"""A person asks about her own data and is answered within the term of art. 12(3) GDPR."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.intake.rights import RequestKind
from contracts.values import InstitutionKind
from contracts.working_days import is_working
from kernel import clock
from services.intake.domain.months import ends_on, months_after
from services.intake.domain.subject_request import (
    ExtensionReason,
    RequestChannel,
    SubjectRequest,
    TermOver,
    due,
)
from tests.intake.conftest import (
    ADVISER,
    MANAGER,
    NOBODY,
    OPS,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.support.rooms import announced, worker

DPO = replace(worker(OPS, InstitutionKind.OPS, "dpo"), worker="ops-dpo")
PUP_MANAGER = worker(PUP, InstitutionKind.PUP, "pup_manager")
TODAY = clock.today()
ASKED = {"kind": "access", "received_on": TODAY.isoformat(), "channel": "in_person"}


@pytest.mark.parametrize(
    ("received", "answer_by"),
    [
        (date(2026, 3, 5), date(2026, 4, 7)),  # 5 April 2026 is Easter Sunday, the 6th its Monday
        (date(2026, 3, 2), date(2026, 4, 2)),
        (date(2026, 8, 31), date(2026, 9, 30)),  # September has no 31st
        (date(2026, 1, 31), date(2026, 3, 2)),  # 28 February is a Saturday
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2026, 11, 24), date(2026, 12, 28)),  # 24-26 December are holidays, then a weekend
        (date(2024, 11, 24), date(2024, 12, 24)),  # which the 24th was not yet
        (date(2026, 12, 6), date(2027, 1, 7)),  # the 6th is Epiphany
        (date(2026, 5, 4), date(2026, 6, 5)),  # the 4th of June is Corpus Christi
    ],
)
def test_the_answer_is_due_a_month_after_receipt(received: date, answer_by: date) -> None:
    assert due(received) == answer_by


@given(st.dates(date(2018, 5, 25), date(2090, 12, 31)), st.integers(1, 6))
def test_a_term_ends_on_a_working_day_and_never_early(received: date, months: int) -> None:
    last = ends_on(received, months)

    assert is_working(last)
    assert last >= months_after(received, months)
    assert last - months_after(received, months) <= timedelta(days=6)


@given(st.dates(date(2018, 5, 25), date(2090, 12, 31)))
def test_a_later_receipt_is_never_due_earlier(received: date) -> None:
    assert due(received + timedelta(days=1)) >= due(received)


def test_three_months_in_all_are_counted_from_receipt() -> None:
    request = asked_on(date(2026, 3, 2))

    request.extend(ExtensionReason.COMPLEXITY, date(2026, 4, 2))

    assert request.due_on == date(2026, 6, 2)


def test_a_term_that_is_over_is_not_extended() -> None:
    request = asked_on(date(2026, 3, 2))

    with pytest.raises(TermOver):
        request.extend(ExtensionReason.COMPLEXITY, date(2026, 4, 3))


def test_it_is_overdue_from_the_day_after_the_last() -> None:
    request = asked_on(date(2026, 3, 2))

    assert not request.overdue(date(2026, 4, 2))
    assert request.overdue(date(2026, 4, 3))
    request.fulfil(date(2026, 4, 3))
    assert not request.overdue(date(2026, 4, 4))


def asked_on(day: date) -> SubjectRequest:
    return SubjectRequest(
        id=UUID(int=1),
        client_id=UUID(int=2),
        institution=UUID(int=3),
        kind=RequestKind.ACCESS,
        received_on=day,
        channel=RequestChannel.POST,
        due_on=due(day),
        opened_by="ops-worker",
    )


async def opened(house: House, **changes: Any) -> tuple[str, dict[str, Any]]:
    client = await house.registered(share_with=[WITH_THE_PARTNERSHIP])
    answer = await house.ask(SOCIAL_WORKER, f"{client}/subject-requests", ASKED | changes)
    assert answer.status_code == 201, answer.text
    return client, answer.json()


@pytest.mark.anyio
async def test_a_request_is_taken_with_its_last_day(house: House) -> None:
    client, request = await opened(house, note="Chce kopię wszystkiego.")

    assert request["due_on"] == due(TODAY).isoformat()
    assert (request["state"], request["overdue"]) == ("open", False)
    assert (await announced(house.database, UUID(client.split("/")[-1])))[-1] == {
        "type": "request.opened.v1",
        "actor": "ops-worker",
        "client_id": request["client_id"],
        "request_id": request["id"],
        "kind": "access",
        "due_on": request["due_on"],
    }


@pytest.mark.anyio
async def test_its_words_lie_sealed(house: House) -> None:
    await opened(house, note="Chce kopię wszystkiego.")

    row = await house.database.pool.fetchval("SELECT t::text FROM subject_requests t")

    assert "kopi" not in row
    assert b"kopi".hex() not in row


@pytest.mark.anyio
@pytest.mark.parametrize(
    "day", [(TODAY + timedelta(days=1)).isoformat(), "2018-05-24", "1900-01-01"]
)
async def test_a_request_of_tomorrow_or_before_the_law_is_refused(house: House, day: str) -> None:
    client = await house.registered()

    answer = await house.ask(
        SOCIAL_WORKER, f"{client}/subject-requests", ASKED | {"received_on": day}
    )

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/ReceivedInTheFuture")


@pytest.mark.anyio
@pytest.mark.parametrize(
    "bad", [{"kind": "revenge"}, {"channel": "owl"}, {"received_on": 1}, {"term": 3}]
)
async def test_a_request_that_is_none_is_refused(house: House, bad: dict[str, Any]) -> None:
    client = await house.registered()

    answer = await house.ask(SOCIAL_WORKER, f"{client}/subject-requests", ASKED | bad)

    assert answer.status_code == 422


@pytest.mark.anyio
async def test_a_stranger_takes_no_request(house: House) -> None:
    client = await house.registered()

    assert (await house.ask(STRANGER, f"{client}/subject-requests", ASKED)).status_code == 404


@pytest.mark.anyio
async def test_the_officer_fulfils_it_once(house: House) -> None:
    _, request = await opened(house)
    path = f"/v1/subject-requests/{request['id']}"

    first = await house.ask(DPO, f"{path}/fulfil", {"note": "Wydano kopię."})
    again = await house.ask(MANAGER, f"{path}/refuse", {"reason": "excessive"})

    assert first.json()["state"] == "fulfilled"
    assert first.json()["answered_on"] == TODAY.isoformat()
    assert (again.status_code, again.json()["state"]) == (409, "fulfilled")


@pytest.mark.anyio
async def test_of_two_answers_at_once_one_is_given(house: House) -> None:
    _, request = await opened(house)
    path = f"/v1/subject-requests/{request['id']}"

    answers = await asyncio.gather(
        house.ask(DPO, f"{path}/fulfil"),
        house.ask(MANAGER, f"{path}/refuse", {"reason": "legal_obligation"}),
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409]


@pytest.mark.anyio
async def test_a_refusal_names_its_ground(house: House) -> None:
    _, request = await opened(house, kind="erasure")

    answer = await house.ask(
        MANAGER, f"/v1/subject-requests/{request['id']}/refuse", {"reason": "legal_obligation"}
    )

    assert answer.json()["article"] == "art. 17 ust. 3 lit. b RODO"


@pytest.mark.anyio
async def test_the_term_is_extended_once(house: House) -> None:
    _, request = await opened(house)
    path = f"/v1/subject-requests/{request['id']}/extend"

    first = await house.ask(DPO, path, {"reason": "complexity"})
    again = await house.ask(DPO, path, {"reason": "complexity"})

    assert first.json()["due_on"] == ends_on(TODAY, 3).isoformat()
    assert (again.status_code, again.json()["type"]) == (409, "/problems/TermExtended")


@pytest.mark.anyio
@pytest.mark.parametrize("verb", ["extend", "fulfil", "refuse"])
async def test_a_social_worker_takes_but_does_not_decide(house: House, verb: str) -> None:
    _, request = await opened(house)

    answer = await house.ask(SOCIAL_WORKER, f"/v1/subject-requests/{request['id']}/{verb}", {})

    assert answer.status_code == 403


@pytest.mark.anyio
@pytest.mark.parametrize("verb", ["fulfil", "refuse", "extend"])
async def test_another_institution_knows_of_no_such_request(house: House, verb: str) -> None:
    _, request = await opened(house)
    body = {"fulfil": {}, "refuse": {"reason": "excessive"}, "extend": {"reason": "complexity"}}

    for found in (request["id"], NOBODY):
        answer = await house.ask(PUP_MANAGER, f"/v1/subject-requests/{found}/{verb}", body[verb])
        assert (answer.status_code, answer.json()["type"]) == (
            404, "/problems/SubjectRequestNotFound",
        )  # fmt: skip


@pytest.mark.anyio
async def test_the_list_shows_what_must_be_answered_first(house: House) -> None:
    client, late = await opened(house, received_on="2026-01-05")
    path = f"{client}/subject-requests"
    fresh = (await house.ask(SOCIAL_WORKER, path, ASKED)).json()
    done = (await house.ask(SOCIAL_WORKER, path, ASKED | {"received_on": "2025-01-07"})).json()
    await house.ask(DPO, f"/v1/subject-requests/{done['id']}/fulfil")
    await house.ask(ADVISER, path, ASKED)

    seen: list[dict[str, Any]] = []
    after: dict[str, str] = {}
    for _ in range(3):
        page = (await house.see(DPO, "/v1/subject-requests", limit=1, **after)).json()
        seen += page["items"]
        after = {"cursor": page["next"]} if page["next"] else {}

    assert [one["id"] for one in seen] == [late["id"], fresh["id"], done["id"]]
    assert [one["overdue"] for one in seen] == [True, False, False]
    assert after == {}


@pytest.mark.anyio
@pytest.mark.parametrize("bad", ["eHh4", "MXwyMDI2", "!"])
async def test_a_cursor_of_nowhere_is_refused(house: House, bad: str) -> None:
    answer = await house.see(DPO, "/v1/subject-requests", cursor=bad)

    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/CursorUnreadable")
