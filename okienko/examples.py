"""One worked example of every operation: shown in the documentation, sown in the demo, tried by a test.

The ids below are placeholders; the demo sows the things they stand for and the gateway of a
demonstration shows the real ids in their place, so that "try it out" answers with success.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from okienko.caller import Front
from okienko.personas import (
    LAPSED,
    MOPR_ZABRZE,
    NGO_ZABRZE,
    PUP_STRZELCE,
    PUP_ZABRZE,
    ZABRZE,
    with_check_digit,
)

OPS, MANAGER, PUP, STRANGER, OPERATOR = (
    "ops-zabrze",
    "ops-zabrze-manager",
    "pup-zabrze",
    "ops-strzelce",
    "operator",
)


def _id(tail: str) -> str:
    return f"0197a000-0000-7000-8000-{tail:0>12}"


CLIENT, SHARING = _id("c001"), _id("c101")
ASKED, ASKED_TOO = _id("c201"), _id("c202")
PLAN, GOAL, ACTION = _id("d001"), _id("d101"), _id("d201")
SENT, TO_DECLINE, TO_WITHDRAW, ACCEPTED = _id("e001"), _id("e002"), _id("e003"), _id("e004")
AWARD, TO_REJECT = _id("f001"), _id("f002")
KNOWN_PESEL = with_check_digit("79010100003")
_TASK = {"kind": "statutory_task", "article": "art. 100 ust. 2 u.p.s."}
_CONSENT = {"kind": "consent", "evidence": "form 12/2026"}
_HOME = {
    "municipality": "2478011",
    "street": "Wolności 1",
    "postal_code": "41-800",
    "city": "Zabrze",
}
_ALONE = {
    "valid_from": "2026-01-01",
    "members": [{"relation": "applicant", "birth_date": "1985-03-14"}],
}


@dataclass(frozen=True)
class Example:
    """Who sends what where."""

    who: str = OPS
    body: Mapping[str, Any] | None = None
    path: Mapping[str, str] = field(default_factory=dict)


def _referral(client: str) -> dict[str, Any]:
    return {
        "client_id": client,
        "to": {"institution": str(PUP_ZABRZE.id)},
        "purpose": "Pośrednictwo pracy",
        "urgency": "normal",
        "basis": _TASK,
    }


def _application(client: str) -> dict[str, Any]:
    return {
        "client_id": client,
        "employment_started_on": "2026-03-01",
        "schedule": {"preset": "STEP-12"},
    }


_C, _P, _R = {"client_id": CLIENT}, {"plan_id": PLAN}, {"referral_id": SENT}
EXAMPLES: dict[str, Example] = {
    "register_client": Example(
        body={
            "name": {"given": "Próbna", "family": "Wymyślona"},
            "birth_date": "1985-03-14",
            "residence": _HOME,
            "contact": {"phone": "+48600100200"},
            "reasons": ["unemployment"],
            "share_with": [{"partnership": str(ZABRZE), "basis": _CONSENT}],
        }
    ),
    "find_clients": Example(body={"family": "Przykładowa-Demo", "birth_date": "1985-03-14"}),
    "show_client": Example(path=_C),
    "declare_household": Example(path=_C, body=_ALONE),
    "declare_income": Example(
        path=_C,
        body={"month": "2026-02", "items": [{"kind": "family_allowance", "monthly": "95.00"}]},
    ),
    "add_need": Example(path=_C, body={"kind": "training", "urgency": "normal"}),
    "start_employment": Example(
        path=_C, body={"started_on": "2026-06-01", "kind": "employment_contract"}
    ),
    "open_sharing": Example(
        path=_C,
        body={"institution": str(NGO_ZABRZE.id), "basis": _CONSENT, "sections": ["health"]},
    ),
    "withdraw_sharing": Example(path=_C | {"sharing_id": SHARING}),
    "request_access": Example(
        STRANGER, {"pesel": KNOWN_PESEL, "reason": "Przyszedł do nas po pomoc."}
    ),
    "list_access_requests": Example(),
    "grant_access": Example(path={"request_id": ASKED}, body={"basis": _TASK}),
    "refuse_access": Example(path={"request_id": ASKED_TOO}),
    "read_record": Example(path=_C),
    "read_timeline": Example(path=_C),
    "read_accesses": Example(path=_C),
    "show_plan": Example(path=_P),
    "add_goal": Example(path=_P, body={"title": "Praca w ciągu pół roku", "due_on": "2030-06-30"}),
    "add_action": Example(path=_P, body={"goal_id": GOAL, "title": "Kurs zawodowy"}),
    "finish_action": Example(path=_P | {"action_id": ACTION}),
    "send_referral": Example(
        body=_referral(CLIENT) | {"to": {"institution": str(NGO_ZABRZE.id)}, "goal_id": GOAL}
    ),
    "list_referrals": Example(),
    "show_referral": Example(path=_R),
    "receive_referral": Example(PUP, path=_R),
    "accept_referral": Example(PUP, {"first_visit_on": "2030-01-07"}, _R),
    "decline_referral": Example(PUP, {"reason": "no_places"}, {"referral_id": TO_DECLINE}),
    "withdraw_referral": Example(path={"referral_id": TO_WITHDRAW}),
    "complete_referral": Example(PUP, {"outcome": "employment"}, {"referral_id": ACCEPTED}),
    "apply_for_award": Example(body=_application(CLIENT)),
    "show_award": Example(path={"award_id": AWARD}),
    "approve_award": Example(MANAGER, path={"award_id": AWARD}),
    "reject_award": Example(MANAGER, {"reason": "computed_wrongly"}, {"award_id": TO_REJECT}),
    "list_institutions": Example(),
    "show_institution": Example(path={"institution_id": str(PUP_ZABRZE.id)}),
    "register_institution": Example(
        OPERATOR,
        {"id": _id("4"), "name": "CIS Zabrze (demo)", "kind": "CIS", "territory": "2478011"},
    ),
    "list_partnerships": Example(),
    "show_partnership": Example(path={"partnership_id": str(ZABRZE)}),
    "found_partnership": Example(
        OPERATOR,
        {"id": _id("aa04"), "name": "Partnerstwo Gliwice (demo)", "territory": ["2466"]},
    ),
    "activate_agreement": Example(
        OPERATOR,
        {
            "id": _id("ab04"),
            "number": "3/2026 (demo)",
            "members": [str(MOPR_ZABRZE.id), str(PUP_ZABRZE.id)],
            "valid_from": "2026-01-01",
        },
        {"partnership_id": str(ZABRZE)},
    ),
    "terminate_agreement": Example(
        OPERATOR,
        {"ended_on": "2025-06-30"},
        {"partnership_id": str(LAPSED), "agreement_id": _id("ab03")},
    ),
}


def sow(front: Front) -> dict[str, str]:
    """Make the things that the placeholders stand for; answer their real ids."""
    four = [_somebody(front, number) for number in range(4)]
    plans = [front.wait_for_plan(OPS, client) for client in four]
    path = f"/v1/plans/{plans[0]['id']}"
    goal = front.post(OPS, f"{path}/goals", {"title": "Przykładowy cel"})["goals"][0]["id"]
    added = front.post(OPS, f"{path}/actions", {"goal_id": goal, "title": "Przykład"})
    sent = [front.post(OPS, "/v1/referrals", _referral(client))["id"] for client in four]
    front.post(PUP, f"/v1/referrals/{sent[3]}/accept", {"first_visit_on": "2030-01-07"})
    basis = {"institution": str(PUP_STRZELCE.id), "basis": _TASK}
    awards = [front.post(OPS, "/v1/awards", _application(c))["id"] for c in four[1:3]]
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


def _pesel(number: int) -> str:
    return with_check_digit(f"85031490{number:02}0")


def _somebody(front: Front, number: int) -> str:
    """A client ready for everything the examples do."""
    body = dict(EXAMPLES["register_client"].body or {})
    body |= {"name": {"given": "Maria", "family": "Przykładowa-Demo"}, "pesel": _pesel(number)}
    client = str(front.post(OPS, "/v1/clients", body, key=f"example-{number}")["id"])
    path = f"/v1/clients/{client}"
    front.post(OPS, f"{path}/household", _ALONE)
    front.post(OPS, f"{path}/incomes", {"month": "2026-02", "items": []})
    wage = [{"kind": "employment", "monthly": "3355.85"}]
    front.post(OPS, f"{path}/incomes", {"month": "2026-03", "items": wage})
    front.post(OPS, f"{path}/employments", {"started_on": "2026-03-01"})
    return client


def _ask(front: Front, number: int) -> str:
    body = {"pesel": _pesel(number), "reason": "Przyszła do nas po pomoc."}
    return str(front.post(STRANGER, "/v1/access-requests", body)["id"])


def show_in(openapi: dict[str, Any]) -> None:
    """Put the examples where the documentation shows them."""
    for methods in openapi["paths"].values():
        for operation in methods.values():
            example = EXAMPLES[operation["operationId"]]
            for parameter in operation.get("parameters", []):
                if parameter["in"] == "path":
                    parameter["example"] = example.path[parameter["name"]]
            if example.body is not None:
                operation["requestBody"]["content"]["application/json"]["example"] = example.body
