"""The timeline: who did what, told to whoever may know it; and the ears that fill it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
import pytest

from contracts.directory import InstitutionRegistered
from contracts.intake import (
    ClientRegistered,
    IncomeDeclared,
    NeedAdded,
    SharingClosed,
    SharingOpened,
    Urgency,
)
from contracts.values import BasisKind, InstitutionKind
from gateway.record import cards
from gateway.record.cards import Cards
from kernel import clock, ids
from kernel.journal import Fact
from kernel.transactions import begin
from tests.gateway.conftest import (
    ADVISER,
    CLIENT,
    COORDINATOR,
    FAR,
    NGO,
    OPS,
    PUP,
    RECORD,
    SOCIAL_WORKER,
    House,
    body_of,
    by_the_ops,
)
from tests.support.rooms import announced, relate

pytestmark = pytest.mark.anyio

PAGE = f"{RECORD}/timeline"
MORNING = datetime(2026, 3, 2, 8, tzinfo=UTC)


def story() -> list[Fact]:
    """She is registered, declares her income and tells a need, in an hour each."""
    events = (
        ClientRegistered(
            client_id=CLIENT, relation_id=CLIENT, party_id=OPS, basis=BasisKind.REGISTRATION
        ),
        IncomeDeclared(client_id=CLIENT, month="2026-02"),
        NeedAdded(client_id=CLIENT, need_id=ids.new(), urgency=Urgency.NORMAL),
    )
    return [
        replace(by_the_ops(event), time=MORNING + timedelta(hours=hour))
        for hour, event in enumerate(events)
    ]


def types_of(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [item["type"] for item in answer.json()["items"]]


async def test_what_happened_is_told_oldest_first_by_name(house: House) -> None:
    await house.tell(*reversed(story()))
    await house.see(SOCIAL_WORKER)

    answer = await house.see(SOCIAL_WORKER, PAGE)

    first = answer.json()["items"][0]
    assert types_of(answer) == ["client.registered.v1", "income.declared.v1", "need.added.v1"]
    assert first["who"] == {"id": "ops-worker", "name": "Anna Nowak (demo)"}
    assert first["where"] == {"id": str(OPS), "name": "MOPR Zabrze (demo)", "kind": "OPS"}
    assert first["what"] == "A client was registered and her record opened."
    assert "client_id" not in first["details"]
    assert first["details"]["party_id"] == str(OPS)


async def test_it_is_told_in_polish_to_whoever_prefers_it(house: House) -> None:
    await house.tell(*story())

    answer = await house.see(SOCIAL_WORKER, PAGE, headers={"Accept-Language": "pl"})

    assert [item["what"] for item in answer.json()["items"]] == [
        "Zarejestrowano klientkę lub klienta i otwarto kartę.",
        "Złożono oświadczenie o dochodach za miesiąc.",
        "Zapisano potrzebę.",
    ]


async def test_an_organisation_hears_nothing_of_incomes(house: House) -> None:
    await house.tell(*story())
    await relate(house.database, CLIENT, NGO)
    await relate(house.database, CLIENT, PUP)

    organisation = await house.see(COORDINATOR, PAGE)
    office = await house.see(ADVISER, PAGE)

    assert types_of(organisation) == ["client.registered.v1", "need.added.v1"]
    assert "income" not in organisation.text
    assert "income.declared.v1" in types_of(office)


async def test_what_the_house_did_by_itself_has_no_worker(house: House) -> None:
    await house.tell(replace(story()[0], actor=None, institution=None))

    item = (await house.see(SOCIAL_WORKER, PAGE)).json()["items"][0]

    assert (item["who"], item["where"]) == (None, None)


async def test_pages_lose_and_repeat_nothing_at_one_instant(house: House) -> None:
    await house.tell(*(replace(fact, time=MORNING) for fact in story() + story()[1:]))
    await house.see(SOCIAL_WORKER)

    whole = await house.see(SOCIAL_WORKER, PAGE)
    first = await house.see(SOCIAL_WORKER, PAGE, limit=2)
    second = await house.see(SOCIAL_WORKER, PAGE, limit=2, cursor=first.json()["next"])
    third = await house.see(SOCIAL_WORKER, PAGE, limit=2, cursor=second.json()["next"])

    pages = [item for page in (first, second, third) for item in page.json()["items"]]
    assert pages == whole.json()["items"]
    assert (len(pages), third.json()["next"]) == (5, None)


@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "MjAyNi0wMy0wMnx4",
        "MDAwMS0wMS0wMVQwMDowMDowMCsxNDowMHwwMTk3YTAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMGMwMDE",
    ],
)
async def test_a_cursor_nobody_gave_is_refused(house: House, cursor: str) -> None:
    answer = await house.see(SOCIAL_WORKER, PAGE, cursor=cursor)

    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/CursorUnreadable")


async def test_a_feed_row_is_laid_once(house: House) -> None:
    facts = story()

    await house.tell(*facts)
    await house.tell(*facts)

    assert len(await announced(house.database, CLIENT)) == 3


async def test_what_is_heard_opens_and_closes_the_record(house: House) -> None:
    relation = ids.new()
    opened = SharingOpened(
        client_id=CLIENT, relation_id=relation, party_id=PUP, basis=BasisKind.CONSENT
    )

    await house.tell(by_the_ops(opened))
    seen = await house.see(ADVISER)
    await house.tell(by_the_ops(SharingClosed(client_id=CLIENT, relation_id=relation)))
    gone = await house.see(ADVISER)

    assert (seen.status_code, gone.status_code) == (200, 404)


async def test_a_party_is_known_by_the_name_last_heard(house: House) -> None:
    for name in ("OPS Strzelce (demo)", "OPS w Strzelcach (demo)"):
        named = InstitutionRegistered(
            party_id=FAR, name=name, kind=InstitutionKind.OPS, territory="2478"
        )
        await house.tell(by_the_ops(named, "directory"))

    found = await house.database.pool.fetchval("SELECT name FROM parties WHERE id = $1", FAR)
    assert found == "OPS w Strzelcach (demo)"


async def shown_name(house: House) -> Any:
    return (await house.see(SOCIAL_WORKER)).json()["sections"]["identity"]["about"]


def about(words: str) -> dict[str, Any]:
    return {"identity": {"full": {"about": words}}}


async def test_a_newer_card_replaces_and_an_older_one_does_not(house: House) -> None:
    await house.keep("intake", about("version five"), version=5)
    await house.keep("intake", about("version four"), version=4)
    assert await shown_name(house) == "version five"

    await house.keep("intake", about("version six"), version=6)
    assert await shown_name(house) == "version six"


async def test_a_rebuilt_card_replaces_the_same_version(house: House) -> None:
    card = {"client_id": str(CLIENT), "version": 1, "sections": about("rebuilt")}

    async with begin(house.database) as tx:
        await cards.rebuild(tx, "intake", [card], clock.now())

    assert await shown_name(house) == "rebuilt"


async def test_a_card_that_came_since_a_rebuild_asked_stays(house: House) -> None:
    asked_at = clock.now()
    await house.keep("intake", about("newer"), version=2)
    card = {"client_id": str(CLIENT), "version": 1, "sections": about("older")}

    async with begin(house.database) as tx:
        await cards.rebuild(tx, "intake", [card], asked_at)

    assert await shown_name(house) == "newer"


async def test_a_card_is_asked_for_once_however_much_came(house: House) -> None:
    card = {"client_id": str(CLIENT), "version": 9, "sections": about("fetched")}
    house.service.body = orjson.dumps(card)
    listener, facts = Cards(house.app.state.house), story()

    fetched = await listener.prepare(facts)
    async with begin(house.database) as tx:
        await listener.hear(facts, tx, fetched)

    assert [a.target for a in house.service.asked] == [f"/internal/clients/{CLIENT}/card"]
    assert house.service.asked[0].headers["authorization"].startswith("House ")
    assert await shown_name(house) == "fetched"


async def test_a_client_whose_service_has_no_card_keeps_the_last(house: House) -> None:
    house.service.status = 404

    listener, facts = Cards(house.app.state.house), story()
    fetched = await listener.prepare(facts)
    async with begin(house.database) as tx:
        await listener.hear(facts, tx, fetched)

    assert fetched == {}
    assert await shown_name(house) == body_of("identity")["full"]["about"]


async def test_no_card_is_asked_for_an_institution(house: House) -> None:
    named = InstitutionRegistered(
        party_id=FAR, name="OPS (demo)", kind=InstitutionKind.OPS, territory="2478"
    )

    assert await Cards(house.app.state.house).prepare([by_the_ops(named, "directory")]) == {}
    assert house.service.asked == []
