"""The tables of needs."""

import sqlalchemy as sa

from services.intake.tables.mapping import instant, mapping, of_client

needs = sa.Table(
    "needs",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    of_client(),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("added_by", sa.Uuid, nullable=False),
    sa.Column("added_at", instant, nullable=False),
)
