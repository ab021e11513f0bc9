"""The clock of requests for information: terms, reminders, escalation, and what falls away."""

from datetime import date
from uuid import UUID

import pytest

from contracts.intake import ClientMerged, SharingClosed
from contracts.intake.rights import ClientClosed, ClientErased, ClosingReason
from contracts.referrals.requests import RequestOver
from contracts.values import BasisKind
from kernel.transactions import begin
from services.referrals.domain.information_terms import (
    escalated_on,
    half_way,
    information_due,
    latest_delay,
    link_lasts,
)
from services.referrals.reactions import reactions
from services.referrals.use_cases.supersede_requests import supersede_requests
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    FAR,
    OPS,
    SOCIAL_WORKER,
    STRANGER,
    House,
    registered,
)
from tests.referrals.requesting import BODY, REQUESTS, WHOLE, asked, days, on, outcome, owed, turn
from tests.support.rooms import announced, fact_of, hear, relate

pytestmark = pytest.mark.anyio

MONDAY = date(2026, 3, 2)
DUE = date(2026, 3, 9)
OTHER = UUID("0197a000-0000-7000-8000-00000000c002")


async def told(house: House) -> list[str]:
    wire = [event["type"] for event in await announced(house.database, CLIENT)]
    return [name.split(".")[1] for name in wire if name.startswith("information.")]


@pytest.mark.parametrize(
    ("asked_on", "due_on"),
    [
        (MONDAY, DUE),
        # Seven days on is a Saturday.
        (date(2026, 3, 7), date(2026, 3, 16)),
        # Christmas Eve is a day off since 2025, then come two holidays and a Sunday.
        (date(2026, 12, 17), date(2026, 12, 28)),
        (date(2026, 4, 27), date(2026, 5, 4)),
        (date(2026, 10, 25), date(2026, 11, 2)),
    ],
)
def test_an_answer_is_due_in_seven_days_or_on_the_next_that_somebody_works(
    asked_on: date, due_on: date
) -> None:
    assert information_due(asked_on) == due_on


def test_a_reminder_comes_half_way_and_never_on_the_day_of_asking() -> None:
    assert half_way(MONDAY, DUE) == date(2026, 3, 5)
    assert half_way(MONDAY, date(2026, 3, 3)) == date(2026, 3, 3)


def test_managers_are_told_on_the_next_working_day() -> None:
    assert escalated_on(date(2026, 3, 13)) == date(2026, 3, 16)


def test_a_delay_is_thirty_days_at_most() -> None:
    assert latest_delay(DUE) == date(2026, 4, 8)


def test_a_link_lasts_eight_days() -> None:
    assert link_lasts(MONDAY) == days(8)


def test_no_term_is_known_of_a_day_before_the_act() -> None:
    with pytest.raises(LookupError):
        information_due(date(2003, 1, 1))


async def test_the_clock_has_nothing_to_do_before_half_the_term(house: House) -> None:
    with on(MONDAY):
        await asked(house)
    with on(date(2026, 3, 4)):
        assert await turn(house) is False

    assert await told(house) == ["requested"]


async def test_the_asked_is_reminded_half_way_once(house: House) -> None:
    with on(MONDAY):
        await asked(house)
    with on(date(2026, 3, 5)):
        await turn(house)
        await turn(house)

    assert await told(house) == ["requested", "reminded"]
    assert await owed(house) == {("answer_request", "2", None, DUE, "worker")}


async def test_at_the_term_whoever_asked_learns_of_the_silence(house: House) -> None:
    with on(MONDAY):
        await asked(house)
    with on(date(2026, 3, 5)):
        await turn(house)
    with on(DUE):
        await turn(house)

    assert await told(house) == ["requested", "reminded", "reminded"]
    assert await owed(house) == {
        ("answer_request", "2", None, DUE, "worker"),
        ("silent_request", "1", SOCIAL_WORKER.worker, DUE, "worker"),
    }


async def test_after_the_term_both_managers_see_to_it(house: House) -> None:
    with on(MONDAY):
        request = await asked(house)
    for day in (date(2026, 3, 5), DUE, date(2026, 3, 10), date(2026, 3, 11)):
        with on(day):
            await turn(house)

    with on(date(2026, 3, 11)):
        late = await house.see(SOCIAL_WORKER, REQUESTS, box="out", overdue=True)
    assert await told(house) == ["requested", "reminded", "reminded", "escalated"]
    assert await owed(house) == {
        ("answer_request", "2", None, DUE, "worker"),
        ("silent_request", "1", SOCIAL_WORKER.worker, DUE, "worker"),
        ("escalated_request", "1", None, DUE, "manager"),
        ("escalated_request", "2", None, DUE, "manager"),
    }
    assert [item["id"] for item in late.json()["items"]] == [request.split("/")[-1]]


async def test_a_clock_that_stood_still_does_the_last_step_only(house: House) -> None:
    with on(MONDAY):
        await asked(house)
    with on(date(2026, 6, 1)):
        await turn(house)
        await turn(house)

    assert await told(house) == ["requested", "escalated"]
    assert ("silent_request", "1", SOCIAL_WORKER.worker, DUE, "worker") in await owed(house)


async def test_an_answer_stops_the_clock_and_strikes_everything_owed(house: House) -> None:
    with on(MONDAY):
        request = await asked(house)
    with on(date(2026, 3, 10)):
        await turn(house)
        answer = await house.ask(ADVISER, f"{request}/answer", WHOLE)
    with on(date(2026, 4, 10)):
        await turn(house)

    assert answer.json()["overdue"] is False
    assert await told(house) == ["requested", "escalated", "answered"]
    assert {kind for kind, *_ in await owed(house)} == {"read_answer"}


async def test_notice_of_delay_quietens_managers_until_the_new_day(house: House) -> None:
    with on(MONDAY):
        request = await asked(house)
    with on(date(2026, 3, 10)):
        await turn(house)
        await house.ask(ADVISER, f"{request}/delay", {"until": "2026-03-20", "reason": "archive"})
        before = await owed(house)
    with on(date(2026, 3, 20)):
        await turn(house)
    with on(date(2026, 3, 23)):
        await turn(house)

    assert before == {("answer_request", "2", None, date(2026, 3, 20), "worker")}
    assert await told(house) == ["requested", "escalated", "delayed", "reminded", "escalated"]


async def test_a_new_term_on_a_day_off_moves_on(house: House) -> None:
    with on(MONDAY):
        request = await asked(house)
        answer = await house.ask(
            ADVISER, f"{request}/delay", {"until": "2026-03-21", "reason": "archive"}
        )

    assert answer.json()["due_on"] == "2026-03-23"


async def test_a_hundred_that_are_due_are_done_in_handfuls(house: House) -> None:
    with on(MONDAY):
        for number in range(60):
            await asked(house, questions=[{"kind": "other", "text": f"Pytanie {number}"}])
    with on(date(2026, 3, 5)):
        turns = [await turn(house), await turn(house)]

    assert turns == [True, False]
    assert (await told(house)).count("reminded") == 60


# --- What falls away ----------------------------------------------------------------------------


async def shared(house: House) -> UUID:
    """The far OPS was let see the client, and asks the PUP about her."""
    relation = await relate(house.database, CLIENT, FAR)
    await asked(house, STRANGER)
    return relation


async def test_a_request_falls_away_when_the_askers_sharing_ends(house: House) -> None:
    relation = await shared(house)
    ended = SharingClosed(client_id=CLIENT, relation_id=relation)

    await hear(house.database, reactions, fact_of(ended))
    await hear(house.database, reactions, fact_of(ended))

    items = (await house.see(STRANGER, REQUESTS, box="out")).json()["items"]
    assert await told(house) == ["requested", "superseded"]
    assert [(item["state"], item["over"]) for item in items] == [("superseded", "right_ended")]
    assert await owed(house) == {("read_answer", "4", STRANGER.worker, None, "worker")}


async def test_a_request_stays_while_its_asker_has_another_right(house: House) -> None:
    relation = await shared(house)
    await relate(house.database, CLIENT, FAR, BasisKind.CONSENT)
    ended = SharingClosed(client_id=CLIENT, relation_id=relation)

    await hear(house.database, reactions, fact_of(ended))

    assert await told(house) == ["requested"]


async def test_anothers_request_stays_when_a_sharing_ends(house: House) -> None:
    await asked(house)
    relation = await relate(house.database, CLIENT, FAR)
    ended = SharingClosed(client_id=CLIENT, relation_id=relation)

    await hear(house.database, reactions, fact_of(ended))

    assert await told(house) == ["requested"]


async def test_a_right_that_ended_by_its_own_day_is_found_by_the_clock(house: House) -> None:
    with on(MONDAY):
        relation = await shared(house)
    await house.database.pool.execute(
        "UPDATE relations SET until = $1 WHERE relation_id = $2", MONDAY, relation
    )
    with on(date(2026, 3, 5)):
        await turn(house)

    assert await told(house) == ["requested", "superseded"]


async def test_requests_fall_away_when_the_case_is_closed(house: House) -> None:
    await asked(house)
    closed = ClientClosed(client_id=CLIENT, closed_on=MONDAY, reason=ClosingReason.INDEPENDENT)

    await hear(house.database, reactions, fact_of(closed))

    assert await told(house) == ["requested", "superseded"]


async def test_of_an_erased_client_nothing_is_owed_said_or_shown(house: House) -> None:
    request = await asked(house)
    await hear(house.database, reactions, fact_of(ClientErased(client_id=CLIENT)))

    assert await told(house) == ["requested"]
    assert await owed(house) == set()
    assert (await house.see(SOCIAL_WORKER, request)).status_code == 404
    assert (await house.see(SOCIAL_WORKER, REQUESTS, box="out")).json()["items"] == []


async def test_what_an_adviser_asked_falls_away_when_she_hands_over(house: House) -> None:
    await asked(house)
    async with begin(house.database) as tx:
        over = RequestOver.ADVISER_CHANGED
        await supersede_requests(CLIENT, over, tx=tx, asked_by=OPS, asker="another")
        await supersede_requests(CLIENT, over, tx=tx, asked_by=FAR, asker=SOCIAL_WORKER.worker)
    still = await told(house)
    async with begin(house.database) as tx:
        await supersede_requests(CLIENT, over, tx=tx, asked_by=OPS, asker=SOCIAL_WORKER.worker)

    assert still == ["requested"]
    assert await told(house) == ["requested", "superseded"]


async def test_what_fell_away_is_not_answered_any_more(house: House) -> None:
    request = await asked(house)
    async with begin(house.database) as tx:
        await supersede_requests(CLIENT, RequestOver.CLIENT_CLOSED, tx=tx)

    answer = await house.ask(ADVISER, f"{request}/answer", WHOLE)

    assert outcome(answer) == (409, "IllegalMove")


async def test_the_same_is_not_asked_twice_of_one_person_with_two_records(house: House) -> None:
    await asked(house)
    await hear(house.database, reactions, fact_of(registered(OTHER)))
    merged = ClientMerged.example().model_copy(update={"client_id": OTHER, "merged_id": CLIENT})
    await hear(house.database, reactions, fact_of(merged))

    again = await house.ask(SOCIAL_WORKER, REQUESTS, BODY)
    by_the_other = await house.ask(SOCIAL_WORKER, REQUESTS, BODY | {"client_id": str(OTHER)})

    assert outcome(again) == outcome(by_the_other) == (409, "InformationAsked")
