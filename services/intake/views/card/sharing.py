"""Her card: on which ground each sharing stands."""

from typing import Any

from contracts.sections import Level
from services.intake.domain.sharing import Sharing
from services.intake.store.declarations import Declarations
from services.intake.store.sharings import load_sharing
from services.intake.tables.sharing import sharings
from services.intake.views.card.part import Sections, Subject
from services.intake.views.why import because


async def grounds(subject: Subject) -> Sections:
    """What each sharing rests on, by its id: the reader is shown those that let her in.

    Only what the gateway tells her: a witness or a purpose in the client's words stays here.
    """
    declarations = Declarations(subject.tx, subject.client.id)
    rows = await declarations.rows(sharings, sharings.c.opened_at)
    listed = {str(row.id): _told(load_sharing(row, subject.key)) for row in rows}
    return {"sharing": {Level.FULL: listed}}


def _told(sharing: Sharing) -> dict[str, Any]:
    told = sharing.basis.model_dump(mode="json", include={"kind", "article", "evidence"})
    return told | ({"because": reason} if (reason := because(sharing)) else {})
