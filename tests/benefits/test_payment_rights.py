"""What payments do when a client's data are restricted, erased, merged, or the relation to her ends."""

import pytest

from contracts.intake import ClientMerged, MergeReason
from contracts.intake.rights import ClientErased, ClientRestricted
from services.benefits.reactions import reactions
from tests.benefits.conftest import CLIENT, MANAGER, Office
from tests.benefits.paying import (
    CLERK,
    EXPORT,
    SECOND,
    approve,
    approved,
    balances,
    do,
    draft,
    drafted,
    exported,
    granted,
    lines,
    outcome,
    paid,
    today,
)
from tests.support.rooms import announced, fact_of, hear

pytestmark = pytest.mark.anyio


async def test_what_was_granted_to_a_restricted_client_is_paid_all_the_same(
    office: Office,
) -> None:
    await granted(office)
    await hear(office.database, reactions, fact_of(ClientRestricted(client_id=CLIENT)))

    await paid(office)

    assert (await announced(office.database, CLIENT))[-1]["type"] == "support.paid.v1"


async def test_an_institution_pays_its_awards_after_its_relation_to_the_client_ended(
    office: Office,
) -> None:
    await granted(office)
    await office.database.pool.execute("UPDATE relations SET closed_at = now()")

    address = await paid(office)

    assert (await office.see(MANAGER, address)).json()["total"] == "505.00"


async def test_an_erased_client_stops_the_approval_until_her_line_is_held(office: Office) -> None:
    await granted(office, CLIENT, SECOND)
    address = await drafted(office)
    await hear(office.database, reactions, fact_of(ClientErased(client_id=SECOND)))

    stopped = await approve(office, address)

    hers = next(one for one in await lines(office, address) if one["client_id"] == str(SECOND))
    assert outcome(stopped) == (409, "LinesOutdated")
    assert stopped.json()["line_ids"] == [hers["id"]]
    held = {"reason": "client_died"}
    assert (await do(office, CLERK, f"{address}/lines/{hers['id']}/hold", held)).is_success
    assert (await approve(office, address)).status_code == 200


async def test_the_books_outlive_an_erasure(office: Office) -> None:
    await granted(office)
    address = await paid(office)
    before = await balances(office)

    await hear(office.database, reactions, fact_of(ClientErased(client_id=CLIENT)))

    assert await balances(office) == before
    assert (await lines(office, address))[0]["amount"] == "505.00"
    assert outcome(await draft(office, "2026-04")) == (409, "NothingPayable")


async def test_erased_between_approval_and_export_she_is_held_back(office: Office) -> None:
    await granted(office, CLIENT, SECOND)
    address = await approved(office)
    await hear(office.database, reactions, fact_of(ClientErased(client_id=SECOND)))
    del office.gateway.payees[str(SECOND)]

    stopped = await do(office, CLERK, f"{address}/export", EXPORT)
    (line,) = stopped.json()["line_ids"]
    await do(office, CLERK, f"{address}/lines/{line}/hold", {"reason": "client_died"})
    exporting = await do(office, CLERK, f"{address}/export", EXPORT)
    paying = await do(office, MANAGER, f"{address}/confirm", {"paid_on": today()})

    assert (exporting.status_code, paying.status_code) == (200, 200)
    assert await balances(office) == {
        "programme_cost": "505.00", "obligations": "0.00", "bank": "-505.00",
    }  # fmt: skip


async def test_merged_records_are_paid_each_award_once(office: Office) -> None:
    await granted(office, CLIENT, SECOND)
    merged = ClientMerged(client_id=CLIENT, merged_id=SECOND, reason=MergeReason.REGISTERED_TWICE)
    await hear(office.database, reactions, fact_of(merged))

    address = await exported(office)

    assert len(await lines(office, address)) == 2
    assert outcome(await draft(office)) == (409, "NothingPayable")
