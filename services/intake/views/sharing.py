"""What readers may see of sharings: one, and the register of disclosures."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.sections import Section
from contracts.values import (
    ClientId,
    Consent,
    Day,
    LegalBasis,
    PartyId,
    SharingId,
    StatutoryTask,
    View,
    VitalInterest,
)
from kernel import clock, kinship, relations
from kernel.callers import Caller
from kernel.pages import cursor, id_at
from kernel.tables import memberships
from kernel.transactions import Transaction
from services.intake.domain.client import ClientNotFound
from services.intake.domain.sharing import Sharing
from services.intake.store.sealing import keys_of
from services.intake.store.sharings import load_sharing
from services.intake.tables.clients import clients
from services.intake.tables.sharing import sharings

_PUBLIC = {"OPS", "CUS", "PCPR", "PUP", "WUP", "ROPS", "UM", "UW"}


class SharingNote(View):
    """Something to think over; nothing was refused for it."""

    code: Annotated[str, Field(examples=["consent_not_needed"])]
    text: str


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
    article_known: Annotated[
        bool | None, Field(description="Whether the register has the article; none: no article.")
    ]
    notes: list[SharingNote]


class SharingState(StrEnum):
    """What became of a sharing."""

    IN_FORCE = "in_force"
    OVER = "over"
    NARROWED = "narrowed"
    WITHDRAWN = "withdrawn"


class PartyNamed(View):
    """An institution or partnership by name."""

    id: PartyId
    name: str | None
    kind: Annotated[str | None, Field(description="None: a partnership.", examples=["OPS"])]


class DisclosureView(View):
    """An entry of the register of disclosures: who was let see, by whom, on which basis."""

    id: SharingId
    party: PartyNamed
    opened_by: PartyNamed
    basis: Annotated[str, Field(examples=["consent"])]
    sections: list[Section]
    state: SharingState
    opened_at: datetime
    until: Day | None
    expires_at: datetime | None
    closed_at: datetime | None
    narrowed_to: SharingId | None
    article_known: bool | None
    rests_on: Annotated[
        LegalBasis | None,
        Field(description="Article or evidence; for whoever registered her or opened it."),
    ]


class DisclosurePage(View):
    """Sharings in force and past, newest first."""

    items: list[DisclosureView]
    next: str | None


async def sharing_view(
    tx: Transaction, sharing: Sharing, by: Caller, language: str
) -> SharingView:
    """A sharing without its evidence, with what is to be thought over."""
    party = await relations.party(tx.session, sharing.party)
    return SharingView(
        id=sharing.id,
        client_id=sharing.client_id,
        party=sharing.party,
        basis=sharing.basis.kind,
        sections=list(sharing.sections),
        until=sharing.until,
        opened_at=sharing.opened_at,
        closed_at=sharing.closed_at,
        article_known=_known(sharing),
        notes=[
            SharingNote(code=code, text=_NOTES[code][language])
            for code in _notes(sharing, by, party.kind if party else None)
        ],
    )


_NOTES = {
    "consent_not_needed": {
        "en": "Between public bodies the basis is a statutory task, not a consent she may withdraw.",
        "pl": "Między organami publicznymi podstawą jest zadanie ustawowe, a nie odwołalna zgoda.",
    },
    "article_unknown": {
        "en": "The register does not know this article; please check it.",
        "pl": "Rejestr nie zna tego przepisu; proszę go sprawdzić.",
    },
    "article_for_others": {
        "en": "By the register this article does not serve institutions of this kind.",
        "pl": "Według rejestru przepis ten nie dotyczy instytucji tego rodzaju.",
    },
    "violence_stays_closed": {
        "en": "No sharing opens what is known of domestic violence; only the diagnostic group sees it.",
        "pl": "Danych o przemocy nie otwiera żadne udostępnienie; widzi je tylko grupa diagnostyczno-pomocowa.",
    },
    "vital_interest_passes": {
        "en": "A vital interest ends when the danger does: please withdraw the sharing then.",
        "pl": "Żywotny interes kończy się wraz z zagrożeniem: proszę wtedy cofnąć udostępnienie.",
    },
}


def _notes(sharing: Sharing, by: Caller, kind: str | None) -> Iterable[str]:
    """Codes of what is to be thought over. A partnership has no kind, and may hold both sorts."""
    # GDPR recital 43 and domain 8.1: a warning, for a consent may still be right beside the tasks.
    if isinstance(sharing.basis, Consent) and {by.kind.value, kind} <= _PUBLIC:
        yield "consent_not_needed"
    if isinstance(sharing.basis, StatutoryTask) and sharing.article is None:
        yield "article_unknown"
    if sharing.article and kind and kind not in sharing.article.serves:
        yield "article_for_others"
    if Section.VIOLENCE in sharing.sections:
        yield "violence_stays_closed"
    if isinstance(sharing.basis, VitalInterest) and sharing.expires_at is None:
        yield "vital_interest_passes"


def _known(sharing: Sharing) -> bool | None:
    return sharing.article is not None if isinstance(sharing.basis, StatutoryTask) else None


async def list_disclosures(
    tx: Transaction, client_id: UUID, by: Caller, *, limit: int, after: str | None
) -> DisclosurePage:
    """All of them for whoever registered her; else one's own: opened, or opened for oneself."""
    owner = await owner_of(tx, client_id, by)
    query = sa.select(sharings).where(kinship.of_person(sharings.c.client_id, client_id))
    if owner != by.institution:
        query = query.where(_concerning(by))
    if after:
        query = query.where(sharings.c.id < id_at(after))
    rows = (await tx.session.execute(query.order_by(sharings.c.id.desc()).limit(limit + 1))).all()
    keys = await keys_of(tx, rows)
    found = [load_sharing(row, keys[row.client_id]) for row in rows[:limit]]
    names = await relations.parties_named(
        tx.session, [party for s in found for party in (s.party, s.opened_by)]
    )
    return DisclosurePage(
        items=[_disclosure(s, names, entitled={s.opened_by, owner}, by=by) for s in found],
        next=cursor(str(found[-1].id)) if len(rows) > limit else None,
    )


async def owner_of(tx: Transaction, client_id: UUID, by: Caller) -> UUID:
    """Who registered a client the caller may see."""
    query = sa.select(clients.c.registered_by).where(
        clients.c.id == client_id, relations.visible(clients.c.id, by)
    )
    owner: UUID | None = await tx.session.scalar(query)
    if owner is None:
        raise ClientNotFound
    return owner


def _concerning(by: Caller) -> sa.ColumnElement[bool]:
    groups = sa.select(memberships.c.group_id).where(memberships.c.member_id == by.institution)
    return sa.or_(
        sharings.c.opened_by == by.institution,
        sharings.c.party_id == by.institution,
        sharings.c.party_id.in_(groups),
    )


def _disclosure(
    sharing: Sharing, names: dict[UUID, relations.Party], *, entitled: set[UUID], by: Caller
) -> DisclosureView:
    return DisclosureView(
        id=sharing.id,
        party=named(sharing.party, names),
        opened_by=named(sharing.opened_by, names),
        basis=sharing.basis.kind,
        sections=list(sharing.sections),
        state=_state(sharing, clock.now(), clock.today()),
        opened_at=sharing.opened_at,
        until=sharing.until,
        expires_at=sharing.expires_at,
        closed_at=sharing.closed_at,
        narrowed_to=sharing.narrowed_to,
        article_known=_known(sharing),
        rests_on=sharing.basis if by.institution in entitled else None,
    )


def _state(sharing: Sharing, now: datetime, today: date) -> SharingState:
    if sharing.closed_at is not None:
        return SharingState.NARROWED if sharing.narrowed_to else SharingState.WITHDRAWN
    over = (sharing.until is not None and sharing.until < today) or (
        sharing.expires_at is not None and sharing.expires_at <= now
    )
    return SharingState.OVER if over else SharingState.IN_FORCE


def named(party_id: UUID, names: dict[UUID, relations.Party]) -> PartyNamed:
    """A party by the name the directory gave it."""
    known = names.get(party_id)
    return PartyNamed(
        id=party_id, name=known.name if known else None, kind=known.kind if known else None
    )
