"""A worker is back earlier than she thought."""

from contracts.values import SubstitutionId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.substitution import Substitution
from services.referrals.store.advice import actor
from services.referrals.store.substitutions import Substitutions


async def end_substitution(
    substitution_id: SubstitutionId, *, by: Caller, expected: int | None, tx: Transaction
) -> Substitution:
    """End it at once; otherwise it ends by itself after its last day."""
    substitutions = Substitutions(tx, by)
    one = await substitutions.get(substitution_id)
    one.require(actor(by))
    expect(one.version, expected)
    one.end(clock.today())
    await substitutions.keep(one)
    return one
