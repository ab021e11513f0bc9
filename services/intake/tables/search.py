"""The tables clients are found by."""

import sqlalchemy as sa

from kernel.tables import code
from services.intake.domain.folding import Part
from services.intake.tables.mapping import instant, mapping

# Ordered by code point whatever the server's language, because the words are folded already.
_word = sa.Text(collation="C")


def _of_client() -> sa.Column[object]:
    return sa.Column(
        "client_id", sa.ForeignKey("clients.id", ondelete="CASCADE"), primary_key=True
    )


client_words = sa.Table(
    "client_words",
    mapping.metadata,
    _of_client(),
    sa.Column("part", code(Part), primary_key=True),
    sa.Column("word", _word, primary_key=True),
    sa.Column("rest", _word, nullable=False),
    sa.Column("birth_date", sa.Date, nullable=False),
    # Everything a search by name asks stands in the index, in the order of the answer.
    sa.Index(
        "ix_client_words_word_rest", "word", "rest", "client_id",
        postgresql_include=["part", "birth_date"],
    ),
    comment="Each word of each name, folded, with the other words of the name.",
)  # fmt: skip

client_marks = sa.Table(
    "client_marks",
    mapping.metadata,
    _of_client(),
    sa.Column("fingerprint", sa.LargeBinary, primary_key=True),
    sa.Index("ix_client_marks_fingerprint_client_id", "fingerprint", "client_id"),
    comment="Keyed fingerprints of identifiers: PESEL numbers, telephone.",
)

file_numbers = sa.Table(
    "file_numbers",
    mapping.metadata,
    _of_client(),
    sa.Column("institution", sa.Uuid, primary_key=True),
    sa.Column("fingerprint", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("set_at", instant, nullable=False),
    comment="Under which number an institution keeps a client's papers.",
)
