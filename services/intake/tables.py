"""How intake lies in PostgreSQL. What is delicate lies sealed under the client's own key."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import registry

from contracts.intake import ClientStatus
from kernel.tables import NAMING, code
from services.intake.domain.access import AccessState

mapping = registry(metadata=sa.MetaData(naming_convention=NAMING))
_instant = sa.DateTime(timezone=True)


def _of_client() -> sa.Column[object]:
    return sa.Column("client_id", sa.ForeignKey("clients.id"), nullable=False, index=True)


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
    sa.Column("registered_at", _instant, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Index("ix_clients_family_lower", sa.text("lower(family)"), "birth_date"),
)

households = sa.Table(
    "households",
    mapping.metadata,
    sa.Column("id", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    _of_client(),
    sa.Column("valid_from", sa.Date, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("declared_by", sa.Uuid, nullable=False),
    sa.Column("declared_at", _instant, nullable=False),
)

incomes = sa.Table(
    "incomes",
    mapping.metadata,
    sa.Column("id", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    _of_client(),
    sa.Column("month", sa.Text, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("declared_by", sa.Uuid, nullable=False),
    sa.Column("declared_at", _instant, nullable=False),
    comment="Every declaration stays; the latest one of a month is the one that counts.",
)

needs = sa.Table(
    "needs",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    _of_client(),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("added_by", sa.Uuid, nullable=False),
    sa.Column("added_at", _instant, nullable=False),
)

employments = sa.Table(
    "employments",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    _of_client(),
    sa.Column("started_on", sa.Date, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("recorded_by", sa.Uuid, nullable=False),
    sa.Column("recorded_at", _instant, nullable=False),
)

sharings = sa.Table(
    "sharings",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    _of_client(),
    sa.Column("party_id", sa.Uuid, nullable=False),
    sa.Column("sections", ARRAY(sa.Text), nullable=False),
    sa.Column("until", sa.Date),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("opened_by", sa.Uuid, nullable=False),
    sa.Column("opened_at", _instant, nullable=False),
    sa.Column("closed_at", _instant),
)

access_requests = sa.Table(
    "access_requests",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    _of_client(),
    sa.Column("owner", sa.Uuid, nullable=False, index=True),
    sa.Column("asked_by", sa.Uuid, nullable=False, index=True),
    sa.Column("asked_at", _instant, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("state", code(AccessState), nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
)
