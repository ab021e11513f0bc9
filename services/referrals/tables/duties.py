"""What is owed, by whom and by when; and which news somebody has seen."""

import sqlalchemy as sa

from kernel.tables import code
from services.referrals.domain.duty import Audience, DutyKind
from services.referrals.tables.mapping import instant, mapping, worker

_KEY = ["thing_id", "kind", "institution"]

duties = sa.Table(
    "duties",
    mapping.metadata,
    sa.Column("thing_id", sa.Uuid, primary_key=True),
    sa.Column("kind", code(DutyKind), primary_key=True),
    sa.Column("institution", sa.Uuid, primary_key=True),
    sa.Column("client_id", sa.Uuid, index=True),
    sa.Column("worker", worker),
    sa.Column("audience", code(Audience), nullable=False),
    sa.Column("since", instant, nullable=False),
    sa.Column("due_on", sa.Date),
    # One worker's duties lie together, and so do those that are nobody's yet.
    sa.Index("ix_duties_institution_audience_worker", "institution", "audience", "worker"),
    comment="What is still to be done: a row goes when it is done. My day reads these.",
)

seen_news = sa.Table(
    "seen_news",
    mapping.metadata,
    sa.Column("thing_id", sa.Uuid, primary_key=True),
    sa.Column("kind", code(DutyKind), primary_key=True),
    sa.Column("institution", sa.Uuid, primary_key=True),
    sa.Column("worker", worker, primary_key=True),
    sa.Column("seen_at", instant, nullable=False),
    sa.ForeignKeyConstraint(
        _KEY, [f"duties.{name}" for name in _KEY], ondelete="CASCADE", name="fk_seen_news_duties"
    ),
    comment="Which news a worker has seen; goes with the duty.",
)
