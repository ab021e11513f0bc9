"""The tables of records opened in an emergency, and of the alarms that follow."""

import sqlalchemy as sa

from contracts.intake import Verdict
from kernel.tables import code
from services.intake.tables.mapping import instant, mapping, of_client

glasses = sa.Table(
    "glasses",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    of_client(),
    sa.Column("broken_by", sa.Uuid, nullable=False),
    sa.Column("worker", sa.Text, nullable=False),
    sa.Column("broken_at", instant, nullable=False),
    sa.Column("expires_at", instant, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Index("ix_glasses_broken_by_client_id", "broken_by", "client_id"),
    comment="Emergency openings; why is sealed. The id is that of the sharing and the relation.",
)

alarms = sa.Table(
    "alarms",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    of_client(),
    sa.Column("glass_id", sa.ForeignKey("glasses.id"), nullable=False, index=True),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("raised_at", instant, nullable=False),
    sa.Column("verdict", code(Verdict)),
    sa.Column("sealed", sa.LargeBinary),
    sa.Column("reviewed_by", sa.Text),
    sa.Column("reviewed_at", instant),
    sa.Index("ix_alarms_institution_id", "institution", "id"),
    comment="One for each institution that must look at an emergency opening, until it has.",
)
