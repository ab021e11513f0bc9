"""The tables of sharings and of requests for access."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from contracts.intake import AccessRefusal
from kernel.tables import code
from services.intake.domain.access import AccessState
from services.intake.tables.mapping import instant, mapping, of_client

sharings = sa.Table(
    "sharings",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    of_client(),
    sa.Column("party_id", sa.Uuid, nullable=False),
    sa.Column("sections", ARRAY(sa.Text), nullable=False),
    sa.Column("until", sa.Date),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("opened_by", sa.Uuid, nullable=False),
    sa.Column("opened_at", instant, nullable=False),
    sa.Column("closed_at", instant),
    sa.Column("expires_at", instant),
    sa.Column("narrowed_to", sa.Uuid),
)


access_requests = sa.Table(
    "access_requests",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    of_client(),
    sa.Column("owner", sa.Uuid, nullable=False, index=True),
    sa.Column("asked_by", sa.Uuid, nullable=False, index=True),
    sa.Column("asked_at", instant, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("state", code(AccessState), nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("due_on", sa.Date),
    sa.Column("refusal", code(AccessRefusal)),
)
