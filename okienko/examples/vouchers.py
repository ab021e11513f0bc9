"""Examples of care vouchers: the programme, the voucher, the visits, the settlement."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from okienko.caller import Front
from okienko.examples.example import CLIENT, MANAGER, OPS, Example, id_of
from okienko.personas import NGO_ZABRZE, OPS_STRZELCE

CLERK, CARER = "ops-zabrze-clerk", "ngo-zabrze-carer"
PROGRAMME = id_of("f701")
TO_ISSUE, TO_HAND_OVER, HELD, TO_TRANSFER, TO_CANCEL = (id_of(f"f71{n}") for n in range(1, 6))
VISIT, TO_CONFIRM, TO_CORRECT, TO_STRIKE = (id_of(f"f72{n}") for n in range(1, 5))
SUBMITTED, TO_QUERY = id_of("f731"), id_of("f732")
SERIAL, CODE = "0A1B2C3D4E5F6G7S", "204816"
_DAYS = {"first_day": "2025-07-01", "last_day": "2027-12-31"}
_PROGRAMME: dict[str, Any] = {
    "municipality": "2478011",
    "name": "Bon opiekuńczy (demo)",
    "resolution": "uchwała nr XII/98/25 (demo)",
    "hour_rate": "40.00",
    "services": ["care", "neighbour_care"],
    "table": {"preset": "LIPNICA-2023"},
    "limits": {"min_hours": 4, "max_hours": 50, "daily_max_hours": 8},
    "carry_over": "next_month",
} | _DAYS
_VOUCHER: dict[str, Any] = {
    "programme_id": PROGRAMME,
    "services": ["neighbour_care"],
    "hours": 30,
    "valid_from": "2026-04-01",
    "valid_to": "2027-12-31",
}
_GIVEN: dict[str, Any] = {
    "valid_from": "2025-08-01",
    "valid_to": "2027-06-30",
    "income": {"amount": "1800.00", "household_size": 1, "reason": "Decyzja ZUS (demo)."},
}


def _visit(day: str, first: int = 8) -> dict[str, Any]:
    """Two hours of care on a day."""
    return {
        "serial": SERIAL,
        "carer": "ngo-zabrze-carer",
        "service": "care",
        "starts_at": f"{day}T{first:02}:10:00+01:00",
        "ends_at": f"{day}T{first + 2:02}:10:00+01:00",
        "tasks": ["daily_needs", "hygiene"],
        "place": {"latitude": 50.3249, "longitude": 18.7857},
    }


def _of(voucher: str) -> dict[str, str]:
    return {"voucher_id": voucher}


def _at(visit: str) -> dict[str, str]:
    return {"visit_id": visit}


def _in(settlement: str) -> dict[str, str]:
    return {"settlement_id": settlement}


EXAMPLES: dict[str, Example] = {
    "open_voucher_programme": Example(MANAGER, _PROGRAMME),
    "list_voucher_programmes": Example(),
    "show_voucher_programme": Example(path={"programme_id": PROGRAMME}),
    "contract_provider": Example(
        MANAGER, {"institution": str(OPS_STRZELCE.id)} | _DAYS, {"programme_id": PROGRAMME}
    ),
    "end_provider_contract": Example(
        MANAGER,
        {"institution": str(OPS_STRZELCE.id), "last_day": "2027-06-30"},
        {"programme_id": PROGRAMME},
    ),
    "draft_voucher": Example(body=_VOUCHER | {"client_id": CLIENT}),
    "list_vouchers": Example(),
    "show_voucher": Example(path=_of(HELD)),
    "print_voucher": Example(path=_of(HELD)),
    "issue_voucher": Example(MANAGER, path=_of(TO_ISSUE)),
    "hand_over_voucher": Example(path=_of(TO_HAND_OVER)),
    "check_voucher": Example(CARER, {"serial": SERIAL}),
    "record_care_visit": Example(CARER, _visit("2025-11-03") | {"code": CODE}),
    "list_visits": Example(),
    "show_visit": Example(CARER, path=_at(VISIT)),
    "confirm_visit": Example(CARER, {"code": CODE}, _at(TO_CONFIRM)),
    "correct_visit": Example(
        CARER,
        {
            "starts_at": "2025-11-05T08:30:00+01:00",
            "ends_at": "2025-11-05T10:10:00+01:00",
            "reason": "Wizyta zaczęła się później.",
        },
        _at(TO_CORRECT),
    ),
    "explain_visit": Example(
        CARER,
        {"flag": "family_carer", "explanation": "Kuzynka, mieszka osobno."},
        _at(VISIT),
    ),
    "clear_visit_flag": Example(
        CLERK, {"flag": "family_carer", "note": "Sprawdzono u klientki."}, _at(VISIT)
    ),
    "check_visit_by_phone": Example(CLERK, {"outcome": "confirmed"}, _at(VISIT)),
    "strike_visit": Example(CLERK, {"reason": "did_not_take_place"}, _at(TO_STRIKE)),
    "record_absence": Example(
        body={"kind": "hospital", "first_day": "2025-12-01", "last_day": "2025-12-05"},
        path=_of(HELD),
    ),
    "submit_settlement": Example(CARER, {"programme_id": PROGRAMME, "month": "2025-10"}),
    "list_settlements": Example(CARER),
    "show_settlement": Example(CARER, path=_in(SUBMITTED)),
    "check_settlement": Example(CLERK, path=_in(SUBMITTED)),
    "accept_settlement": Example(MANAGER, path=_in(SUBMITTED)),
    "pay_settlement": Example(CLERK, path=_in(SUBMITTED)),
    "query_settlement": Example(CLERK, {"reason": "times_unclear"}, _in(TO_QUERY)),
    "answer_settlement": Example(CARER, path=_in(TO_QUERY)),
    "renew_voucher_code": Example(path=_of(HELD)),
    "suspend_voucher": Example(body={"reason": "hospital"}, path=_of(HELD)),
    "resume_voucher": Example(path=_of(HELD)),
    "transfer_voucher": Example(body={"provider": str(NGO_ZABRZE.id)}, path=_of(TO_TRANSFER)),
    "cancel_voucher": Example(body={"reason": "client_resigned"}, path=_of(TO_CANCEL)),
}


class _Held(NamedTuple):
    id: str
    serial: str
    code: str


def sow(front: Front, four: Sequence[str]) -> dict[str, str]:
    """One programme, vouchers in every state, and two months of visits."""
    # Every visit of it is drawn, so that there is one to ask about on the telephone.
    body = _PROGRAMME | {"limits": {"phone_check_percent": 100}}
    programme = front.post(MANAGER, "/v1/voucher-programmes", body)["id"]
    contract = {"institution": str(NGO_ZABRZE.id)} | _DAYS
    front.post(MANAGER, f"/v1/voucher-programmes/{programme}/contracts", contract)
    care, kind = {"services": ["care"]}, {"services": ["neighbour_care"]}
    held = _held(front, four[2], programme, care)
    visits = {day: _made(front, held, day) for day in ("2025-11-04", "2025-11-05", "2025-11-06")}
    for day in ("2025-08-05", "2025-09-03", "2025-10-07"):
        _made(front, held, day, code=held.code)
    settled = [
        front.post(CARER, "/v1/voucher-settlements", {"programme_id": programme, "month": month})
        for month in ("2025-08", "2025-09")
    ]
    return {
        PROGRAMME: programme,
        TO_ISSUE: _drafted(front, four[1], programme, care),
        TO_HAND_OVER: _issued(front, four[1], programme, kind),
        HELD: held.id,
        TO_TRANSFER: _held(front, four[2], programme, kind).id,
        TO_CANCEL: _drafted(front, four[3], programme, care),
        VISIT: _made(front, held, "2025-11-07", code=held.code, family_carer=True),
        TO_CONFIRM: visits["2025-11-04"],
        TO_CORRECT: visits["2025-11-05"],
        TO_STRIKE: visits["2025-11-06"],
        SUBMITTED: settled[0]["id"],
        TO_QUERY: settled[1]["id"],
        SERIAL: held.serial,
        CODE: held.code,
    }


def _drafted(front: Front, client: str, programme: str, said: dict[str, Any]) -> str:
    body = _VOUCHER | _GIVEN | said | {"client_id": client, "programme_id": programme}
    return str(front.post(OPS, "/v1/vouchers", body)["id"])


def _issued(front: Front, client: str, programme: str, said: dict[str, Any]) -> str:
    voucher = _drafted(front, client, programme, said)
    front.post(MANAGER, f"/v1/vouchers/{voucher}/issue")
    return voucher


def _held(front: Front, client: str, programme: str, said: dict[str, Any]) -> _Held:
    voucher = _issued(front, client, programme, said)
    handed = front.post(OPS, f"/v1/vouchers/{voucher}/hand-over")
    return _Held(voucher, handed["voucher"]["serial"].replace("-", ""), handed["code"])


def _made(front: Front, held: _Held, day: str, **said: Any) -> str:
    body = _visit(day) | {"serial": held.serial} | said
    return str(front.post(CARER, "/v1/voucher-visits", body)["visit"]["id"])
