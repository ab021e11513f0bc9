"""What was shared limits here too: awards are found, and computed, through a relation that opens them."""

from typing import Any

import pytest

from contracts.values import BasisKind
from tests.benefits.conftest import CLIENT, FAR, STRANGER, Office
from tests.support.rooms import relate

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("basis", "scope", "status"),
    [
        (BasisKind.STATUTORY_TASK, (), 200),
        (BasisKind.STATUTORY_TASK, ("awards",), 200),
        (BasisKind.STATUTORY_TASK, ("needs",), 404),
        (BasisKind.VITAL_INTEREST, (), 404),
    ],
)
async def test_an_award_is_found_by_what_was_shared(
    office: Office, basis: BasisKind, scope: Any, status: int
) -> None:
    address = await office.applied()
    await relate(office.database, CLIENT, FAR, basis, scope)

    assert (await office.see(STRANGER, address)).status_code == status


async def test_in_an_emergency_nobody_has_incomes_computed(office: Office) -> None:
    await relate(office.database, CLIENT, FAR, BasisKind.VITAL_INTEREST)

    answer = await office.apply(STRANGER)

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/ClientNotFound")
