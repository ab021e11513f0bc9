"""Examples of the operations of interviews and papers."""

from collections.abc import Sequence
from typing import Any

from okienko.caller import Front
from okienko.examples.example import CLIENT, OPS, Example, id_of

INTERVIEW, TO_SIGN, TO_WITHDRAW, SIGNED = (
    id_of("c701"),
    id_of("c702"),
    id_of("c703"),
    id_of("c704"),
)
_C = {"client_id": CLIENT}
_I = {"interview_id": INTERVIEW}
_CALLED: dict[str, Any] = {
    "channel": "person",
    "received_as": "oral",
    "received_on": "2026-03-02",
}
_VISIT = {"held_on": "2026-03-09", "place": "w miejscu zamieszkania", "present": ["wnioskodawca"]}
_SIGNING = {
    "signed_on": "2026-03-10",
    "worker_signed": "electronic",
    "statement": {"outcome": "signed", "how": "paper"},
}
_APPLICANT = {
    "name": {"given": "Maria", "family": "Przykładowa-Demo"},
    "birth_date": "1985-03-14",
}
_SEGMENTS: Sequence[dict[str, Any]] = (
    {"segment": "A", "applicant": _APPLICANT, "reasons": ["unemployment"]},
    {"segment": "H", "needs": "Praca i opłacenie czynszu."},
    {"segment": "I", "diagnosis": "Utrata pracy.", "conclusions": "Wskazana pomoc okresowa."},
    {"segment": "J", "plan": "Zasiłek okresowy.", "help_forms": ["periodic_allowance"]},
)
EXAMPLES: dict[str, Example] = {
    "prefill_interview": Example(path=_C),
    "open_interview": Example(path=_C, body=_CALLED | {"part": "II"}),
    "list_interviews": Example(path=_C),
    "list_due_interviews": Example(),
    "show_interview": Example(path=_I),
    "show_interview_history": Example(path=_I),
    "record_visit": Example(path=_I, body=_VISIT),
    "record_segment": Example(path=_I, body={"content": _SEGMENTS[1]}),
    "print_interview": Example(path=_I),
    "sign_interview": Example(path={"interview_id": TO_SIGN}, body=_SIGNING),
    "update_interview": Example(path={"interview_id": SIGNED}, body={"channel": "ex_officio"}),
    "withdraw_interview": Example(
        path={"interview_id": TO_WITHDRAW}, body={"reason": "Wniosek cofnięto."}
    ),
    "print_consent_form": Example(path=_C),
    "print_information_clause": Example(path=_C),
}


def sow(front: Front, clients: Sequence[str]) -> dict[str, str]:
    """An interview of each client: one to look at, one to sign, one to withdraw, one signed."""
    made = [_opened(front, client) for client in clients[:4]]
    for interview in made:
        front.post(OPS, f"/v1/interviews/{interview}/visit", _VISIT)
        for segment in _SEGMENTS:
            front.post(OPS, f"/v1/interviews/{interview}/segments", {"content": segment})
    front.post(OPS, f"/v1/interviews/{made[3]}/sign", _SIGNING)
    return dict(zip((INTERVIEW, TO_SIGN, TO_WITHDRAW, SIGNED), made, strict=True))


def _opened(front: Front, client: str) -> str:
    return str(front.post(OPS, f"/v1/clients/{client}/interviews", _CALLED)["id"])
