"""How plans lie in PostgreSQL."""

import sqlalchemy as sa
from sqlalchemy.orm import relationship

from contracts.referrals import Outcome
from kernel.tables import code
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
from services.referrals.tables.mapping import mapping

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
