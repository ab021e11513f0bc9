"""What is answered to whoever breaks the glass, and the alarms that others see."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.intake import Verdict
from contracts.sections import Section
from contracts.values import AlarmId, BasisKind, ClientId, Note, RelationId, View, WorkerId
from kernel import relations
from kernel.callers import Caller
from kernel.pages import cursor, id_at
from kernel.rights import Ground, Seat, sights
from kernel.transactions import Transaction
from services.intake.domain.glass import Alarm, Explanation, Glass, GlassReason, UrgencyFact
from services.intake.store.glasses import load_alarm, load_glass
from services.intake.store.sealing import key_of
from services.intake.store.sharings import Sharings
from services.intake.tables.glass import alarms, glasses
from services.intake.views.access import AccessRequestView, overdue_requests
from services.intake.views.clients import not_erased
from services.intake.views.sharing import PartyNamed, named


class GlassView(View):
    """A record opened in an emergency: for how long, how far, and who was alarmed."""

    id: RelationId
    client_id: ClientId
    reason: GlassReason
    broken_at: datetime
    expires_at: datetime
    opens: Annotated[list[Section], Field(description="What your role sees of it until then.")]
    alarmed: Annotated[
        list[PartyNamed],
        Field(description="Whose managers and data-protection officers were alarmed."),
    ]


class AlarmView(View):
    """An emergency opening, as an institution that must review it sees it."""

    id: AlarmId
    client_id: ClientId
    raised_at: datetime
    broken_by: PartyNamed
    worker: WorkerId
    reason: GlassReason
    facts: list[UrgencyFact]
    explanation: Explanation
    expires_at: datetime
    ended_at: Annotated[
        datetime | None, Field(description="Ended early: from then on nothing was seen.")
    ]
    verdict: Verdict | None
    note: Note | None
    reviewed_by: WorkerId | None
    reviewed_at: datetime | None


class AlarmPage(View):
    """Alarms, newest first; and requests for access that your institution has let lie."""

    items: list[AlarmView]
    next: str | None
    overdue_requests: Annotated[
        list[AccessRequestView], Field(description="Longest overdue first; at most fifty.")
    ]


async def glass_view(tx: Transaction, glass: Glass, by: Caller) -> GlassView:
    """What the one who broke it is told."""
    query = sa.select(alarms.c.institution).where(alarms.c.glass_id == glass.id)
    told = list(await tx.session.scalars(query.order_by(alarms.c.id)))
    names = await relations.parties_named(tx.session, told)
    opened = sights(Seat.of(by), frozenset({Ground(BasisKind.VITAL_INTEREST)}))
    return GlassView(
        id=glass.id,
        client_id=glass.client_id,
        reason=glass.emergency.reason,
        broken_at=glass.broken_at,
        expires_at=glass.expires_at,
        opens=[sight.section for sight in opened if sight.level],
        alarmed=[named(institution, names) for institution in told],
    )


async def list_alarms(
    tx: Transaction, by: Caller, *, unreviewed: bool, limit: int, after: str | None
) -> AlarmPage:
    """The alarms raised to the caller's institution."""
    query = (
        sa.select(alarms, glasses.c.broken_by)
        .join(glasses, glasses.c.id == alarms.c.glass_id)
        .where(alarms.c.institution == by.institution, not_erased(alarms.c.client_id))
    )
    if unreviewed:
        query = query.where(alarms.c.verdict.is_(None))
    if after:
        query = query.where(alarms.c.id < id_at(after))
    rows = (await tx.session.execute(query.order_by(alarms.c.id.desc()).limit(limit + 1))).all()
    names = await relations.parties_named(tx.session, [row.broken_by for row in rows])
    items = []
    for row in rows[:limit]:
        key = await key_of(tx, row.client_id)
        broken = sa.select(glasses).where(glasses.c.id == row.glass_id)
        glass = load_glass((await tx.session.execute(broken)).one(), key)
        items.append(await _view(tx, load_alarm(row, glass, key), names))
    return AlarmPage(
        items=items,
        next=cursor(str(items[-1].id)) if len(rows) > limit else None,
        overdue_requests=[] if after else await overdue_requests(tx, by),
    )


async def reviewed_view(tx: Transaction, alarm: Alarm) -> AlarmView:
    """An alarm with its verdict."""
    names = await relations.parties_named(tx.session, [alarm.glass.broken_by])
    return await _view(tx, alarm, names)


async def _view(tx: Transaction, alarm: Alarm, names: dict[UUID, relations.Party]) -> AlarmView:
    glass = alarm.glass
    left = await Sharings(tx).left_of(glass.client_id, glass.id)
    return AlarmView(
        id=alarm.id,
        client_id=glass.client_id,
        raised_at=alarm.raised_at,
        broken_by=named(glass.broken_by, names),
        worker=glass.worker,
        reason=glass.emergency.reason,
        facts=list(glass.emergency.facts),
        explanation=glass.emergency.explanation,
        expires_at=glass.expires_at,
        ended_at=left.closed_at,
        verdict=alarm.verdict,
        note=alarm.note,
        reviewed_by=alarm.reviewed_by,
        reviewed_at=alarm.reviewed_at,
    )
