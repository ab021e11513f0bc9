"""The card of a client: what intake tells the gateway about her, section by section."""

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa

from contracts.intake import ClientStatus
from kernel import kinship
from kernel.transactions import Transaction
from services.intake.domain.client import Client
from services.intake.store.clients import load_client
from services.intake.store.sealing import key_of
from services.intake.tables.clients import clients
from services.intake.views.card.interview import interview
from services.intake.views.card.keeping import keeping
from services.intake.views.card.labour import labour_office
from services.intake.views.card.means import household_and_incomes
from services.intake.views.card.needs import findings, needs_and_reasons
from services.intake.views.card.part import Part, Sections, Subject
from services.intake.views.card.sharing import grounds
from services.intake.views.card.together import Card, lay_together
from services.intake.views.card.who import who
from services.intake.views.card.work import jobs
from services.intake.views.clients import not_erased

PARTS: Sequence[Part] = (
    who,
    household_and_incomes,
    needs_and_reasons,
    findings,
    jobs,
    labour_office,
    grounds,
    interview,
    keeping,
)


async def cut(tx: Transaction, client_id: UUID) -> Sections | None:
    """Her card: what intake knows, section by section, at each level that exists of it.

    Over every record of hers that was merged: each is opened with its own key, then laid together.
    """
    family = await _records(tx, await kinship.family(tx.session, client_id))
    if not family or family[0].id != client_id:
        return None
    family[0].status = max((c.status for c in family), key=list(ClientStatus).index)
    together = await _own(tx, family[0])
    for merged in family[1:]:
        together = lay_together(together, client_id, await _own(tx, merged), merged.id)
    return together


async def _records(tx: Transaction, ids: Sequence[UUID]) -> list[Client]:
    """The records that stand for one person, the one that goes on first; whoever was erased is none."""
    query = sa.select(clients).where(clients.c.id.in_(ids), not_erased(clients.c.id))
    rows = {row.id: row for row in (await tx.session.execute(query)).all()}
    return [await load_client(tx, rows[one]) for one in ids if one in rows]


async def _own(tx: Transaction, client: Client) -> Card:
    """What was written under one id."""
    subject = Subject(tx, client, await key_of(tx, client.id))
    card: Card = {}
    for part in PARTS:
        for section, bodies in (await part(subject)).items():
            for level, body in bodies.items():
                # Several themes may fill one section, each under names of its own.
                card.setdefault(section, {}).setdefault(level, {}).update(body)
    return card
