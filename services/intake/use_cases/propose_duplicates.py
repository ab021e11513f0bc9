"""Somebody new looks like others on record: each pair waits for a person to decide."""

from collections.abc import Sequence

from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.client import Client
from services.intake.domain.duplicate import DAYS_TO_DECIDE, Duplicate, LikelyDuplicate
from services.intake.domain.likeness import LIKELY, Candidate
from services.intake.store.duplicates import Duplicates, on_paper


async def likely_duplicates(
    client: Client, index: bytes | None, refuse: bool, *, by: Caller, tx: Transaction
) -> list[Candidate]:
    """Who on record is likely the same person; asked to, refuse to go on with any."""
    store = Duplicates(tx, by)
    if refuse:
        await store.one_at_a_time(client.birth_date)
    found = await store.alike(on_paper(client, index))
    # The same number is no likeness: the row itself is refused, and says whom to ask.
    likely = [c for c in found if c.score >= LIKELY and not c.is_the_same]
    if refuse and likely:
        listed = [{"client_id": str(c.client_id), "score": c.score} for c in likely]
        raise LikelyDuplicate(candidates=listed)
    return likely


async def propose_duplicates(
    client: Client, likely: Sequence[Candidate], *, by: Caller, tx: Transaction
) -> None:
    """Lay each pair into the queue of the institution that registers."""
    for candidate in likely:
        first, second = sorted((client.id, candidate.client_id))
        pair = Duplicate(
            id=ids.new(),
            first=first,
            second=second,
            score=candidate.score,
            traits=candidate.traits,
            found_at=client.registered_at,
            owner=by.institution,
            due_on=clock.today() + DAYS_TO_DECIDE,
        )
        if await Duplicates(tx, by).add(pair):
            tx.record(pair.suspected())
