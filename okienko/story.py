"""The journey of the house told step by step on the running demonstration, with the delays."""

import random
import time
from datetime import date, timedelta
from typing import Any

import orjson
import typer

from okienko.caller import Front
from okienko.local.home import Home
from okienko.personas import PUP_ZABRZE, ZABRZE, with_check_digit
from okienko.trouble import Trouble

_PATIENCE = 30.0
_OPS, _PUP, _NGO, _STRANGER = "ops-zabrze", "pup-zabrze", "ngo-zabrze", "ops-strzelce"


def tell(home: Home) -> None:
    """Play the journey with a new invented client, and print what each one sees."""
    front = Front(home)
    client_id = _register(front)
    _look(front, client_id)
    _declare(front, client_id)
    plan = _plan(front, client_id)
    _refer(front, client_id, plan)
    _award(front, client_id)
    _timeline(front, client_id)


def _say(step: str, shown: Any = None) -> None:
    typer.echo(f"\n{step}")
    if shown is not None:
        typer.echo("  " + orjson.dumps(shown).decode())


def _register(front: Front) -> str:
    begun = time.perf_counter()
    client = front.post(_OPS, "/v1/clients", _somebody())
    answered = time.perf_counter()
    front.forget()
    path = f"/v1/records/{client['id']}"
    while (seen_by_pup := front.ask(_PUP, "GET", path)).status_code == 404:  # noqa: PLR2004 not yet
        if time.perf_counter() - answered > _PATIENCE:
            raise Trouble("The PUP still does not see her; `okienko doctor` says what is wrong.")
        time.sleep(0.0005)
    if not seen_by_pup.is_success:
        raise Trouble(f"The PUP cannot read the record: {seen_by_pup.text}")
    seen = time.perf_counter()
    _say(
        f"1. The OPS registers her: answered in {_ms(answered - begun)}; "
        f"the PUP reads her record {_ms(seen - answered)} after the answer.",
        {k: client[k] for k in ("id", "version", "pesel", "status")},
    )
    return str(client["id"])


def _somebody() -> dict[str, Any]:
    # One of three million: the story can be told often before a number is drawn twice.
    born = date(1985, 1, 1) + timedelta(days=random.randrange(365))  # noqa: S311 no secret
    serial = random.randrange(9000)  # noqa: S311 no secret; the examples have theirs from 9000 on
    return {
        "name": {"given": "Próbna", "family": "Wymyślona"},
        "pesel": with_check_digit(f"{born:%y%m%d}{serial:04}0"),
        "birth_date": born.isoformat(),
        "residence": {
            "municipality": "2478011",
            "street": "Wolności 1",
            "postal_code": "41-800",
            "city": "Zabrze",
        },
        "contact": {"phone": "+48600100200"},
        "reasons": ["unemployment"],
        "share_with": [
            {
                "partnership": str(ZABRZE),
                "basis": {"kind": "consent", "evidence": "form 12/2026"},
            }
        ],
    }


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


def _look(front: Front, client_id: str) -> None:
    path = f"/v1/records/{client_id}"
    for step, who in (("2. The PUP sees", _PUP), ("   the NGO sees", _NGO)):
        record = front.get(who, path)
        shown = {
            "pesel": record["sections"]["identity"]["pesel"],
            "sections": sorted(record["sections"]),
            "withheld": {w["section"]: w["reason"] for w in record["withheld"]},
            "because": [b["basis"] for b in record["shared_because"]],
        }
        _say(f"{step}:", shown)
    refused = front.ask(_STRANGER, "GET", path)
    _say("   the OPS of Strzelce sees:", refused.json())


def _declare(front: Front, client_id: str) -> None:
    path = f"/v1/clients/{client_id}"
    alone = {
        "valid_from": "2026-01-01",
        "members": [{"relation": "applicant", "birth_date": "1985-03-14"}],
    }
    front.post(_OPS, f"{path}/household", alone)
    front.post(_OPS, f"{path}/incomes", {"month": "2026-02", "items": []})
    front.post(_OPS, f"{path}/needs", {"kind": "work", "urgency": "normal"})
    income = front.get(_OPS, f"/v1/records/{client_id}")["sections"]["income"]
    _say("3. Household, income and a need declared; the OPS sees:", income["months"])
    withheld = front.get(_PUP, f"/v1/records/{client_id}")["withheld"]
    _say("   the PUP sees of it:", next(w for w in withheld if w["section"] == "income"))


def _plan(front: Front, client_id: str) -> dict[str, Any]:
    plan = front.wait_for_plan(_OPS, client_id)
    path = f"/v1/plans/{plan['id']}"
    goal = front.post(_OPS, f"{path}/goals", {"title": "Praca w ciągu pół roku"})["goals"][0]
    for who, title in ((_OPS, "Opieka nad mieszkaniem"), (_PUP, "Kurs zawodowy")):
        front.post(who, f"{path}/actions", {"goal_id": goal["id"], "title": title})
    seen: dict[str, Any] = front.get(_NGO, f"/v1/records/{client_id}")["sections"]["plan"]
    actions = [f"{a['owner']['kind']}: {a['title']}" for a in seen["goals"][0]["actions"]]
    _say("4. One plan, seen by the NGO:", {"version": seen["version"], "actions": actions})
    return seen


def _refer(front: Front, client_id: str, plan: dict[str, Any]) -> None:
    referral = front.post(
        _OPS,
        "/v1/referrals",
        {
            "client_id": client_id,
            "to": {"institution": str(PUP_ZABRZE.id)},
            "purpose": "Pośrednictwo pracy",
            "urgency": "normal",
            "goal_id": plan["goals"][0]["id"],
            "basis": {"kind": "statutory_task", "article": "art. 100 ust. 2 u.p.s."},
        },
    )
    path = f"/v1/referrals/{referral['id']}"
    day = time.strftime("%Y-%m-%d", time.localtime(time.time() + 5 * 86400))
    accepted = front.post(_PUP, f"{path}/accept", {"first_visit_on": day})
    _say(
        "5. The OPS refers, the PUP accepts:",
        {k: accepted[k] for k in ("state", "first_visit_on")},
    )
    front.post(
        _PUP, f"{path}/complete", {"outcome": "employment", "note": "Przyjęta do piekarni."}
    )
    told = front.get(_OPS, path)
    action = front.get(_OPS, f"/v1/records/{client_id}")["sections"]["plan"]["goals"][0]["actions"]
    done = next(a for a in action if a["referral_id"] == referral["id"])
    _say(
        "   completed; the OPS sees:",
        {"state": told["state"], "outcome": told["outcome"], "action": done["status"]},
    )


def _award(front: Front, client_id: str) -> None:
    path = f"/v1/clients/{client_id}"
    front.post(_OPS, f"{path}/employments", {"started_on": "2026-03-01"})
    wage = [{"kind": "employment", "monthly": "3355.85"}]
    front.post(_OPS, f"{path}/incomes", {"month": "2026-03", "items": wage})
    award = front.post(
        _OPS,
        "/v1/awards",
        {
            "client_id": client_id,
            "employment_started_on": "2026-03-01",
            "received_on": "2026-03-01",
            "schedule": {"preset": "STEP-12"},
        },
    )
    front.post("ops-zabrze-manager", f"/v1/awards/{award['id']}/approve")
    months = [f"{m['month']} {m['amount']}" for m in award["months"]]
    _say(
        "6. She takes a job; the award replaces what it takes away:",
        {"lost_benefit": award["lost_benefit"], "months": months, "total": award["total"]},
    )
    _say(
        "   the PUP sees in the plan:",
        front.wait_for_plan(_PUP, client_id, "supports")["supports"],
    )


def _timeline(front: Front, client_id: str) -> None:
    _say("7. The timeline:")
    for entry in front.get(_OPS, f"/v1/records/{client_id}/timeline")["items"]:
        who = entry["who"]["name"] if entry["who"] else "Okienko"
        where = entry["where"]["name"] if entry["where"] else "-"
        typer.echo(f"  {entry['at'][11:23]}  {entry['what']:<66} {who}, {where}")
