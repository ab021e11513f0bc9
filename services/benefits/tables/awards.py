"""How awards lie in PostgreSQL. Every amount, and how it was worked out, lies sealed."""

import sqlalchemy as sa

from kernel.tables import code
from services.benefits.domain.award import AwardState, LostBenefitMode, RejectionReason
from services.benefits.domain.schedule_choice import StartRule
from services.benefits.tables.mapping import mapping, month

awards = sa.Table(
    "awards",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("client_id", sa.Uuid, nullable=False, index=True),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("computed_by", sa.Text, nullable=False),
    sa.Column("municipality", sa.Text, nullable=False),
    sa.Column("employment_started_on", sa.Date, nullable=False),
    sa.Column("preset", sa.Text, nullable=False),
    sa.Column("start_rule", code(StartRule), nullable=False),
    sa.Column("first_month", month, nullable=False),
    sa.Column("last_month", month, nullable=False),
    sa.Column("lb_mode", code(LostBenefitMode), nullable=False),
    sa.Column("state", code(AwardState), nullable=False),
    sa.Column("approved_by", sa.Text),
    sa.Column("approved_on", sa.Date),
    sa.Column("rejected_by", sa.Text),
    sa.Column("rejected_on", sa.Date),
    sa.Column("rejection_reason", code(RejectionReason)),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    comment="Awards of degressive support; sealed: the lost benefit, the months, the working.",
)
