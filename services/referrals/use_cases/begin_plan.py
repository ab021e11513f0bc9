"""A worker opens a new plan for a client whose last one has ended."""

from pydantic import ConfigDict

from contracts.values import ClientId, Command
from kernel import ids, kinship
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.plan import PlanUnderWay, SupportPlan
from services.referrals.domain.referral_refusals import ClientNotFound
from services.referrals.store.plans import Plans


class BeginPlan(Command):
    """Open a new plan."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"client_id": "0197a000-0000-7000-8000-00000000c001"}]}
    )

    client_id: ClientId


async def begin_plan(command: BeginPlan, *, by: Caller, tx: Transaction) -> SupportPlan:
    """Open it, led by who opens it, unless one is under way under any id of hers."""
    plans = Plans(tx, by=by)
    # The rows of those that ended are locked: of two at the same instant one is second.
    if not await plans.of_person(command.client_id):
        raise ClientNotFound
    if going_on := await plans.going_on(command.client_id):
        raise PlanUnderWay(plan_id=str(going_on))
    client_id = await kinship.survivor(tx.session, command.client_id)
    plan = SupportPlan(ids.new(), client_id, lead=by.institution, lead_worker=by.worker)
    tx.record(plan.opened())
    await plans.keep(plan)
    return plan
