"""Invented people and what is said about them."""

import random
from itertools import count
from typing import Any

from okienko.personas import ZABRZE, with_check_digit

# Each number once in a run; the documentation's examples have theirs from 9000 on.
_serials = count(random.randint(0, 4000))


def pesel(born: str = "850314") -> str:
    return with_check_digit(f"{born}{next(_serials) % 9000:04}0")


def somebody(**changed: Any) -> dict[str, Any]:
    return {
        "name": {"given": "Próbna", "family": "Wymyślona"},
        "pesel": pesel(),
        "birth_date": "1985-03-14",
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
    } | changed


ALONE = {
    "valid_from": "2026-01-01",
    "members": [{"relation": "applicant", "birth_date": "1985-03-14"}],
}
