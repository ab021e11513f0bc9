"""The table of clients who look alike."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from contracts.intake import LinkKind
from kernel.tables import code
from services.intake.domain.duplicate import DuplicateState
from services.intake.tables.mapping import instant, mapping

duplicate_pairs = sa.Table(
    "duplicate_pairs",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("first_id", sa.ForeignKey("clients.id"), nullable=False),
    sa.Column("second_id", sa.ForeignKey("clients.id"), nullable=False, index=True),
    sa.Column("score", sa.SmallInteger, nullable=False),
    sa.Column("traits", ARRAY(sa.Text), nullable=False),
    sa.Column("found_at", instant, nullable=False),
    sa.Column("owner", sa.Uuid, nullable=False),
    sa.Column("due_on", sa.Date, nullable=False),
    sa.Column("state", code(DuplicateState), nullable=False),
    sa.Column("link", code(LinkKind)),
    sa.Column("decided_by", sa.Text),
    sa.Column("decided_at", instant),
    sa.Column("version", sa.BigInteger, nullable=False),
    # One pair of people is one row, whichever was found first.
    sa.UniqueConstraint("first_id", "second_id"),
    sa.CheckConstraint("first_id < second_id", name="ordered"),
    sa.Index("ix_duplicate_pairs_owner_due", "owner", "state", "due_on", "id"),
    comment="Clients who look alike, whose turn it is to decide, by when, and what was decided.",
)
