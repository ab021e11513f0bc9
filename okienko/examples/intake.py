"""Examples of the operations of intake."""

from okienko.examples.example import (
    ALONE,
    ASKED,
    ASKED_TOO,
    CLIENT,
    CONSENT,
    HOME,
    KNOWN_PESEL,
    SHARING,
    STRANGER,
    TASK,
    Example,
)
from okienko.personas import NGO_ZABRZE, ZABRZE

_C = {"client_id": CLIENT}
EXAMPLES: dict[str, Example] = {
    "register_client": Example(
        body={
            "name": {"given": "Próbna", "family": "Wymyślona"},
            "birth_date": "1985-03-14",
            "residence": HOME,
            "contact": {"phone": "+48600100200"},
            "reasons": ["unemployment"],
            "share_with": [{"partnership": str(ZABRZE), "basis": CONSENT}],
        }
    ),
    "show_client": Example(path=_C),
    "declare_household": Example(path=_C, body=ALONE),
    "declare_income": Example(
        path=_C,
        body={"month": "2026-02", "items": [{"kind": "family_allowance", "monthly": "95.00"}]},
    ),
    "add_need": Example(path=_C, body={"kind": "training", "urgency": "normal"}),
    "start_employment": Example(
        path=_C, body={"started_on": "2026-06-01", "kind": "employment_contract"}
    ),
    "open_sharing": Example(
        path=_C,
        body={"institution": str(NGO_ZABRZE.id), "basis": CONSENT, "sections": ["health"]},
    ),
    "withdraw_sharing": Example(path=_C | {"sharing_id": SHARING}),
    "request_access": Example(
        STRANGER, {"pesel": KNOWN_PESEL, "reason": "Przyszedł do nas po pomoc."}
    ),
    "list_access_requests": Example(),
    "grant_access": Example(path={"request_id": ASKED}, body={"basis": TASK}),
    "refuse_access": Example(path={"request_id": ASKED_TOO}, body={"reason": "no_legal_basis"}),
}
