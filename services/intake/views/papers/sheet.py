"""A sheet of paper: whose it is, which template prints it, and what fills it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kernel import clock
from kernel.callers import Caller
from kernel.paper import printed
from kernel.transactions import Transaction
from services.intake.views.papers.words import day

_PACKAGE = "services.intake.views.papers"


@dataclass(frozen=True)
class Sheet:
    """What is printed about one client."""

    client_id: UUID
    template: str
    data: Mapping[str, Any]


def letterhead(by: Caller) -> dict[str, str | None]:
    """What stands at the head and foot of every sheet."""
    return {"institution": by.institution_name, "printed_on": day(clock.today())}


async def typeset(tx: Transaction, sheet: Sheet) -> bytes:
    """Print a sheet as PDF. Everything is read by now, so no connection is kept waiting for it."""
    await tx.session.close()
    return await printed(_PACKAGE, sheet.template, sheet.data)
