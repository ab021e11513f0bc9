"""The AsyncAPI document: every reference leads somewhere, and what the feed tells fits its schema."""

from collections.abc import Iterator
from typing import Any

import jsonschema  # type: ignore[import-untyped] # the stubs are another package
import pytest

from contracts.event import Event
from tests.gateway.conftest import SOCIAL_WORKER, House
from tests.gateway.feeding import EVENTS, announce, income, need

pytestmark = pytest.mark.anyio


def references(within: Any) -> Iterator[str]:
    """Every $ref."""
    if isinstance(within, dict):
        if isinstance(ref := within.get("$ref"), str):
            yield ref
        within = list(within.values())
    for one in within if isinstance(within, list) else ():
        yield from references(one)


def at(document: Any, ref: str) -> Any:
    """What a reference leads to."""
    for word in ref.removeprefix("#/").split("/"):
        document = document[word]
    return document


async def test_there_is_a_channel_for_each_event_that_is_told(house: House) -> None:
    document = (await house.client.get("/asyncapi.json")).json()

    told = {name for name, event in Event.known.items() if event.section is not None}
    assert document["asyncapi"] == "3.1.0"
    assert set(document["channels"]) == set(document["components"]["messages"])
    assert told == set(document["channels"])
    assert all(at(document, ref) for ref in references(document))


async def test_what_is_told_fits_its_schema(house: House) -> None:
    document = (await house.client.get("/asyncapi.json")).json()
    await announce(house, need(), income())

    told = (await house.see(SOCIAL_WORKER, EVENTS)).json()["items"]

    assert len(told) == 2
    for event in told:
        payload = document["components"]["messages"][event["type"]]["payload"]
        jsonschema.validate(event, payload | {"components": document["components"]})
