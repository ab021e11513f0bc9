"""How signed links lie in PostgreSQL: never the link itself, which nobody can make again."""

import sqlalchemy as sa

from services.referrals.domain.links import ReferralLink
from services.referrals.tables.mapping import instant, mapping, worker

referral_links = sa.Table(
    "referral_links",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("referral_id", sa.ForeignKey("referrals.id"), nullable=False, index=True),
    sa.Column("client_id", sa.Uuid, nullable=False),
    sa.Column("handed_by", sa.Uuid, nullable=False),
    sa.Column("giver", worker, nullable=False),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("handed_at", instant, nullable=False),
    sa.Column("until", instant, nullable=False),
    sa.Column("revoked_at", instant),
    sa.Column("renewed_by", sa.Uuid),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("sealed", sa.LargeBinary),
    comment="Who may answer which referral without an account, and until when.",
)
# The referral's row lock keeps a second one out; this holds even if somebody forgets to take it.
sa.Index(
    "uq_referral_links_alive",
    referral_links.c.referral_id,
    unique=True,
    postgresql_where=referral_links.c.revoked_at.is_(None),
)
mapping.map_imperatively(ReferralLink, referral_links)
