"""What is heard: once, twice, and out of order."""

from uuid import UUID

import pytest

from contracts.benefits import AwardApproved
from contracts.benefits.vouchers import VoucherEnd, VoucherEnded, VoucherIssued
from services.referrals.reactions import reactions
from tests.referrals.conftest import CLIENT, House, registered
from tests.support.rooms import announced, fact_of, hear

pytestmark = pytest.mark.anyio

OTHER = UUID("0197a000-0000-7000-8000-00000000c002")
AWARD = UUID("0197a000-0000-7000-8000-00000000f001")
VOUCHER = UUID("0197a000-0000-7000-8000-00000000f111")


def approved(client_id: UUID = CLIENT, last_month: str = "2027-02") -> AwardApproved:
    return AwardApproved(
        client_id=client_id, award_id=AWARD, first_month="2026-03", last_month=last_month
    )


async def test_a_registered_client_gets_a_plan_in_the_name_of_who_registered_her(
    house: House,
) -> None:
    await hear(house.database, reactions, fact_of(registered(OTHER)))

    plan_id = await house.database.pool.fetchval(
        "SELECT id FROM plans WHERE client_id = $1", OTHER
    )
    assert await announced(house.database, OTHER) == [
        {
            "type": "plan.opened.v1",
            "actor": "ops-worker",
            "client_id": str(OTHER),
            "plan_id": str(plan_id),
        }
    ]


async def test_heard_twice_there_is_one_plan(house: House) -> None:
    fact = fact_of(registered(OTHER))

    await hear(house.database, reactions, fact)
    await hear(house.database, reactions, fact)

    count = await house.database.pool.fetchval(
        "SELECT count(*) FROM plans WHERE client_id = $1", OTHER
    )
    assert (count, len(await announced(house.database, OTHER))) == (1, 1)


async def test_an_approved_award_is_woven_into_the_plan(house: House) -> None:
    await hear(house.database, reactions, fact_of(approved(), source="benefits"))

    plan = await house.plan()
    assert plan["version"] == 2
    assert plan["supports"] == [
        {
            "kind": "degressive_award",
            "id": str(AWARD),
            "status": "approved",
            "from": "2026-03",
            "to": "2027-02",
        }
    ]
    assert (await announced(house.database, CLIENT))[-1]["type"] == "support.changed.v1"


async def test_an_award_heard_twice_is_woven_in_once(house: House) -> None:
    fact = fact_of(approved(), source="benefits")

    await hear(house.database, reactions, fact)
    await hear(house.database, reactions, fact)

    plan = await house.plan()
    assert (len(plan["supports"]), plan["version"]) == (1, 2)


async def test_an_award_heard_before_the_client_opens_her_plan(house: House) -> None:
    await hear(house.database, reactions, fact_of(approved(OTHER), source="benefits"))
    await hear(house.database, reactions, fact_of(registered(OTHER)))

    types = [event["type"] for event in await announced(house.database, OTHER)]
    assert types == ["plan.opened.v1", "support.changed.v1"]


def voucher_ended(how: VoucherEnd, *, granted: bool = True) -> VoucherEnded:
    return VoucherEnded(
        client_id=CLIENT,
        voucher_id=VOUCHER,
        first_month="2026-03",
        last_month="2026-05",
        how=how,
        granted=granted,
    )


async def test_a_care_voucher_stands_in_the_plan_until_it_ends(house: House) -> None:
    issued = VoucherIssued(
        client_id=CLIENT, voucher_id=VOUCHER, first_month="2026-03", last_month="2026-12"
    )
    woven = {"kind": "care_voucher", "id": str(VOUCHER), "from": "2026-03"}

    await hear(house.database, reactions, fact_of(issued, source="benefits"))
    assert (await house.plan())["supports"] == [woven | {"status": "approved", "to": "2026-12"}]

    used_up = voucher_ended(VoucherEnd.EXHAUSTED)
    await hear(house.database, reactions, fact_of(used_up, source="benefits"))
    assert (await house.plan())["supports"][0]["status"] == "approved"

    cancelled = voucher_ended(VoucherEnd.CANCELLED)
    await hear(house.database, reactions, fact_of(cancelled, source="benefits"))
    assert (await house.plan())["supports"] == [woven | {"status": "ended", "to": "2026-05"}]


async def test_a_draft_that_ends_never_was_a_support(house: House) -> None:
    dropped = voucher_ended(VoucherEnd.CANCELLED, granted=False)

    await hear(house.database, reactions, fact_of(dropped, source="benefits"))

    assert (await house.plan())["supports"] == []
