"""A worker registers a client once, for every partner entitled to see her."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import ClientId, Command, Day
from kernel import clock, ids, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.client import (
    AlreadyRegistered,
    Client,
    Contact,
    HelpReason,
    PersonName,
    Residence,
)
from services.intake.domain.pesel import Pesel
from services.intake.domain.sharing import ShareWith
from services.intake.store.clients import Clients, pesel_index
from services.intake.use_cases.open_sharing import begin_sharing, check_party


class RegisterClient(Command):
    """Register a client."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "name": {"given": "Próbna", "family": "Wymyślona"},
                    "birth_date": "1985-03-14",
                    "residence": {
                        "municipality": "2478011",
                        "street": "Wolności 1",
                        "postal_code": "41-800",
                        "city": "Zabrze",
                    },
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


async def register_client(
    command: RegisterClient, *, by: Caller, tx: Transaction, index_secret: bytes
) -> Client:
    """Open her record and every sharing, in one commit; one PESEL number, one client."""
    client = _client(command, by)
    event = client.registered(clock.today())
    for place, share in enumerate(command.share_with):
        await check_party(share, f"/share_with/{place}", by=by, tx=tx)
    await _add(client, by=by, tx=tx, index_secret=index_secret)
    await relations.note(tx.session, client.registered_at, event)
    tx.record(event)
    for place, share in enumerate(command.share_with):
        await begin_sharing(client.id, share, f"/share_with/{place}", by=by, tx=tx)
    return client


def _client(command: RegisterClient, by: Caller) -> Client:
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
    )


async def _add(client: Client, *, by: Caller, tx: Transaction, index_secret: bytes) -> None:
    store = Clients(tx, by)
    index = pesel_index(index_secret, client.pesel) if client.pesel else None
    if await store.add(client, index):
        return
    known = await store.find_by_pesel(index) if index else None
    if known is None:
        raise LookupError("a PESEL that was just taken is gone")
    raise await already_registered(known[0], known[1], by=by, tx=tx)


async def already_registered(
    client_id: ClientId, owner: ClientId, *, by: Caller, tx: Transaction
) -> AlreadyRegistered:
    """What the caller may know of her: the record if he may see it, else only whom to ask."""
    if await relations.may_see(tx.session, client_id, by.institution):
        return AlreadyRegistered(
            pointer="/pesel", client_id=str(client_id), href=f"/v1/records/{client_id}"
        )
    institution = await relations.party(tx.session, owner)
    return AlreadyRegistered(
        pointer="/pesel",
        registered_at=institution.name if institution else None,
        ask_for_access={"method": "POST", "href": "/v1/access-requests"},
    )
