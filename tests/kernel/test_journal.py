"""An event as it travels, the journal as it is read, pages as they are turned."""

from dataclasses import replace
from uuid import UUID

import httpx2
import orjson
import pytest
from pydantic import ValidationError

from kernel import ids, journal, pages
from kernel.journal import Fact
from kernel.service import Reactions
from kernel.settings import Settings
from kernel.transactions import Database, begin
from tests.kernel.tiny import CLIENT, OTHER, need, number, say
from tests.support.rooms import HOUSE, fact_of, hear

KEY = "0c" * 32


def test_a_fact_survives_the_wire() -> None:
    fact = replace(fact_of(need()), institution=ids.new(), traceparent="00-a-b-01", seq=42)

    assert Fact.load(orjson.loads(fact.dump())) == fact


def test_a_fact_is_a_cloud_event() -> None:
    envelope = fact_of(need()).cloud_event()

    assert envelope["specversion"] == "1.0"
    assert envelope["source"] == "/okienko/intake"
    assert envelope["subject"] == str(CLIENT)
    assert None not in envelope.values()


def test_sequences_sort_as_text() -> None:
    nine, ten = (replace(fact_of(need()), seq=seq).cloud_event()["sequence"] for seq in (9, 10))

    assert nine < ten


def test_an_event_of_a_newer_release_is_no_event_here() -> None:
    assert replace(fact_of(need()), type="need.multiplied.v1").event() is None


@pytest.mark.anyio
async def test_an_event_of_a_newer_release_is_passed_over(database: Database) -> None:
    await hear(database, Reactions(), replace(fact_of(need()), type="need.multiplied.v1"))


@pytest.mark.anyio
async def test_the_journal_is_read_page_by_page(
    client: httpx2.AsyncClient, database: Database
) -> None:
    await say(database, CLIENT, OTHER, CLIENT)
    facts = await number(database)

    answer = await client.get("/internal/journal", params={"after": 1, "limit": 1}, headers=HOUSE)

    page = answer.json()
    assert page["head"] == 3
    assert [Fact.load(envelope) for envelope in page["facts"]] == [facts[1]]


@pytest.mark.anyio
async def test_what_is_not_numbered_is_not_read(
    client: httpx2.AsyncClient, database: Database
) -> None:
    await say(database, CLIENT)

    answer = await client.get("/internal/journal", headers=HOUSE)

    assert answer.json()["facts"] == []


@pytest.mark.anyio
async def test_what_is_passed_on_stays_what_it_was_and_stays_once(database: Database) -> None:
    fact = replace(fact_of(need(), source="referrals"), version=7, institution=UUID(int=5))

    for _ in range(2):
        async with begin(database) as tx:
            await journal.relay_on(tx.session, [fact])

    (kept,) = await number(database)
    assert replace(kept, journal=fact.journal, seq=fact.seq) == fact


@pytest.mark.anyio
async def test_a_service_without_cards_has_none(client: httpx2.AsyncClient) -> None:
    card = await client.get(f"/internal/clients/{CLIENT}/card", headers=HOUSE)
    cards = await client.get("/internal/cards", headers=HOUSE)

    assert card.status_code == 404
    assert cards.json() == {"cards": [], "next": None}


def test_a_cursor_names_its_place() -> None:
    place = ids.new()

    assert pages.id_at(pages.cursor(str(place))) == place


@pytest.mark.parametrize("shown", ["x", "!!!!", "żółw", "eA", "=", "AAAA" * 50])
def test_a_cursor_that_was_not_given_is_refused(shown: str) -> None:
    with pytest.raises(pages.CursorUnreadable):
        pages.id_at(shown)


@pytest.mark.parametrize("key", ["", "0c" * 31, "0c" * 33, "zz" * 32])
def test_a_key_of_the_wrong_length_stops_the_process(key: str) -> None:
    with pytest.raises(ValidationError):
        _settings(vault_key=key)


def test_a_key_does_not_show() -> None:
    assert KEY not in repr(_settings(vault_key=KEY))


def _settings(**said: str) -> Settings:
    whole = {
        "service": "tiny", "database_url": "x", "nats_url": "x", "gateway_url": "x",
        "house_key": KEY, "vault_key": KEY, "issuer": "x",
    } | said  # fmt: skip
    return Settings.model_validate(whole)
