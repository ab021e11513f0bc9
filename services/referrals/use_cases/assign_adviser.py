"""A client gets an adviser: a worker takes her on, or a manager decides."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.referrals.advice import AdviserRole
from contracts.sections import Section
from contracts.values import ClientId, Command
from kernel import clock, ids, kinship, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.advice import (
    Advice,
    AdviserAlready,
    Colleague,
    ManagersDecide,
    usual_role,
)
from services.referrals.domain.duty import Duty, DutyKind
from services.referrals.domain.referral_refusals import ClientNotFound
from services.referrals.store.advice import Advisers, be_told, manages, meet
from services.referrals.store.contact_clock import wind
from services.referrals.store.duties import Duties

Interval = Annotated[
    int,
    Field(ge=1, le=366, strict=True, description="Be in touch at least every so many days."),
]


class AssignAdviser(Command):
    """Give a client an adviser."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"client_id": "0197a000-0000-7000-8000-00000000c001"}]}
    )

    client_id: ClientId
    worker: Annotated[
        Colleague | None,
        Field(description="Absent: you take the client on. Another: managers decide."),
    ] = None
    role: Annotated[
        AdviserRole | None, Field(description="Absent: what is usual at your institution.")
    ] = None
    contact_every_days: Annotated[
        Interval | None, Field(description="Absent: as the statute says, if any does.")
    ] = None


async def assign_adviser(command: AssignAdviser, *, by: Caller, tx: Transaction) -> Advice:
    """Assign one, if the client has none at this institution, which may see her."""
    if command.worker and command.worker.code != by.worker and not manages(by):
        raise ManagersDecide
    client_id = await kinship.survivor(tx.session, command.client_id)
    advisers = Advisers(tx, by=by)
    await advisers.take_turn(client_id)
    if not await relations.may_see(tx.session, client_id, by.institution, Section.PLAN):
        raise ClientNotFound
    if known := await advisers.active(client_id, by.institution):
        raise AdviserAlready(advice_id=str(known))
    await meet(tx, by)
    if command.worker:
        await be_told(tx, by.institution, command.worker)
    advice = _advice(command, client_id, by)
    tx.record(advice.assigned())
    await advisers.keep(advice)
    await wind(tx, advice)
    await _tell(advice, by, tx)
    return advice


def _advice(command: AssignAdviser, client_id: ClientId, by: Caller) -> Advice:
    today = clock.today()
    return Advice(
        id=ids.new(),
        client_id=client_id,
        institution=by.institution,
        worker=command.worker.code if command.worker else by.worker,
        role=command.role or usual_role(by.kind),
        since=today,
        assigned_by=by.worker,
        clock_from=today,
        contact_every_days=command.contact_every_days,
    )


async def _tell(advice: Advice, by: Caller, tx: Transaction) -> None:
    """Whoever took the client on herself knows of it."""
    await Advisers(tx, by=by).found_one(advice)
    if advice.worker != by.worker:
        await Duties(tx).owe(new_client(advice))


def new_client(advice: Advice) -> Duty:
    """The news that a worker has a new client."""
    return Duty(
        kind=DutyKind.NEW_CLIENT,
        thing_id=advice.id,
        institution=advice.institution,
        since=clock.now(),
        client_id=advice.client_id,
        worker=advice.worker,
    )
