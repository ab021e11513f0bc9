"""A worker is away, and another one does her work."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import Command, Day
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.advice import Colleague
from services.referrals.domain.substitution import Substitution
from services.referrals.store.advice import actor, be_told, meet
from services.referrals.store.substitutions import Substitutions


class OpenSubstitution(Command):
    """Who stands in for whom, from a day to a day, both inclusive."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "substitute": {"code": "ops-zabrze-2", "name": "Ola Zmyślona"},
                    "first_day": "2026-07-06",
                    "last_day": "2026-07-17",
                }
            ]
        }
    )

    worker: Annotated[
        Colleague | None, Field(description="Absent: you are away. Another: managers decide.")
    ] = None
    substitute: Colleague
    first_day: Day
    last_day: Day


async def open_substitution(
    command: OpenSubstitution, *, by: Caller, tx: Transaction
) -> Substitution:
    """Open it; on no day two stand in for one, and nobody who is away stands in."""
    one = Substitution(
        id=ids.new(),
        institution=by.institution,
        worker=command.worker.code if command.worker else by.worker,
        substitute=command.substitute.code,
        first_day=command.first_day,
        last_day=command.last_day,
        opened_by=by.worker,
        opened_at=clock.now(),
    )
    one.check()
    one.require(actor(by))
    substitutions = Substitutions(tx, by)
    for other in await substitutions.beside(one):
        other.hinders(one)
    await meet(tx, by)
    for told in filter(None, (command.worker, command.substitute)):
        await be_told(tx, by.institution, told)
    await substitutions.keep(one)
    return one
