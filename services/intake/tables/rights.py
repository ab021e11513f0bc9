"""The tables of a person's rights: her requests, restrictions, holds, erasure; and of closed cases.

They stay when she is erased, without a word about her: the institution must be able to show what it did.
"""

import sqlalchemy as sa

from contracts.intake import ClientStatus
from contracts.intake.rights import ClosingReason, RequestKind
from kernel.tables import code
from services.intake.domain.erasure import ErasureGround, ErasureState, HoldReason
from services.intake.domain.restriction import RestrictionGround
from services.intake.domain.subject_request import (
    ExtensionReason,
    RequestChannel,
    RequestRefusalReason,
    RequestState,
)
from services.intake.tables.mapping import instant, mapping, of_client

subject_requests = sa.Table(
    "subject_requests",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    of_client(),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("kind", code(RequestKind), nullable=False),
    sa.Column("received_on", sa.Date, nullable=False),
    sa.Column("channel", code(RequestChannel), nullable=False),
    sa.Column("due_on", sa.Date, nullable=False),
    sa.Column("state", code(RequestState), nullable=False),
    sa.Column("extended_for", code(ExtensionReason)),
    sa.Column("answered_on", sa.Date),
    sa.Column("refused_for", code(RequestRefusalReason)),
    sa.Column("opened_by", sa.Text, nullable=False),
    sa.Column("sealed", sa.LargeBinary),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Index("ix_subject_requests_institution_due_on_id", "institution", "due_on", "id"),
)

restriction_orders = sa.Table(
    "restriction_orders",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    of_client(),
    sa.Column("ground", code(RestrictionGround), nullable=False),
    sa.Column("review_on", sa.Date),
    sa.Column("placed_by", sa.Text, nullable=False),
    sa.Column("placed_at", instant, nullable=False),
    sa.Column("lifted_by", sa.Text),
    sa.Column("lifted_at", instant),
)

holds = sa.Table(
    "holds",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    of_client(),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("reason", code(HoldReason), nullable=False),
    sa.Column("until", sa.Date),
    sa.Column("placed_by", sa.Text, nullable=False),
    sa.Column("placed_at", instant, nullable=False),
    sa.Column("lifted_at", instant),
)

erasure_proposals = sa.Table(
    "erasure_proposals",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    of_client(),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("ground", code(ErasureGround), nullable=False),
    sa.Column("proposed_by", sa.Text, nullable=False),
    sa.Column("proposed_at", instant, nullable=False),
    sa.Column("state", code(ErasureState), nullable=False),
    sa.Column("decided_by", sa.Text),
    sa.Column("decided_at", instant),
    sa.Index("ix_erasure_proposals_institution_id", "institution", "id"),
    sa.Index(
        "uq_erasure_proposals_client_id_proposed",
        "client_id",
        unique=True,
        postgresql_where=sa.text("state = 'proposed'"),
    ),
)

closings = sa.Table(
    "closings",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    of_client(),
    sa.Column("closed_on", sa.Date, nullable=False),
    sa.Column("reason", code(ClosingReason), nullable=False),
    sa.Column("closed_by", sa.Text, nullable=False),
    sa.Column("closed_at", instant, nullable=False),
    sa.Column("status_before", code(ClientStatus), nullable=False),
    sa.Column("reopened_by", sa.Text),
    sa.Column("reopened_at", instant),
    sa.Index(
        "ix_closings_standing", "closed_on", "client_id",
        postgresql_where=sa.text("reopened_at IS NULL"),
    ),
)  # fmt: skip
