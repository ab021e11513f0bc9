"""What the document tells of how long, how many and how large."""

from typing import Any

import pytest

from gateway.bounds import LARGEST, LONGEST, TEXT, bound
from gateway.components import share
from gateway.openapi import weave


def bounded(schema: Any, *, taken: bool = False) -> Any:
    """A schema of what we send, or of what is taken in, with its bounds told."""
    ref = {"$ref": "#/components/schemas/Thing"}
    body = {"content": {"application/json": {"schema": ref}}}
    operation = {"responses": {"200": body}} | ({"requestBody": body} if taken else {})
    document: Any = {
        "paths": {"/v1/things": {"post": operation}},
        "components": {"schemas": {"Thing": {"properties": {"type": schema}}}, "headers": {}},
    }
    bound(document)
    return document["components"]["schemas"]["Thing"]["properties"]["type"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"type": "string"}, {"maxLength": LONGEST, "pattern": TEXT}),
        ({"type": "string", "format": "date"}, {"maxLength": 10}),
        ({"type": "string", "pattern": "^[0-9]{2}-[0-9]{3}$"}, {"maxLength": 6}),
        ({"type": "string", "pattern": "^[0-9]+$"}, {"maxLength": LONGEST}),
        ({"type": "string", "enum": ["a"]}, {}),
        ({"type": "string", "maxLength": 5, "pattern": "^a*$"}, {}),
        ({"type": "integer"}, {"minimum": -LARGEST, "maximum": LARGEST, "format": "int64"}),
        ({"type": "integer", "exclusiveMinimum": 0, "maximum": 9}, {"format": "int32"}),
    ],
)
def test_what_we_send_has_the_bounds_of_its_form_or_of_the_house(said: Any, told: Any) -> None:
    assert bounded(dict(said)) == said | told


@pytest.mark.parametrize(
    "said", [{"type": "string"}, {"type": "string", "pattern": "^a+$"}, {"type": "array"}]
)
def test_what_is_taken_in_tells_its_own_bounds_or_none(said: Any) -> None:
    assert bounded(dict(said), taken=True) == said


def test_the_bounds_of_an_exact_number_are_told_in_words_and_of_a_whole_one_in_figures() -> None:
    said = {
        "anyOf": [{"type": "string", "pattern": "^[0-9]{1,3}$"}, {"type": "integer"}],
        "gt": 0, "le": 100, "decimal_places": 2, "max_digits": 5,
    }  # fmt: skip

    assert bounded(said, taken=True) == {
        "anyOf": [
            {"type": "string", "pattern": "^[0-9]{1,3}$", "maxLength": 3},
            {"type": "integer", "exclusiveMinimum": 0.0, "maximum": 100.0, "format": "int32"},
        ],
        "description": "More than 0, at most 100, 2 places after the point at most.",
    }


def test_a_tuple_tells_its_items_also_to_older_readers() -> None:
    said = {"type": "array", "prefixItems": [{"type": "string", "enum": ["a"]}] * 2, "maxItems": 2}

    assert bounded(said)["items"] == {"type": "string", "enum": ["a"]}


def test_two_classes_of_one_name_are_not_told_by_their_modules() -> None:
    twins: Any = {
        "components": {"schemas": {"services__a__Limits": {}, "services__b__Limits": {}}}
    }

    with pytest.raises(ValueError, match="services__a__Limits, services__b__Limits"):
        weave("1", [twins])


def no(name: str, status: str, text: str = "Missing.") -> Any:
    media = {"schema": {}, "examples": {name: {"value": {"title": name}}}}
    return {status: {"description": text, "content": {"application/problem+json": media}}}


def test_what_two_operations_say_alike_is_said_once() -> None:
    header = {"name": "sync-token", "in": "header", "schema": {}}
    inside = {"name": "id", "in": "path", "schema": {}}
    document: Any = {
        "paths": {
            path: {"get": {"parameters": [inside, dict(header)], "responses": responses}}
            for path, responses in (
                ("/a", no("Gone", "404")),
                ("/b", no("Gone", "404")),
                ("/c", no("Gone", "404", "Another word for it.")),
            )
        },
        "components": {},
    }

    paths = share(document)["paths"]

    shared = document["components"]
    assert shared["parameters"] == {"SyncToken": header}
    assert paths["/a"] == paths["/b"]
    assert paths["/a"]["get"]["parameters"][1] == {"$ref": "#/components/parameters/SyncToken"}
    assert paths["/a"]["get"]["parameters"][0] == inside
    assert paths["/a"]["get"]["responses"] == {"404": {"$ref": "#/components/responses/Gone"}}
    assert paths["/c"]["get"]["responses"]["404"]["description"] == "Another word for it."
    assert shared["examples"] == {"Gone": {"value": {"title": "Gone"}}}
