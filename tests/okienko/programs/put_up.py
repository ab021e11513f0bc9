"""`okienko up --demo` for a house of small programs: real servers, real supervisor."""

import sys
from pathlib import Path

from okienko.local.choice import Choice
from okienko.local.environment import environment
from okienko.local.home import Home
from okienko.local.system import House, up

ANSWERING = Path(__file__).parent / "answering.py"


async def no_history(_name: str, _url: str) -> None:
    """Small programs have no tables."""


def no_seed(_home: Home) -> None:
    """Nor data."""


up(
    Choice(Home.at(Path(sys.argv[1])), "127.0.0.1", port=0, demo=True),
    environment(),
    House(serve=(sys.executable, str(ANSWERING)), migrate=no_history, seed=no_seed),
)
