"""How the directory lies in PostgreSQL."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import registry, relationship

from contracts.values import InstitutionKind
from kernel.tables import NAMING, code
from services.directory.domain.institution import Institution
from services.directory.domain.partnership import Agreement, AgreementState, Partnership

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
