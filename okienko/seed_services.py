"""Services of the demo institutions, all invented."""

from typing import Any

from okienko.caller import Front
from okienko.personas import MOPR_ZABRZE, NGO_ZABRZE, PUP_STRZELCE, PUP_ZABRZE


def _id(tail: str) -> str:
    return f"0197a000-0000-7000-8000-00000000{tail}"


WORKSHOP, FULL_SHELTER = _id("e211"), _id("e212")
COUNSELLING, TRAINING, DAY_CLUB = _id("e213"), _id("e214"), _id("e215")
_SERVICES: list[dict[str, Any]] = [
    {
        "id": WORKSHOP,
        "institution": str(NGO_ZABRZE.id),
        "name": "Warsztat szukania pracy (demo)",
        "category": "labour_market",
        "description": "Zmyślony warsztat: dwa spotkania w tygodniu przez sześć tygodni.",
        "area": ["2478"],
        "target_groups": ["long_term_unemployed"],
        "minimum_age": 18,
        "places": 10,
        "keeps_waiting_list": True,
    },
    {  # full, once the examples are sown: whoever is sent there joins the waiting list
        "id": FULL_SHELTER,
        "institution": str(NGO_ZABRZE.id),
        "name": "Schronisko na niby (demo)",
        "category": "homelessness",
        "area": ["24"],
        "target_groups": ["homeless_people"],
        "referral_required": True,
        "places": 1,
        "unit": "bed",
        "keeps_waiting_list": True,
    },
    {
        "id": COUNSELLING,
        "institution": str(PUP_ZABRZE.id),
        "name": "Poradnictwo zawodowe (demo)",
        "category": "labour_market",
        "area": ["2478"],
    },
    {
        "id": TRAINING,
        "institution": str(PUP_STRZELCE.id),
        "name": "Szkolenie bez sali (demo)",
        "category": "labour_market",
        "area": ["1611"],
        "places": 15,
        "status": "inactive",
    },
    {
        "id": DAY_CLUB,
        "institution": str(MOPR_ZABRZE.id),
        "name": "Klub seniora Nigdzie (demo)",
        "category": "day_care",
        "area": ["2478011"],
        "target_groups": ["older_people", "lonely_people"],
        "minimum_age": 60,
        "places": 20,
        "contact": {"phone": "+48000000000", "email": "klub.demo@example.org"},
    },
]


def sow_services(front: Front) -> None:
    """Publish what is not there yet; the same under the same id again changes nothing."""
    for service in _SERVICES:
        known = front.get("operator", "/v1/services", institution=service["institution"])
        if service["id"] not in {one["id"] for one in known["items"]}:
            front.post("operator", "/v1/services", service)
