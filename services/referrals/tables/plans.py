"""How plans lie in PostgreSQL."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import relationship

from contracts.referrals import Outcome
from contracts.referrals.plan import EndReason, GoalStatus, PartForm
from kernel.tables import code
from services.referrals.domain.goals import (
    Action,
    ActionEngagement,
    ActionFunding,
    ActionStatus,
    Goal,
)
from services.referrals.domain.parts import ClientAnswer, Part
from services.referrals.domain.plan import SupportPlan
from services.referrals.domain.plan_changes import ChangeKind
from services.referrals.domain.plan_states import ENDED, PlanStatus
from services.referrals.domain.reviews import Review
from services.referrals.domain.supports import Support, SupportKind, SupportStatus
from services.referrals.tables.mapping import instant, mapping, worker

_MONTH = sa.String(7)
_ended = ", ".join(f"'{status.value}'" for status in sorted(ENDED))

plans = sa.Table(
    "plans",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("client_id", sa.Uuid, nullable=False, index=True),
    sa.Column("status", code(PlanStatus), nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("lead", sa.Uuid),
    sa.Column("lead_worker", worker),
    sa.Column("diagnosis_version", sa.BigInteger, nullable=False, server_default="1"),
    sa.Column("proposed_on", sa.Date),
    sa.Column("agreed_on", sa.Date),
    sa.Column("active_from", sa.Date),
    sa.Column("review_on", sa.Date),
    sa.Column("ends_on", sa.Date),
    sa.Column("ended_on", sa.Date),
    sa.Column("end_reason", code(EndReason)),
    sa.Column("sealed", sa.LargeBinary),
    sa.Index(
        "uq_plans_going_on",
        "client_id",
        unique=True,
        postgresql_where=sa.text(f"status NOT IN ({_ended})"),
    ),
    comment="The plans of each client, one at a time; the row is the lock of all that changes it.",
)

goals = sa.Table(
    "goals",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("plan_id", sa.ForeignKey("plans.id"), nullable=False, index=True),
    sa.Column("due_on", sa.Date),
    sa.Column("status", code(GoalStatus), nullable=False, server_default="open"),
    sa.Column("version", sa.BigInteger, nullable=False, server_default="1"),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("sealed_words", sa.LargeBinary),
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
    sa.Column("version", sa.BigInteger, nullable=False, server_default="1"),
    sa.Column("worker", worker),
    sa.Column("client_duty", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("start_on", sa.Date),
    sa.Column("service_id", sa.Uuid),
    sa.Column("category", sa.String(64)),
    sa.Column("engagement", code(ActionEngagement)),
    sa.Column("cost_grosze", sa.BigInteger),
    sa.Column("funding", code(ActionFunding)),
    sa.Column("appointment_on", sa.Date),
    sa.Column("appointment_at", sa.Time),
    sa.Column("finished_on", sa.Date),
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

plan_parts = sa.Table(
    "plan_parts",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("plan_id", sa.ForeignKey("plans.id"), nullable=False, index=True),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("form", code(PartForm), nullable=False),
    sa.Column("valid_from", sa.Date, nullable=False),
    sa.Column("valid_to", sa.Date),
    sa.Column("review_on", sa.Date),
    sa.Column("contact_every_days", sa.SmallInteger),
    sa.Column("applied_on", sa.Date),
    sa.Column("registered_on", sa.Date),
    sa.Column("under_30", sa.Boolean, nullable=False),
    sa.Column("job_started_on", sa.Date),
    sa.Column("passed_to_other_units", sa.Boolean, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("asked_on", sa.Date),
    sa.Column("signed_on", sa.Date),
    sa.Column("signed_by", worker),
    sa.Column("client_answer", code(ClientAnswer)),
    sa.Column("client_on", sa.Date),
    sa.Column("talk_on", sa.Date),
    sa.Column("closed_on", sa.Date),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    comment="What each institution and the client agree on, in its statutory form.",
)

plan_reviews = sa.Table(
    "plan_reviews",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("plan_id", sa.ForeignKey("plans.id"), nullable=False, index=True),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("worker", worker, nullable=False),
    sa.Column("opened_on", sa.Date, nullable=False),
    sa.Column("closed_on", sa.Date),
    sa.Column("next_review_on", sa.Date),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
)

plan_changes = sa.Table(
    "plan_changes",
    mapping.metadata,
    sa.Column("plan_id", sa.ForeignKey("plans.id"), primary_key=True),
    sa.Column("version", sa.BigInteger, primary_key=True),
    sa.Column("what", code(ChangeKind), nullable=False),
    sa.Column("thing", sa.Uuid),
    sa.Column("worker", worker),
    sa.Column("institution", sa.Uuid),
    sa.Column("at", instant, nullable=False),
    comment="What made each version of a plan: who, when, which thing; no word of it.",
)

plan_versions = sa.Table(
    "plan_versions",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("plan_id", sa.ForeignKey("plans.id"), nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("at", instant, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.UniqueConstraint("plan_id", "version"),
    comment="The plan as it stood when it was agreed on, begun or ended.",
)

mapping.map_imperatively(Action, actions)
mapping.map_imperatively(
    Goal,
    goals,
    properties={"actions": relationship(Action, lazy="selectin", order_by=actions.c.id)},
)
mapping.map_imperatively(Support, supports)
mapping.map_imperatively(Part, plan_parts)
mapping.map_imperatively(Review, plan_reviews)
mapping.map_imperatively(
    SupportPlan,
    plans,
    properties={
        "goals": relationship(Goal, lazy="selectin", order_by=goals.c.id),
        "supports": relationship(
            Support, lazy="selectin", order_by=[supports.c.first_month, supports.c.id]
        ),
        "parts": relationship(Part, lazy="selectin", order_by=plan_parts.c.id),
        "reviews": relationship(Review, lazy="selectin", order_by=plan_reviews.c.id),
    },
)


# With the row itself, so that no use case can change a plan and forget to say what it changed.
@sa.event.listens_for(SupportPlan, "after_insert")
@sa.event.listens_for(SupportPlan, "after_update")
def _lay_changes(mapper: Any, connection: sa.Connection, plan: SupportPlan) -> None:
    del mapper
    if plan.fresh and plan.pen:
        pen = plan.pen
        said: dict[str, Any] = {
            "plan_id": plan.id,
            "worker": pen.worker,
            "institution": pen.institution,
            "at": pen.at,
        }
        rows = [
            said | {"version": one.version, "what": one.what, "thing": one.thing}
            for one in plan.fresh
        ]
        connection.execute(sa.insert(plan_changes), rows)
        plan.fresh.clear()
