"""A manager brings an existing register in: many persons at once, each under the rules of a registration."""

import asyncio
from typing import Annotated, Any

from pydantic import Field, ValidationError, ValidatorFunctionWrapHandler, WrapValidator

from contracts.values import Command
from kernel import clock
from kernel.callers import Caller
from kernel.problems import fields_at_fault
from kernel.refusals import Refusal
from kernel.transactions import Transaction
from services.intake.domain.importing import (
    Candidate,
    Reference,
    Row,
    RowNumber,
    SharedForAll,
    SourceCode,
    rehearse,
)
from services.intake.domain.sharing import ShareWith
from services.intake.store.clients import pesel_indexes
from services.intake.store.importing import mark_of
from services.intake.use_cases.open_sharing import check_party
from services.intake.use_cases.register_client import RegisterClient, new_client
from services.intake.use_cases.take_rows import take_rows


class ImportRow(Command):
    """One person of the former system."""

    row: RowNumber
    reference: Reference
    client: RegisterClient


def _later(value: object, _: ValidatorFunctionWrapHandler) -> object:
    """Leave a row unread for now: each is read by itself, so that a bad one spoils no other."""
    return value


class ImportClients(Command):
    """Register the persons of a former system; send a row again and it is known, not doubled."""

    source: SourceCode
    dry_run: Annotated[
        bool, Field(strict=True, description="Only say what would become of each row.")
    ] = False
    share_with: Annotated[
        tuple[ShareWith, ...], Field(max_length=10, description="Partners, for all rows alike.")
    ] = ()
    rows: Annotated[
        list[Annotated[ImportRow, WrapValidator(_later)]], Field(min_length=1, max_length=500)
    ]


async def import_clients(
    command: ImportClients, *, by: Caller, tx: Transaction, index_secret: bytes
) -> list[Row]:
    """Register whoever is new, in one commit; say of each row what became of it, in their order."""
    tx.quiet, tx.rehearsed = True, command.dry_run
    for place, share in enumerate(command.share_with):
        await check_party(share, f"/share_with/{place}", by=by, tx=tx)
    rows, firsts, repeated = [], dict[bytes, Candidate](), list[Candidate]()
    for raw in command.rows:
        rows.append(Row.of(raw))
        candidate = _read(raw, rows[-1], command.source, by, index_secret)
        if candidate and firsts.setdefault(candidate.mark.reference, candidate) is not candidate:
            repeated.append(candidate)
        # Reading five hundred rows takes a third of a second: let others be served in between.
        await asyncio.sleep(0)
    await take_rows(list(firsts.values()), command.source, command.share_with, by=by, tx=tx)
    for candidate in repeated:
        candidate.follow(firsts[candidate.mark.reference])
    if command.dry_run:
        rehearse(rows)
    return rows


def _read(raw: Any, row: Row, source: str, by: Caller, index_secret: bytes) -> Candidate | None:
    """The row as a client to be; none if it cannot be one, which the row then tells."""
    try:
        said = ImportRow.model_validate(raw)
        client = new_client(said.client, by)
        event = client.registered(clock.today())
        if said.client.share_with:
            raise SharedForAll(pointer="/share_with")
    except ValidationError as error:
        row.refused(fields_at_fault(error.errors(), raw))
        return None
    except Refusal as refusal:
        refusal.pointer = f"/client{refusal.pointer or ''}"
        row.refused(refusal)
        return None
    content = said.client.model_dump(mode="json", exclude_unset=True)
    mark = mark_of(index_secret, (by.institution, source, said.reference), content)
    indexes = pesel_indexes(index_secret, client.pesel) if client.pesel else []
    return Candidate(row, said.reference, mark, client, indexes, event)
