"""The tables of households and incomes."""

import sqlalchemy as sa

from services.intake.tables.mapping import instant, mapping, of_client

households = sa.Table(
    "households",
    mapping.metadata,
    sa.Column("id", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    of_client(),
    sa.Column("valid_from", sa.Date, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("declared_by", sa.Uuid, nullable=False),
    sa.Column("declared_at", instant, nullable=False),
)


incomes = sa.Table(
    "incomes",
    mapping.metadata,
    sa.Column("id", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    of_client(),
    sa.Column("month", sa.Text, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("declared_by", sa.Uuid, nullable=False),
    sa.Column("declared_at", instant, nullable=False),
    comment="Every declaration stays; the latest one of a month is the one that counts.",
)
