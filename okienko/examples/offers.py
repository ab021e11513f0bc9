"""Examples of offers to several, of what is open to a partnership, and of waiting lists."""

from collections.abc import Sequence
from typing import Any

from okienko.caller import Front
from okienko.examples.example import CLIENT, OPS, TASK, Example, id_of
from okienko.personas import ZABRZE
from okienko.seed_services import COUNSELLING, FULL_SHELTER, WORKSHOP

NGO = "ngo-zabrze"
OFFER, TO_TAKE_BACK, TO_CLAIM, TO_WAIT = (
    id_of("e202"),
    id_of("e231"),
    id_of("e232"),
    id_of("e233"),
)
_TO_BOTH = {
    "to": [{"service": WORKSHOP}, {"service": COUNSELLING}],
    "purpose": "Pomoc w szukaniu pracy",
    "basis": TASK,
}
EXAMPLES: dict[str, Example] = {
    "make_offer": Example(body=_TO_BOTH | {"client_id": CLIENT}),
    "show_offer": Example(path={"offer_id": OFFER}),
    "withdraw_offer": Example(path={"offer_id": TO_TAKE_BACK}),
    "list_open_referrals": Example(NGO),
    "claim_referral": Example(NGO, path={"referral_id": TO_CLAIM}),
    "place_on_waiting_list": Example(NGO, path={"referral_id": TO_WAIT}),
}


def sow(front: Front, clients: Sequence[str]) -> dict[str, str]:
    """Two offers, a referral open to a partnership, and a shelter that is full."""
    _fill_the_shelter(front, clients[3])
    to_all = {"partnership": str(ZABRZE), "category": "labour_market"}
    shelter = {"service": FULL_SHELTER, "join_waiting_list": True}
    return {
        OFFER: _offer(front, clients[1]),
        TO_TAKE_BACK: _offer(front, clients[2]),
        TO_CLAIM: _send(front, clients[1], to_all),
        TO_WAIT: _send(front, clients[2], shelter),
    }


def _offer(front: Front, client: str) -> str:
    return str(front.post(OPS, "/v1/offers", _TO_BOTH | {"client_id": client})["id"])


def _send(front: Front, client: str, to: dict[str, Any]) -> str:
    body = {"client_id": client, "to": to, "purpose": "Przykład", "basis": TASK}
    return str(front.post(OPS, "/v1/referrals", body)["id"])


def _fill_the_shelter(front: Front, client: str) -> None:
    """Its only place is taken, so whoever comes next waits."""
    sent = _send(front, client, {"service": FULL_SHELTER})
    front.post(NGO, f"/v1/referrals/{sent}/accept", {"first_visit_on": "2030-01-07"})
