"""How plans and referrals lie in PostgreSQL. Free text about a person lies sealed."""

import sqlalchemy as sa
from sqlalchemy.orm import registry, relationship

from contracts.intake import Urgency
from contracts.referrals import DeclineReason, Outcome
from kernel.tables import NAMING, code
from services.referrals.domain.plan import (
    Action,
    ActionStatus,
    Goal,
    PlanStatus,
    Support,
    SupportKind,
    SupportPlan,
    SupportStatus,
)
from services.referrals.domain.referral import OPEN, Referral, ReferralState

mapping = registry(metadata=sa.MetaData(naming_convention=NAMING))
_MONTH = sa.String(7)

plans = sa.Table(
    "plans",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("client_id", sa.Uuid, nullable=False, unique=True),
    sa.Column("status", code(PlanStatus), nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    comment="The one plan of each client; its row is the lock of all that changes it.",
)

goals = sa.Table(
    "goals",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("plan_id", sa.ForeignKey("plans.id"), nullable=False, index=True),
    sa.Column("due_on", sa.Date),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
)

actions = sa.Table(
    "actions",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("goal_id", sa.ForeignKey("goals.id"), nullable=False, index=True),
    sa.Column("owner", sa.Uuid, nullable=False, index=True),
    sa.Column("due_on", sa.Date),
    sa.Column("referral_id", sa.Uuid, unique=True),
    sa.Column("status", code(ActionStatus), nullable=False),
    sa.Column("outcome", code(Outcome)),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
)

supports = sa.Table(
    "supports",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("plan_id", sa.ForeignKey("plans.id"), nullable=False, index=True),
    sa.Column("kind", code(SupportKind), nullable=False),
    sa.Column("status", code(SupportStatus), nullable=False),
    sa.Column("first_month", _MONTH, nullable=False),
    sa.Column("last_month", _MONTH, nullable=False),
)

_open = [state.value for state in ReferralState if state in OPEN]

referrals = sa.Table(
    "referrals",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("client_id", sa.Uuid, nullable=False, index=True),
    sa.Column("sent_by", sa.Uuid, nullable=False),
    sa.Column("sent_to", sa.Uuid, nullable=False),
    sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
    sa.Column("urgency", code(Urgency), nullable=False),
    sa.Column("state", code(ReferralState), nullable=False),
    sa.Column("goal_id", sa.ForeignKey("goals.id")),
    sa.Column("action_id", sa.ForeignKey("actions.id")),
    sa.Column("first_visit_on", sa.Date),
    sa.Column("decline_reason", code(DeclineReason)),
    sa.Column("outcome", code(Outcome)),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Index("ix_referrals_sent_to_id", "sent_to", "id"),
    sa.Index("ix_referrals_sent_by_id", "sent_by", "id"),
)

# The plan's row lock keeps duplicates out; this holds even if somebody forgets to take it.
sa.Index(
    "uq_referrals_open",
    referrals.c.client_id,
    referrals.c.sent_to,
    unique=True,
    postgresql_where=referrals.c.state.in_(_open),
)

mapping.map_imperatively(Action, actions)
mapping.map_imperatively(
    Goal,
    goals,
    properties={"actions": relationship(Action, lazy="selectin", order_by=actions.c.id)},
)
mapping.map_imperatively(Support, supports)
mapping.map_imperatively(
    SupportPlan,
    plans,
    properties={
        "goals": relationship(Goal, lazy="selectin", order_by=goals.c.id),
        "supports": relationship(
            Support, lazy="selectin", order_by=[supports.c.first_month, supports.c.id]
        ),
    },
)
mapping.map_imperatively(Referral, referrals)
