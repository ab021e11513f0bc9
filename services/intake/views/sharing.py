"""What readers may see of sharings."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from contracts.sections import Section
from contracts.values import (
    ClientId,
    Day,
    PartyId,
    SharingId,
    View,
)
from services.intake.domain.sharing import Sharing


class SharingView(View):
    """A sharing in force, or withdrawn."""

    id: SharingId
    client_id: ClientId
    party: PartyId
    basis: Annotated[str, Field(examples=["consent"])]
    sections: list[Section]
    until: Day | None
    opened_at: datetime
    closed_at: datetime | None


def sharing_view(sharing: Sharing) -> SharingView:
    """A sharing without its evidence."""
    return SharingView(
        id=sharing.id,
        client_id=sharing.client_id,
        party=sharing.party,
        basis=sharing.basis.kind,
        sections=list(sharing.sections),
        until=sharing.until,
        opened_at=sharing.opened_at,
        closed_at=sharing.closed_at,
    )
