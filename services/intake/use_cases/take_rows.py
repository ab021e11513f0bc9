"""Rows of an import become clients: all that can, in a dozen statements however many they are."""

from collections.abc import Sequence
from uuid import UUID

from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.importing import Candidate, ErasedSince, RowOutcome
from services.intake.domain.sharing import ShareWith
from services.intake.store.clients import Clients
from services.intake.store.importing import Imports
from services.intake.use_cases.announce_newcomers import announce_newcomers


async def take_rows(
    candidates: Sequence[Candidate],
    source: str,
    share_with: Sequence[ShareWith],
    *,
    by: Caller,
    tx: Transaction,
) -> None:
    """Claim the references, register whoever's PESEL number is free, tell the others why not."""
    imports = Imports(tx, by, source)
    there = await imports.earlier([index for c in candidates for index in c.mark.older])
    unknown = [c for c in candidates if there.keys().isdisjoint(c.mark.older)]
    free = await imports.claim({c.client.id: c.mark for c in unknown}, clock.now())
    await _recognise([c for c in candidates if c.client.id not in free], imports)
    fresh = [c for c in candidates if c.client.id in free]
    kept = await _add([c for c in candidates if c.client.id in free], by=by, tx=tx)
    new = [c for c in fresh if c.client.id in kept]
    await imports.name({c.client.id: c.reference for c in new})
    for candidate in new:
        candidate.row.registered(candidate.client.id)
    await announce_newcomers([c.event for c in new], share_with, by=by, tx=tx)
    taken = [c for c in fresh if c.client.id not in kept]
    await imports.release([c.client.id for c in taken])
    await _lead_to(taken, by=by, tx=tx)


async def _add(fresh: Sequence[Candidate], *, by: Caller, tx: Transaction) -> set[UUID]:
    """Keep those whose number nobody has, under whichever key it was laid down."""
    store = Clients(tx, by)
    await store.take_turns(*(c.indexes for c in fresh))
    two = [index for c in fresh if len(c.indexes) > 1 for index in c.indexes]
    there = await store.find_by_pesels(two)
    new = [c for c in fresh if there.keys().isdisjoint(c.indexes)]
    return await store.add_all([(c.client, next(iter(c.indexes), None)) for c in new])


async def _recognise(candidates: Sequence[Candidate], imports: Imports) -> None:
    """Tell the rows that were imported before."""
    marks = [(c, (c.mark.reference, *c.mark.older)) for c in candidates]
    earlier = await imports.earlier([index for _, indexes in marks for index in indexes])
    for candidate, indexes in marks:
        found = next(index for index in indexes if index in earlier)
        then = earlier[found]
        if then.erased:
            candidate.row.refused(ErasedSince(pointer="/reference"))
        else:
            # What it said was fingerprinted under the older key, and cannot be compared any more.
            newest = found == candidate.mark.reference
            changed = newest and then.differs(candidate.mark)
            candidate.row.known(then.client_id, changed=changed)


async def _lead_to(taken: Sequence[Candidate], *, by: Caller, tx: Transaction) -> None:
    """Tell the rows whose person is registered already, as much as a registration would tell."""
    there = await Clients(tx, by).find_by_pesels([i for c in taken for i in c.indexes])
    for candidate in taken:
        known = next(there[index] for index in candidate.indexes if index in there)
        refusal = known.refusal()
        refusal.pointer = "/client/pesel"
        candidate.row.refused(refusal, RowOutcome.DUPLICATE)
        candidate.row.client_id = known.client_id if known.visible else None
