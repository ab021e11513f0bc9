"""One house for the whole folder; each journey has its own clients."""

from collections.abc import Iterator

import pytest

from tests.journeys.house import House
from tests.journeys.walking import Walker


@pytest.fixture(scope="package")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    # A space in the path, because users have them.
    with House.standing(tmp_path_factory.mktemp("a house") / "data") as house:
        yield house


@pytest.fixture(scope="module")
def walker(house: House) -> Iterator[Walker]:
    """Somebody who walks the whole API of the house that the module asks for."""
    walker = Walker(house)
    yield walker
    walker.close()
