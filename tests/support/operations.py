"""The operations of an OpenAPI document, each with what it shares with others read where it stands."""

from collections.abc import Iterator, Mapping
from typing import Any

Operation = tuple[str, str, dict[str, Any]]
"""Method, path, and what the document says of it."""


def operations(document: Mapping[str, Any]) -> Iterator[Operation]:
    """Every operation."""

    def read(part: Any) -> Any:
        kind, name = part["$ref"].split("/")[2:] if "$ref" in part else ("", "")
        return document["components"][kind][name] if name else part

    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            answers = {status: read(answer) for status, answer in operation["responses"].items()}
            told = [read(parameter) for parameter in operation.get("parameters", ())]
            whole = operation | {"responses": answers, "parameters": told}
            yield method.upper(), path, whole


def filled(path: str, operation: Mapping[str, Any]) -> str:
    """An address, its placeholders filled in as the document shows."""
    for parameter in operation["parameters"]:
        if parameter["in"] == "path":
            path = path.replace(f"{{{parameter['name']}}}", str(parameter["example"]))
    return path
