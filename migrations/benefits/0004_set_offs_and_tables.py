"""Set-offs and claims in the books; tables of co-payment by resolution.

A posting is of a payment list or of an overpayment, a resolution says a value or the bands of a table.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("postings", sa.Column("overpayment_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        op.f("fk_postings_overpayment_id_overpayments"),
        "postings",
        "overpayments",
        ["overpayment_id"],
        ["id"],
    )
    op.alter_column("postings", "list_id", existing_type=sa.Uuid(), nullable=True)
    op.create_check_constraint(
        op.f("ck_postings_has_one_cause"),
        "postings",
        "num_nonnulls(list_id, overpayment_id) = 1",
    )
    op.add_column("resolutions", sa.Column("bands", postgresql.JSONB(), nullable=True))
    op.alter_column("resolutions", "value", existing_type=sa.Numeric(), nullable=True)
    op.create_check_constraint(
        op.f("ck_resolutions_says_one_thing"), "resolutions", "num_nonnulls(value, bands) = 1"
    )


def downgrade() -> None:
    op.drop_constraint(op.f("ck_resolutions_says_one_thing"), "resolutions", type_="check")
    op.alter_column("resolutions", "value", existing_type=sa.Numeric(), nullable=False)
    op.drop_column("resolutions", "bands")
    op.drop_constraint(op.f("ck_postings_has_one_cause"), "postings", type_="check")
    op.alter_column("postings", "list_id", existing_type=sa.Uuid(), nullable=False)
    op.drop_constraint(
        op.f("fk_postings_overpayment_id_overpayments"), "postings", type_="foreignkey"
    )
    op.drop_column("postings", "overpayment_id")
