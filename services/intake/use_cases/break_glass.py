"""In an emergency a worker opens the record of a client her institution may not see, and alarms."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator

from contracts.identifiers import Pesel
from contracts.sections import Level
from contracts.values import BasisKind, ClientId, Command
from kernel import clock, ids, kinship, relations
from kernel.callers import Caller
from kernel.rights import Ground, Grounds, Seat, grounds, sights
from kernel.transactions import Transaction
from services.intake.domain.access import AlreadyVisible, NobodyRegistered
from services.intake.domain.client import ClientNotFound
from services.intake.domain.glass import (
    Alarm,
    Emergency,
    Explanation,
    Glass,
    GlassReason,
    UrgencyFact,
)
from services.intake.domain.terms import glass_lasts
from services.intake.store.clients import Clients, pesel_indexes
from services.intake.store.glasses import Glasses
from services.intake.store.sharings import Sharings


class BreakGlass(Command):
    """Open a record for some hours because somebody's life or health depends on it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "client_id": "0197a000-0000-7000-8000-00000000c001",
                    "reason": "life_in_danger",
                    "facts": ["cannot_consent"],
                    "explanation": "Found unconscious at the night shelter, an ambulance is coming.",
                }
            ]
        }
    )

    pesel: Pesel | None = None
    client_id: ClientId | None = None
    reason: GlassReason
    facts: Annotated[tuple[UrgencyFact, ...], Field(min_length=1, max_length=4)]
    explanation: Explanation

    @model_validator(mode="after")
    def _one_person(self) -> "BreakGlass":
        if (self.pesel is None) == (self.client_id is None):
            raise ValueError("names the person by PESEL number or by id")
        return self


async def break_glass(
    command: BreakGlass, *, by: Caller, tx: Transaction, index_secret: bytes
) -> Glass:
    """Open it and raise the alarm; for the same reason again, it is the same opening."""
    client_id, owner = await _whom(command, by=by, tx=tx, index_secret=index_secret)
    now = clock.now()
    glasses = Glasses(tx, by)
    if known := await glasses.open_now(client_id, command.reason, now):
        return known
    await _check_needed(client_id, by=by, tx=tx)
    glass = Glass(
        id=ids.new(),
        client_id=client_id,
        broken_by=by.institution,
        worker=by.worker,
        emergency=Emergency(command.reason, command.facts, command.explanation),
        broken_at=now,
        expires_at=now + glass_lasts(clock.today()),
    )
    await glasses.add(glass)
    await Sharings(tx).add(glass.disclosure())
    event = glass.broken()
    await relations.note(tx.session, now, event)
    tx.record(event)
    for institution in dict.fromkeys((by.institution, owner)):
        await glasses.raise_alarm(Alarm(ids.new(), glass, institution, now))
    return glass


async def _whom(
    command: BreakGlass, *, by: Caller, tx: Transaction, index_secret: bytes
) -> tuple[UUID, UUID]:
    """Her id and who registered her; her row is locked, so two at once open it once."""
    store, client_id = Clients(tx, by), command.client_id
    missing = ClientNotFound if client_id else NobodyRegistered
    if command.pesel:
        found = await store.find_by_pesel(*pesel_indexes(index_secret, command.pesel))
        client_id = found.client_id if found else None
    if client_id is None:
        raise missing
    client_id = await kinship.survivor(tx.session, client_id)
    owner = await store.hold(client_id)
    if owner is None:
        raise missing
    return client_id, owner


async def _check_needed(client_id: UUID, *, by: Caller, tx: Transaction) -> None:
    """Whoever sees already all that an emergency opens has no need to break anything.

    What was broken before does not count: for a new reason it is opened anew.
    """
    live = await relations.between(tx.session, client_id, by)
    before = grounds((r.basis, r.scope) for r in live if r.expires_at is None)
    if _levels(by, before) == _levels(by, before | {Ground(BasisKind.VITAL_INTEREST)}):
        raise AlreadyVisible(href=f"/v1/records/{client_id}")


def _levels(by: Caller, standing: Grounds) -> list[Level | None]:
    return [sight.level for sight in sights(Seat.of(by), standing)]
