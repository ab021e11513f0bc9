"""Her card: how long her records are kept, once her case is closed."""

from contracts.sections import Level
from kernel import kinship
from services.intake.store.rights import case_closed_on, kept_of
from services.intake.views.card.part import Sections, Subject


async def keeping(subject: Subject) -> Sections:
    """By which rule each class of her records is kept, and how long: for her own copy of her data."""
    family = await kinship.family(subject.tx.session, subject.client.id)
    closed_on = await case_closed_on(subject.tx, family)
    if closed_on is None:
        return {}
    rules = [
        {"rule": one.rule, "until": one.until.isoformat() if one.until else None}
        for one in await kept_of(subject.tx, family)
    ]
    return {"keeping": {Level.FULL: {"closed_on": closed_on.isoformat(), "rules": rules}}}
