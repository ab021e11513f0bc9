"""How care vouchers lie in PostgreSQL. What was worked out of a client's income lies sealed."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from kernel.tables import code
from services.benefits.domain.voucher_programme import VoucherProgramme
from services.benefits.domain.voucher_states import VoucherState
from services.benefits.tables.mapping import mapping, worker

programmes = sa.Table(
    "voucher_programmes",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("institution", sa.Uuid, nullable=False, index=True),
    sa.Column("municipality", sa.Text, nullable=False),
    sa.Column("first_day", sa.Date, nullable=False),
    sa.Column("last_day", sa.Date, nullable=False),
    sa.Column("kept_terms", JSONB, nullable=False),
    sa.Column("kept_contracts", JSONB, nullable=False),
    sa.Column("opened_by", worker, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    comment="Programmes of care vouchers, with the providers on contract; no client is in any.",
)
mapping.map_imperatively(VoucherProgramme, programmes)

vouchers = sa.Table(
    "vouchers",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("client_id", sa.Uuid, nullable=False, index=True),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("programme_id", sa.Uuid, sa.ForeignKey("voucher_programmes.id"), nullable=False),
    sa.Column("serial", sa.Text, nullable=False, unique=True),
    sa.Column("services", ARRAY(sa.Text), nullable=False),
    sa.Column("provider", sa.Uuid),
    sa.Column("valid_from", sa.Date, nullable=False),
    sa.Column("valid_to", sa.Date, nullable=False),
    sa.Column("drafted_by", worker, nullable=False),
    sa.Column("state", code(VoucherState), nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("issued_by", worker),
    sa.Column("issued_on", sa.Date),
    sa.Column("handed_over_on", sa.Date),
    sa.Column("wrong_tries", sa.SmallInteger, nullable=False),
    sa.Column("ended_on", sa.Date),
    sa.Column("successor_id", sa.Uuid),
    sa.Column("origin_id", sa.Uuid),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("sealed_life", sa.LargeBinary, nullable=False),
    sa.Index("ix_vouchers_programme_id_id", "programme_id", "id"),
    sa.Index(
        "ix_vouchers_to_expire",
        "valid_to",
        postgresql_where=sa.text("state IN ('draft', 'issued', 'active', 'suspended')"),
    ),
    comment="Care vouchers; sealed: hours, income, co-payment; the code's hash, pauses, reasons.",
)

absences = sa.Table(
    "voucher_absences",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("client_id", sa.Uuid, nullable=False, index=True),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("first_day", sa.Date, nullable=False),
    sa.Column("last_day", sa.Date),
    sa.Column("recorded_by", worker, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    comment="Days on which a client is not at home, so no care is given there; sealed: where she is.",
)
