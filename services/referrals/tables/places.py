"""How places lie in PostgreSQL: what is known of services, who is offered a place, where clients live."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from contracts.directory import MapCategory, ServiceStatus
from kernel.tables import code
from services.referrals.tables.mapping import mapping
from services.referrals.tables.referrals import referrals

services = sa.Table(
    "services",
    mapping.metadata,
    sa.Column("service_id", sa.Uuid, primary_key=True),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("category", code(MapCategory), nullable=False),
    sa.Column("area", ARRAY(sa.Text), nullable=False),
    sa.Column("status", code(ServiceStatus), nullable=False),
    sa.Column("places", sa.Integer),
    sa.Column("keeps_waiting_list", sa.Boolean, nullable=False),
    sa.Column("taken", sa.Integer, nullable=False, server_default="0"),
    sa.Column("waiting", sa.Integer, nullable=False, server_default="0"),
    sa.Index("ix_services_category", "category"),
    comment="Services as the directory announced them; a row is the lock of its places.",
)

place_offers = sa.Table(
    "place_offers",
    mapping.metadata,
    sa.Column("referral_id", sa.ForeignKey("referrals.id"), primary_key=True),
    sa.Column("service_id", sa.ForeignKey("services.service_id"), nullable=False, index=True),
    sa.Column("offered_until", sa.Date),
    sa.Column("lapses", sa.SmallInteger, nullable=False, server_default="0"),
    sa.Index(
        "ix_place_offers_offered_until",
        "offered_until",
        postgresql_where=sa.text("offered_until IS NOT NULL"),
    ),
    comment="Whom of a waiting list a free place is kept for, and how often she let one pass.",
)

dwellings = sa.Table(
    "dwellings",
    mapping.metadata,
    sa.Column("client_id", sa.Uuid, primary_key=True),
    sa.Column("lives_from", sa.Date, primary_key=True),
    sa.Column("municipality", sa.String(7)),
    comment="In which municipality a client lives from which day on; nothing finer.",
)

sa.Index(
    "ix_referrals_service_id",
    referrals.c.service_id,
    referrals.c.state,
    postgresql_where=referrals.c.service_id.is_not(None),
)
