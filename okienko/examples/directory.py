"""Examples of the operations of directory."""

from okienko.examples.example import OPERATOR, Example, id_of
from okienko.personas import LAPSED, MOPR_ZABRZE, PUP_ZABRZE, ZABRZE

EXAMPLES: dict[str, Example] = {
    "list_institutions": Example(),
    "show_institution": Example(path={"institution_id": str(PUP_ZABRZE.id)}),
    "register_institution": Example(
        OPERATOR,
        {"id": id_of("4"), "name": "CIS Zabrze (demo)", "kind": "CIS", "territory": "2478011"},
    ),
    "list_partnerships": Example(),
    "show_partnership": Example(path={"partnership_id": str(ZABRZE)}),
    "found_partnership": Example(
        OPERATOR,
        {"id": id_of("aa04"), "name": "Partnerstwo Gliwice (demo)", "territory": ["2466"]},
    ),
    "activate_agreement": Example(
        OPERATOR,
        {
            "id": id_of("ab04"),
            "number": "3/2026 (demo)",
            "members": [str(MOPR_ZABRZE.id), str(PUP_ZABRZE.id)],
            "valid_from": "2026-01-01",
        },
        {"partnership_id": str(ZABRZE)},
    ),
    "terminate_agreement": Example(
        OPERATOR,
        {"ended_on": "2025-06-30"},
        {"partnership_id": str(LAPSED), "agreement_id": id_of("ab03")},
    ),
}
