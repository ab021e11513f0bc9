"""How offers to several, and calls to a partnership, lie in PostgreSQL."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from contracts.directory import MapCategory
from kernel.tables import code
from services.referrals.domain.offers import Offer, OfferState
from services.referrals.tables.mapping import instant, mapping, worker

offers = sa.Table(
    "offers",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("client_id", sa.Uuid, nullable=False, index=True),
    sa.Column("made_by", sa.Uuid, nullable=False, index=True),
    sa.Column("maker", worker, nullable=False),
    sa.Column("made_at", instant, nullable=False),
    sa.Column("state", code(OfferState), nullable=False),
    sa.Column("settled_by", sa.Uuid),
    sa.Column("left_out", JSONB, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Index("ix_offers_open", "id", postgresql_where=sa.text("state = 'open'")),
    comment="A client offered to several; the row is the lock of all its referrals.",
)

calls = sa.Table(
    "calls",
    mapping.metadata,
    sa.Column("referral_id", sa.ForeignKey("referrals.id"), primary_key=True),
    sa.Column("category", code(MapCategory)),
    sa.Column("needs", ARRAY(sa.Text), nullable=False),
    sa.Column("municipality", sa.String(7)),
    sa.Column("declined_by", ARRAY(sa.Uuid), nullable=False),
    comment="What members of a partnership see of a referral open to them: codes, nothing of who she is.",
)

mapping.map_imperatively(Offer, offers)
