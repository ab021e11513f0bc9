"""Examples of what is printed of referrals and plans."""

from collections.abc import Sequence

from okienko.caller import Front
from okienko.examples.advice import PUP_MANAGER, TO_ACCEPT
from okienko.examples.example import OPS, PLAN, SENT, Example, id_of, referral
from okienko.examples.meetings import IN_SESSION
from okienko.examples.plans import PART, WRITTEN
from okienko.personas import NGO_ZABRZE

EXPECTED, ANSWERED = id_of("e901"), id_of("e902")
_NGO = "ngo-zabrze"
EXAMPLES: dict[str, Example] = {
    "print_referral": Example(path={"referral_id": SENT}),
    "print_slip": Example(path={"referral_id": EXPECTED}),
    "print_feedback": Example(path={"referral_id": ANSWERED}),
    "print_plan": Example(path={"plan_id": PLAN}),
    "print_part": Example(path={"plan_id": WRITTEN, "part_id": PART}),
    "print_minutes": Example(path={"meeting_id": IN_SESSION}),
    "print_handover": Example(PUP_MANAGER, path={"handover_id": TO_ACCEPT}),
    "print_my_plan": Example(path={"plan_id": PLAN}),
}


def sow(front: Front, clients: Sequence[str]) -> dict[str, str]:
    """A referral with an appointment, and one that was answered with a refusal."""
    expected, answered = [_sent(front, client) for client in clients[2:4]]
    visit = {"first_visit_on": "2030-01-07", "first_visit_at": "10:30"}
    front.post(_NGO, f"/v1/referrals/{expected}/accept", visit)
    front.post(_NGO, f"/v1/referrals/{answered}/decline", {"reason": "no_places"})
    return {EXPECTED: expected, ANSWERED: answered}


def _sent(front: Front, client: str) -> str:
    to = {"to": {"institution": str(NGO_ZABRZE.id)}}
    return str(front.post(OPS, "/v1/referrals", referral(client) | to)["id"])
