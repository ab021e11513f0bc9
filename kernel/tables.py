"""The tables that every service's own database carries beside its own."""

from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = sa.MetaData(naming_convention=NAMING)
_instant = sa.DateTime(timezone=True)

journals = sa.Table(
    "journals",
    metadata,
    sa.Column("only", sa.Boolean, primary_key=True, server_default=sa.true()),
    sa.Column("id", sa.Uuid, nullable=False, server_default=sa.func.gen_random_uuid()),
    sa.Column("published_seq", sa.BigInteger, nullable=False, server_default="0"),
    comment="The identity of this journal; a journal restored from a backup gets a new id.",
)

subjects = sa.Table(
    "subjects",
    metadata,
    sa.Column("subject", sa.Uuid, primary_key=True),
    sa.Column("version", sa.BigInteger, nullable=False),
    comment="How many events each client (or other subject) has here; its row is the order lock.",
)

journal = sa.Table(
    "journal",
    metadata,
    sa.Column("position", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    sa.Column("seq", sa.BigInteger, unique=True),
    sa.Column("event_id", sa.Uuid, nullable=False, unique=True),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("subject", sa.Uuid, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("time", _instant, nullable=False),
    sa.Column("actor", sa.Text),
    sa.Column("institution", sa.Uuid),
    sa.Column("traceparent", sa.Text),
    sa.Column("data", JSONB, nullable=False),
    sa.Index("ix_journal_fresh", "position", postgresql_where=sa.text("seq IS NULL")),
    sa.Index("ix_journal_subject_position", "subject", "position"),
    comment="The truth: every event, laid in the transaction of the state it describes.",
)

checkpoints = sa.Table(
    "checkpoints",
    metadata,
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("journal", sa.Uuid, nullable=False),
    sa.Column("seq", sa.BigInteger, nullable=False),
    comment="The last contiguous sequence applied from each journal that is heard.",
)

heard = sa.Table(
    "heard",
    metadata,
    sa.Column("event_id", sa.Uuid, primary_key=True),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("subject", sa.Uuid, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Index("ix_heard_subject_source_version", "subject", "source", "version"),
    comment="Which events were applied: answers Sync-Tokens, reconciles a restored journal.",
)

parked = sa.Table(
    "parked",
    metadata,
    sa.Column("event_id", sa.Uuid, primary_key=True),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("seq", sa.BigInteger, nullable=False),
    sa.Column("subject", sa.Uuid, nullable=False, index=True),
    sa.Column("fact", JSONB, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("parked_at", _instant, nullable=False, server_default=sa.func.now()),
    sa.Column("released_at", _instant),
    comment="Events that could not be applied, and the later ones of the same subject.",
)

idempotency = sa.Table(
    "idempotency",
    metadata,
    sa.Column("caller", sa.LargeBinary, primary_key=True),
    sa.Column("key", sa.LargeBinary, primary_key=True),
    sa.Column("fingerprint", sa.LargeBinary, nullable=False),
    sa.Column("answer", sa.LargeBinary),
    # Not indexed: asked once for each erasure, written with every command.
    sa.Column("about", ARRAY(sa.Uuid)),
    sa.Column("made_at", _instant, nullable=False, server_default=sa.func.now(), index=True),
    comment="Answers to repeated requests, sealed; kept seven days.",
)

parties = sa.Table(
    "parties",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("kind", sa.Text),
    comment="Institutions and partnerships by name; public.",
)

memberships = sa.Table(
    "memberships",
    metadata,
    sa.Column("agreement_id", sa.Uuid, primary_key=True),
    sa.Column("member_id", sa.Uuid, primary_key=True),
    sa.Column("group_id", sa.Uuid, nullable=False),
    sa.Column("valid_from", sa.Date, nullable=False),
    sa.Column("valid_to", sa.Date),
    sa.Index("ix_memberships_member_id_group_id", "member_id", "group_id"),
    comment="Which institutions act together, by agreement, both days inclusive.",
)

relations = sa.Table(
    "relations",
    metadata,
    sa.Column("client_id", sa.Uuid, primary_key=True),
    sa.Column("relation_id", sa.Uuid, primary_key=True),
    sa.Column("party_id", sa.Uuid, nullable=False),
    sa.Column("basis", sa.Text, nullable=False),
    sa.Column("scope", ARRAY(sa.Text), nullable=False, server_default="{}"),
    sa.Column("since", _instant, nullable=False),
    sa.Column("until", sa.Date),
    sa.Column("expires_at", _instant),
    sa.Column("closed_at", _instant),
    sa.Column("origin", sa.Uuid),
    sa.Index("ix_relations_party_id_client_id", "party_id", "client_id"),
    comment="Who may see which client, on which basis: this database's own copy.",
)

restrictions = sa.Table(
    "restrictions",
    metadata,
    sa.Column("client_id", sa.Uuid, primary_key=True),
    sa.Column("origin", sa.Uuid),
    comment="Whose data only the institution that registered her may see for now.",
)

aliases = sa.Table(
    "aliases",
    metadata,
    sa.Column("client_id", sa.Uuid, primary_key=True),
    sa.Column("parent", sa.Uuid, nullable=False, index=True),
    sa.Column("survivor", sa.Uuid, nullable=False, index=True),
    comment="Merged records: the id each was merged into, and the one that goes on in the end.",
)

kinships = sa.Table(
    "kinships",
    metadata,
    sa.Column("client_id", sa.Uuid, primary_key=True),
    sa.Column("kin_id", sa.Uuid, primary_key=True),
    sa.Column("joined_at", _instant, primary_key=True),
    sa.Column("parted_at", _instant),
    comment="Which ids stood for one person, from when to when; stays when a merge is undone.",
)

erasures = sa.Table(
    "erasures",
    metadata,
    sa.Column("client_id", sa.Uuid, primary_key=True),
    sa.Column("erased_at", _instant, nullable=False),
    comment="Tombstones: a late event about an erased client must not make her a key again.",
)

client_keys = sa.Table(
    "client_keys",
    metadata,
    sa.Column("client_id", sa.Uuid, primary_key=True),
    sa.Column("wrapped", sa.LargeBinary, nullable=False),
    comment="The key of each client, wrapped by a key that lies outside the database.",
)


def code(codes: type[StrEnum]) -> sa.Enum:
    """A column for a code list, kept as text: a new code needs no migration of a type."""
    return sa.Enum(
        codes,
        native_enum=False,
        create_constraint=False,
        length=40,
        values_callable=lambda listed: [one.value for one in listed],
    )
