"""The first tables."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "checkpoints",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("journal", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("source", name=op.f("pk_checkpoints")),
        comment="The last contiguous sequence applied from each journal that is heard.",
    )
    op.create_table(
        "client_keys",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("client_id", name=op.f("pk_client_keys")),
        comment="The key of each client, wrapped by a key that lies outside the database.",
    )
    op.create_table(
        "heard",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("subject", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_heard")),
        comment="Which events were applied: answers Sync-Tokens, reconciles a restored journal.",
    )
    op.create_index(
        "ix_heard_subject_source_version", "heard", ["subject", "source", "version"], unique=False
    )
    op.create_table(
        "idempotency",
        sa.Column("caller", sa.LargeBinary(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column(
            "made_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False
        ),
        sa.PrimaryKeyConstraint("caller", "key", name=op.f("pk_idempotency")),
        comment="Answers to repeated requests, sealed; kept seven days.",
    )
    op.create_index(op.f("ix_idempotency_made_at"), "idempotency", ["made_at"], unique=False)
    op.create_table(
        "journal",
        sa.Column("position", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=True),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("subject", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("time", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("institution", sa.Uuid(), nullable=True),
        sa.Column("traceparent", sa.Text(), nullable=True),
        sa.Column("data", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_journal")),
        sa.UniqueConstraint("event_id", name=op.f("uq_journal_event_id")),
        sa.UniqueConstraint("seq", name=op.f("uq_journal_seq")),
        comment="The truth: every event, laid in the transaction of the state it describes.",
    )
    op.create_index(
        "ix_journal_fresh",
        "journal",
        ["position"],
        unique=False,
        postgresql_where=sa.text("seq IS NULL"),
    )
    op.create_index(
        "ix_journal_subject_position", "journal", ["subject", "position"], unique=False
    )
    op.create_table(
        "journals",
        sa.Column("only", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("id", sa.Uuid(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("published_seq", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("only", name=op.f("pk_journals")),
        comment="The identity of this journal; a journal restored from a backup gets a new id.",
    )
    op.create_table(
        "memberships",
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("agreement_id", "member_id", name=op.f("pk_memberships")),
        comment="Which institutions act together, by agreement, both days inclusive.",
    )
    op.create_index(
        "ix_memberships_member_id_group_id", "memberships", ["member_id", "group_id"], unique=False
    )
    op.create_table(
        "parked",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("subject", sa.Uuid(), nullable=False),
        sa.Column("fact", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column(
            "parked_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_parked")),
        comment="Events that could not be applied, and the later ones of the same subject.",
    )
    op.create_index(op.f("ix_parked_subject"), "parked", ["subject"], unique=False)
    op.create_table(
        "parties",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parties")),
        comment="Institutions and partnerships by name; public.",
    )
    op.create_table(
        "relations",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("relation_id", sa.Uuid(), nullable=False),
        sa.Column("party_id", sa.Uuid(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("scope", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("client_id", "relation_id", name=op.f("pk_relations")),
        comment="Who may see which client, on which basis: this database's own copy.",
    )
    op.create_index(
        "ix_relations_party_id_client_id", "relations", ["party_id", "client_id"], unique=False
    )
    op.create_table(
        "subjects",
        sa.Column("subject", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("subject", name=op.f("pk_subjects")),
        comment="How many events each client (or other subject) has here; its row is the order lock.",
    )
    op.create_table(
        "institutions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "OPS",
                "CUS",
                "PCPR",
                "PUP",
                "WUP",
                "ROPS",
                "NGO",
                "CIS",
                "KIS",
                "ZAZ",
                "WTZ",
                "OWES",
                "UM",
                "UW",
                "OPERATOR",
                name="institutionkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("territory", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_institutions")),
    )
    op.create_table(
        "partnerships",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("territory", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partnerships")),
    )
    op.create_table(
        "agreements",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("partnership_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("members", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column(
            "state",
            sa.Enum("active", "terminated", name="agreementstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnerships.id"], name=op.f("fk_agreements_partnership_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreements")),
    )
    op.create_index(
        "ix_agreements_members", "agreements", ["members"], unique=False, postgresql_using="gin"
    )
    op.create_index(
        op.f("ix_agreements_partnership_id"), "agreements", ["partnership_id"], unique=False
    )
    # The journal gets its identity with its first table.
    op.execute("INSERT INTO journals DEFAULT VALUES")


def downgrade() -> None:
    op.drop_index(op.f("ix_agreements_partnership_id"), table_name="agreements")
    op.drop_index("ix_agreements_members", table_name="agreements", postgresql_using="gin")
    op.drop_table("agreements")
    op.drop_table("partnerships")
    op.drop_table("institutions")
    op.drop_table("subjects")
    op.drop_index("ix_relations_party_id_client_id", table_name="relations")
    op.drop_table("relations")
    op.drop_table("parties")
    op.drop_index(op.f("ix_parked_subject"), table_name="parked")
    op.drop_table("parked")
    op.drop_index("ix_memberships_member_id_group_id", table_name="memberships")
    op.drop_table("memberships")
    op.drop_table("journals")
    op.drop_index("ix_journal_subject_position", table_name="journal")
    op.drop_index(
        "ix_journal_fresh", table_name="journal", postgresql_where=sa.text("seq IS NULL")
    )
    op.drop_table("journal")
    op.drop_index(op.f("ix_idempotency_made_at"), table_name="idempotency")
    op.drop_table("idempotency")
    op.drop_index("ix_heard_subject_source_version", table_name="heard")
    op.drop_table("heard")
    op.drop_table("client_keys")
    op.drop_table("checkpoints")
