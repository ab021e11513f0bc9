"""How requests for information lie in PostgreSQL."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from contracts.referrals.requests import DelayReason, InformationRefusal, RequestOver
from kernel.tables import code
from services.referrals.domain.information import InformationRequest
from services.referrals.domain.information_states import OPEN, InformationState
from services.referrals.tables.mapping import instant, mapping, worker

_open = [state.value for state in InformationState if state in OPEN]

information_requests = sa.Table(
    "information_requests",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("client_id", sa.Uuid, nullable=False),
    sa.Column("relation_id", sa.Uuid, nullable=False),
    sa.Column("asked_by", sa.Uuid, nullable=False),
    sa.Column("asker", worker),
    sa.Column("asked", sa.Uuid, nullable=False),
    sa.Column("answerer", worker),
    sa.Column("asked_at", instant, nullable=False),
    sa.Column("kinds", ARRAY(sa.String(40)), nullable=False),
    sa.Column("state", code(InformationState), nullable=False),
    sa.Column("due_on", sa.Date, nullable=False),
    sa.Column("first_due_on", sa.Date),
    sa.Column("delay", code(DelayReason)),
    sa.Column("clock_on", sa.Date),
    sa.Column("reminders", sa.SmallInteger, nullable=False),
    sa.Column("escalated_on", sa.Date),
    sa.Column("received_at", instant),
    sa.Column("answered_at", instant),
    sa.Column("acknowledged_at", instant),
    sa.Column("refusal", code(InformationRefusal)),
    sa.Column("over", code(RequestOver)),
    sa.Column("passed_to", sa.Uuid),
    sa.Column("passed_from", sa.Uuid),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Index("ix_information_requests_asked_id", "asked", "id"),
    sa.Index("ix_information_requests_asked_by_id", "asked_by", "id"),
    comment="What one institution asks another about a client; question and answer lie sealed.",
)
sa.Index(
    "ix_information_requests_open",
    information_requests.c.client_id,
    postgresql_where=information_requests.c.state.in_(_open),
)
sa.Index(
    "ix_information_requests_clock_on",
    information_requests.c.clock_on,
    postgresql_where=information_requests.c.clock_on.is_not(None),
)
mapping.map_imperatively(InformationRequest, information_requests)
