"""Examples of the operations of benefits."""

from collections.abc import Sequence
from typing import Any

from okienko.caller import Front
from okienko.examples.example import (
    AWARD,
    CLIENT,
    MANAGER,
    TO_REJECT,
    Example,
    application,
    id_of,
)
from services.benefits.domain.what_if import EXAMPLE

SIMULATION = id_of("f501")
# The household of the command's own example, asked with the wage as it stands in a contract.
_WHAT_IF: dict[str, Any] = EXAMPLE | {
    "incomes_after": [{"kind": "employment", "gross": "4806.00"}]
}
_SIMULATE: dict[str, Any] = {
    "on": "2026-03-01",
    "cohort": {"households": 1000},
    "variants": [
        {"name": "twelve steps"},
        {"name": "falls evenly", "schedule": {"linear": 12}},
    ],
}

EXAMPLES: dict[str, Example] = {
    "apply_for_award": Example(body=application(CLIENT)),
    "show_award": Example(path={"award_id": AWARD}),
    "approve_award": Example(MANAGER, path={"award_id": AWARD}),
    "reject_award": Example(MANAGER, {"reason": "computed_wrongly"}, {"award_id": TO_REJECT}),
    "print_award": Example(path={"award_id": AWARD}),
    "list_parameters": Example(),
    "compute_what_if": Example(body=_WHAT_IF),
    "draw_what_if": Example(body=_WHAT_IF),
    "print_what_if": Example(body=_WHAT_IF),
    "ask_simulation": Example(MANAGER, _SIMULATE),
    "list_simulations": Example(MANAGER),
    "show_simulation": Example(MANAGER, path={"simulation_id": SIMULATION}),
    "draw_simulation": Example(MANAGER, path={"simulation_id": SIMULATION}),
    "cancel_simulation": Example(MANAGER, path={"simulation_id": SIMULATION}),
}


def sow(front: Front, four: Sequence[str]) -> dict[str, str]:
    """One small simulation, worked out."""
    del four
    asked = front.post(MANAGER, "/v1/benefits/simulations", _SIMULATE)
    front.wait_until(MANAGER, f"/v1/benefits/simulations/{asked['id']}", state="done")
    return {SIMULATION: asked["id"]}
