"""The tables of jobs."""

import sqlalchemy as sa

from contracts.intake.means import EmploymentEnd
from kernel.tables import code
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
    sa.Column("ended_on", sa.Date),
    sa.Column("end_reason", code(EmploymentEnd)),
    sa.Column("sealed_end", sa.LargeBinary),
    sa.Column("version", sa.BigInteger, nullable=False, server_default="1"),
)


employment_terms = sa.Table(
    "employment_terms",
    mapping.metadata,
    sa.Column("id", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    of_client(),
    sa.Column("employment_id", sa.ForeignKey("employments.id"), nullable=False),
    sa.Column("valid_from", sa.Date, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("recorded_by", sa.Uuid, nullable=False),
    sa.Column("recorded_at", instant, nullable=False),
    sa.UniqueConstraint("employment_id", "valid_from"),
    comment="What changed since the first day; the first terms lie with the job itself.",
)
