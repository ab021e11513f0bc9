"""Examples of sharing less, asking why, taking a request back, and emergencies."""

from collections.abc import Sequence

from okienko.caller import Front
from okienko.examples.example import CLIENT, MANAGER, OPS, STRANGER, TASK, Example, id_of
from okienko.personas import PUP_STRZELCE, with_check_digit

TO_NARROW, TO_TAKE_BACK, OTHER = id_of("c102"), id_of("c203"), id_of("c002")
GLASS, ALARM = id_of("c602"), id_of("c601")
_EMERGENCY = {
    "reason": "life_in_danger",
    "facts": ["cannot_consent"],
    "explanation": "Nieprzytomna w noclegowni, pogotowie jest w drodze.",
}
EXAMPLES: dict[str, Example] = {
    "list_sharings": Example(path={"client_id": CLIENT}),
    "explain_sharing": Example(path={"client_id": CLIENT}),
    "narrow_sharing": Example(
        body={"sections": ["work", "plan"], "until": "2030-12-31"},
        path={"client_id": OTHER, "sharing_id": TO_NARROW},
    ),
    "withdraw_access_request": Example(STRANGER, path={"request_id": TO_TAKE_BACK}),
    "break_glass": Example(STRANGER, {"client_id": CLIENT} | _EMERGENCY),
    "end_glass": Example(STRANGER, path={"glass_id": GLASS}),
    "list_alarms": Example(MANAGER),
    "review_alarm": Example(MANAGER, {"verdict": "justified"}, {"alarm_id": ALARM}),
}


def sow(front: Front, clients: Sequence[str]) -> dict[str, str]:
    """A sharing to narrow, a request to take back, and an alarm to review, all about one client."""
    shared = {"institution": str(PUP_STRZELCE.id), "basis": TASK}
    broken = front.post(STRANGER, "/v1/break-glass", {"client_id": clients[1]} | _EMERGENCY)
    asked = {"pesel": with_check_digit("85031490010"), "reason": "Przyszła do nas po pomoc."}
    return {
        OTHER: clients[1],
        TO_NARROW: front.post(OPS, f"/v1/clients/{clients[1]}/sharings", shared)["id"],
        TO_TAKE_BACK: front.post(STRANGER, "/v1/access-requests", asked)["id"],
        GLASS: broken["id"],
        ALARM: front.get(MANAGER, "/v1/alarms")["items"][0]["id"],
    }
