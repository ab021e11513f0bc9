"""How the gateway's own facts lie in PostgreSQL: cards, the audit log, workers by name."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import registry

from kernel.tables import NAMING

mapping = registry(metadata=sa.MetaData(naming_convention=NAMING))
_instant = sa.DateTime(timezone=True)

cards = sa.Table(
    "cards",
    mapping.metadata,
    sa.Column("client_id", sa.Uuid, primary_key=True),
    sa.Column("service", sa.Text, primary_key=True),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("stored_at", _instant, nullable=False),
    comment="The record is these laid side by side, each sealed under the client's key.",
)

audit = sa.Table(
    "audit",
    mapping.metadata,
    sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("at", _instant, nullable=False),
    sa.Column("worker", sa.Text, nullable=False),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("verb", sa.Text, nullable=False),
    sa.Column("client_id", sa.Uuid),
    sa.Column("status", sa.SmallInteger, nullable=False),
    sa.Column("sections", ARRAY(sa.Text), nullable=False),
    sa.Column("bases", ARRAY(sa.Text), nullable=False),
    sa.Column("trace", sa.Text),
    sa.Column("prev", sa.LargeBinary, nullable=False),
    sa.Column("hash", sa.LargeBinary, nullable=False),
    sa.Index("ix_audit_client_id_seq", "client_id", "seq"),
    sa.Index("ix_audit_institution_seq", "institution", "seq"),
    comment="Who saw and did what, each entry chained to the one before; nothing is ever changed.",
)

anchors = sa.Table(
    "anchors",
    mapping.metadata,
    sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("at", _instant, nullable=False),
    sa.Column("first_seq", sa.BigInteger, nullable=False),
    sa.Column("last_seq", sa.BigInteger, nullable=False),
    sa.Column("root", sa.LargeBinary, nullable=False),
    sa.Column("last_hash", sa.LargeBinary, nullable=False),
    sa.Column("prev", sa.LargeBinary, nullable=False),
    sa.Column("public_key", sa.LargeBinary, nullable=False),
    sa.Column("signature", sa.LargeBinary, nullable=False),
    comment="Signed marks in the audit log; copies of them lie elsewhere. Nothing is ever changed.",
)

retirements = sa.Table(
    "retirements",
    mapping.metadata,
    sa.Column("anchor", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("at", _instant, nullable=False),
    sa.Column("public_key", sa.LargeBinary, nullable=False),
    sa.Column("signature", sa.LargeBinary, nullable=False),
    comment="Up to which anchor the audit log was deleted because its time was over, signed.",
)

workers = sa.Table(
    "workers",
    mapping.metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("institution", sa.Uuid, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    comment="Workers as their tokens name them, so that a timeline can say who.",
)

subscriptions = sa.Table(
    "subscriptions",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("institution", sa.Uuid, nullable=False, index=True),
    sa.Column("institution_name", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("roles", ARRAY(sa.Text), nullable=False),
    sa.Column("worker", sa.Text, nullable=False),
    sa.Column("worker_name", sa.Text, nullable=False),
    sa.Column("url", sa.Text, nullable=False),
    sa.Column("types", ARRAY(sa.Text), nullable=False),
    sa.Column("secret", sa.LargeBinary, nullable=False),
    sa.Column("old_secret", sa.LargeBinary),
    sa.Column("old_until", _instant),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("reason", sa.Text),
    sa.Column("checkpoint", sa.BigInteger, nullable=False),
    sa.Column("failures", sa.SmallInteger, nullable=False),
    sa.Column("next_at", _instant, nullable=False),
    sa.Column("holder", sa.Uuid),
    sa.Column("held_until", _instant),
    sa.Column("created_at", _instant, nullable=False),
    comment="Where partners want events sent, how far each has got, and which process is at it.",
)

deliveries = sa.Table(
    "deliveries",
    mapping.metadata,
    sa.Column("id", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    sa.Column(
        "subscription_id",
        sa.Uuid,
        sa.ForeignKey("subscriptions.id", ondelete="CASCADE"),
        nullable=False,
    ),
    sa.Column("event_id", sa.Uuid, nullable=False),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("seq", sa.BigInteger, nullable=False),
    sa.Column("attempt", sa.SmallInteger, nullable=False),
    sa.Column("at", _instant, nullable=False, index=True),
    sa.Column("result", sa.Text, nullable=False),
    sa.Column("status", sa.SmallInteger),
    sa.Column("milliseconds", sa.Integer, nullable=False),
    sa.Index("ix_deliveries_subscription_id_id", "subscription_id", "id"),
    comment="Every attempt to hand an event over, for thirty days; nothing of what was answered.",
)
