"""A look at a plan costs the same number of questions, however much stands in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kernel import ids
from kernel.transactions import Database, begin
from services.referrals.domain.goals import Action, Goal
from services.referrals.store.plans import Plans
from tests.referrals.conftest import OPS, SOCIAL_WORKER, House
from tests.referrals.planning import Desk

pytestmark = pytest.mark.anyio


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    asked: list[str] = []

    def note(*said: Any) -> None:
        asked.append(said[2])

    sa.event.listen(database.engine.sync_engine, "before_cursor_execute", note)
    yield asked
    sa.event.remove(database.engine.sync_engine, "before_cursor_execute", note)


async def test_thirty_goals_with_five_actions_cost_no_more_questions_than_one(
    house: House,
) -> None:
    desk = Desk(house)
    await desk.active()
    await desk.action(await desk.goal())
    with statements(house.database) as of_one:
        small = await house.see(SOCIAL_WORKER, desk.path)
    assert small.status_code == 200
    await _fill(house)

    with statements(house.database) as of_many:
        big = await house.see(SOCIAL_WORKER, desk.path)

    goals = big.json()["goals"]
    assert (len(goals), sum(len(goal["actions"]) for goal in goals)) == (30, 150)
    assert len(of_many) == len(of_one) <= 14


async def test_a_change_in_a_full_plan_costs_no_more_than_in_a_small_one(house: House) -> None:
    desk = Desk(house)
    first = await desk.goal()
    await desk.action(first)
    with statements(house.database) as of_one:
        await desk.goal()
    await _fill(house)

    with statements(house.database) as of_many:
        await desk.goal()

    assert len(of_many) == len(of_one)


async def _fill(house: House) -> None:
    """Thirty goals with five actions each, in one transaction."""
    async with begin(house.database) as tx:
        plans = Plans(tx, by=None)
        plan = await plans.get(UUID(house.plan_id))
        for number in range(30 - len(plan.goals)):
            plan.add_goal(Goal(ids.new(), f"Goal {number}"))
        for goal in plan.goals:
            for number in range(5 - len(goal.actions)):
                plan.add_action(goal.id, Action(ids.new(), f"Action {number}", OPS))
        await plans.keep(plan)
