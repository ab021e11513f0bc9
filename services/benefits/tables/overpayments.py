"""How overpayments lie in PostgreSQL. Every amount, and what she said, lies sealed."""

import sqlalchemy as sa

from contracts.benefits import OverpaymentState
from kernel.tables import code
from services.benefits.domain.overpayment_states import Awareness, OverpaymentCause, WaiverReason
from services.benefits.tables.mapping import mapping, month, worker

overpayments = sa.Table(
    "overpayments",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("client_id", sa.Uuid, nullable=False, index=True),
    sa.Column("award_id", sa.ForeignKey("awards.id"), nullable=False, index=True),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("cause", code(OverpaymentCause), nullable=False),
    sa.Column("state", code(OverpaymentState), nullable=False),
    sa.Column("first_month", month, nullable=False),
    sa.Column("last_month", month, nullable=False),
    sa.Column("detected_by", worker, nullable=False),
    sa.Column("detected_on", sa.Date, nullable=False),
    sa.Column("awareness", code(Awareness)),
    sa.Column("decision_on", sa.Date),
    sa.Column("determined_by", worker),
    sa.Column("determined_on", sa.Date),
    sa.Column("due_on", sa.Date),
    sa.Column("limitation_on", sa.Date),
    sa.Column("waiver_reason", code(WaiverReason)),
    sa.Column("waiver_asked_by", worker),
    sa.Column("decided_by", worker),
    sa.Column("decided_on", sa.Date),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Index("ix_overpayments_of_institution", "institution", "id"),
    comment="Overpayments of awards; sealed: months, instalments, repayments, explanation.",
)
