"""Making the things that the placeholders of the examples stand for."""

from collections.abc import Callable, Sequence

from okienko.caller import Front
from okienko.examples import (
    advice,
    awards,
    benefits,
    day,
    duplicates,
    feed,
    interviews,
    law,
    means,
    meetings,
    offers,
    overpayments,
    papers,
    payments,
    person,
    plans,
    referral_life,
    requests,
    rights,
    services,
    sharing,
    vouchers,
)
from okienko.examples.example import (
    ACCEPTED,
    ACTION,
    ALONE,
    ASKED,
    ASKED_TOO,
    AWARD,
    CLIENT,
    GOAL,
    OPS,
    PLAN,
    PUP,
    SENT,
    SHARING,
    STRANGER,
    TASK,
    TO_DECLINE,
    TO_REJECT,
    TO_WITHDRAW,
    application,
    referral,
)
from okienko.examples.intake import EXAMPLES
from okienko.personas import PUP_STRZELCE, with_check_digit

MORE: Sequence[Callable[[Front, Sequence[str]], dict[str, str]]] = (
    sharing.sow,
    duplicates.sow,
    feed.sow,
    person.sow,
    plans.sow,
    meetings.sow,
    means.sow,
    interviews.sow,
    advice.sow,
    day.sow,
    rights.sow,
    papers.sow,
    referral_life.sow,
    services.sow,
    offers.sow,
    requests.sow,
    benefits.sow,
    awards.sow,
    overpayments.sow,
    payments.sow,
    vouchers.sow,
    law.sow,
)
"""Themes that sow things of their own for the four made-up clients."""


def sow(front: Front) -> dict[str, str]:
    """Make the things that the placeholders stand for; answer their real ids."""
    four = [somebody(front, number) for number in range(4)]
    made = _sow_the_first(front, four)
    for theme in MORE:
        more = theme(front, four)
        if twice := made.keys() & more.keys():
            raise ValueError(f"two things stand for one placeholder: {sorted(twice)}")
        made |= more
    return made


def _sow_the_first(front: Front, four: Sequence[str]) -> dict[str, str]:
    plans = [front.wait_for_plan(OPS, client) for client in four]
    path = f"/v1/plans/{plans[0]['id']}"
    goal = front.post(OPS, f"{path}/goals", {"title": "Przykładowy cel"})["goals"][0]["id"]
    added = front.post(OPS, f"{path}/actions", {"goal_id": goal, "title": "Przykład"})
    sent = [front.post(OPS, "/v1/referrals", referral(client))["id"] for client in four]
    front.post(PUP, f"/v1/referrals/{sent[3]}/accept", {"first_visit_on": "2030-01-07"})
    basis = {"institution": str(PUP_STRZELCE.id), "basis": TASK}
    awards = [front.post(OPS, "/v1/awards", application(c))["id"] for c in four[1:3]]
    return {
        CLIENT: four[0],
        SHARING: front.post(OPS, f"/v1/clients/{four[0]}/sharings", basis)["id"],
        ASKED: _ask(front, 2),
        ASKED_TOO: _ask(front, 3),
        PLAN: plans[0]["id"],
        GOAL: goal,
        ACTION: added["goals"][0]["actions"][0]["id"],
        SENT: sent[0],
        TO_DECLINE: sent[1],
        TO_WITHDRAW: sent[2],
        ACCEPTED: sent[3],
        AWARD: awards[0],
        TO_REJECT: awards[1],
    }


def pesel_of(number: int) -> str:
    """The number of one of the made-up people."""
    return with_check_digit(f"85031490{number:02}0")


def somebody(front: Front, number: int) -> str:
    """A client ready for everything the examples do."""
    body = dict(EXAMPLES["register_client"].body or {})
    body |= {"name": {"given": "Maria", "family": "Przykładowa-Demo"}, "pesel": pesel_of(number)}
    client = str(front.post(OPS, "/v1/clients", body, key=f"example-{number}")["id"])
    path = f"/v1/clients/{client}"
    front.post(OPS, f"{path}/household", ALONE)
    front.post(OPS, f"{path}/incomes", {"month": "2026-02", "items": []})
    wage = [{"kind": "employment", "monthly": "3355.85"}]
    front.post(OPS, f"{path}/incomes", {"month": "2026-03", "items": wage})
    front.post(OPS, f"{path}/employments", {"started_on": "2026-03-01"})
    return client


def _ask(front: Front, number: int) -> str:
    body = {"pesel": pesel_of(number), "reason": "Przyszła do nas po pomoc."}
    return str(front.post(STRANGER, "/v1/access-requests", body)["id"])
