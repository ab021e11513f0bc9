"""How what every operation understands is written: told here once, checked where it is read.

Not as a pattern on each parameter: the framework would refuse it in its own words, and ours have a
name (`SyncTokenUnreadable`, `KeyUnreadable`, `VersionUnreadable`, `CursorUnreadable`).
"""

from collections.abc import Mapping
from typing import Any

from kernel import idempotency
from kernel.pages import cursor
from kernel.verbs import MOST_TOKENS, VERSION_FORM, WRITE_FORM


def _form(pattern: str, example: str) -> dict[str, Any]:
    return {"pattern": pattern.replace("(?:", "("), "examples": [example]}


ETAG = {"pattern": r'^(W/)?"[!#-~]{1,80}"$', "examples": ['"v3"']}
"""How an answer tells a version."""
SYNC_TOKEN = _form(
    rf"^{WRITE_FORM}(,{WRITE_FORM})*$", "intake:0197a000-0000-7000-8000-00000000c001:1"
) | {"maxLength": 65_536}
"""How an answer tells its writes: one for each client or thing it wrote about."""
FORMS: Mapping[str, Mapping[str, Any]] = {
    "sync-token": _form(
        rf"^{WRITE_FORM}(, ?{WRITE_FORM}){{0,{MOST_TOKENS - 1}}}$",
        "intake:0197a000-0000-7000-8000-00000000c001:1",
    ),
    "if-match": _form(rf"^(\*|{VERSION_FORM})$", '"v3"'),
    "idempotency-key": _form(idempotency.FORM, "referral-of-the-morning-1"),
    "if-none-match": {"pattern": "^[ -~]{0,1000}$", "examples": ['"v3"']},
    "accept": {"pattern": "^[ -~]{0,1000}$", "examples": ["application/json"]},
    "accept-language": {"pattern": "^[ -~]{0,200}$", "examples": ["pl"]},
    "cursor": _form("^[A-Za-z0-9_-]+$", cursor("0197a000-0000-7000-8000-0000000000ff")),
}
"""What the schema of a parameter says besides, by the parameter's name."""
