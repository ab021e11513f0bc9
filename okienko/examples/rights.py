"""Examples of a person's rights about her own data, and of how long they are kept."""

from collections.abc import Sequence

from kernel import clock
from okienko.caller import Front
from okienko.examples.example import CLIENT, MANAGER, OPS, Example, id_of

TO_EXTEND, TO_FULFIL, TO_REFUSE = id_of("c801"), id_of("c811"), id_of("c821")
HOLD, TO_HOLD = id_of("c802"), id_of("c003")
TO_ERASE, TO_KEEP = id_of("c803"), id_of("c813")
TO_CLOSE, CLOSED = id_of("c005"), id_of("c006")
TO_RESTRICT, RESTRICTED, TO_PROPOSE = id_of("c007"), id_of("c008"), id_of("c009")
_ASKED = {"kind": "access", "received_on": "2026-03-02", "channel": "in_person"}
_CLOSING = {"reason": "independent"}
_CONTESTED = {"ground": "accuracy_contested"}
_CLAIM = {"reason": "claim", "until": "2099-12-31"}

EXAMPLES: dict[str, Example] = {
    "export_record": Example(MANAGER, path={"client_id": CLIENT}),
    "print_export": Example(MANAGER, path={"client_id": CLIENT}),
    "open_subject_request": Example(path={"client_id": CLIENT}, body=_ASKED),
    "list_subject_requests": Example(),
    "extend_subject_request": Example(
        MANAGER, {"reason": "complexity"}, {"request_id": TO_EXTEND}
    ),
    "fulfil_subject_request": Example(MANAGER, {}, {"request_id": TO_FULFIL}),
    "refuse_subject_request": Example(
        MANAGER, {"reason": "legal_obligation"}, {"request_id": TO_REFUSE}
    ),
    "place_hold": Example(MANAGER, _CLAIM, {"client_id": TO_HOLD}),
    "list_holds": Example(MANAGER, path={"client_id": TO_HOLD}),
    "lift_hold": Example(MANAGER, path={"client_id": TO_HOLD, "hold_id": HOLD}),
    "close_client": Example(path={"client_id": TO_CLOSE}, body=_CLOSING),
    "reopen_client": Example(path={"client_id": CLOSED}),
    "restrict_client": Example(MANAGER, _CONTESTED, {"client_id": TO_RESTRICT}),
    "lift_restriction": Example(MANAGER, path={"client_id": RESTRICTED}),
    "list_retention_due": Example(MANAGER),
    "propose_erasure": Example(path={"client_id": TO_PROPOSE}, body={"ground": "unlawful"}),
    "list_erasures": Example(MANAGER),
    "withdraw_erasure": Example(MANAGER, path={"erasure_id": TO_KEEP}),
    "approve_erasure": Example(MANAGER, path={"erasure_id": TO_ERASE}),
}


def sow(front: Front, _: Sequence[str]) -> dict[str, str]:
    """People of their own, for after these verbs nothing else can be tried on them."""
    asked = {**_ASKED, "received_on": clock.today().isoformat()}
    held, closing, closed, restricting, restricted, proposed, erased, kept = (
        _somebody(front, number) for number in range(8)
    )
    front.post(OPS, f"/v1/clients/{closed}/close", _CLOSING)
    front.post(MANAGER, f"/v1/clients/{restricted}/restriction", _CONTESTED)
    request = f"/v1/clients/{held}/subject-requests"
    wrong = {"ground": "unlawful"}
    return {
        TO_HOLD: held,
        TO_CLOSE: closing,
        CLOSED: closed,
        TO_RESTRICT: restricting,
        RESTRICTED: restricted,
        TO_PROPOSE: proposed,
        TO_EXTEND: front.post(OPS, request, asked)["id"],
        TO_FULFIL: front.post(OPS, request, asked)["id"],
        TO_REFUSE: front.post(OPS, request, asked)["id"],
        HOLD: front.post(MANAGER, f"/v1/clients/{held}/holds", _CLAIM)["id"],
        TO_ERASE: front.post(OPS, f"/v1/clients/{erased}/erasures", wrong)["id"],
        TO_KEEP: front.post(OPS, f"/v1/clients/{kept}/erasures", wrong)["id"],
    }


def _somebody(front: Front, number: int) -> str:
    body = {"name": {"given": "Jan", "family": "Chwilowy-Demo"}, "birth_date": "1980-01-01"}
    return str(front.post(OPS, "/v1/clients", body, key=f"rights-example-{number}")["id"])
