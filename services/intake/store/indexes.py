"""What a client is found by: the words of her name, and keyed fingerprints of her identifiers."""

from collections.abc import Sequence
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from kernel.transactions import Transaction
from kernel.vault import blind_indexes
from services.intake.domain.client import Client
from services.intake.domain.file_number import normal
from services.intake.domain.folding import words_of


class Mark(StrEnum):
    """A kind of identifier that is found by its fingerprint."""

    PESEL = "person.pesel"
    PHONE = "person.phone"
    FILE_NUMBER = "client.file_number"


def indexes(secret: bytes, kind: Mark, value: str) -> list[bytes]:
    """The fingerprints of a value: the first is the one to lay, each of them may lie there."""
    return blind_indexes(secret, kind, value)


def file_number_indexes(secret: bytes, institution: UUID, number: str) -> list[bytes]:
    """A file number belongs to its institution: the same text elsewhere is another number."""
    return indexes(secret, Mark.FILE_NUMBER, f"{institution}|{normal(number)}")


def marks_of(client: Client, secret: bytes) -> list[bytes]:
    """The fingerprints of everything that names her; of PESEL numbers, former ones too."""
    named = [(Mark.PESEL, pesel) for pesel in pesels_of(client)]
    if client.contact.phone is not None:
        named.append((Mark.PHONE, client.contact.phone))
    return [indexes(secret, kind, value)[0] for kind, value in named]


def pesels_of(client: Client) -> list[str]:
    """Every PESEL number she has or had."""
    return [*([client.pesel] if client.pesel else []), *client.particulars.former_pesels]


async def index_client(tx: Transaction, client: Client, secret: bytes) -> None:
    """Let her be found by what she is called and has now, and by nothing else."""
    await tx.session.execute(_FORGET, {"client_id": client.id})
    await index_new_clients(tx, [client], secret)


async def index_new_clients(tx: Transaction, found: Sequence[Client], secret: bytes) -> None:
    """Let those be found who could not be found before: one statement, however many they are."""
    marks = [(c.id, mark) for c in found for mark in dict.fromkeys(marks_of(c, secret))]
    words = [
        (c.id, word, c.birth_date) for c in found for word in words_of(c.name.family, c.name.given)
    ]
    laid = {
        "bearers": [client_id for client_id, _ in marks],
        "fingerprints": [mark for _, mark in marks],
        "owners": [client_id for client_id, _, _ in words],
        "words": [word.text for _, word, _ in words],
        "parts": [word.part.value for _, word, _ in words],
        "rests": [word.rest for _, word, _ in words],
        "births": [born for _, _, born in words],
    }
    await tx.session.execute(_LAY, laid)


_FORGET = sa.text("""
WITH words AS (DELETE FROM client_words WHERE client_id = :client_id)
DELETE FROM client_marks WHERE client_id = :client_id
""")
_LAY = sa.text("""
WITH marks AS (
    INSERT INTO client_marks (client_id, fingerprint)
    SELECT * FROM unnest(:bearers, :fingerprints))
INSERT INTO client_words (client_id, part, word, rest, birth_date)
SELECT * FROM unnest(:owners, :parts, :words, :rests, :births)
""").bindparams(
    *(sa.bindparam(name, type_=ARRAY(sa.Uuid)) for name in ("bearers", "owners")),
    *(sa.bindparam(name, type_=ARRAY(sa.Text)) for name in ("parts", "words", "rests")),
    sa.bindparam("fingerprints", type_=ARRAY(sa.LargeBinary)),
    sa.bindparam("births", type_=ARRAY(sa.Date)),
)
