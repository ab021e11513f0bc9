"""The tables of facts about persons and of their former numbers."""

import sqlalchemy as sa

from contracts.intake.person import FactKind
from kernel.tables import code
from services.intake.domain.facts import FactOrigin, FactSource
from services.intake.tables.mapping import instant, mapping, of_client

facts = sa.Table(
    "facts",
    mapping.metadata,
    sa.Column("id", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    of_client(),
    sa.Column("kind", code(FactKind), nullable=False),
    sa.Column("item", sa.Uuid),
    sa.Column("origin", code(FactOrigin), nullable=False),
    sa.Column("source", code(FactSource), nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("recorded_by", sa.Uuid, nullable=False),
    sa.Column("recorded_at", instant, nullable=False),
    sa.Column("confirmed_on", sa.Date),
    sa.Column("confirmed_by", sa.Uuid),
    sa.Column("superseded_at", instant),
    comment="Every fact that was touched since registration, and what it superseded; all of it stays.",
)


former_pesels = sa.Table(
    "former_pesels",
    mapping.metadata,
    sa.Column("pesel_index", sa.LargeBinary, primary_key=True),
    of_client(),
    comment="Numbers that were hers until the register gave her another; they still find her.",
)
