"""The tables of clients."""

import sqlalchemy as sa

from contracts.intake import ClientStatus
from kernel.tables import code
from services.intake.tables.mapping import instant, mapping

clients = sa.Table(
    "clients",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("given", sa.Text, nullable=False),
    sa.Column("family", sa.Text, nullable=False),
    sa.Column("birth_date", sa.Date, nullable=False),
    sa.Column("municipality", sa.Text),
    sa.Column("pesel_index", sa.LargeBinary, unique=True),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("status", code(ClientStatus), nullable=False),
    sa.Column("registered_by", sa.Uuid, nullable=False),
    sa.Column("registered_at", instant, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    # Whoever looks alike was mostly born on the same day.
    sa.Index("ix_clients_birth_date", "birth_date"),
    sa.Index("ix_clients_family_lower", sa.text("lower(family)"), "birth_date"),
)
