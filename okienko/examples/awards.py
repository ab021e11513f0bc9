"""Examples of the life of an award: suspended, resumed, corrected, ended."""

from collections.abc import Sequence
from typing import Any

from okienko.caller import Front
from okienko.examples.example import ALONE, HOME, MANAGER, OPS, Example, application, id_of
from okienko.examples.intake import EXAMPLES as REGISTERED
from okienko.personas import with_check_digit

PAUSED, RUNNING, TO_END, TO_WAIVE, TO_CORRECT, OUTDATED = (
    id_of(f"f00{number}") for number in range(3, 9)
)
TO_CONFIRM, TO_REFUSE = id_of("f101"), id_of("f102")
_CORRECTED, _DOUBTED = id_of("f009"), id_of("f010")
_SUM = {"month": "2027-01", "amount": "100.00", "reason": "computed_wrongly"}
_WAGE = [{"kind": "employment", "monthly": "3355.85"}]
_TAPER = {"taper": {"share": "0.55", "allowance": "3000.00", "months": 36}}

EXAMPLES: dict[str, Example] = {
    "list_awards": Example(),
    "suspend_award": Example(
        body={"last_day": "2026-05-15", "reason": "job_lost"}, path={"award_id": RUNNING}
    ),
    "resume_award": Example(body={"from_day": "2026-07-10"}, path={"award_id": PAUSED}),
    "propose_correction": Example(body=_SUM, path={"award_id": TO_CORRECT}),
    "confirm_correction": Example(
        MANAGER, path={"award_id": _CORRECTED, "correction_id": TO_CONFIRM}
    ),
    "refuse_correction": Example(MANAGER, path={"award_id": _DOUBTED, "correction_id": TO_REFUSE}),
    "recompute_award": Example(path={"award_id": OUTDATED}),
    "waive_award": Example(body={"last_day": "2026-06-30"}, path={"award_id": TO_WAIVE}),
    "end_award": Example(
        MANAGER, {"last_day": "2026-06-30", "reason": "moved_out"}, {"award_id": TO_END}
    ),
}


def sow(front: Front, four: Sequence[str]) -> dict[str, str]:
    """An award for each verb: each of a client of her own, for nobody has two."""
    del four
    kinds = (PAUSED, RUNNING, TO_END, TO_WAIVE, TO_CORRECT, _CORRECTED, _DOUBTED)
    made = {one: _granted(front, number, {"linear": 36}) for number, one in enumerate(kinds)}
    made[OUTDATED] = _granted(front, len(kinds), _TAPER)
    lost = {"last_day": "2026-05-31", "reason": "job_lost"}
    front.post(OPS, f"/v1/awards/{made[PAUSED]}/suspend", lost)
    for award, correction in ((_CORRECTED, TO_CONFIRM), (_DOUBTED, TO_REFUSE)):
        shown = front.post(OPS, f"/v1/awards/{made[award]}/corrections", _SUM)
        made[correction] = shown["corrections"][0]["id"]
    more = [{"kind": "employment", "monthly": "3800.00"}]
    _declare(front, front.get(OPS, f"/v1/awards/{made[OUTDATED]}")["client_id"], "2026-04", more)
    # Asked with the token of what was declared: answered once benefits has heard it.
    front.get(OPS, f"/v1/awards/{made[OUTDATED]}")
    return made


def granted(front: Front, client: str, schedule: dict[str, Any]) -> str:
    """An award of a client who works, approved."""
    award = front.post(OPS, "/v1/awards", application(client) | {"schedule": schedule})
    front.post(MANAGER, f"/v1/awards/{award['id']}/approve")
    return str(award["id"])


def somebody_working(front: Front, number: int) -> str:
    """A client who lives alone and took a job, of whom nothing else is said."""
    body = dict(REGISTERED["register_client"].body or {}) | {
        "name": {"given": "Ewa", "family": "Przykładowa-Demo"},
        "pesel": with_check_digit(f"85031494{number:02}0"),
        "birth_date": "1985-03-14",
        "residence": HOME,
    }
    client = str(front.post(OPS, "/v1/clients", body, key=f"award-example-{number}")["id"])
    front.post(OPS, f"/v1/clients/{client}/household", ALONE)
    _declare(front, client, "2026-02", [])
    _declare(front, client, "2026-03", _WAGE)
    front.post(OPS, f"/v1/clients/{client}/employments", {"started_on": "2026-03-01"})
    return client


def _granted(front: Front, number: int, schedule: dict[str, Any]) -> str:
    return granted(front, somebody_working(front, number), schedule)


def _declare(front: Front, client: str, month: str, items: list[dict[str, str]]) -> None:
    front.post(OPS, f"/v1/clients/{client}/incomes", {"month": month, "items": items})
