"""The tables of households and incomes."""

import sqlalchemy as sa

from services.intake.tables.mapping import instant, mapping, of_client

households = sa.Table(
    "households",
    mapping.metadata,
    sa.Column("id", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    of_client(),
    sa.Column("valid_from", sa.Date, nullable=False),
    sa.Column("valid_to", sa.Date),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("declared_by", sa.Uuid, nullable=False),
    sa.Column("declared_at", instant, nullable=False),
    comment="Every declaration stays; of a day, the latest first day and then the latest row holds.",
)


household_links = sa.Table(
    "household_links",
    mapping.metadata,
    sa.Column("id", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    sa.Column("owner_id", sa.ForeignKey("clients.id"), nullable=False, index=True),
    of_client(),
    sa.Column("valid_from", sa.Date, nullable=False),
    sa.Column("valid_to", sa.Date),
    sa.Index(
        "ux_household_links_open",
        "client_id",
        unique=True,
        postgresql_where=sa.text("valid_to IS NULL"),
    ),
    comment="Which other clients belong to the household of `owner_id`, both days inclusive.",
)


incomes = sa.Table(
    "incomes",
    mapping.metadata,
    sa.Column("id", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    of_client(),
    sa.Column("month", sa.Text, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("declared_by", sa.Uuid, nullable=False),
    sa.Column("worker", sa.Text),
    sa.Column("declared_at", instant, nullable=False),
    comment="Every declaration stays; the latest one of a month is the one that counts.",
)


income_verifications = sa.Table(
    "income_verifications",
    mapping.metadata,
    sa.Column("id", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    of_client(),
    sa.Column("month", sa.Text, nullable=False),
    sa.Column("declaration_id", sa.ForeignKey("incomes.id"), nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("verified_by", sa.Uuid, nullable=False),
    sa.Column("worker", sa.Text, nullable=False),
    sa.Column("verified_at", instant, nullable=False),
    comment="What a second worker found; a later declaration of the month makes it outdated.",
)
