"""Examples of finding, deciding, merging and parting duplicates."""

from collections.abc import Sequence

from okienko.caller import Front
from okienko.examples.example import HOME, OPS, Example, id_of

KEPT, TWICE = id_of("c501"), id_of("c502")
TO_DISMISS, TO_LINK, TO_REOPEN = id_of("c511"), id_of("c512"), id_of("c513")
_K = {"client_id": KEPT}
_PERSON = {
    "name": {"given": "Wanda", "family": "Podwójna-Demo"},
    "birth_date": "1979-05-06",
    "residence": HOME,
}
EXAMPLES: dict[str, Example] = {
    "find_duplicates": Example(body=_PERSON),
    "list_duplicates": Example(),
    "dismiss_duplicate": Example(path={"duplicate_id": TO_DISMISS}),
    "link_duplicate": Example(path={"duplicate_id": TO_LINK}, body={"kind": "twin"}),
    "reopen_duplicate": Example(path={"duplicate_id": TO_REOPEN}),
    "preview_merge": Example(path=_K | {"other_id": TWICE}),
    "merge_clients": Example(path=_K, body={"merged_id": TWICE, "reason": "registered_twice"}),
    "unmerge_clients": Example(path=_K, body={"merged_id": TWICE}),
}


def sow(front: Front, _: Sequence[str]) -> dict[str, str]:
    """Four records of one made-up person: two to merge, and pairs to decide."""
    made = [front.post(OPS, "/v1/clients", _PERSON, key=f"duplicate-{n}") for n in range(4)]
    ids = [one["id"] for one in made]
    pairs = front.get(OPS, "/v1/duplicates", limit=100)["items"]
    hers = [p["pair"] for p in pairs if {x["client_id"] for x in p["people"]} <= set(ids[1:])]
    front.post(OPS, f"/v1/duplicates/{hers[2]['id']}/dismiss")
    return {
        KEPT: ids[0],
        TWICE: ids[1],
        TO_DISMISS: hers[0]["id"],
        TO_LINK: hers[1]["id"],
        TO_REOPEN: hers[2]["id"],
    }
