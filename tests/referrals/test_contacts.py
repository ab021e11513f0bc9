"""The log of contacts: what is kept, who reads it, and by when to be in touch again."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from contracts.intake import EmploymentStarted
from contracts.intake.means import (
    ContactChannel,
    LabourContacted,
    LabourDeregistered,
    LabourEnd,
    LabourRegistered,
    LabourStatus,
)
from contracts.referrals.advice import ContactKind, ContactOutcome
from contracts.values import BasisKind
from services.referrals.domain.advice_terms import contact_rule_for
from services.referrals.domain.contacts import Silence, next_contact
from services.referrals.reactions import reactions
from tests.referrals.advising import (
    ANNA,
    BOSS,
    DAY,
    IDA,
    OLA,
    TODAY,
    advised,
    at,
    logged,
    owed,
    problem,
)
from tests.referrals.conftest import ADVISER, CLIENT, COORDINATOR, NGO, OPS, PUP, STRANGER, House
from tests.support.rooms import announced, fact_of, hear, relate

pytestmark = pytest.mark.anyio
NOTE = "Córka Wiesławy choruje."
REGISTRATION = UUID("0197a000-0000-7000-8000-00000000cb01")
RULE = contact_rule_for("PUP", date(2026, 3, 1))


def silent(since: date, **more: Any) -> Silence:
    nothing = {"agreed_on": None, "every_days": None, "support_from": None}
    return Silence(since=since, **nothing | more)


@pytest.mark.parametrize(
    ("since", "due"),
    [
        (date(2026, 1, 31), date(2026, 3, 2)),
        (date(2028, 1, 31), date(2028, 3, 1)),
        (date(2026, 2, 28), date(2026, 3, 30)),
        (date(2026, 12, 31), date(2027, 1, 30)),
    ],
)
def test_a_labour_office_is_in_touch_within_thirty_days_over_the_end_of_a_month(
    since: date, due: date
) -> None:
    assert next_contact(silent(since), RULE) == due


@pytest.mark.parametrize("kind", ["OPS", "NGO", "PCPR", None])
def test_where_no_statute_says_so_nothing_is_due_by_itself(kind: str | None) -> None:
    assert contact_rule_for(kind, date(2026, 3, 1)) is None
    assert next_contact(silent(date(2026, 3, 1)), None) is None


def test_before_the_act_of_2025_the_rule_is_not_known_here() -> None:
    assert contact_rule_for("PUP", date(2025, 5, 31)) is None
    assert contact_rule_for("PUP", date(2025, 6, 1)) is not None


def test_an_interval_of_ones_own_may_ask_for_more_than_the_law_and_never_for_less() -> None:
    since = date(2026, 3, 1)

    assert next_contact(silent(since, every_days=14), RULE) == date(2026, 3, 15)
    assert next_contact(silent(since, every_days=60), RULE) == date(2026, 3, 31)
    assert next_contact(silent(since, every_days=60), None) == date(2026, 4, 30)


def test_a_day_that_was_agreed_counts_unless_the_law_comes_first() -> None:
    since = date(2026, 3, 1)

    assert next_contact(silent(since, agreed_on=date(2026, 3, 10)), RULE) == date(2026, 3, 10)
    assert next_contact(silent(since, agreed_on=date(2026, 5, 1)), RULE) == date(2026, 3, 31)


@pytest.mark.parametrize(
    ("since", "due"),
    [
        (date(2026, 3, 31), date(2026, 4, 30)),
        (date(2026, 3, 30), date(2026, 4, 29)),
        (date(2026, 4, 1), None),
    ],
)
def test_after_the_registration_ended_contacts_go_on_for_sixty_days(
    since: date, due: date | None
) -> None:
    ended = silent(since, support_from=date(2026, 3, 1))

    assert next_contact(ended, RULE) == due


async def test_a_contact_is_logged_and_says_no_more_than_that(house: House) -> None:
    advice = await advised(house)

    contact = await logged(
        house, advice, minutes=20, note=NOTE, outcome="reached", direction="from_client"
    )

    assert (contact["note"], contact["minutes"], contact["withheld"]) == (NOTE, 20, False)
    assert (contact["worker"]["code"], contact["direction"]) == ("anna", "from_client")
    assert (await announced(house.database, CLIENT))[-1] == {
        "type": "contact.logged.v1",
        "actor": "anna",
        "client_id": str(CLIENT),
        "contact_id": contact["id"],
        "institution": str(OPS),
        "kind": "phone",
        "happened_on": TODAY.isoformat(),
    }


async def test_its_note_lies_sealed(house: House) -> None:
    await logged(house, await advised(house), note=NOTE)

    sealed = await house.database.pool.fetchval("SELECT sealed FROM contacts")

    assert sealed is not None
    assert NOTE.encode() not in sealed


async def test_a_colleague_may_log_for_the_adviser_another_institution_may_not(
    house: House,
) -> None:
    await relate(house.database, CLIENT, PUP)
    advice = await advised(house)
    path = f"/v1/advice/{advice['id']}/contacts"
    body = {"kind": "visit", "happened_on": TODAY.isoformat()}

    await logged(house, advice, OLA)

    assert problem(await house.ask(ADVISER, path, body)) == (403, "NotYourAdvice")
    assert problem(await house.ask(STRANGER, path, body)) == (404, "AdviceNotFound")


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"happened_on": (TODAY + DAY).isoformat()}, "ContactYetToCome"),
        ({"next_contact_on": TODAY.isoformat()}, "NextContactBeforeThis"),
        ({"outcome": "entered_in_error"}, "ErrorIsACorrection"),
        ({"minutes": 0}, "FieldsAtFault"),
        ({"minutes": 1441}, "FieldsAtFault"),
        ({"kind": "telepathy"}, "FieldsAtFault"),
        ({"confidential": "yes"}, "FieldsAtFault"),
    ],
)
async def test_what_cannot_have_happened_is_refused(house: House, more: Any, why: str) -> None:
    advice = await advised(house)
    body = {"kind": "phone", "happened_on": TODAY.isoformat(), "note": NOTE} | more

    answer = await house.ask(ANNA, f"/v1/advice/{advice['id']}/contacts", body)

    assert problem(answer) == (422, why)
    assert "Wiesław" not in answer.text
    assert "telepathy" not in answer.text
    assert await house.database.pool.fetchval("SELECT count(*) FROM contacts") == 0


async def test_nothing_is_logged_of_whom_one_advises_no_longer(house: House) -> None:
    advice = await advised(house)
    await house.ask(ANNA, f"/v1/advice/{advice['id']}/end", {"reason": "other"})

    body = {"kind": "phone", "happened_on": TODAY.isoformat()}
    answer = await house.ask(ANNA, f"/v1/advice/{advice['id']}/contacts", body)

    assert problem(answer) == (409, "IllegalMove")


async def test_an_entry_is_corrected_by_another_and_stays(house: House) -> None:
    advice = await advised(house)
    wrong = await logged(house, advice, note="Zły numer.")
    path = f"/v1/advice/{advice['id']}/contacts/{wrong['id']}/correct"
    body = {"kind": "office", "happened_on": (TODAY - DAY).isoformat(), "note": NOTE}

    right = await house.ask(ANNA, path, body)

    assert right.status_code == 201, right.text
    log = (await house.see(ANNA, f"/v1/advice/{advice['id']}/contacts")).json()["items"]
    assert [(c["id"], c["corrects"], c["corrected_by"]) for c in log] == [
        (right.json()["id"], wrong["id"], None),
        (wrong["id"], None, right.json()["id"]),
    ]
    assert log[1]["note"] == "Zły numer."
    shown = (await house.see(ANNA, f"/v1/advice/{advice['id']}")).json()
    assert shown["last_contact_on"] == (TODAY - DAY).isoformat()
    assert (await announced(house.database, CLIENT))[-1]["type"] == "contact.corrected.v1"


async def test_an_entry_is_corrected_once_even_by_two_at_once(house: House) -> None:
    advice = await advised(house)
    wrong = await logged(house, advice)
    path = f"/v1/advice/{advice['id']}/contacts/{wrong['id']}/correct"
    body = {"kind": "office", "happened_on": TODAY.isoformat()}

    answers = await asyncio.gather(*(house.ask(ANNA, path, body) for _ in range(3)))

    assert sorted(a.status_code for a in answers) == [201, 409, 409]
    made = next(a for a in answers if a.status_code == 201).json()["id"]
    refused = next(a for a in answers if a.status_code == 409)
    assert refused.json()["contact_id"] == made


async def test_only_the_author_or_a_manager_corrects(house: House) -> None:
    advice = await advised(house)
    wrong = await logged(house, advice)
    path = f"/v1/advice/{advice['id']}/contacts/{wrong['id']}/correct"
    body = {"kind": "phone", "happened_on": TODAY.isoformat(), "outcome": "entered_in_error"}

    refused = await house.ask(OLA, path, body)
    done = await house.ask(BOSS, path, body)

    assert problem(refused) == (403, "NotTheAuthor")
    assert done.status_code == 201
    shown = (await house.see(ANNA, f"/v1/advice/{advice['id']}")).json()
    assert shown["last_contact_on"] is None


async def test_an_entry_of_another_log_is_not_found(house: House) -> None:
    await relate(house.database, CLIENT, PUP)
    theirs = await logged(house, await advised(house, ADVISER), ADVISER)
    mine = await advised(house)

    path = f"/v1/advice/{mine['id']}/contacts/{theirs['id']}/correct"
    body = {"kind": "phone", "happened_on": TODAY.isoformat()}

    assert problem(await house.ask(ANNA, path, body)) == (404, "ContactNotFound")


async def test_other_institutions_see_that_there_was_a_contact(house: House) -> None:
    await relate(house.database, CLIENT, PUP)
    advice = await advised(house)
    await logged(house, advice, note=NOTE, minutes=20)

    (shown,) = (await house.see(ADVISER, f"/v1/advice/{advice['id']}/contacts")).json()["items"]

    told = {name: value for name, value in shown.items() if value is not None}
    assert (told.pop("kind"), told.pop("happened_on")) == ("phone", TODAY.isoformat())
    assert told.pop("institution")["name"] == "MOPR Zabrze (demo)"
    assert told.pop("withheld") is True
    assert set(told) == {"id", "client_id"}


async def test_whoever_reads_notes_in_full_reads_those_of_others_too(house: House) -> None:
    await relate(house.database, CLIENT, PUP)
    advice = await advised(house, ADVISER)
    await logged(house, advice, ADVISER, note=NOTE)
    await logged(house, advice, ADVISER, note="Między nami.", confidential=True)

    items = (await house.see(ANNA, f"/v1/advice/{advice['id']}/contacts")).json()["items"]

    assert [(item["note"], item["withheld"]) for item in items] == [(None, True), (NOTE, False)]


async def test_a_sharing_that_names_no_notes_does_not_open_them(house: House) -> None:
    await relate(house.database, CLIENT, NGO, BasisKind.CONSENT, scope=["plan"])
    advice = await advised(house)
    await logged(house, advice, note=NOTE)

    (shown,) = (await house.see(COORDINATOR, f"/v1/advice/{advice['id']}/contacts")).json()[
        "items"
    ]

    assert (shown["note"], shown["worker"]) == (None, None)


async def test_a_confidential_note_is_for_author_adviser_and_managers(house: House) -> None:
    advice = await advised(house)
    await logged(house, advice, OLA, note=NOTE, confidential=True)
    path = f"/v1/advice/{advice['id']}/contacts"

    read = [
        (await house.see(who, path)).json()["items"][0]["note"] for who in (OLA, ANNA, BOSS, IDA)
    ]

    assert read == [NOTE, NOTE, NOTE, None]


async def test_the_log_is_read_page_by_page(house: House) -> None:
    advice = await advised(house)
    made = [(await logged(house, advice))["id"] for _ in range(3)]
    path = f"/v1/advice/{advice['id']}/contacts"

    one = (await house.see(ANNA, path, limit=2)).json()
    two = (await house.see(ANNA, path, limit=2, cursor=one["next"])).json()

    assert [c["id"] for c in one["items"] + two["items"]] == list(reversed(made))
    assert (await house.see(ANNA, path, cursor="?")).status_code == 400


async def test_whoever_is_new_at_a_labour_office_is_contacted_within_thirty_days(
    house: House,
) -> None:
    await relate(house.database, CLIENT, PUP)

    advice = await advised(house, ADVISER)

    due = TODAY + timedelta(days=30)
    assert advice["next_contact_on"] == due.isoformat()
    assert await owed(house, "contact_client") == [("contact_client", "pup-worker", "worker", due)]


async def test_a_contact_moves_the_clock_and_a_vain_attempt_does_not(
    house: House, monkeypatch: Any
) -> None:
    await relate(house.database, CLIENT, PUP)
    advice = await advised(house, ADVISER)
    path = f"/v1/advice/{advice['id']}"
    at(monkeypatch, TODAY + timedelta(days=10))

    await logged(house, advice, ADVISER, outcome="not_reached")
    vain = (await house.see(ADVISER, path)).json()["next_contact_on"]
    await logged(house, advice, ADVISER, outcome="reached")
    reached = (await house.see(ADVISER, path)).json()["next_contact_on"]

    assert vain == (TODAY + timedelta(days=30)).isoformat()
    assert reached == (TODAY + timedelta(days=40)).isoformat()


async def test_an_interval_is_set_and_taken_away(house: House) -> None:
    advice = await advised(house)
    path = f"/v1/advice/{advice['id']}/interval"

    often = await house.ask(ANNA, path, {"every_days": 14}, If_Match='"v1"')
    never = await house.ask(ANNA, path, {"every_days": None})
    refused = await house.ask(OLA, path, {"every_days": 1})
    stale = await house.ask(ANNA, path, {"every_days": 1}, If_Match='"v1"')

    assert advice["next_contact_on"] is None
    assert often.json()["next_contact_on"] == (TODAY + timedelta(days=14)).isoformat()
    assert never.json()["next_contact_on"] is None
    assert (problem(refused), problem(stale)) == ((403, "NotTheAdviser"), (412, "VersionIsOld"))
    assert await owed(house, "contact_client") == []


async def test_for_when_the_next_one_was_agreed_is_when_it_is_due(house: House) -> None:
    advice = await advised(house)
    agreed = TODAY + timedelta(days=5)

    await logged(house, advice, next_contact_on=agreed.isoformat())

    assert [d[3] for d in await owed(house, "contact_client")] == [agreed]


async def test_the_news_of_a_new_client_goes_with_the_first_contact(house: House) -> None:
    advice = await advised(house, BOSS, worker={"code": "ola", "name": "Ola"})

    await logged(house, advice, OLA)

    assert await owed(house, "new_client") == []


def from_the_office(event: Any) -> Any:
    return replace(fact_of(event), institution=PUP, actor="pup-worker")


async def test_what_the_office_logged_at_its_registration_is_not_asked_again(
    house: House,
) -> None:
    await relate(house.database, CLIENT, PUP)
    advice = await advised(house, ADVISER)
    touched = LabourContacted(
        client_id=CLIENT,
        registration_id=REGISTRATION,
        contacted_on=TODAY,
        channel=ContactChannel.E_MAIL,
    )
    fact = from_the_office(touched)

    await hear(house.database, reactions, fact)
    await hear(house.database, reactions, fact)

    path = f"/v1/advice/{advice['id']}"
    assert (await house.see(ADVISER, path)).json()["last_contact_on"] == TODAY.isoformat()
    (entry,) = (await house.see(ADVISER, f"{path}/contacts")).json()["items"]
    assert (entry["kind"], entry["advice_id"]) == (ContactKind.E_MAIL, None)
    assert entry["outcome"] == ContactOutcome.REACHED


async def test_it_counts_too_when_it_was_heard_before_there_was_an_adviser(house: House) -> None:
    await relate(house.database, CLIENT, PUP)
    touched = LabourContacted(
        client_id=CLIENT,
        registration_id=REGISTRATION,
        contacted_on=TODAY,
        channel=ContactChannel.PHONE,
    )
    await hear(house.database, reactions, from_the_office(touched))

    advice = await advised(house, ADVISER)

    assert advice["last_contact_on"] == TODAY.isoformat()


@pytest.mark.parametrize(
    "ending",
    [
        LabourDeregistered(
            client_id=CLIENT,
            registration_id=REGISTRATION,
            ended_on=TODAY - timedelta(days=50),
            reason=LabourEnd.TOOK_JOB,
        ),
        EmploymentStarted(
            client_id=CLIENT,
            employment_id=REGISTRATION,
            started_on=TODAY - timedelta(days=50),
        ),
    ],
)
async def test_after_a_job_began_the_office_has_sixty_days_more(house: House, ending: Any) -> None:
    await relate(house.database, CLIENT, PUP)
    advice = await advised(house, ADVISER)

    await hear(house.database, reactions, from_the_office(ending))
    over = (await house.see(ADVISER, f"/v1/advice/{advice['id']}")).json()
    none_owed = await owed(house, "contact_client")
    again = LabourRegistered(
        client_id=CLIENT,
        registration_id=REGISTRATION,
        status=LabourStatus.UNEMPLOYED,
        registered_on=TODAY,
    )
    await hear(house.database, reactions, from_the_office(again))

    # Thirty days from now would be more than sixty after the job began.
    assert (over["next_contact_on"], none_owed) == (None, [])
    assert [d[3] for d in await owed(house, "contact_client")] == [TODAY + timedelta(days=30)]


async def test_clients_nobody_was_in_touch_with_are_listed_longest_first(
    house: House, monkeypatch: Any
) -> None:
    advice = await advised(house)
    await logged(house, advice)
    at(monkeypatch, TODAY + timedelta(days=31))

    async def quiet(who: Any, days: int) -> list[str]:
        page = (await house.see(who, "/v1/advice/unattended", days=days)).json()
        return [item["id"] for item in page["items"]]

    assert await quiet(ANNA, 30) == [advice["id"]]
    assert await quiet(ANNA, 31) == []
    assert await quiet(BOSS, 30) == [advice["id"]]
    assert await quiet(OLA, 30) == []
    assert await quiet(ADVISER, 30) == []
