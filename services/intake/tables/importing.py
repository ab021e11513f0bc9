"""The table of imported rows."""

import sqlalchemy as sa

from services.intake.tables.mapping import instant, mapping

# No foreign key: a row is claimed before its client is laid, so that two imports of the same
# reference meet here; and the claim outlives an erasure, so that an old file brings nobody back.
imported = sa.Table(
    "imported",
    mapping.metadata,
    sa.Column("institution", sa.Uuid, primary_key=True),
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("reference_index", sa.LargeBinary, primary_key=True),
    sa.Column("client_id", sa.Uuid, nullable=False, index=True),
    # None after the index key was changed: what the row said then cannot be told any more.
    sa.Column("content", sa.LargeBinary),
    sa.Column("sealed", sa.LargeBinary),
    sa.Column("imported_at", instant, nullable=False),
    comment="Which row of which former system became which client; its reference is sealed.",
)
