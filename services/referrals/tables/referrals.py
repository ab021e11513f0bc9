"""How referrals lie in PostgreSQL."""

import sqlalchemy as sa

from contracts.intake import Urgency
from contracts.referrals import DeclineReason, Outcome
from contracts.referrals.codes import (
    CancelReason,
    Change,
    ErrorReason,
    FailReason,
    PauseReason,
    Satisfaction,
)
from kernel.tables import code
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_states import OPEN, Appointment, ReferralState
from services.referrals.tables.mapping import instant, mapping, worker

_open = [state.value for state in ReferralState if state in OPEN]

referrals = sa.Table(
    "referrals",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("client_id", sa.Uuid, nullable=False, index=True),
    sa.Column("relation_id", sa.Uuid, nullable=False),
    sa.Column("sent_by", sa.Uuid, nullable=False),
    sa.Column("sender", worker),
    sa.Column("sent_to", sa.Uuid),
    sa.Column("receiver", worker),
    sa.Column("open_to", sa.Uuid),
    sa.Column("service_id", sa.Uuid),
    sa.Column("offer_id", sa.Uuid, index=True),
    sa.Column("part_of", sa.ForeignKey("referrals.id"), index=True),
    sa.Column("sent_at", instant, nullable=False),
    sa.Column("rests_on", sa.Uuid),
    sa.Column("urgency", code(Urgency), nullable=False),
    sa.Column("state", code(ReferralState), nullable=False),
    sa.Column("since", instant),
    sa.Column("before", code(ReferralState)),
    sa.Column("goal_id", sa.ForeignKey("goals.id")),
    sa.Column("action_id", sa.ForeignKey("actions.id")),
    sa.Column("appointment", code(Appointment)),
    sa.Column("first_visit_on", sa.Date),
    sa.Column("review_on", sa.Date),
    sa.Column("planned_end_on", sa.Date),
    sa.Column("asked_on", sa.Date),
    sa.Column("answer_due_on", sa.Date),
    sa.Column("expires_on", sa.Date),
    sa.Column("clock_on", sa.Date),
    sa.Column("reminders", sa.SmallInteger, nullable=False, server_default="0"),
    sa.Column("escalated_on", sa.Date),
    sa.Column("received_at", instant),
    sa.Column("answered_at", instant),
    sa.Column("started_at", instant),
    sa.Column("ended_at", instant),
    sa.Column("acknowledged_at", instant),
    sa.Column("waiting_since", instant),
    sa.Column("holds_place", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("decline_reason", code(DeclineReason)),
    sa.Column("outcome", code(Outcome)),
    sa.Column("fail_reason", code(FailReason)),
    sa.Column("hold_reason", code(PauseReason)),
    sa.Column("cancel_reason", code(CancelReason)),
    sa.Column("error_reason", code(ErrorReason)),
    sa.Column("change", code(Change)),
    sa.Column("satisfaction", code(Satisfaction)),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Index("ix_referrals_sent_to_id", "sent_to", "id"),
    sa.Index("ix_referrals_sent_by_id", "sent_by", "id"),
    sa.Index(
        "ix_referrals_clock_on", "clock_on", postgresql_where=sa.text("clock_on IS NOT NULL")
    ),
    sa.Index("ix_referrals_open_to", "open_to", postgresql_where=sa.text("state = 'sent'")),
)

steps = sa.Table(
    "referral_steps",
    mapping.metadata,
    sa.Column("referral_id", sa.ForeignKey("referrals.id"), primary_key=True),
    sa.Column("version", sa.BigInteger, primary_key=True),
    sa.Column("verb", sa.String(40), nullable=False),
    sa.Column("state", code(ReferralState), nullable=False),
    sa.Column("at", instant, nullable=False),
    sa.Column("institution", sa.Uuid),
    sa.Column("worker", worker),
    sa.Column("sealed", sa.LargeBinary),
    comment="Who took which step of a referral, and what was written with it.",
)

territories = sa.Table(
    "territories",
    mapping.metadata,
    sa.Column("institution", sa.Uuid, primary_key=True),
    sa.Column("territory", sa.String(7), nullable=False),
    comment="Which part of Poland each institution serves, as the directory announced it.",
)

# The plan's row lock keeps duplicates out; this holds even if somebody forgets to take it. Two
# services of one institution may be asked at once, one service twice may not.
sa.Index(
    "uq_referrals_open",
    referrals.c.client_id,
    referrals.c.sent_to,
    referrals.c.service_id,
    unique=True,
    postgresql_where=referrals.c.state.in_(_open),
    postgresql_nulls_not_distinct=True,
)
mapping.map_imperatively(Referral, referrals)
