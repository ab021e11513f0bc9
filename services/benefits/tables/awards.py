"""How awards lie in PostgreSQL. Every amount, and how it was worked out, lies sealed."""

import sqlalchemy as sa

from contracts.benefits import AwardEnd
from kernel.tables import code
from services.benefits.domain.award import AwardState, LostBenefitMode, RejectionReason
from services.benefits.domain.award_states import SuspensionReason
from services.benefits.domain.position import Scope
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
    sa.Column("employment_id", sa.Uuid),
    sa.Column("received_on", sa.Date),
    sa.Column("preset", sa.Text, nullable=False),
    sa.Column("start_rule", code(StartRule), nullable=False),
    sa.Column("first_month", month, nullable=False),
    sa.Column("last_month", month, nullable=False),
    sa.Column("lb_mode", code(LostBenefitMode), nullable=False),
    sa.Column("scope", code(Scope), nullable=False, server_default=Scope.SA.value),
    sa.Column("state", code(AwardState), nullable=False),
    sa.Column("approved_by", sa.Text),
    sa.Column("approved_on", sa.Date),
    sa.Column("rejected_by", sa.Text),
    sa.Column("rejected_on", sa.Date),
    sa.Column("rejection_reason", code(RejectionReason)),
    sa.Column("suspended_from", sa.Date),
    sa.Column("suspension_reason", code(SuspensionReason)),
    sa.Column("resumable_from", sa.Date),
    sa.Column("resumable_employment", sa.Uuid),
    sa.Column("recompute_from", month),
    sa.Column("ended_on", sa.Date),
    sa.Column("ended_by", sa.Text),
    sa.Column("end_reason", code(AwardEnd)),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Index("ix_awards_of_institution", "institution", "id"),
    sa.Index(
        "ix_awards_by_the_clock",
        "state",
        "last_month",
        postgresql_where=sa.text("state IN ('approved', 'active', 'suspended')"),
    ),
    comment="Awards of degressive support; sealed: the lost benefit, the months, the working.",
)
