"""A worker plans what an institution will do towards a goal."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import ClientId, Command, Day, GoalId, InstitutionId, PlanId, Title
from kernel import ids, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.plan import Action, OwnerUnrelated, SupportPlan
from services.referrals.store.plans import Plans


class AddAction(Command):
    """Plan an action."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "goal_id": "0197a000-0000-7000-8000-00000000d101",
                    "title": "Write a CV together",
                    "due_on": "2026-03-20",
                }
            ]
        }
    )

    goal_id: GoalId
    title: Annotated[Title, Field(examples=["Write a CV together"])]
    due_on: Annotated[Day | None, Field(description="When it should be done.")] = None
    owner: Annotated[
        InstitutionId | None,
        Field(description="Who does it; absent: your institution. Another needs a live relation."),
    ] = None


async def add_action(
    plan_id: PlanId, command: AddAction, *, by: Caller, expected: int | None, tx: Transaction
) -> SupportPlan:
    """Plan it for one's own institution, or for another that may see the client."""
    plans = Plans(tx, by=by)
    plan = await plans.get(plan_id)
    expect(plan.version, expected)
    owner = command.owner or by.institution
    if owner != by.institution:
        await _require_related(plan.client_id, owner, tx)
    action = Action(ids.new(), command.title, owner, command.due_on)
    tx.record(plan.add_action(command.goal_id, action))
    await plans.keep(plan)
    return plan


async def _require_related(client_id: ClientId, owner: InstitutionId, tx: Transaction) -> None:
    """A partnership may have a relation too, but only an institution can do something."""
    party = await relations.party(tx.session, owner)
    related = await relations.may_see(tx.session, client_id, owner)
    if party is None or party.kind is None or not related:
        raise OwnerUnrelated(pointer="/owner")
