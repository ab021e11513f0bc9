"""What many operations say alike is said once in a document, and named where it is meant."""

from collections import Counter
from typing import Any

import orjson

Json = dict[str, Any]
_PROBLEM_JSON = "application/problem+json"
_PLAIN = {
    "400": "BadRequest", "401": "Unauthorized", "403": "Forbidden", "404": "NotFound",
    "409": "Conflict", "412": "PreconditionFailed", "413": "ContentTooLarge",
    "415": "UnsupportedMediaType", "422": "UnprocessableContent", "428": "PreconditionRequired",
    "429": "TooManyRequests", "500": "InternalServerError", "503": "ServiceUnavailable",
}  # fmt: skip
"""The names of answers without a problem of their own (RFC 9110, RFC 6585)."""


def share(document: Json) -> Json:
    """The same document, without repetitions."""
    operations = [o for methods in document["paths"].values() for o in methods.values()]
    components = document["components"]
    components["parameters"] = _share_parameters(operations)
    components["examples"] = _share_problems(operations)
    components["responses"] = _share_responses(operations)
    return document


def _share_parameters(operations: list[Json]) -> Json:
    """Of parameters of one name, the commonest; those that differ stay where they are."""
    told = [p for o in operations for p in o.get("parameters", ()) if p["in"] != "path"]
    shared: Json = {}
    for text, times in Counter(map(orjson.dumps, told)).most_common():
        name = _camel(orjson.loads(text)["name"])
        if times > 1 and name not in shared:
            shared[name] = orjson.loads(text)
    for operation in operations:
        if "parameters" in operation:
            operation["parameters"] = [
                _ref("parameters", name) if shared.get(name := _camel(one["name"])) == one else one
                for one in operation["parameters"]
            ]
    return dict(sorted(shared.items()))


def _share_problems(operations: list[Json]) -> Json:
    """Each problem is shown once, by its name."""
    shared: Json = {}
    for operation in operations:
        for response in operation["responses"].values():
            shown = response.get("content", {}).get(_PROBLEM_JSON, {}).get("examples", {})
            for name, problem in shown.items():
                if shared.setdefault(name, problem) != problem:
                    raise ValueError(f"two problems are called {name}")
                shown[name] = _ref("examples", name)
    return dict(sorted(shared.items()))


def _share_responses(operations: list[Json]) -> Json:
    """A "no" with at most one problem, by that problem or by its status."""
    shared: Json = {}
    for operation in operations:
        for status, response in operation["responses"].items():
            shown = list(response.get("content", {}).get(_PROBLEM_JSON, {}).get("examples", {}))
            name = shown[0] if shown else _PLAIN.get(status)
            if status[0] not in "45" or len(shown) > 1 or not name:
                continue
            if shared.setdefault(name, response) == response:
                operation["responses"][status] = _ref("responses", name)
    return dict(sorted(shared.items()))


def _camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.replace("-", "_").split("_"))


def _ref(kind: str, name: str) -> Json:
    return {"$ref": f"#/components/{kind}/{name}"}
