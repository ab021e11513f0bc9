"""Signed links as whoever handed them out sees them; the link itself is shown once."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.values import InstitutionKind, Note, ReferralId, ReferralLinkId, View, WorkerId
from kernel import clock
from kernel.callers import Caller
from kernel.passes import Passes, pass_for
from kernel.transactions import Transaction
from services.referrals.domain.links import ROLE, LinkNotFound, ReferralLink
from services.referrals.store.keys import keys_of
from services.referrals.store.links import handed_by, open_link
from services.referrals.tables.links import referral_links
from services.referrals.views.parties import PartyView, names_of, party_view

_PAGE = "/answer#"
"""The page to answer by. What stands behind # stays in the browser: no server and no log reads it."""


class LinkView(View):
    """A signed link to answer a referral (podpisany odnośnik), without the link itself."""

    id: ReferralLinkId
    referral_id: ReferralId
    institution: Annotated[PartyView, Field(description="Who answers by it.")]
    handed_by: Annotated[WorkerId, Field(description="The worker who handed it out.")]
    handed_to: Note | None
    handed_at: datetime
    until: datetime
    alive: Annotated[bool, Field(description="Whether it can still be used.")]
    revoked_at: datetime | None
    renewed_by: Annotated[ReferralLinkId | None, Field(description="What took its place.")]


class HandedLink(View):
    """A link as it is handed out. It is shown this once; a lost one is renewed."""

    link: LinkView
    address: Annotated[
        str,
        Field(
            description="Give this to the receiver and to nobody else. Without a host: of this house.",
            examples=["/answer#eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmVk"],
        ),
    ]


class LinkPage(View):
    """The links to one referral, newest first."""

    items: list[LinkView]


async def links_to(tx: Transaction, referral_id: UUID, by: Caller) -> LinkPage:
    """Those that the caller's institution handed out."""
    query = sa.select(ReferralLink).where(
        referral_links.c.referral_id == referral_id, handed_by(by)
    )
    found = list(await tx.session.scalars(query.order_by(referral_links.c.id.desc())))
    return LinkPage(items=[await show_link(tx, link) for link in found])


async def show_link(tx: Transaction, link: ReferralLink) -> LinkView:
    """A link at hand, opened and with its holder named."""
    open_link(link, await keys_of(tx, [link.client_id]))
    return LinkView(
        id=link.id,
        referral_id=link.referral_id,
        institution=party_view(link.institution, await names_of(tx, [link.institution])),
        handed_by=link.giver,
        handed_to=link.handed_to,
        handed_at=link.handed_at,
        until=link.until,
        alive=link.alive(clock.now()),
        revoked_at=link.revoked_at,
        renewed_by=link.renewed_by,
    )


async def show_handed(
    tx: Transaction, link: ReferralLink, passes: Passes, public_url: str
) -> HandedLink:
    """A link as it is handed out, signed."""
    names = await names_of(tx, [link.institution])
    party = names.get(link.institution)
    if party is None or party.kind is None:
        raise LinkNotFound
    holder = pass_for(
        link.id,
        ROLE,
        only=link.referral_id,
        party=(party.id, party.name, InstitutionKind(party.kind)),
        name=f"Odnośnik: {party.name}"[:200],
    )
    token = passes.make(holder, link.until)
    address = f"{public_url.rstrip('/')}{_PAGE}{token}"
    return HandedLink(link=await show_link(tx, link), address=address)
