"""How the months of awards, and corrections of them, lie in PostgreSQL. Amounts lie sealed."""

import sqlalchemy as sa

from kernel.tables import code
from services.benefits.domain.award_states import MonthState
from services.benefits.domain.correction import CorrectionReason, CorrectionState
from services.benefits.tables.mapping import mapping, month, worker

award_months = sa.Table(
    "award_months",
    mapping.metadata,
    sa.Column("award_id", sa.ForeignKey("awards.id"), primary_key=True),
    sa.Column("month", month, primary_key=True),
    sa.Column("client_id", sa.Uuid, nullable=False, index=True),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("step", sa.SmallInteger, nullable=False),
    sa.Column("state", code(MonthState), nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Index("ix_award_months_of_institution", "institution", "month", "state"),
    sa.Index("ix_award_months_planned", "month", postgresql_where=sa.text("state = 'planned'")),
    comment="Months of awards and where each stands; sealed: the amount and how it was shared.",
)

award_corrections = sa.Table(
    "award_corrections",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("award_id", sa.ForeignKey("awards.id"), nullable=False, index=True),
    sa.Column("client_id", sa.Uuid, nullable=False, index=True),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("reason", code(CorrectionReason), nullable=False),
    sa.Column("state", code(CorrectionState), nullable=False),
    sa.Column("first_month", month, nullable=False),
    sa.Column("proposed_by", worker, nullable=False),
    sa.Column("proposed_on", sa.Date, nullable=False),
    sa.Column("decided_by", worker),
    sa.Column("decided_on", sa.Date),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    comment="Corrections of months of awards, decided on by two persons; sealed: the months.",
)
