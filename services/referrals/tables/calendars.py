"""Calendars that somebody subscribes to. The pass itself is kept nowhere."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from contracts.values import InstitutionKind
from kernel.tables import code
from services.referrals.domain.calendar import Calendar, CalendarLanguage, Shows
from services.referrals.domain.duty import DutyKind
from services.referrals.tables.mapping import instant, mapping, worker

calendars = sa.Table(
    "calendars",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("pass_id", sa.Uuid, nullable=False),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("institution_name", sa.String(200), nullable=False),
    sa.Column("institution_kind", code(InstitutionKind), nullable=False),
    sa.Column("worker", worker, nullable=False),
    sa.Column("roles", ARRAY(sa.Text), nullable=False),
    sa.Column("shows", code(Shows), nullable=False),
    sa.Column("kinds", ARRAY(code(DutyKind)), nullable=False),
    sa.Column("language", code(CalendarLanguage), nullable=False),
    sa.Column("made_at", instant, nullable=False),
    sa.Column("expires_at", instant, nullable=False),
    sa.Column("revoked_at", instant),
    sa.Index("ix_calendars_institution_worker", "institution", "worker"),
    comment="Who subscribed to which duties, in which seat.",
)

mapping.map_imperatively(Calendar, calendars)
