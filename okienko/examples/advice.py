"""Examples of personal advisers, hand-overs, substitutions and the log of contacts."""

import time
from collections.abc import Sequence
from typing import Any

from okienko.caller import Front
from okienko.examples.example import MANAGER, OPS, PUP, Example, id_of

_TRIES, _PAUSE = 200, 0.05
PUP_MANAGER = "pup-zabrze-manager"
ADVICE, TO_END, TO_PASS = id_of("d401"), id_of("d402"), id_of("d403")
TO_ACCEPT, TO_REFUSE, TO_RECALL = id_of("d411"), id_of("d412"), id_of("d413")
CONTACT, AWAY, UNADVISED = id_of("d421"), id_of("d431"), id_of("d441")
_MANAGER = {"code": MANAGER, "name": "Marek Niebyły"}
_PUP_MANAGER = {"code": PUP_MANAGER, "name": "Jan Zmyślny"}
_ADVICE = {"advice_id": ADVICE}
_DAYS = {"first_day": "2031-07-07", "last_day": "2031-07-18"}

EXAMPLES: dict[str, Example] = {
    "list_advice": Example(),
    "show_advice": Example(path=_ADVICE),
    "assign_adviser": Example(PUP, {"client_id": UNADVISED}),
    "set_contact_interval": Example(body={"every_days": 14}, path=_ADVICE),
    "show_caseload": Example(MANAGER),
    "list_unattended": Example(),
    "list_unassigned": Example(PUP),
    "log_contact": Example(
        body={
            "kind": "phone",
            "happened_on": "2026-03-12",
            "minutes": 15,
            "outcome": "reached",
            "note": "Woli rozmowę przed południem.",
        },
        path=_ADVICE,
    ),
    "list_contacts": Example(path=_ADVICE),
    "correct_contact": Example(
        body={"kind": "office", "happened_on": "2026-03-09", "outcome": "reached"},
        path={"advice_id": ADVICE, "contact_id": CONTACT},
    ),
    "propose_handover": Example(
        body={"to": _MANAGER, "note": "Od lipca jestem na urlopie."}, path=_ADVICE
    ),
    "list_handovers": Example(MANAGER),
    "show_handover": Example(PUP_MANAGER, path={"handover_id": TO_ACCEPT}),
    "accept_handover": Example(PUP_MANAGER, {"keep": []}, {"handover_id": TO_ACCEPT}),
    "decline_handover": Example(MANAGER, {"reason": "caseload"}, {"handover_id": TO_REFUSE}),
    "withdraw_handover": Example(path={"handover_id": TO_RECALL}),
    "hand_over_caseload": Example(
        PUP_MANAGER, {"to": _PUP_MANAGER, "clients": [{"advice_id": TO_PASS}]}
    ),
    "open_substitution": Example(body={"substitute": _MANAGER} | _DAYS),
    "list_substitutions": Example(),
    "show_substitution": Example(path={"substitution_id": AWAY}),
    "end_substitution": Example(path={"substitution_id": AWAY}),
    "end_advice": Example(body={"reason": "client_asked"}, path={"advice_id": TO_END}),
}


def sow(front: Front, clients: Sequence[str]) -> dict[str, str]:
    """Advisers at the OPS and the PUP, hand-overs to answer, a contact to correct, a substitution."""
    ops = [_advice(front, OPS, client) for client in clients]
    passed, accepted = (_advice(front, PUP, client) for client in (clients[0], clients[3]))
    contact = {"kind": "visit", "happened_on": "2026-03-09"}
    away = {"substitute": _MANAGER, "first_day": "2031-02-03", "last_day": "2031-02-14"}
    return {
        ADVICE: ops[0],
        TO_END: ops[1],
        TO_PASS: passed,
        TO_ACCEPT: _handover(front, PUP, accepted, _PUP_MANAGER),
        TO_REFUSE: _handover(front, OPS, ops[2], _MANAGER),
        TO_RECALL: _handover(front, OPS, ops[3], _MANAGER),
        CONTACT: front.post(OPS, f"/v1/advice/{ops[0]}/contacts", contact)["id"],
        AWAY: front.post(OPS, "/v1/substitutions", away)["id"],
        UNADVISED: clients[2],
    }


def _advice(front: Front, who: str, client: str) -> str:
    _wait_until_seen(front, who, client)
    return str(front.post(who, "/v1/advice", {"client_id": client})["id"])


def _wait_until_seen(front: Front, who: str, client: str) -> None:
    """A referral opens the plan to its receiver a moment after it was sent."""
    plan = front.wait_for_plan(OPS, client)["id"]
    for _ in range(_TRIES):
        if front.ask(who, "GET", f"/v1/plans/{plan}").is_success:
            return
        time.sleep(_PAUSE)


def _handover(front: Front, who: str, advice: str, to: dict[str, Any]) -> str:
    return str(front.post(who, f"/v1/advice/{advice}/handovers", {"to": to})["id"])
