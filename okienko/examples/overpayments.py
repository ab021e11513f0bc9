"""Examples of overpayments: found, explained, determined, repaid, set off, waived, closed."""

from collections.abc import Sequence
from typing import Any

from okienko.caller import Front
from okienko.examples.awards import granted, somebody_working
from okienko.examples.example import MANAGER, OPS, Example, id_of

_AWARD = id_of("f011")
(
    TO_EXPLAIN,
    TO_CHANGE,
    TO_DETERMINE,
    TO_PLAN,
    TO_SET_OFF,
    TO_REPAY,
    TO_WAIVE,
    TO_SETTLE,
    TO_LET_GO,
) = (id_of(f"f20{number}") for number in range(1, 10))
_MONTHS = {
    TO_EXPLAIN: "2026-04",
    TO_CHANGE: "2026-05",
    TO_DETERMINE: "2026-06",
    TO_PLAN: "2026-07",
    TO_SET_OFF: "2026-08",
    TO_REPAY: "2026-09",
    TO_WAIVE: "2026-10",
    TO_SETTLE: "2026-11",
    TO_LET_GO: "2026-12",
}
_HEARD = {"awareness": "knowingly", "explanation": "Nie zgłosiła podwyżki."}
_DECISION = {"decision": "OPS.5120.7.2026", "decided_on": "2026-11-20"}
_UNTIL = {"due_on": "2030-01-31"}
_ASKED = {"reason": "excessive_burden"}


def _case(overpayment: str) -> dict[str, str]:
    return {"overpayment_id": overpayment}


EXAMPLES: dict[str, Example] = {
    "detect_overpayment": Example(
        body={"months": [{"month": "2026-03", "due": "100.00"}], "cause": "unreported_income"},
        path={"award_id": _AWARD},
    ),
    "list_overpayments": Example(),
    "show_overpayment": Example(path=_case(TO_EXPLAIN)),
    "explain_overpayment": Example(body=_HEARD, path=_case(TO_EXPLAIN)),
    "change_decision": Example(MANAGER, _DECISION, _case(TO_CHANGE)),
    "determine_overpayment": Example(MANAGER, _UNTIL, _case(TO_DETERMINE)),
    "plan_instalments": Example(MANAGER, {"first_month": "2027-01", "count": 6}, _case(TO_PLAN)),
    "set_off_overpayment": Example(
        MANAGER, {"share": "0.25", "from_month": "2028-01"}, _case(TO_SET_OFF)
    ),
    "record_repayment": Example(
        body={"on": "2027-01-10", "amount": "78.00"}, path=_case(TO_REPAY)
    ),
    "ask_waiver": Example(body=_ASKED, path=_case(TO_REPAY)),
    "grant_waiver": Example(MANAGER, path=_case(TO_WAIVE)),
    "settle_overpayment": Example(MANAGER, path=_case(TO_SETTLE)),
    "write_off_overpayment": Example(MANAGER, path=_case(TO_LET_GO)),
}


def sow(front: Front, four: Sequence[str]) -> dict[str, str]:
    """One award with a case for each verb: of each month one."""
    del four
    made = {_AWARD: granted(front, somebody_working(front, 20), {"linear": 36})}
    for placeholder, month in _MONTHS.items():
        body = {"months": [{"month": month, "due": "10.00"}], "cause": "unreported_income"}
        case = front.post(OPS, f"/v1/awards/{made[_AWARD]}/overpayments", body)
        made[placeholder] = case["id"]
    _walk(front, made)
    return made


def _walk(front: Front, made: dict[str, str]) -> None:
    steps: list[tuple[str, str, dict[str, Any]]] = [
        (OPS, "explain", _HEARD),
        (MANAGER, "change-decision", _DECISION),
        (MANAGER, "determine", _UNTIL),
    ]
    owed = (TO_PLAN, TO_SET_OFF, TO_REPAY, TO_WAIVE, TO_SETTLE)
    far = {TO_CHANGE: 1, TO_DETERMINE: 2} | dict.fromkeys(owed, len(steps))
    for placeholder, count in far.items():
        for who, verb, body in steps[:count]:
            front.post(who, f"/v1/overpayments/{made[placeholder]}/{verb}", body)
    front.post(OPS, f"/v1/overpayments/{made[TO_WAIVE]}/ask-waiver", _ASKED)
    path = f"/v1/overpayments/{made[TO_SETTLE]}"
    all_of_it = {"on": "2026-12-01", "amount": front.get(OPS, path)["owed"]}
    front.post(OPS, f"{path}/repayments", all_of_it)
