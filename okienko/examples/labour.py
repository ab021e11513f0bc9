"""Examples about the labour office."""

from okienko.examples.example import CLIENT, PUP, Example

_C = {"client_id": CLIENT}
EXAMPLES: dict[str, Example] = {
    "register_at_labour_office": Example(
        PUP,
        {
            "status": "unemployed",
            "registered_on": "2026-03-02",
            "facts": {
                "mode": "praca_gov_pl",
                "education": "technical_secondary",
                "qualifications": ["kurs obsługi kasy"],
                "licences": ["prawo jazdy B"],
                "languages": [{"code": "en", "level": "B1"}],
                "occupations": ["522301"],
                "work_history": [
                    {
                        "employer": "Zmyślony Sklep",
                        "valid_from": "2015-05-01",
                        "valid_to": "2024-12-31",
                        "evidence": {"kind": "contract"},
                    }
                ],
                "benefit_right": {"granted": False},
                "priority_groups": ["long_term_unemployed"],
            },
        },
        _C,
    ),
    "record_ipd": Example(
        PUP, {"made_on": "2026-03-09", "goals": "Kurs, potem praca w handlu."}, _C
    ),
    "log_labour_contact": Example(PUP, {"contacted_on": "2026-04-07", "channel": "phone"}, _C),
    "list_labour_registrations": Example(PUP, path=_C),
    "deregister_at_labour_office": Example(
        PUP, {"ended_on": "2026-06-30", "reason": "took_job"}, _C
    ),
}
