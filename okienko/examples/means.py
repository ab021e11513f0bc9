"""Examples about household, incomes, jobs, needs and the diagnosis."""

from collections.abc import Sequence

from okienko.caller import Front
from okienko.examples.example import CLIENT, OPS, Example, id_of

CLERK = "ops-zabrze-clerk"
EMPLOYMENT, NEED = id_of("c301"), id_of("c401")
_C = {"client_id": CLIENT}
_JOB = _C | {"employment_id": EMPLOYMENT}
EXAMPLES: dict[str, Example] = {
    "list_households": Example(path=_C),
    "leave_household": Example(path=_C, body={"until": "2026-06-30"}),
    "verify_income": Example(
        CLERK,
        {
            "month": "2026-03",
            "items": [
                {
                    "kind": "employment",
                    "monthly": "3355.85",
                    "member": 0,
                    "gross": "4806.00",
                    "net": "3605.85",
                    "deductions": {
                        "tax": "168.00",
                        "social_contributions": "658.91",
                        "health_contribution": "373.24",
                        "acquisition_costs": "250.00",
                    },
                    "evidence": {"kind": "payslip", "reference": "akta, k. 12"},
                },
            ],
            "evidence": {"kind": "payslip", "reference": "akta, k. 12-13"},
        },
        _C,
    ),
    "list_incomes": Example(path=_C),
    "list_employments": Example(path=_C),
    "change_employment": Example(
        path=_JOB,
        body={
            "changed_from": "2025-11-01",
            "terms": {
                "kind": "employment_contract",
                "employer": "Zmyślona Piekarnia",
                "hours_a_week": "20.00",
                "full_time_share": "0.500",
                "pay": "monthly",
                "gross_wage": "2403.00",
                "evidence": {"kind": "contract"},
            },
        },
    ),
    "end_employment": Example(
        path=_JOB, body={"ended_on": "2025-12-31", "reason": "contract_expired"}
    ),
    "list_needs": Example(path=_C),
    "close_need": Example(
        path=_C | {"need_id": NEED}, body={"outcome": "met", "reason": "Ukończyła kurs."}
    ),
    "add_strength": Example(path=_C, body={"kind": "motivation"}),
    "list_instruments": Example(),
    "record_assessment": Example(
        path=_C,
        body={
            "instrument": "employment_readiness",
            "version": 1,
            "assessed_on": "2026-03-02",
            "items": {
                "motivation": 3, "goal": 2, "skills": 2, "experience": 1,
                "job_search": 2, "availability": 3, "digital": 1, "support": 2,
            },
        },
    ),
    "list_assessments": Example(path=_C),
    "record_diagnosis": Example(
        path=_C,
        body={
            "text": "Długotrwale bez pracy; mieszkanie i zdrowie nie stoją na przeszkodzie.",
            "summary": "Długotrwale bez pracy, chce się szkolić.",
        },
    ),
}  # fmt: skip


def sow(front: Front, clients: Sequence[str]) -> dict[str, str]:
    """A job to change and to end, and a need to close."""
    path = f"/v1/clients/{clients[0]}"
    job = front.post(OPS, f"{path}/employments", {"started_on": "2025-09-01"})["id"]
    front.post(OPS, f"{path}/needs", {"kind": "training"})
    need = front.get(OPS, f"{path}/needs")["needs"][0]["id"]
    return {EMPLOYMENT: job, NEED: need}
