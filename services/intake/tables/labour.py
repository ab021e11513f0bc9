"""The tables of registrations at labour offices and of individual action plans."""

import sqlalchemy as sa

from contracts.intake.means import ContactChannel, LabourEnd, LabourStatus
from kernel.tables import code
from services.intake.tables.mapping import instant, mapping, of_client

labour_registrations = sa.Table(
    "labour_registrations",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    of_client(),
    sa.Column("status", code(LabourStatus), nullable=False),
    sa.Column("registered_on", sa.Date, nullable=False),
    sa.Column("ended_on", sa.Date),
    sa.Column("end_reason", code(LabourEnd)),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("registered_by", sa.Uuid, nullable=False),
    sa.Column("recorded_at", instant, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Index(
        "ux_labour_registrations_open",
        "client_id",
        unique=True,
        postgresql_where=sa.text("ended_on IS NULL"),
    ),
    comment="Both days inclusive; one registration at a time.",
)


labour_contacts = sa.Table(
    "labour_contacts",
    mapping.metadata,
    sa.Column("id", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    of_client(),
    sa.Column("registration_id", sa.ForeignKey("labour_registrations.id"), nullable=False),
    sa.Column("contacted_on", sa.Date, nullable=False),
    sa.Column("channel", code(ContactChannel), nullable=False),
    sa.Column("recorded_by", sa.Uuid, nullable=False),
    sa.Column("recorded_at", instant, nullable=False),
)


ipds = sa.Table(
    "ipds",
    mapping.metadata,
    sa.Column("id", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    of_client(),
    sa.Column("registration_id", sa.ForeignKey("labour_registrations.id"), nullable=False),
    sa.Column("made_on", sa.Date, nullable=False),
    sa.Column("ends_on", sa.Date),
    sa.Column("contact_every_days", sa.Integer, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("recorded_by", sa.Uuid, nullable=False),
    sa.Column("recorded_at", instant, nullable=False),
    comment="Every plan stays; the latest one counts.",
)
