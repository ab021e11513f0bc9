"""A worker writes down what she concludes."""

from typing import Annotated

from pydantic import Field

from contracts.sections import Section
from contracts.values import SENSITIVE, ClientId, Command, Line, Note
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.intake.domain.assessment import Diagnosis
from services.intake.domain.client import Client
from services.intake.store.clients import Clients
from services.intake.store.needs import Needs


class RecordDiagnosis(Command):
    """Write a diagnosis; partners read its summary only."""

    text: Note
    summary: Annotated[
        Line | None,
        SENSITIVE,
        Field(
            description="What partners need of it, in a few words.",
            examples=["Długotrwale bez pracy, chce się szkolić."],
        ),
    ] = None


async def record_diagnosis(
    client_id: ClientId,
    command: RecordDiagnosis,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Client:
    """Keep the diagnosis beside the earlier ones; the latest one counts."""
    store = Clients(tx, by)
    client = await store.get(client_id, Section.NOTES)
    expect(client.version, expected)
    diagnosis = Diagnosis(
        client_id, command.text, command.summary, by.institution, by.worker, clock.now()
    )
    tx.record(diagnosis.recorded())
    await Needs(tx, client_id).diagnose(diagnosis)
    await store.keep(client)
    return client
