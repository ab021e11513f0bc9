"""The tables of needs, strengths, assessments and diagnoses."""

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
    sa.Column("due_on", sa.Date),
    sa.Column("sealed_closing", sa.LargeBinary),
)


strengths = sa.Table(
    "strengths",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    of_client(),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("added_by", sa.Uuid, nullable=False),
    sa.Column("added_at", instant, nullable=False),
)


assessments = sa.Table(
    "assessments",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    of_client(),
    sa.Column("instrument", sa.Text, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("assessed_on", sa.Date, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("recorded_by", sa.Uuid, nullable=False),
    sa.Column("recorded_at", instant, nullable=False),
    comment="The scores lie sealed; which instrument was used is no secret.",
)


diagnoses = sa.Table(
    "diagnoses",
    mapping.metadata,
    sa.Column("id", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    of_client(),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("recorded_by", sa.Uuid, nullable=False),
    sa.Column("worker", sa.Text, nullable=False),
    sa.Column("recorded_at", instant, nullable=False),
)
