"""The tables of interviews: what was asked and answered lies sealed; days and states lie open."""

import sqlalchemy as sa

from contracts.intake.interviews import InterviewKind
from kernel.tables import code
from services.intake.domain.interview import Channel, InterviewPart, InterviewState, ReceivedAs
from services.intake.tables.mapping import instant, mapping, of_client

interviews = sa.Table(
    "interviews",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    of_client(),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("kind", code(InterviewKind), nullable=False),
    sa.Column("part", code(InterviewPart), nullable=False),
    sa.Column("channel", code(Channel), nullable=False),
    sa.Column("received_as", code(ReceivedAs), nullable=False),
    sa.Column("received_on", sa.Date, nullable=False),
    sa.Column("due_on", sa.Date, nullable=False),
    sa.Column("urgent", sa.Boolean, nullable=False),
    sa.Column("opened_by", sa.Text, nullable=False),
    sa.Column("opened_at", instant, nullable=False),
    sa.Column("updates", sa.Uuid),
    sa.Column("state", code(InterviewState), nullable=False),
    sa.Column("signed_on", sa.Date),
    sa.Column("update_due_on", sa.Date),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Index("ix_interviews_institution_state", "institution", "state"),
    comment="Whose duty it is to hold which interview, and by when.",
)


interview_savings = sa.Table(
    "interview_savings",
    mapping.metadata,
    sa.Column("id", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    of_client(),
    sa.Column("interview_id", sa.ForeignKey("interviews.id"), nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("segment", sa.Text, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("recorded_by", sa.Text, nullable=False),
    sa.Column("recorded_at", instant, nullable=False),
    sa.Index("ix_interview_savings_interview_id_segment", "interview_id", "segment", "id"),
    comment="Every saving of a segment stays; the latest one counts.",
)
