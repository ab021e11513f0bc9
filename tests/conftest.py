"""What every test stands on: the loop of production, and no way out of this machine."""

import ipaddress
import sys
from typing import Any

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """At night state machines are played far longer, and not the same games each time."""
    parser.addoption("--nightly", action="store_true", help="play state machines 5,000 x 50")


@pytest.fixture
def anyio_backend() -> str:
    """The event loop that runs in production too."""
    return "asyncio"


def _stay_at_home(event: str, details: tuple[Any, ...]) -> None:
    """Refuse to connect to anybody but this machine."""
    if event != "socket.connect" or not isinstance(details[1], tuple):
        return
    host = details[1][0]
    if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
        raise PermissionError("a test may not leave this machine")


sys.addaudithook(_stay_at_home)
