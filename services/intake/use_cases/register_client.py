"""A worker registers a client once, for every partner entitled to see her."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.identifiers import Pesel
from contracts.values import Command, Day
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.client import (
    Client,
    Contact,
    HelpReason,
    PersonName,
    Residence,
)
from services.intake.domain.particulars import ParticularsTold
from services.intake.domain.sharing import ShareWith
from services.intake.store.clients import Clients, pesel_indexes
from services.intake.use_cases.announce_newcomers import announce_newcomers
from services.intake.use_cases.open_sharing import check_party
from services.intake.use_cases.propose_duplicates import likely_duplicates, propose_duplicates


class RegisterClient(Command):
    """Register a client."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "name": {"given": "Próbna", "family": "Wymyślona"},
                    "birth_date": "1985-03-14",
                    "residence": {"municipality": "2478011", "street": "Wolności 1"},
                    "contact": {"phone": "+48600100200"},
                    "reasons": ["unemployment"],
                    "share_with": [
                        {
                            "partnership": "0197a000-0000-7000-8000-00000000aa01",
                            "basis": {"kind": "consent", "evidence": "form 12/2026"},
                        }
                    ],
                }
            ]
        }
    )

    name: PersonName
    birth_date: Day
    pesel: Annotated[Pesel | None, Field(description="None for whoever has none.")] = None
    residence: Residence | None = None
    contact: Contact = Contact()
    reasons: Annotated[tuple[HelpReason, ...], Field(max_length=15)] = ()
    share_with: Annotated[tuple[ShareWith, ...], Field(max_length=50)] = ()
    refuse_duplicates: Annotated[bool, Field(strict=True)] = False
    """Refuse while somebody on record is likely the same."""
    particulars: ParticularsTold = ParticularsTold()


async def register_client(
    command: RegisterClient, *, by: Caller, tx: Transaction, index_secret: bytes
) -> Client:
    """Open her record and every sharing, in one commit; one PESEL number, one client."""
    client = new_client(command, by)
    event = client.registered(clock.today())
    for place, share in enumerate(command.share_with):
        await check_party(share, f"/share_with/{place}", by=by, tx=tx)
    indexes = pesel_indexes(index_secret, client.pesel) if client.pesel else []
    index = indexes[0] if indexes else None
    client.alike = await likely_duplicates(client, index, command.refuse_duplicates, by=by, tx=tx)
    await _add(client, indexes, by=by, tx=tx)
    await announce_newcomers([event], command.share_with, by=by, tx=tx)
    await propose_duplicates(client, client.alike, by=by, tx=tx)
    return client


def new_client(command: RegisterClient, by: Caller) -> Client:
    """The client who was asked for; not kept yet, nor checked."""
    return Client(
        id=ids.new(),
        name=command.name,
        birth_date=command.birth_date,
        pesel=command.pesel,
        residence=command.residence,
        contact=command.contact,
        reasons=list(dict.fromkeys(command.reasons)),
        registered_by=by.institution,
        registered_at=clock.now(),
        particulars=command.particulars.kept(ids.new),
    )


async def _add(client: Client, indexes: Sequence[bytes], *, by: Caller, tx: Transaction) -> None:
    store = Clients(tx, by)
    await store.take_turns(indexes)
    known = await store.find_by_pesel(*indexes) if len(indexes) > 1 else None
    if known is None and await store.add(client, indexes[0] if indexes else None):
        return
    known = known or await store.find_by_pesel(*indexes)
    if known is None:
        raise LookupError("a PESEL that was just taken is gone")
    raise known.refusal()
