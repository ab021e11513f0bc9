"""Registrations and closings of two records of one person: what holds while they are one, and after."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from contracts.event import Event
from contracts.intake import ClientStatus
from contracts.intake.means import (
    LabourDeregistered,
    LabourEnd,
    LabourRegistered,
    LabourStatus,
)
from contracts.intake.rights import ClientClosed, ClientReopened, ClosingReason
from services.referrals.reactions import reactions
from tests.referrals.advising import ANNA, TODAY, advised, owed
from tests.referrals.conftest import ADVISER, CLIENT, OPS, PUP, House, registered
from tests.referrals.test_merged import MERGED, PARTED, TWICE
from tests.support.rooms import fact_of, hear, relate

pytestmark = pytest.mark.anyio
LONG_AGO = TODAY - timedelta(days=400)
DUE = TODAY + timedelta(days=30)
REGISTRATION = UUID("0197a000-0000-7000-8000-00000000cb01")


def at_the_office(client_id: UUID) -> LabourRegistered:
    return LabourRegistered(
        client_id=client_id,
        registration_id=REGISTRATION,
        status=LabourStatus.UNEMPLOYED,
        registered_on=TODAY,
    )


def gone_from_it(client_id: UUID, ended_on: date = LONG_AGO) -> LabourDeregistered:
    return LabourDeregistered(
        client_id=client_id,
        registration_id=REGISTRATION,
        ended_on=ended_on,
        reason=LabourEnd.TOOK_JOB,
    )


def closed(client_id: UUID) -> ClientClosed:
    return ClientClosed(client_id=client_id, closed_on=TODAY, reason=ClosingReason.RESIGNED)


def reopened(client_id: UUID) -> ClientReopened:
    return ClientReopened(client_id=client_id, status=ClientStatus.REGISTERED)


async def heard(house: House, *events: Event) -> None:
    for event in events:
        await hear(house.database, reactions, replace(fact_of(event), institution=OPS))


@pytest.fixture
async def advice(house: House) -> Any:
    """Somebody is registered twice, and the labour office advises the record that goes on."""
    await heard(house, registered(TWICE))
    await relate(house.database, CLIENT, PUP)
    return await advised(house, ADVISER)


async def due(house: House) -> list[date]:
    return [day for _, worker, _, day in await owed(house, "contact_client") if worker]


@pytest.mark.parametrize("first_merged", [True, False], ids=["merged first", "registered first"])
@pytest.mark.parametrize("under", [CLIENT, TWICE], ids=["the one that goes on", "the other"])
async def test_whoever_is_registered_under_either_id_is_contacted_whatever_ended_under_the_other(
    house: House, advice: Any, under: UUID, *, first_merged: bool
) -> None:
    del advice
    other = TWICE if under == CLIENT else CLIENT
    said: list[Event] = [gone_from_it(other), at_the_office(under)]

    await heard(house, *([MERGED, *said] if first_merged else [*said, MERGED]))

    assert await due(house) == [DUE]


async def test_once_no_registration_stands_the_later_end_counts(house: House, advice: Any) -> None:
    del advice
    await heard(house, at_the_office(CLIENT), at_the_office(TWICE), MERGED)

    seen = []
    for event in (gone_from_it(TWICE), gone_from_it(CLIENT), gone_from_it(CLIENT, TODAY)):
        await heard(house, event)
        seen.append(await due(house))

    assert seen == [[DUE], [], [DUE]]


async def test_parted_each_record_has_its_own_registration_again(
    house: House, advice: Any
) -> None:
    del advice
    await heard(house, gone_from_it(CLIENT), MERGED, at_the_office(TWICE))
    merged = await due(house)

    await heard(house, PARTED)

    assert (merged, await due(house)) == ([DUE], [])


async def test_a_case_reopened_under_either_id_needs_an_adviser(house: House) -> None:
    await heard(house, registered(TWICE), closed(TWICE), closed(CLIENT), MERGED)
    before = await unassigned(house)

    await heard(house, reopened(TWICE))

    assert (before, await unassigned(house)) == ([], [CLIENT])


@pytest.mark.parametrize("goes_on", [CLIENT, TWICE])
async def test_parted_a_case_closed_under_one_id_leaves_the_other_alone(
    house: House, goes_on: UUID
) -> None:
    await heard(house, registered(TWICE), closed(TWICE), closed(CLIENT), MERGED)

    await heard(house, reopened(goes_on), PARTED)

    assert goes_on in await unassigned(house)


async def test_reopened_under_the_id_that_goes_on_the_other_stays_closed_for_when_they_are_parted(
    house: House,
) -> None:
    await heard(house, registered(TWICE), closed(TWICE), closed(CLIENT), MERGED, reopened(CLIENT))
    merged = await unassigned(house)

    await heard(house, PARTED)

    assert (merged, await unassigned(house)) == ([CLIENT], [CLIENT])


async def unassigned(house: House) -> list[UUID]:
    items = (await house.see(ANNA, "/v1/advice/unassigned")).json()["items"]
    return [UUID(item["client_id"]) for item in items]
