"""How resolutions lie in PostgreSQL, and which municipality each institution serves."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from kernel.tables import code
from services.benefits.domain.resolution import Resolution, ResolutionState
from services.benefits.tables.mapping import instant, mapping, worker

resolutions = sa.Table(
    "resolutions",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("parameter", sa.String(60), nullable=False),
    sa.Column("municipality", sa.String(7)),
    sa.Column("valid_from", sa.Date, nullable=False),
    sa.Column("valid_to", sa.Date),
    sa.Column("value", sa.Numeric),
    sa.Column("bands", JSONB(none_as_null=True)),
    sa.Column("act", sa.Text, nullable=False),
    sa.Column("article", sa.Text, nullable=False),
    sa.Column("note", sa.Text),
    sa.Column("correction", sa.Text),
    sa.Column("entered_by", worker, nullable=False),
    sa.Column("entered_at", instant, nullable=False),
    sa.Column("state", code(ResolutionState), nullable=False),
    sa.Column("approved_by", worker),
    sa.Column("approved_at", instant),
    sa.Column("withdrawn_by", worker),
    sa.Column("withdrawn_at", instant),
    sa.Column("withdrawal_reason", sa.Text),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.CheckConstraint("num_nonnulls(value, bands) = 1", name="says_one_thing"),
    comment="Values of the law resolved by gmina councils or entered ahead; none is about a person.",
)

territories = sa.Table(
    "territories",
    mapping.metadata,
    sa.Column("institution", sa.Uuid, primary_key=True),
    sa.Column("territory", sa.String(7), nullable=False),
    comment="Which part of Poland each institution serves, as the directory announced it.",
)

mapping.map_imperatively(Resolution, resolutions)
