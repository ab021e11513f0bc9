"""Something about a client changed: which of her referrals rest on nothing any more."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from contracts.referrals.codes import Change
from contracts.values import ClientId, InstitutionId, RelationId, ServiceId
from kernel import clock, kinship, relations
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.referrals.domain.competence import serves
from services.referrals.domain.referral import Referral
from services.referrals.store.duties import Duties
from services.referrals.store.places import Dwellings
from services.referrals.store.referrals import Referrals
from services.referrals.store.territories import Territories
from services.referrals.use_cases.supersede_referrals import supersede_pending


async def note_territory(institution: InstitutionId, territory: str, *, tx: Transaction) -> None:
    """Know which part of Poland an institution serves."""
    await Territories(tx).keep(institution, territory)


async def client_moved(
    client_id: ClientId,
    *,
    tx: Transaction,
    asked_before: date = date.max,
    cause: Fact | None = None,
) -> None:
    """Those to offices that do not serve the place where she lives today fall away."""
    municipality = await Dwellings(tx).of(client_id, clock.today())
    if municipality is None:
        return
    all_open = await _open(client_id, tx)
    found = [one for one in all_open if (one.asked_on or one.sent_on) < asked_before]
    known = await Territories(tx).of(r.sent_to for r in found if r.sent_to)
    stray = [
        referral.id
        for referral in found
        if (known_as := known.get(referral.sent_to or referral.id))
        and not serves(*known_as, municipality)
    ]
    await supersede_pending(stray, Change.CLIENT_MOVED, tx=tx, cause=cause)


async def sharing_closed(
    client_id: ClientId, relation_id: RelationId, *, cause: Fact, tx: Transaction
) -> None:
    """Those that rested on the sharing, and those whose sender may not see her any more."""
    resting = [one.id for one in await _open(client_id, tx) if one.rests_on == relation_id]
    await supersede_pending(resting, Change.SHARING_CLOSED, tx=tx, cause=cause)
    await without_right(client_id, cause=cause, tx=tx)


async def without_right(client_id: ClientId, *, cause: Fact, tx: Transaction) -> None:
    """Those whose sender may not see her any more.

    A restriction only stays its eyes for a while: they are looked at when it is lifted.
    """
    if await relations.restricted(tx.session, await kinship.family(tx.session, client_id)):
        return
    baseless = [
        referral.id
        for referral in await _open(client_id, tx)
        if not await relations.may_see(tx.session, referral.client_id, referral.sent_by)
    ]
    await supersede_pending(baseless, Change.SHARING_CLOSED, tx=tx, cause=cause)


async def service_retired(service_id: ServiceId, *, cause: Fact, tx: Transaction) -> None:
    """Those sent to it that nobody answered; whom it took on it keeps."""
    ids = await Referrals(tx, by=None).unanswered_at(service_id)
    await supersede_pending(ids, Change.SERVICE_RETIRED, tx=tx, cause=cause)


async def client_closed(client_id: ClientId, *, cause: Fact, tx: Transaction) -> None:
    """All of hers."""
    ids = await Referrals(tx, by=None).open_of(client_id)
    await supersede_pending(ids, Change.CLIENT_CLOSED, tx=tx, cause=cause)


async def client_erased(client_id: ClientId, *, tx: Transaction) -> None:
    """Nothing of hers can be read any more: nobody is told, nothing rings, nothing is owed."""
    family: Sequence[UUID] = await kinship.family(tx.session, client_id)
    for referral_id in await Referrals(tx, by=None).bury(family):
        await Duties(tx).strike(referral_id)


async def _open(client_id: ClientId, tx: Transaction) -> list[Referral]:
    store = Referrals(tx, by=None)
    return await store.these(await store.open_of(client_id))
