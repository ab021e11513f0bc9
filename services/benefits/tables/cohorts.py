"""How uploaded cohorts lie in PostgreSQL."""

import sqlalchemy as sa
from sqlalchemy.orm import deferred

from services.benefits.domain.uploaded import UploadedCohort
from services.benefits.tables.mapping import instant, mapping, worker

cohorts = sa.Table(
    "cohorts",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("institution", sa.Uuid, nullable=False, index=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("uploaded_by", worker, nullable=False),
    sa.Column("uploaded_at", instant, nullable=False, index=True),
    sa.Column("households", sa.BigInteger, nullable=False),
    sa.Column("packed", sa.LargeBinary, nullable=False),
    comment="Uploaded cohorts, columns of numbers; no client is in any. Kept 30 days.",
)

# What stands in it is fetched when it is worked with, not with every list.
mapping.map_imperatively(
    UploadedCohort, cohorts, properties={"packed": deferred(cohorts.c.packed)}
)
