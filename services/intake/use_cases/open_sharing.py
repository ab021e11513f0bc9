"""A worker lets a partner see a client's record, on a legal basis."""

from uuid import UUID

from contracts.values import BasisKind, ClientId
from kernel import clock, ids, relations
from kernel.callers import Caller
from kernel.rights import Seat, grounds, sights
from kernel.transactions import Transaction
from services.intake.domain.client import Client
from services.intake.domain.sharing import (
    MoreThanYouSee,
    NotWithYourself,
    OnlyReferred,
    PartnershipNotInForce,
    PartyUnknown,
    ShareWith,
    Sharing,
)
from services.intake.store.clients import Clients
from services.intake.store.sharings import Sharings


async def open_sharing(
    client_id: ClientId, command: ShareWith, *, by: Caller, tx: Transaction
) -> Sharing:
    """Share the record; the partner sees it from now on."""
    store = Clients(tx, by)
    client = await store.get(client_id)
    await _check_ground(client, command, by=by, tx=tx)
    await check_party(command, "", by=by, tx=tx)
    sharing = await begin_sharing(client_id, command, by=by, tx=tx)
    await store.keep(client)
    return sharing


async def _check_ground(
    client: Client, command: ShareWith, *, by: Caller, tx: Transaction
) -> None:
    """Nobody widens what it was let see: not to itself, not for a referral or an emergency."""
    if command.institution == by.institution:
        raise NotWithYourself(pointer="/institution")
    if client.registered_by == by.institution:
        return
    live = await relations.between(tx.session, client.id, by)
    lasting = grounds((r.basis, r.scope) for r in live if r.basis not in _PASSING)
    if not lasting:
        raise OnlyReferred
    seen = {s.section for s in sights(Seat.of(by), lasting) if s.level}
    whole = any(not ground.scope for ground in lasting)
    if set(command.sections) - seen or not (command.sections or whole):
        raise MoreThanYouSee(pointer="/sections", sections=sorted(seen))


_PASSING = {BasisKind.REFERRAL, BasisKind.VITAL_INTEREST}


async def check_party(command: ShareWith, at: str, *, by: Caller, tx: Transaction) -> None:
    """Refuse a party that is unknown, or a partnership that no agreement in force opens."""
    pointer = f"{at}/partnership" if command.partnership else f"{at}/institution"
    party = await relations.party(tx.session, command.party)
    if party is None or (party.kind is None) != (command.partnership is not None):
        raise PartyUnknown(pointer=pointer)
    if command.partnership and not await relations.member_of(
        tx.session, by.institution, command.partnership
    ):
        raise PartnershipNotInForce(pointer=pointer)


async def begin_sharing(
    client_id: UUID, command: ShareWith, at: str = "", *, by: Caller, tx: Transaction
) -> Sharing:
    """Keep and announce a sharing that was checked."""
    sharing = new_sharing(client_id, command, by)
    await announce(sharing, at, tx=tx)
    return sharing


def new_sharing(client_id: UUID, command: ShareWith, by: Caller) -> Sharing:
    """The sharing that was asked for; not kept yet."""
    return Sharing(
        id=ids.new(),
        client_id=client_id,
        party=command.party,
        basis=command.basis,
        sections=command.sections,
        until=command.until,
        opened_by=by.institution,
        opened_at=clock.now(),
    )


async def announce(sharing: Sharing, at: str = "", *, tx: Transaction) -> None:
    """Keep a new sharing, and let everybody know."""
    event = sharing.opened(clock.today(), at)
    await Sharings(tx).add(sharing)
    await relations.note(tx.session, sharing.opened_at, event)
    tx.record(event)
