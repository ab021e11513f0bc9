"""What is owed, by whom and by when."""

import sqlalchemy as sa

from kernel.tables import code
from services.referrals.domain.duty import Audience, DutyKind
from services.referrals.tables.mapping import instant, mapping, worker

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
    sa.Index("ix_duties_institution_due_on", "institution", "due_on"),
    comment="What is still to be done: a row goes when it is done. My day reads these.",
)
