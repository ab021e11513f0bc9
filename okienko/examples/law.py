"""Examples of values of the law that are resolved or entered ahead."""

from collections.abc import Sequence
from typing import Any

from okienko.caller import Front
from okienko.examples.example import CLIENT, MANAGER, Example, id_of

CLERK = "ops-zabrze-clerk"
_RESOLUTION = "resolution_id"
_TO_APPROVE, _TO_WITHDRAW = id_of("f801"), id_of("f803")
_TO_SHOW, _TO_DISCARD = id_of("f802"), id_of("f804")
_COHORT = {
    "name": "próba (demo)",
    "csv": "persons;to_5;to_18;to_24;income;gross;unable\n1;0;0;0;0,00;4806,00;0\n4;0;2;0;248,00;4806,00;0\n",
}


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


_OF_HER = Example(
    body={
        "on": "2026-03-01",
        "incomes_after": [{"kind": "employment", "gross": "4806.00"}],
        "schedule": {"preset": "STEP-12"},
    },
    path={"client_id": CLIENT},
)
EXAMPLES: dict[str, Example] = {
    "compute_what_if_of_client": _OF_HER,
    "draw_what_if_of_client": _OF_HER,
    "print_what_if_of_client": _OF_HER,
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
    "upload_cohort": Example(MANAGER, _COHORT),
    "list_cohorts": Example(MANAGER),
    "show_cohort": Example(MANAGER, path={"cohort_id": _TO_SHOW}),
    "discard_cohort": Example(MANAGER, path={"cohort_id": _TO_DISCARD}),
    "enter_resolution": Example(MANAGER, _resolution(2031)),
    "list_resolutions": Example(),
    "show_resolution": Example(path={_RESOLUTION: _TO_APPROVE}),
    "approve_resolution": Example(CLERK, path={_RESOLUTION: _TO_APPROVE}),
    "withdraw_resolution": Example(
        MANAGER, {"reason": "Błąd w kwocie"}, {_RESOLUTION: _TO_WITHDRAW}
    ),
}


def sow(front: Front, four: Sequence[str]) -> dict[str, str]:
    """Two resolutions of years to come, and two small cohorts."""
    del four
    path, cohorts = "/v1/benefits/resolutions", "/v1/benefits/cohorts"
    return {
        _TO_APPROVE: front.post(MANAGER, path, _resolution(2032))["id"],
        _TO_WITHDRAW: front.post(MANAGER, path, _resolution(2033))["id"],
        _TO_SHOW: front.post(MANAGER, cohorts, _COHORT)["id"],
        _TO_DISCARD: front.post(MANAGER, cohorts, _COHORT)["id"],
    }
