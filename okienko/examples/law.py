"""Examples of values of the law that are resolved or entered ahead."""

from collections.abc import Sequence
from typing import Any

from okienko.caller import Front
from okienko.examples.example import CLIENT, MANAGER, Example, id_of

CLERK = "ops-zabrze-clerk"
_RESOLUTION = "resolution_id"
_TO_APPROVE, _TO_WITHDRAW = id_of("f601"), id_of("f603")


def _resolution(year: int) -> dict[str, Any]:
    return {
        "parameter": "okresowy_share",
        "municipality": "2478011",
        "from": f"{year}-01-01",
        "to": f"{year}-12-31",
        "value": "0.80",
        "act": "Uchwała nr XII/98/26 (Zabrze, demo)",
        "article": "§ 1",
    }


EXAMPLES: dict[str, Example] = {
    "compute_what_if_of_client": Example(
        body={
            "on": "2026-03-01",
            "incomes_after": [{"kind": "employment", "gross": "4806.00"}],
            "schedule": {"preset": "STEP-12"},
        },
        path={"client_id": CLIENT},
    ),
    "preview_changes": Example(
        MANAGER,
        {
            "on": "2026-12-01",
            "changes": [
                {"parameter": "okresowy_share", "municipality": "2478011", "value": "0.80"}
            ],
            "households": 1000,
        },
    ),
    "enter_resolution": Example(MANAGER, _resolution(2031)),
    "list_resolutions": Example(),
    "show_resolution": Example(path={_RESOLUTION: _TO_APPROVE}),
    "approve_resolution": Example(CLERK, path={_RESOLUTION: _TO_APPROVE}),
    "withdraw_resolution": Example(
        MANAGER, {"reason": "Błąd w kwocie"}, {_RESOLUTION: _TO_WITHDRAW}
    ),
}


def sow(front: Front, four: Sequence[str]) -> dict[str, str]:
    """Two resolutions of years to come."""
    del four
    path = "/v1/benefits/resolutions"
    return {
        _TO_APPROVE: front.post(MANAGER, path, _resolution(2032))["id"],
        _TO_WITHDRAW: front.post(MANAGER, path, _resolution(2033))["id"],
    }
