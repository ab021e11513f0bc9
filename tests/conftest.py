"""What every test stands on: the loop of production, and no way out of this machine."""

import ipaddress
import sys
from typing import Any

import pytest
from hypothesis import settings

from tests.support.examples import NIGHTLY


def pytest_addoption(parser: pytest.Parser) -> None:
    """At night state machines are played far longer, and properties tried on far more examples."""
    told = "play state machines 5,000 x 50, try properties on 20,000 examples"
    parser.addoption("--nightly", action="store_true", help=told)


def pytest_configure(config: pytest.Config) -> None:
    """Say how many examples before any test is read: a property is told when it is written."""
    if config.getoption("--nightly"):
        settings.load_profile(NIGHTLY)


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
