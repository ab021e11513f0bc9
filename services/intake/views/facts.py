"""Every fact about a person with its provenance and history, cut to what the reader may see."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from pydantic_core import to_jsonable_python

from contracts.identifiers import masked
from contracts.intake.person import FactKind
from contracts.sections import Level, Section
from contracts.values import SENSITIVE, ClientId, Day, InstitutionId, Version, View
from kernel import relations
from kernel.callers import Caller
from kernel.rights import Sight
from kernel.transactions import Transaction
from services.intake.domain.changes import history
from services.intake.domain.client import ClientNotFound
from services.intake.domain.documents import COVERED
from services.intake.domain.facts import Fact, FactOrigin, FactSource
from services.intake.store.clients import load_client
from services.intake.store.facts import Facts
from services.intake.store.sight import reader_of
from services.intake.tables.clients import clients
from services.intake.views.clients import not_erased


class FactView(View):
    """One fact: what, from when on, who recorded it, when, whence, and whether she confirmed it."""

    kind: FactKind
    item: Annotated[UUID | None, Field(description="Which document or representative.")]
    value: Annotated[
        dict[str, Any] | str | None,
        SENSITIVE,
        Field(description="As it is sent to record it; null: none any more."),
    ]
    since: Annotated[Day | None, Field(description="From when on it is so, where that was said.")]
    origin: FactOrigin
    source: FactSource
    recorded_by: InstitutionId
    recorded_at: datetime
    confirmed_on: Day | None
    confirmed_by: InstitutionId | None
    superseded_at: Annotated[datetime | None, Field(description="Null: in force.")]


class WithheldFacts(View):
    """A category of facts that is kept back or covered, and why."""

    section: Section
    reason: Annotated[str, Field(examples=["not_for_your_task"])]
    shown: Annotated[str, Field(examples=["masked"])]


class FactsView(View):
    """Facts kind by kind, the one in force first; history only of what is seen in full."""

    client_id: ClientId
    version: Version
    items: list[FactView]
    withheld: list[WithheldFacts]


async def facts_about(tx: Transaction, client_id: UUID, by: Caller) -> FactsView:
    """What was recorded of a client, as far as the caller's rights reach."""
    query = sa.select(clients).where(
        clients.c.id == client_id, relations.visible(clients.c.id, by), not_erased(clients.c.id)
    )
    row = (await tx.session.execute(query)).first()
    if row is None:
        raise ClientNotFound
    client = await load_client(tx, row)
    sights = (await reader_of(tx, client_id, by)).sights
    facts = history(client, await Facts(tx, client).all())
    return FactsView(
        client_id=client_id,
        version=client.version,
        items=[shown for fact in facts if (shown := _shown(fact, sights[fact.kind.section]))],
        withheld=[_withheld(sights[section]) for section in _SECTIONS if sights[section].reason],
    )


_SECTIONS = list(dict.fromkeys(kind.section for kind in FactKind))


def _shown(fact: Fact, sight: Sight) -> FactView | None:
    """The fact at the reader's level; covered, there is no history, which would tell former names."""
    value = to_jsonable_python(fact.value)
    if sight.level is Level.MASKED and fact.superseded_at is None:
        value = _cover(fact.kind, value)
    elif sight.level is not Level.FULL:
        return None
    return FactView(
        kind=fact.kind,
        item=fact.item,
        value=value,
        since=fact.since,
        origin=fact.origin,
        source=fact.provenance.source,
        recorded_by=fact.provenance.recorded_by,
        recorded_at=fact.provenance.recorded_at,
        confirmed_on=fact.confirmed_on,
        confirmed_by=fact.confirmed_by,
        superseded_at=fact.superseded_at,
    )


def _cover(kind: FactKind, value: Any) -> Any:
    if value is None:
        return None
    if kind is FactKind.PESEL:
        return masked(value)
    if kind is FactKind.DOCUMENT:
        return value | {"number": COVERED}
    if kind is FactKind.REPRESENTATIVE:
        return {
            k: v for k, v in value.items() if k not in {"evidence", "phone", "email", "address"}
        }
    return value


def _withheld(sight: Sight) -> WithheldFacts:
    shown = "masked" if sight.level is Level.MASKED else "nothing"
    return WithheldFacts(section=sight.section, reason=sight.reason or "", shown=shown)
