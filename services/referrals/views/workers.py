"""Workers by name, as far as it was told."""

from collections.abc import Iterable, Mapping
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.values import View, WorkerId
from kernel.transactions import Transaction
from services.referrals.tables.advice import workers

Place = tuple[UUID, str]
"""A worker is known at one institution: the same code may be somebody else's elsewhere."""


class WorkerView(View):
    """A worker."""

    code: WorkerId
    name: Annotated[
        str | None, Field(description="Null: nobody told it yet.", examples=["Ewa Wymyślna"])
    ]
    confirmed: Annotated[
        bool, Field(description="By her own token; else it is as a colleague told.")
    ]


async def workers_named(tx: Transaction, ids: Iterable[Place]) -> Mapping[Place, WorkerView]:
    """Workers by name."""
    asked = set(ids)
    key = sa.tuple_(workers.c.institution, workers.c.code)
    rows = await tx.session.execute(sa.select(workers).where(key.in_(asked)))
    known = {
        (r.institution, r.code): WorkerView(code=r.code, name=r.name, confirmed=r.confirmed)
        for r in rows
    }
    return {
        place: known.get(place, WorkerView(code=place[1], name=None, confirmed=False))
        for place in asked
    }
