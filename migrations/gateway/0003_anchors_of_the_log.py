"""Anchors of the audit log, and deleting what its time is over of."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_SIGNED = ("public_key", "signature")


def upgrade() -> None:
    op.create_table(
        "anchors",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("first_seq", sa.BigInteger(), nullable=False),
        sa.Column("last_seq", sa.BigInteger(), nullable=False),
        sa.Column("root", sa.LargeBinary(), nullable=False),
        sa.Column("last_hash", sa.LargeBinary(), nullable=False),
        sa.Column("prev", sa.LargeBinary(), nullable=False),
        *(sa.Column(name, sa.LargeBinary(), nullable=False) for name in _SIGNED),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_anchors")),
        comment="Signed marks in the audit log; copies of them lie elsewhere. Nothing is ever changed.",
    )
    op.create_table(
        "retirements",
        sa.Column("anchor", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        *(sa.Column(name, sa.LargeBinary(), nullable=False) for name in _SIGNED),
        sa.PrimaryKeyConstraint("anchor", name=op.f("pk_retirements")),
        comment="Up to which anchor the audit log was deleted because its time was over, signed.",
    )
    # A notch against a slip of the hand, as before: whoever owns the tables can take it away, and the
    # chain, the signatures and the copies of the anchors show what he does then.
    op.execute(
        """
        CREATE OR REPLACE FUNCTION refuse_to_alter() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
            IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'audit'
                AND current_setting('okienko.retires_audit', true) = 'yes' THEN
                RETURN NULL;
            END IF;
            RAISE EXCEPTION 'the audit log is only ever added to';
        END $$
        """
    )
    for table in ("anchors", "retirements"):
        op.execute(
            f"""
            CREATE TRIGGER {table}_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_alter()
            """
        )
    # The log may be long: its readers and writers do not wait for the index.
    with op.get_context().autocommit_block():
        op.create_index(
            "ix_audit_institution_seq",
            "audit",
            ["institution", "seq"],
            unique=False,
            if_not_exists=True,
            postgresql_concurrently=True,
        )


def downgrade() -> None:
    op.drop_index("ix_audit_institution_seq", table_name="audit")
    op.drop_table("retirements")
    op.drop_table("anchors")
    op.execute(
        """
        CREATE OR REPLACE FUNCTION refuse_to_alter() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the audit log is only ever added to'; END $$
        """
    )
