"""What a client is found by: the words of her name, and keyed fingerprints of her identifiers."""

from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from kernel.transactions import Transaction
from kernel.vault import blind_index
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
    return [blind_index(secret, kind, value)]


def file_number_indexes(secret: bytes, institution: UUID, number: str) -> list[bytes]:
    """A file number belongs to its institution: the same text elsewhere is another number."""
    return indexes(secret, Mark.FILE_NUMBER, f"{institution}|{normal(number)}")


def pesels_of(client: Client) -> list[str]:
    """Every PESEL number that finds her: those she has or had."""
    return [client.pesel] if client.pesel else []


def found_by(client: Client) -> tuple[object, ...]:
    """All that she is found by: when it changes, she must be indexed anew."""
    return client.name, client.birth_date, client.contact.phone, *pesels_of(client)


async def index_client(tx: Transaction, client: Client) -> None:
    """Let her be found by what she is called and has now, and by nothing else."""
    await tx.session.execute(_FORGET, {"client_id": client.id})
    await index_new_client(tx, client)


async def index_new_client(tx: Transaction, client: Client) -> None:
    """Let somebody be found who could not be found before: one statement."""
    secret = tx.vault.index_secret
    named = [(Mark.PESEL, pesel) for pesel in pesels_of(client)]
    if client.contact.phone is not None:
        named.append((Mark.PHONE, client.contact.phone))
    marks = {indexes(secret, kind, value)[0] for kind, value in named}
    await tx.session.execute(_LAY, _words(client) | {"fingerprints": list(marks)})


def _words(client: Client) -> dict[str, object]:
    words = words_of(client.name.family, client.name.given)
    return {
        "client_id": client.id,
        "birth_date": client.birth_date,
        "words": [word.text for word in words],
        "parts": [word.part.value for word in words],
        "rests": [word.rest for word in words],
    }


_FORGET = sa.text("""
WITH words AS (DELETE FROM client_words WHERE client_id = :client_id)
DELETE FROM client_marks WHERE client_id = :client_id
""")
_LAY = sa.text("""
WITH marks AS (
    INSERT INTO client_marks (client_id, fingerprint)
    SELECT :client_id, fingerprint FROM unnest(:fingerprints) AS fingerprint)
INSERT INTO client_words (client_id, part, word, rest, birth_date)
SELECT :client_id, part, word, rest, :birth_date
FROM unnest(:parts, :words, :rests) AS words (part, word, rest)
""").bindparams(
    sa.bindparam("client_id", type_=sa.Uuid),
    sa.bindparam("birth_date", type_=sa.Date),
    sa.bindparam("fingerprints", type_=ARRAY(sa.LargeBinary)),
    *(sa.bindparam(name, type_=ARRAY(sa.Text)) for name in ("parts", "words", "rests")),
)
