"""The card of a client: what intake tells the gateway about her, section by section."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from contracts.sections import Level, Section
from kernel.transactions import Transaction
from services.intake.store.clients import load_client
from services.intake.store.sealing import key_of
from services.intake.tables.clients import clients
from services.intake.views.card.keeping import keeping
from services.intake.views.card.means import household_and_incomes
from services.intake.views.card.needs import needs_and_reasons
from services.intake.views.card.part import Part, Sections, Subject
from services.intake.views.card.sharing import grounds
from services.intake.views.card.who import who
from services.intake.views.card.work import jobs
from services.intake.views.clients import not_erased

PARTS: Sequence[Part] = (
    who,
    household_and_incomes,
    needs_and_reasons,
    jobs,
    grounds,
    keeping,
)


async def cut(tx: Transaction, client_id: UUID) -> Sections | None:
    """Her card: what intake knows, section by section, at each level that exists of it."""
    query = sa.select(clients).where(clients.c.id == client_id, not_erased(clients.c.id))
    row = (await tx.session.execute(query)).first()
    if row is None:
        return None
    subject = Subject(tx, await load_client(tx, row), await key_of(tx, client_id))
    card: dict[Section | str, dict[Level, Any]] = {}
    for part in PARTS:
        for section, bodies in (await part(subject)).items():
            for level, body in bodies.items():
                # Several themes may fill one section, each under names of its own.
                card.setdefault(section, {}).setdefault(level, {}).update(body)
    return card
