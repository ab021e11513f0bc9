"""How payment lists and the ledger lie in PostgreSQL. What each line pays lies sealed."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from kernel.tables import code
from services.benefits.domain.ledger import Account, PostingKind
from services.benefits.domain.payment_terms import (
    LET_GO,
    LineKind,
    PaymentLineState,
    PaymentListState,
    Payout,
)
from services.benefits.tables.mapping import instant, mapping, month, worker

payment_lists = sa.Table(
    "payment_lists",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("month", month, nullable=False),
    sa.Column("drafted_by", worker, nullable=False),
    sa.Column("drafted_at", instant, nullable=False),
    sa.Column("state", code(PaymentListState), nullable=False),
    sa.Column("total", sa.BigInteger, nullable=False),
    sa.Column("approved_by", worker),
    sa.Column("approved_on", sa.Date),
    sa.Column("orders", JSONB, nullable=False),
    sa.Column("by_account", JSONB, nullable=False),
    sa.Column("paid_by", worker),
    sa.Column("paid_on", sa.Date),
    sa.Column("bank_reference", sa.Text),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Index("ix_payment_lists_of_institution", "institution", "month", "id"),
    comment="Payment lists; sealed under the list's own key: what each line pays.",
)

_HOLDS = f"state NOT IN ({', '.join(sorted(repr(one.value) for one in LET_GO))})"
payment_lines = sa.Table(
    "payment_lines",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("list_id", sa.ForeignKey("payment_lists.id"), nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("kind", code(LineKind), nullable=False),
    sa.Column("cause_id", sa.Uuid, nullable=False),
    sa.Column("client_id", sa.Uuid, nullable=False, index=True),
    sa.Column("month", month, nullable=False),
    sa.Column("correction_no", sa.Integer, nullable=False),
    sa.Column("state", code(PaymentLineState), nullable=False),
    sa.Column("payout", code(Payout)),
    sa.Column("reason", sa.String(40)),
    sa.UniqueConstraint("list_id", "number"),
    # Each month of an award is on one line ever; after one that was let go, on the next.
    sa.UniqueConstraint("kind", "cause_id", "month", "correction_no"),
    sa.Index(
        "uq_payment_lines_held_by_one",
        "kind",
        "cause_id",
        "month",
        unique=True,
        postgresql_where=sa.text(_HOLDS),
    ),
    comment="What a payment list pays: for what, for which month; no amounts, no names, no accounts.",
)

postings = sa.Table(
    "postings",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("list_id", sa.ForeignKey("payment_lists.id")),
    sa.Column("line_id", sa.ForeignKey("payment_lines.id")),
    sa.Column("kind", code(PostingKind), nullable=False),
    sa.Column("debit", code(Account), nullable=False),
    sa.Column("credit", code(Account), nullable=False),
    sa.Column("amount", sa.BigInteger, nullable=False),
    sa.Column("booked_on", sa.Date, nullable=False),
    sa.Column("booked_at", instant, nullable=False),
    sa.Column("booked_by", worker, nullable=False),
    sa.Column("overpayment_id", sa.ForeignKey("overpayments.id")),
    sa.CheckConstraint("amount > 0", name="moves_something"),
    sa.CheckConstraint("num_nonnulls(list_id, overpayment_id) = 1", name="has_one_cause"),
    sa.CheckConstraint("debit <> credit", name="moves_it_somewhere"),
    sa.Index("ix_postings_of_institution", "institution", "booked_on"),
    sa.Index(
        "uq_postings_of_list",
        "list_id",
        "kind",
        "debit",
        "credit",
        unique=True,
        postgresql_where=sa.text("line_id IS NULL"),
    ),
    sa.Index(
        "uq_postings_of_line",
        "line_id",
        "kind",
        unique=True,
        postgresql_where=sa.text("line_id IS NOT NULL"),
    ),
    comment="The ledger: grosze from one account to another, so it always balances; it only grows.",
    info={"only_grows": True},
)

_REFUSE = """
CREATE OR REPLACE FUNCTION refuse_to_alter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what was booked stays: book the opposite'; END $$
"""
_GUARD = """
CREATE TRIGGER postings_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON postings
FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_alter()
"""
ONLY_GROWS = (_REFUSE, _GUARD)
"""The migration that makes the table runs these too."""
for statement in ONLY_GROWS:
    sa.event.listen(postings, "after_create", sa.DDL(statement))  # type: ignore[no-untyped-call] # it has no types
