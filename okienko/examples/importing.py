"""Example of an import."""

from okienko.examples.example import CONSENT, HOME, MANAGER, Example
from okienko.personas import ZABRZE

EXAMPLES: dict[str, Example] = {
    "import_clients": Example(
        MANAGER,
        {
            "source": "pomost",
            "dry_run": False,
            "share_with": [{"partnership": str(ZABRZE), "basis": CONSENT}],
            "rows": [
                {
                    "row": 2,
                    "reference": "OS-000123",
                    "client": {
                        "name": {"given": "Dawna", "family": "Przykładowa-Demo"},
                        "birth_date": "1975-05-15",
                        "residence": HOME,
                        "reasons": ["unemployment"],
                    },
                }
            ],
        },
    ),
}
