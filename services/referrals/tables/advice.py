"""How advisers, hand-overs, substitutions and the log of contacts lie in PostgreSQL."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from contracts.referrals.advice import (
    AdviceEnd,
    AdviserRole,
    ContactKind,
    ContactOutcome,
    HandoverRefusal,
)
from kernel.tables import code
from services.referrals.domain.advice import Advice
from services.referrals.domain.contacts import Direction
from services.referrals.domain.handover import Handover, HandoverState
from services.referrals.domain.substitution import Substitution
from services.referrals.tables.mapping import instant, mapping, worker

advice = sa.Table(
    "advice",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("client_id", sa.Uuid, nullable=False),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("worker", worker, nullable=False),
    sa.Column("role", code(AdviserRole), nullable=False),
    sa.Column("since", sa.Date, nullable=False),
    sa.Column("assigned_by", worker, nullable=False),
    sa.Column("clock_from", sa.Date, nullable=False),
    sa.Column("contact_every_days", sa.SmallInteger),
    sa.Column("follows", sa.ForeignKey("advice.id")),
    sa.Column("last_contact_on", sa.Date),
    sa.Column("next_contact_on", sa.Date),
    sa.Column("ended_on", sa.Date),
    sa.Column("end_reason", code(AdviceEnd)),
    sa.Column("checked_on", sa.Date),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Index(
        "uq_advice_active",
        "client_id",
        "institution",
        unique=True,
        postgresql_where=sa.text("ended_on IS NULL"),
    ),
    sa.Index("ix_advice_client_id", "client_id"),
    sa.Index(
        "ix_advice_institution_worker",
        "institution",
        "worker",
        "id",
        postgresql_where=sa.text("ended_on IS NULL"),
    ),
    sa.Index("ix_advice_checked_on", "checked_on", postgresql_where=sa.text("ended_on IS NULL")),
    comment="Who advises a client at an institution; one at a time.",
)

handovers = sa.Table(
    "handovers",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("advice_id", sa.ForeignKey("advice.id"), nullable=False),
    sa.Column("client_id", sa.Uuid, nullable=False, index=True),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("from_worker", worker, nullable=False),
    sa.Column("to_worker", worker, nullable=False),
    sa.Column("proposed_by", worker, nullable=False),
    sa.Column("proposed_at", instant, nullable=False),
    sa.Column("due_on", sa.Date, nullable=False),
    sa.Column("state", code(HandoverState), nullable=False),
    sa.Column("reason", code(HandoverRefusal)),
    sa.Column("answered_at", instant),
    sa.Column("new_advice_id", sa.ForeignKey("advice.id")),
    sa.Column("kept", ARRAY(sa.Uuid), nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Index(
        "uq_handovers_pending",
        "advice_id",
        unique=True,
        postgresql_where=sa.text("state = 'pending'"),
    ),
    sa.Index("ix_handovers_institution_id", "institution", "id"),
    comment="Proposals that another worker takes a client over; the summary lies sealed.",
)

substitutions = sa.Table(
    "substitutions",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("worker", worker, nullable=False),
    sa.Column("substitute", worker, nullable=False),
    sa.Column("first_day", sa.Date, nullable=False),
    sa.Column("last_day", sa.Date, nullable=False),
    sa.Column("opened_by", worker, nullable=False),
    sa.Column("opened_at", instant, nullable=False),
    sa.Column("ended_on", sa.Date),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Index("ix_substitutions_institution_substitute", "institution", "substitute", "last_day"),
    comment="Who stands in for whom, from day to day inclusive.",
)

contacts = sa.Table(
    "contacts",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("client_id", sa.Uuid, nullable=False),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("advice_id", sa.ForeignKey("advice.id"), index=True),
    sa.Column("worker", worker),
    sa.Column("kind", code(ContactKind), nullable=False),
    sa.Column("direction", code(Direction), nullable=False),
    sa.Column("happened_on", sa.Date, nullable=False),
    sa.Column("outcome", code(ContactOutcome), nullable=False),
    sa.Column("recorded_at", instant, nullable=False),
    sa.Column("minutes", sa.SmallInteger),
    sa.Column("next_contact_on", sa.Date),
    sa.Column("confidential", sa.Boolean, nullable=False),
    sa.Column("corrects", sa.ForeignKey("contacts.id"), unique=True),
    sa.Column("sealed", sa.LargeBinary),
    sa.Index("ix_contacts_client_id_institution_happened_on", "client_id", "institution", "id"),
    comment="The log of contacts. Rows are added, never changed; the note lies sealed.",
)

workers = sa.Table(
    "workers",
    mapping.metadata,
    sa.Column("institution", sa.Uuid, primary_key=True),
    sa.Column("code", worker, primary_key=True),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("confirmed", sa.Boolean, nullable=False),
    comment="Workers by name: as their own token told (confirmed), or as a colleague did."
    " It tells of officials in office, not of a client, so no client's key seals it.",
)

support_periods = sa.Table(
    "support_periods",
    mapping.metadata,
    sa.Column("client_id", sa.Uuid, primary_key=True),
    # Infinity while she is registered, so that a merged record's old day does not count beside it.
    sa.Column("support_from", sa.Date, nullable=False),
    comment="When a client's registration at a labour office ended, or her job began: contacts go on"
    " for some time after that day.",
)

closed_cases = sa.Table(
    "closed_cases",
    mapping.metadata,
    sa.Column("client_id", sa.Uuid, primary_key=True),
    comment="Clients whose case is closed: nobody need advise them.",
)

mapping.map_imperatively(Advice, advice)
mapping.map_imperatively(Handover, handovers)
mapping.map_imperatively(Substitution, substitutions)
