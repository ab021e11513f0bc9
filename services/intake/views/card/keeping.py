"""Her card: how long her records are kept, once her case is closed."""

import sqlalchemy as sa

from contracts.sections import Level
from contracts.values import InstitutionKind
from kernel import kinship
from services.intake.domain.retention import kept
from services.intake.store.rights import consents_ended_on, registrar_kind
from services.intake.tables.rights import closings
from services.intake.views.card.part import Sections, Subject


async def keeping(subject: Subject) -> Sections:
    """By which rule each class of her records is kept, and how long: for her own copy of her data."""
    client, session = subject.client, subject.tx.session
    query = sa.select(closings.c.closed_on).where(
        closings.c.client_id == client.id, closings.c.reopened_at.is_(None)
    )
    closed_on = await session.scalar(query)
    if closed_on is None:
        return {}
    kind = await registrar_kind(subject.tx, client.registered_by) or InstitutionKind.OPS
    everyone = await kinship.family(session, client.id)
    ended = await consents_ended_on(subject.tx, everyone)
    rules = [
        {"rule": one.rule, "until": one.until.isoformat() if one.until else None}
        for one in kept(InstitutionKind(kind), closed_on, ended)
    ]
    return {"keeping": {Level.FULL: {"closed_on": closed_on.isoformat(), "rules": rules}}}
