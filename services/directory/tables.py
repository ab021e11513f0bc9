"""How the directory lies in PostgreSQL."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import registry, relationship

from contracts.directory import MapCategory, ServiceStatus
from contracts.values import InstitutionKind
from kernel.tables import NAMING, code
from services.directory.domain.categories import TargetGroup
from services.directory.domain.institution import Institution
from services.directory.domain.partnership import Agreement, AgreementState, Partnership
from services.directory.domain.service import Cost, PlaceUnit, Service, ServiceChange

mapping = registry(metadata=sa.MetaData(naming_convention=NAMING))

institutions = sa.Table(
    "institutions",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("kind", code(InstitutionKind), nullable=False),
    sa.Column("territory", sa.Text, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
)

partnerships = sa.Table(
    "partnerships",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("territory", ARRAY(sa.Text), nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
)

agreements = sa.Table(
    "agreements",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("partnership_id", sa.ForeignKey("partnerships.id"), nullable=False, index=True),
    sa.Column("number", sa.Text, nullable=False),
    sa.Column("members", ARRAY(sa.Uuid), nullable=False),
    sa.Column("valid_from", sa.Date, nullable=False),
    sa.Column("valid_to", sa.Date),
    sa.Column("state", code(AgreementState), nullable=False),
    sa.Index("ix_agreements_members", "members", postgresql_using="gin"),
)

mapping.map_imperatively(Institution, institutions)
mapping.map_imperatively(Agreement, agreements)
mapping.map_imperatively(
    Partnership,
    partnerships,
    properties={
        "agreements": relationship(
            Agreement, lazy="selectin", order_by=[agreements.c.valid_from, agreements.c.id]
        )
    },
)

services = sa.Table(
    "services",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("institution_id", sa.ForeignKey("institutions.id"), nullable=False, index=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("category", code(MapCategory), nullable=False),
    sa.Column("description", sa.Text),
    sa.Column("area", ARRAY(sa.Text), nullable=False),
    sa.Column("target_groups", ARRAY(code(TargetGroup)), nullable=False),
    sa.Column("minimum_age", sa.SmallInteger),
    sa.Column("maximum_age", sa.SmallInteger),
    sa.Column("cost", code(Cost), nullable=False),
    sa.Column("referral_required", sa.Boolean, nullable=False),
    sa.Column("assessment_required", sa.Boolean, nullable=False),
    sa.Column("contact", JSONB, nullable=False),
    sa.Column("status", code(ServiceStatus), nullable=False),
    sa.Column("closed_until", sa.Date),
    sa.Column("places", sa.Integer),
    sa.Column("unit", code(PlaceUnit), nullable=False),
    sa.Column("keeps_waiting_list", sa.Boolean, nullable=False),
    sa.Column("taken", sa.Integer, nullable=False),
    sa.Column("waiting", sa.Integer, nullable=False),
    sa.Column("folded", sa.Text, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Index("ix_services_area", "area", postgresql_using="gin"),
    sa.Index("ix_services_category_id", "category", "id"),
    comment="What institutions offer. How many places are taken is counted by referrals.",
)

service_changes = sa.Table(
    "service_changes",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("service_id", sa.ForeignKey("services.id"), nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("fields", ARRAY(sa.Text), nullable=False),
    sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
    sa.Column("changed_by", sa.Uuid, nullable=False),
    sa.Index("uq_service_changes", "service_id", "version", unique=True),
    comment="Which fields of a service changed, when, by which institution.",
)

mapping.map_imperatively(Service, services)
mapping.map_imperatively(ServiceChange, service_changes)
