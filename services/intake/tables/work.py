"""The tables of jobs."""

import sqlalchemy as sa

from services.intake.tables.mapping import instant, mapping, of_client

employments = sa.Table(
    "employments",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    of_client(),
    sa.Column("started_on", sa.Date, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("recorded_by", sa.Uuid, nullable=False),
    sa.Column("recorded_at", instant, nullable=False),
)
