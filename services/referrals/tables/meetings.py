"""How case meetings lie in PostgreSQL: what is said of a client is sealed under her own key."""

import sqlalchemy as sa
from sqlalchemy.orm import relationship

from contracts.referrals.meetings import InvitationAnswer, MeetingCancelReason
from contracts.values import InstitutionKind
from kernel.tables import code
from services.referrals.domain.agenda import (
    AgendaItem,
    Cause,
    Decision,
    DropReason,
    ItemState,
    Reader,
    Reason,
)
from services.referrals.domain.meeting import (
    FormerDay,
    Meeting,
    MeetingState,
    Participant,
    Role,
)
from services.referrals.tables.mapping import instant, mapping, worker

meetings = sa.Table(
    "meetings",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("partnership", sa.Uuid, nullable=False),
    sa.Column("chair", sa.Uuid, nullable=False),
    sa.Column("planned_on", sa.Date, nullable=False),
    sa.Column("starts_at", sa.String(5), nullable=False),
    sa.Column("place", sa.String(200), nullable=False),
    sa.Column("state", code(MeetingState), nullable=False),
    sa.Column("opened_at", instant),
    sa.Column("drafted_at", instant),
    sa.Column("approve_by", sa.Date),
    sa.Column("approved_at", instant),
    sa.Column("cancel_reason", code(MeetingCancelReason)),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Index("ix_meetings_partnership_planned_on", "partnership", "planned_on"),
    sa.Index("ix_meetings_chair_planned_on", "chair", "planned_on"),
    sa.Index(
        "ix_meetings_approve_by",
        "approve_by",
        postgresql_where=sa.text("state = 'minutes_drafted'"),
    ),
    comment="Joint case meetings; the row is the lock of all that changes one. Names no client.",
)

participants = sa.Table(
    "meeting_participants",
    mapping.metadata,
    sa.Column("meeting_id", sa.ForeignKey("meetings.id"), primary_key=True),
    sa.Column("institution", sa.Uuid, primary_key=True, index=True),
    sa.Column("kind", code(InstitutionKind), nullable=False),
    sa.Column("role", code(Role), nullable=False),
    sa.Column("worker", worker),
    sa.Column("invited_at", instant),
    sa.Column("answer", code(InvitationAnswer)),
    sa.Column("present", sa.Boolean),
    sa.Column("approved_at", instant),
    sa.Column("approved_by", worker),
)

former_days = sa.Table(
    "meeting_former_days",
    mapping.metadata,
    sa.Column("meeting_id", sa.ForeignKey("meetings.id"), primary_key=True),
    sa.Column("number", sa.SmallInteger, primary_key=True, autoincrement=False),
    sa.Column("planned_on", sa.Date, nullable=False),
    sa.Column("moved_at", instant, nullable=False),
)

items = sa.Table(
    "meeting_items",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("meeting_id", sa.ForeignKey("meetings.id"), nullable=False, index=True),
    sa.Column("client_id", sa.Uuid, nullable=False, index=True),
    sa.Column("brought_by", sa.Uuid, nullable=False),
    sa.Column("added_at", instant, nullable=False),
    sa.Column("state", code(ItemState), nullable=False),
    sa.Column("built", sa.Boolean, nullable=False),
    sa.Column("follows", sa.ForeignKey("meeting_items.id")),
    sa.Column("delicate", sa.Boolean, nullable=False),
    sa.Column("restricted", sa.Boolean, nullable=False),
    sa.Column("client_takes_part", sa.Boolean, nullable=False),
    sa.Column("client_present", sa.Boolean),
    sa.Column("drop_reason", code(DropReason)),
    sa.Column("rank", sa.SmallInteger, nullable=False),
    sa.Column("first_due_on", sa.Date),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
)
# The meeting's row lock keeps twins out; this holds even if somebody forgets to take it.
sa.Index(
    "uq_meeting_items_built",
    items.c.meeting_id,
    items.c.client_id,
    items.c.follows,
    unique=True,
    postgresql_where=items.c.built,
    postgresql_nulls_not_distinct=True,
)

readers = sa.Table(
    "meeting_readers",
    mapping.metadata,
    sa.Column("item_id", sa.ForeignKey("meeting_items.id"), primary_key=True),
    sa.Column("institution", sa.Uuid, primary_key=True, index=True),
    sa.Column("worker", worker, nullable=False),
    comment="Need to know: which institution may know of an item, or of it one worker alone.",
)

causes = sa.Table(
    "meeting_causes",
    mapping.metadata,
    sa.Column("item_id", sa.ForeignKey("meeting_items.id"), primary_key=True),
    sa.Column("reason", code(Reason), primary_key=True),
    sa.Column("thing_id", sa.Uuid, primary_key=True, index=True),
    sa.Column("due_on", sa.Date),
    sa.Column("times", sa.SmallInteger, nullable=False),
)

decisions = sa.Table(
    "meeting_decisions",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("meeting_id", sa.ForeignKey("meetings.id"), nullable=False),
    sa.Column("item_id", sa.ForeignKey("meeting_items.id"), nullable=False, index=True),
    sa.Column("client_id", sa.Uuid, nullable=False, index=True),
    sa.Column("owner", sa.Uuid, nullable=False),
    sa.Column("due_on", sa.Date, nullable=False),
    sa.Column("decided_at", instant, nullable=False),
    sa.Column("decided_by", sa.Uuid, nullable=False),
    sa.Column("binding", sa.Boolean, nullable=False),
    sa.Column("protected", sa.Boolean, nullable=False),
    sa.Column("goal_id", sa.Uuid),
    sa.Column("action_id", sa.Uuid, unique=True),
    sa.Column("done_at", instant),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
)

mapping.map_imperatively(Participant, participants)
mapping.map_imperatively(FormerDay, former_days)
mapping.map_imperatively(Reader, readers)
mapping.map_imperatively(Cause, causes)
mapping.map_imperatively(Decision, decisions)
mapping.map_imperatively(
    Meeting,
    meetings,
    properties={
        "participants": relationship(
            Participant, lazy="selectin", order_by=participants.c.institution
        ),
        "former_days": relationship(FormerDay, lazy="selectin", order_by=former_days.c.number),
    },
)
mapping.map_imperatively(
    AgendaItem,
    items,
    properties={
        "readers": relationship(
            Reader, lazy="selectin", order_by=readers.c.institution, cascade="all, delete-orphan"
        ),
        "causes": relationship(
            Cause, lazy="selectin", order_by=[causes.c.due_on, causes.c.thing_id]
        ),
    },
)
