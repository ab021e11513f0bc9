"""One house for the whole folder; each journey has its own clients."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.house import House


@pytest.fixture(scope="package")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    # A space in the path, because users have them.
    folder: Path = tmp_path_factory.mktemp("a house") / "data"
    house = House(folder)
    house.up()
    yield house
    house.down()
    house.close()
