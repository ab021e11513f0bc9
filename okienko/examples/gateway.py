"""Examples of the operations of the gateway."""

from okienko.examples.example import CLIENT, Example

_C = {"client_id": CLIENT}
EXAMPLES: dict[str, Example] = {
    "read_record": Example(path=_C),
    "read_records": Example(
        body={"client_ids": [CLIENT], "sections": ["identity", "contact"]},
    ),
    "print_record": Example(path=_C),
    "read_timeline": Example(path=_C),
    "read_accesses": Example(path=_C),
    "search_audit": Example(
        "ops-zabrze-dpo", {"client_id": CLIENT, "verbs": ["read_record"], "limit": 20}
    ),
}
