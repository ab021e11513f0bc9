"""What indicators are counted from and nobody else keeps here: heard, ids and days alone."""

import sqlalchemy as sa

from services.referrals.tables.mapping import mapping

registrations = sa.Table(
    "registrations",
    mapping.metadata,
    sa.Column("client_id", sa.Uuid, primary_key=True),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("municipality", sa.String(7)),
    sa.Column("registered_on", sa.Date, nullable=False),
    sa.Index("ix_registrations_institution_registered_on", "institution", "registered_on"),
    sa.Index("ix_registrations_registered_on", "registered_on"),
    comment="When, where and by whom each client was registered.",
)

jobs = sa.Table(
    "jobs",
    mapping.metadata,
    sa.Column("employment_id", sa.Uuid, primary_key=True),
    sa.Column("client_id", sa.Uuid, nullable=False, index=True),
    sa.Column("started_on", sa.Date, nullable=False, index=True),
    sa.Column("ended_on", sa.Date),
    comment="The jobs of clients, from when to when.",
)
