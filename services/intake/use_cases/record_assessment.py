"""A worker records an assessment made with an instrument."""

from typing import Annotated

from pydantic import Field

from contracts.intake import ClientStatus
from contracts.intake.means import Instrument
from contracts.sections import Section
from contracts.values import ClientId, Command, Day, Note
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.assessment import Assessment
from services.intake.store.clients import Clients
from services.intake.store.needs import Needs
from services.intake.store.sight import reader_of

Score = Annotated[int, Field(ge=0, le=10, strict=True)]


class RecordAssessment(Command):
    """Record the scores of every item of an instrument; the total is computed."""

    instrument: Instrument
    version: Annotated[int, Field(ge=1, le=1000, strict=True, examples=[1])]
    assessed_on: Day
    items: Annotated[
        dict[Annotated[str, Field(pattern=r"^[a-z][a-z_]{2,39}$")], Score],
        Field(
            max_length=60,
            examples=[
                {
                    "motivation": 3, "goal": 2, "skills": 2, "experience": 1,
                    "job_search": 2, "availability": 3, "digital": 1, "support": 2,
                }
            ],
        ),
    ]  # fmt: skip
    note: Note | None = None


async def record_assessment(
    client_id: ClientId, command: RecordAssessment, *, by: Caller, tx: Transaction
) -> Assessment:
    """Keep the scores beside the earlier ones; who may not read such scores does not give them."""
    store = Clients(tx, by)
    client = await store.get(client_id, Section.NEEDS)
    assessment = Assessment(
        id=ids.new(),
        client_id=client_id,
        instrument=command.instrument,
        version=command.version,
        assessed_on=command.assessed_on,
        scores=command.items,
        note=command.note,
        recorded_by=by.institution,
        recorded_at=clock.now(),
    )
    tx.record(assessment.recorded(clock.today()), *client.progress(ClientStatus.ASSESSED))
    (await reader_of(tx, client_id, by)).require(assessment.section)
    await Needs(tx, client_id).assess(assessment)
    await store.keep(client)
    return assessment
