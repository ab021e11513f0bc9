"""Examples of the operations of referrals."""

from okienko.examples.example import (
    ACCEPTED,
    CLIENT,
    GOAL,
    PUP,
    SENT,
    TO_DECLINE,
    TO_WITHDRAW,
    Example,
    referral,
)
from okienko.personas import NGO_ZABRZE

_R = {"referral_id": SENT}
EXAMPLES: dict[str, Example] = {
    "send_referral": Example(
        body=referral(CLIENT) | {"to": {"institution": str(NGO_ZABRZE.id)}, "goal_id": GOAL}
    ),
    "list_referrals": Example(),
    "show_referral": Example(path=_R),
    "receive_referral": Example(PUP, path=_R),
    "accept_referral": Example(PUP, {"first_visit_on": "2030-01-07"}, _R),
    "decline_referral": Example(PUP, {"reason": "no_places"}, {"referral_id": TO_DECLINE}),
    "withdraw_referral": Example(path={"referral_id": TO_WITHDRAW}),
    "complete_referral": Example(
        PUP, {"outcome": "employment", "note": "Pracuje w piekarni."}, {"referral_id": ACCEPTED}
    ),
}
