"""What a worker sees before merging two records, and after parting them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from contracts.sections import Level, Section
from contracts.values import ClientId, View
from kernel import kinship, relations
from kernel.callers import Caller
from kernel.rights import Seat, sights
from kernel.transactions import Transaction
from services.intake.domain.client import ClientNotFound
from services.intake.views.card import cut
from services.intake.views.clients import ClientView, SeenClients

_COMPARED = ("name", "birth_date", "pesel", "residence", "contact", "status", "registered_by")


class MergeSide(View):
    """One of the two records, and how much hangs on it, by section the caller sees in full."""

    client: ClientView
    counts: Annotated[dict[Section, int], Field(examples=[{"needs": 2, "income": 3}])]


class MergePreview(View):
    """What a merge would lay together; nothing is changed by looking."""

    kept: MergeSide
    merged: MergeSide
    differs: Annotated[
        list[str],
        Field(
            description="Particulars in which the two differ; those of the kept record lead.",
            examples=[["name", "contact"]],
        ),
    ]
    same_record: Annotated[bool, Field(description="They are one already.")]


class UnmergedView(View):
    """Two records that stand for themselves again."""

    client_id: ClientId
    parted_id: ClientId
    merged_at: datetime
    stays: Annotated[
        int,
        Field(
            ge=0,
            description="How many facts were written to the first since the merge: they stay there.",
        ),
    ]


async def preview(tx: Transaction, by: Caller, client_id: UUID, other_id: UUID) -> MergePreview:
    """Both records side by side, for whoever may see both."""
    other = await kinship.survivor(tx.session, other_id)
    kept, merged = await _side(tx, by, client_id), await _side(tx, by, other)
    pairs = [
        (name, getattr(kept.client, name), getattr(merged.client, name)) for name in _COMPARED
    ]
    return MergePreview(
        kept=kept,
        merged=merged,
        differs=[name for name, mine, theirs in pairs if mine != theirs],
        same_record=other == client_id,
    )


async def _side(tx: Transaction, by: Caller, client_id: UUID) -> MergeSide:
    client = await SeenClients(tx, by).show(client_id)
    card = await cut(tx, client_id)
    if card is None:
        raise ClientNotFound
    standing = await relations.grounds_of(tx.session, client_id, by)
    seen = {s.section for s in sights(Seat.of(by), standing) if s.level is Level.FULL}
    counts = {
        section: _count(bodies[Level.FULL])
        for section, bodies in card.items()
        if section in seen and isinstance(section, Section) and Level.FULL in bodies
    }
    return MergeSide(client=client, counts=counts)


def _count(body: Mapping[str, Any]) -> int:
    """How many entries a section has; one that has no list is one."""
    lists = [value for value in body.values() if isinstance(value, list)]
    return sum(map(len, lists)) if lists else 1
