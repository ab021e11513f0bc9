"""What an example is, and the placeholders that stand in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from okienko.personas import (
    PUP_ZABRZE,
    with_check_digit,
)

OPS, MANAGER, PUP, STRANGER, OPERATOR = (
    "ops-zabrze",
    "ops-zabrze-manager",
    "pup-zabrze",
    "ops-strzelce",
    "operator",
)


def id_of(tail: str) -> str:
    """A placeholder."""
    return f"0197a000-0000-7000-8000-{tail:0>12}"


CLIENT, SHARING = id_of("c001"), id_of("c101")
ASKED, ASKED_TOO = id_of("c201"), id_of("c202")
PLAN, GOAL, ACTION = id_of("d001"), id_of("d101"), id_of("d201")
SENT, TO_DECLINE, TO_WITHDRAW, ACCEPTED = (
    id_of("e001"),
    id_of("e002"),
    id_of("e003"),
    id_of("e004"),
)
AWARD, TO_REJECT = id_of("f001"), id_of("f002")
KNOWN_PESEL = with_check_digit("79010100003")
TASK = {"kind": "statutory_task", "article": "art. 100 ust. 2 u.p.s."}
CONSENT = {"kind": "consent", "evidence": "form 12/2026"}
HOME = {
    "municipality": "2478011",
    "street": "Wolności 1",
    "postal_code": "41-800",
    "city": "Zabrze",
}
ALONE = {
    "valid_from": "2026-01-01",
    "members": [{"relation": "applicant", "birth_date": "1985-03-14"}],
}


@dataclass(frozen=True)
class Example:
    """Who sends what where."""

    who: str = OPS
    body: Mapping[str, Any] | None = None
    path: Mapping[str, str] = field(default_factory=dict)
    if_match: str | None = None
    """The ETag that a verb asks for which replaces somebody's words."""

    @property
    def headers(self) -> dict[str, str]:
        """What is sent besides the token."""
        return {"If-Match": self.if_match} if self.if_match else {}


def referral(client: str) -> dict[str, Any]:
    """A referral of a client to the labour office."""
    return {
        "client_id": client,
        "to": {"institution": str(PUP_ZABRZE.id)},
        "purpose": "Pośrednictwo pracy",
        "urgency": "normal",
        "basis": TASK,
    }


def application(client: str) -> dict[str, Any]:
    """An application for a degressive award."""
    return {
        "client_id": client,
        "employment_started_on": "2026-03-01",
        "received_on": "2026-03-01",
        "schedule": {"preset": "STEP-12"},
    }
