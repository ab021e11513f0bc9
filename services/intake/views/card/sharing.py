"""Her card: on which ground each sharing stands."""

from contracts.sections import Level
from services.intake.store.declarations import Declarations
from services.intake.store.sharings import load_sharing
from services.intake.tables.sharing import sharings
from services.intake.views.card.part import Sections, Subject


async def grounds(subject: Subject) -> Sections:
    """What each sharing rests on, by its id: the reader is shown those that let her in."""
    declarations = Declarations(subject.tx, subject.client.id)
    rows = await declarations.rows(sharings, sharings.c.opened_at)
    listed = {str(r.id): load_sharing(r, subject.key).basis.model_dump(mode="json") for r in rows}
    return {"sharing": {Level.FULL: listed}}
