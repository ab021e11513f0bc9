"""How visits and their settlements lie in PostgreSQL. What was done, and where, lies sealed."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from kernel.tables import code
from services.benefits.domain.visit import PhoneOutcome, StrikeReason, Visit
from services.benefits.domain.voucher_programme import CareService
from services.benefits.domain.voucher_settlement import (
    QueryReason,
    SettlementState,
    VoucherSettlement,
)
from services.benefits.tables.mapping import instant, mapping, month, worker

settlements = sa.Table(
    "voucher_settlements",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("programme_id", sa.Uuid, sa.ForeignKey("voucher_programmes.id"), nullable=False),
    sa.Column("payer", sa.Uuid, nullable=False, index=True),
    sa.Column("provider", sa.Uuid, nullable=False, index=True),
    sa.Column("month", month, nullable=False),
    sa.Column("submitted_by", worker, nullable=False),
    sa.Column("submitted_on", sa.Date, nullable=False),
    sa.Column("submit_by", sa.Date, nullable=False),
    sa.Column("pay_by", sa.Date, nullable=False),
    sa.Column("visits", sa.Integer, nullable=False),
    sa.Column("minutes", sa.BigInteger, nullable=False),
    sa.Column("gross", sa.BigInteger, nullable=False),
    sa.Column("copay", sa.BigInteger, nullable=False),
    sa.Column("net", sa.BigInteger, nullable=False),
    sa.Column("state", code(SettlementState), nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("checked_by", worker),
    sa.Column("checked_on", sa.Date),
    sa.Column("query", code(QueryReason)),
    sa.Column("accepted_by", worker),
    sa.Column("accepted_on", sa.Date),
    sa.Column("paid_by", worker),
    sa.Column("paid_on", sa.Date),
    sa.UniqueConstraint("programme_id", "provider", "month"),
    sa.CheckConstraint("gross = copay + net", name="adds_up"),
    comment="A provider's months, settled; sums over all clients in grosze, so they lie open.",
)
mapping.map_imperatively(VoucherSettlement, settlements)

visits = sa.Table(
    "voucher_visits",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("voucher_id", sa.Uuid, sa.ForeignKey("vouchers.id"), nullable=False),
    sa.Column("programme_id", sa.Uuid, nullable=False),
    sa.Column("client_id", sa.Uuid, nullable=False),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("payer", sa.Uuid, nullable=False),
    sa.Column("carer", worker, nullable=False),
    sa.Column("service", code(CareService), nullable=False),
    sa.Column("starts_at", instant, nullable=False),
    sa.Column("ends_at", instant, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("month", month, nullable=False),
    sa.Column("minutes", sa.Integer, nullable=False),
    sa.Column("recorded_by", worker, nullable=False),
    sa.Column("recorded_at", instant, nullable=False),
    sa.Column("family_carer", sa.Boolean, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("confirmed_at", instant),
    sa.Column("flags", JSONB, nullable=False),
    sa.Column("phone_check", sa.Boolean, nullable=False),
    sa.Column("phone_outcome", code(PhoneOutcome)),
    sa.Column("struck", code(StrikeReason)),
    sa.Column("struck_by", worker),
    sa.Column("settlement_id", sa.Uuid, sa.ForeignKey("voucher_settlements.id"), index=True),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Index("ix_voucher_visits_of_voucher", "voucher_id", "month"),
    sa.Index("ix_voucher_visits_of_client", "client_id", "starts_at"),
    sa.Index("ix_voucher_visits_of_carer", "carer", "starts_at"),
    sa.Index("ix_voucher_visits_of_provider", "institution", "programme_id", "month"),
    sa.Index(
        "ix_voucher_visits_to_phone",
        "programme_id",
        "id",
        postgresql_where=sa.text("phone_check AND phone_outcome IS NULL"),
    ),
    comment="Visits of carers; sealed: tasks, place, notes, corrections, explanations.",
)
mapping.map_imperatively(Visit, visits)

lines = sa.Table(
    "voucher_settlement_lines",
    mapping.metadata,
    sa.Column("settlement_id", sa.Uuid, sa.ForeignKey("voucher_settlements.id"), primary_key=True),
    sa.Column("voucher_id", sa.Uuid, sa.ForeignKey("vouchers.id"), primary_key=True),
    sa.Column("client_id", sa.Uuid, nullable=False, index=True),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    comment="What each voucher comes to in a settlement; the amounts lie sealed.",
)
