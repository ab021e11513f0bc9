"""Examples of the operations on who a client is."""

from collections.abc import Sequence

from okienko.caller import Front
from okienko.examples.example import CLIENT, HOME, OPS, Example, id_of
from okienko.personas import with_check_digit

DOCUMENT, REPRESENTATIVE = id_of("c901"), id_of("c911")
_C = {"client_id": CLIENT}
_PASSPORT = {"kind": "passport", "number": "ZZ1234567", "country": "PL"}
_ATTORNEY = {
    "name": "Zmyślona Pełnomocniczka",
    "kind": "attorney",
    "phone": "+48600100300",
    "valid_from": "2026-03-02",
    "evidence": "pełnomocnictwo z 2 marca 2026 r.",
}
EXAMPLES: dict[str, Example] = {
    "show_facts": Example(path=_C),
    "show_competence": Example(path=_C),
    "confirm_facts": Example(
        path=_C, body={"kinds": ["name", "residence"], "confirmed_on": "2026-03-02"}
    ),
    "change_name": Example(
        path=_C,
        body={
            "name": {"given": "Maria", "family": "Nowa-Demo"},
            "valid_from": "2026-03-02",
            "source": "document",
        },
    ),
    "correct_particulars": Example(path=_C, body={"second_names": "Fikcja"}),
    "replace_pesel": Example(
        path=_C, body={"kind": "reissued", "pesel": with_check_digit("85031491000")}
    ),
    "change_standing": Example(
        path=_C,
        body={
            "citizenship": {"countries": ["PL"]},
            "residence_title": {"kind": "polish_citizen"},
            "marital_status": "married",
            "valid_from": "2026-03-02",
        },
    ),
    "move_client": Example(
        path=_C,
        body={
            "residence": HOME | {"street": "Zmyślona", "building": "3", "flat": "7"},
            "correspondence": {"city": "Zabrze", "street": "skr. poczt. 1"},
            "moved_on": "2026-03-02",
        },
    ),
    "change_contact": Example(path=_C, body={"contact": {"phone": "+48600100400"}}),
    "set_communication": Example(
        path=_C,
        body={
            "communication": {
                "language": "uk",
                "interpreter_needed": True,
                "accessibility": ["easy_to_read"],
            }
        },
    ),
    "change_bank_account": Example(path=_C, body={"bank_account": "PL61109010140000071219812874"}),
    "add_document": Example(
        path=_C, body={"document": {"kind": "identity_card", "number": "ZZC123456"}}
    ),
    "retract_document": Example(path=_C | {"document_id": DOCUMENT}),
    "appoint_representative": Example(path=_C, body={"representative": _ATTORNEY}),
    "dismiss_representative": Example(
        path=_C | {"representative_id": REPRESENTATIVE}, body={"ended_on": "2026-03-31"}
    ),
}


def sow(front: Front, clients: Sequence[str]) -> dict[str, str]:
    """A paper to retract and a representative to dismiss."""
    path = f"/v1/clients/{clients[0]}"
    paper = front.post(OPS, f"{path}/documents", {"document": _PASSPORT})
    acting = front.post(OPS, f"{path}/representatives", {"representative": _ATTORNEY})
    return {
        DOCUMENT: paper["person"]["documents"][0]["id"],
        REPRESENTATIVE: acting["person"]["representatives"][0]["id"],
    }
