"""The clients that ship walk the first journey, as a partner's own program would."""

import os
import subprocess
from pathlib import Path

import pytest

from okienko.personas import PUP_ZABRZE, ZABRZE
from tests.journeys.house import House

pytestmark = [pytest.mark.clients, pytest.mark.timeout(300)]
CLIENTS = Path(__file__).parents[2] / "clients"
_PYTHON, _NODE = CLIENTS / ".venv/bin/python", CLIENTS / ".venv/bin/node"


def walk(house: House, *argv: str | Path) -> str:
    """What a program says that is told of the house by its environment."""
    told = {
        "URL": f"http://127.0.0.1:{house.port}",
        "OPS": house.tokens["ops-zabrze"],
        "PUP": house.tokens["pup-zabrze"],
        "STRANGER": house.tokens["ops-strzelce"],
        "PUP_ID": str(PUP_ZABRZE.id),
        "PARTNERSHIP": str(ZABRZE),
    }
    env = {f"OKIENKO_{name}": value for name, value in told.items()}
    walked = subprocess.run(
        [str(word) for word in argv],
        env={"PATH": os.defpath, "PYTHONPATH": str(CLIENTS / "python")} | env,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert walked.returncode == 0, walked.stdout + walked.stderr
    return walked.stdout


def test_the_python_client_walks_the_first_journey(house: House) -> None:
    told = walk(house, _PYTHON, CLIENTS / "python/examples/first_journey.py")

    assert told.startswith("Registered, seen, planned, referred, answered")


def test_the_typescript_types_walk_the_first_journey(house: House) -> None:
    told = walk(house, _NODE, CLIENTS / "typescript/examples/first_journey.ts")

    assert told.startswith("Registered, seen, planned, referred, answered")
