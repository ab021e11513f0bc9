"""What a service that computes is told."""

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kernel.transactions import Transaction
from services.intake.domain.means import IncomeItem, Member, Occupation
from services.intake.store.declarations import Declarations
from services.intake.store.incomes import Incomes
from services.intake.tables.clients import clients
from services.intake.tables.work import employments

# All that a computation needs; whoever reads it refuses what it does not know.
_NEEDED = {"kind", "monthly"}


async def means(tx: Transaction, client_id: UUID, on: date) -> dict[str, Any] | None:
    """Household of a day, and incomes, for a service that computes; none: no such client.

    Where incomes were verified, what was found counts and not what was declared.
    """
    if await tx.vault.find_key(tx.session, client_id) is None:
        return None
    declarations = Declarations(tx, client_id)
    household = await declarations.household(on)
    query = sa.select(clients.c.municipality).where(clients.c.id == client_id)
    jobs = await declarations.rows(employments, employments.c.started_on)
    declared = {one.month: one.items for one in await declarations.incomes()}
    verified = {m: one.items for m, one in (await Incomes(tx, client_id).standing()).items()}
    return {
        "municipality": await tx.session.scalar(query),
        "household_size": len(household.sharing) if household else None,
        "members": [_member(one, on) for one in household.sharing] if household else None,
        "incomes": {month: _needed(items) for month, items in (declared | verified).items()},
        "employments": [
            {
                "id": str(job.id),
                "started_on": job.started_on.isoformat(),
                "ended_on": job.ended_on.isoformat() if job.ended_on else None,
            }
            for job in jobs
        ],
    }


def _member(member: Member, on: date) -> dict[str, Any]:
    """Somebody of the household: neither name nor birth date nor health."""
    birthday_passed = (on.month, on.day) >= (member.birth_date.month, member.birth_date.day)
    age = on.year - member.birth_date.year - (not birthday_passed)
    return {
        "age": max(age, 0),
        "relation": member.relation.value,
        "in_education": member.occupation in {Occupation.PUPIL, Occupation.STUDENT},
    }


def _needed(items: list[IncomeItem]) -> list[dict[str, Any]]:
    return [item.model_dump(mode="json", include=_NEEDED) for item in items]
