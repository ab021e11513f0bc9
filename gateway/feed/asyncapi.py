"""The AsyncAPI 3.1 document of the feed, drawn from the register of events."""

from typing import Any

from contracts.event import Event
from gateway.feed.reading import FeedEvent
from gateway.record.telling import UNTOLD

Json = dict[str, Any]
_MEDIA = "application/cloudevents+json"


def asyncapi(version: str) -> Json:
    """One channel for each type of event that the feed may tell; what we send, a partner receives."""
    told = {n: e for n, e in sorted(Event.known.items()) if e.section is not None}
    return {
        "asyncapi": "3.1.0",
        "info": {
            "title": "Okienko: the feed",
            "version": version,
            "description": "What happened to the clients you may see: pulled (`GET /v1/events`), as"
            " server-sent events (`GET /v1/events/stream`) or by webhook (`POST /v1/subscriptions`),"
            " the same CloudEvents 1.0 each way.",
            "license": {"name": "EUPL-1.2"},
        },
        "defaultContentType": _MEDIA,
        "channels": {name: _channel(name, event) for name, event in told.items()},
        "operations": {f"send.{name}": _operation(name) for name in told},
        "components": {"messages": {name: _message(name, event) for name, event in told.items()}},
    }


def _channel(name: str, event: type[Event]) -> Json:
    return {
        "address": name,
        "title": _sentence(event),
        "messages": {name: {"$ref": f"#/components/messages/{name}"}},
    }


def _operation(name: str) -> Json:
    channel = f"#/channels/{name}"
    return {
        "action": "send",
        "channel": {"$ref": channel},
        "messages": [{"$ref": f"{channel}/messages/{name}"}],
    }


def _message(name: str, event: type[Event]) -> Json:
    payload = FeedEvent.model_json_schema()
    payload["properties"] |= {"type": {"const": name}, "data": _data(event)}
    return {
        "name": name,
        "title": _sentence(event),
        "summary": event.pl,
        "contentType": _MEDIA,
        "payload": payload,
    }


def _data(event: type[Event]) -> Json:
    """Where a reader may know only that something happened, nothing but the client's id is there."""
    inside = f"#/components/messages/{event.wire_name}/payload/properties/data/$defs/"
    schema = event.model_json_schema(ref_template=inside + "{model}")
    for untold in UNTOLD:
        schema["properties"].pop(untold, None)
    return schema | {"required": ["client_id"]}


def _sentence(event: type[Event]) -> str:
    return " ".join((event.__doc__ or "").split())
