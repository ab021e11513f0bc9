"""Examples of what institutions offer, and services of the demo that stand for them."""

from collections.abc import Sequence

from okienko.caller import Front
from okienko.examples.example import Example, id_of
from okienko.seed_services import FULL_SHELTER, WORKSHOP

NGO = "ngo-zabrze"
TO_CHANGE, TO_CLOSE, CLOSED, TO_RETIRE = (id_of(f"e22{n}") for n in range(1, 5))
_WORDS = {"category": "advice", "area": ["2478"]}
_COUNSELLING = _WORDS | {"name": "Poradnia obywatelska (demo)"}
EXAMPLES: dict[str, Example] = {
    "list_services": Example(),
    "show_service": Example(path={"service_id": FULL_SHELTER}),
    "publish_service": Example(NGO, _COUNSELLING | {"id": id_of("e220"), "places": 12}),
    "change_service": Example(NGO, _COUNSELLING | {"minimum_age": 18}, {"service_id": TO_CHANGE}),
    "set_capacity": Example(
        NGO, {"places": 8, "keeps_waiting_list": True}, {"service_id": WORKSHOP}
    ),
    "close_service": Example(NGO, {"until": "2030-08-31"}, {"service_id": TO_CLOSE}),
    "reopen_service": Example(NGO, path={"service_id": CLOSED}),
    "retire_service": Example(NGO, path={"service_id": TO_RETIRE}),
}


def sow(front: Front, clients: Sequence[str]) -> dict[str, str]:
    """Four services for the examples to change; they are about no client."""
    del clients
    made = {
        placeholder: str(
            front.post(NGO, "/v1/services", _WORDS | {"name": f"Usługa przykładowa {number}"})[
                "id"
            ]
        )
        for number, placeholder in enumerate((TO_CHANGE, TO_CLOSE, CLOSED, TO_RETIRE), 1)
    }
    front.post(NGO, f"/v1/services/{made[CLOSED]}/close", {})
    return made
