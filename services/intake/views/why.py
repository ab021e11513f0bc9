"""Why an institution may see a client: one sentence for each live relation."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.values import BasisKind, ClientId, Day, RelationId, StatutoryTask, View
from kernel import kinship, relations
from kernel.callers import Caller
from kernel.refusals import Kind, Refusal
from kernel.rights import Seat
from kernel.transactions import Transaction
from kernel.why import Why, sentence
from services.intake.domain.sharing import PartyUnknown, Sharing
from services.intake.store.sealing import keys_of
from services.intake.store.sharings import load_sharing
from services.intake.tables.sharing import sharings
from services.intake.views.sharing import PartyNamed, named, owner_of

_ASKS_OF_OTHERS = {"ops_manager", "pup_manager", "dpo"}
# What the workers who run cases there see: the policies ask for kind and role together, so that of
# these each institution has its own.
_CASEWORKERS = frozenset(
    {"social_worker", "pup_adviser", "ngo_coordinator", "cus_plan_coordinator"}
)


class WhyOfOthers(Refusal):
    """Why others see her is told to the institution that registered her, to managers and data-protection officers."""

    kind = Kind.FORBIDDEN
    pl = (
        "Dlaczego inni ją widzą, dowiaduje się instytucja, która ją zarejestrowała,"
        " kierownicy i inspektorzy ochrony danych."
    )


class RelationReason(View):
    """One live relation, and why in a sentence."""

    relation_id: RelationId
    basis: BasisKind
    since: datetime
    until: Day | None
    expires_at: datetime | None
    why: Annotated[
        str,
        Field(
            description="In Polish or English, by Accept-Language.",
            examples=["PUP Zabrze (demo) may see: … – since 2026-03-02, because …"],
        ),
    ]


class WhyView(View):
    """Why an institution may see a client; no reasons: it may not."""

    client_id: ClientId
    institution: PartyNamed
    reasons: list[RelationReason]


async def explain(
    tx: Transaction, client_id: UUID, by: Caller, institution: UUID | None, language: str
) -> WhyView:
    """Every live relation of one's own institution, or of another for whoever may ask."""
    owner = await owner_of(tx, client_id, by)
    asked = institution or by.institution
    if by.institution not in {asked, owner} and not by.roles & _ASKS_OF_OTHERS:
        raise WhyOfOthers
    live = await relations.letting_in(tx.session, client_id, asked)
    names = await relations.parties_named(tx.session, [asked, *(r.party_id for r in live)])
    if asked not in names:
        raise PartyUnknown
    rests_on = await _rests_on(tx, client_id)
    seat = Seat.of(by)
    if asked != by.institution:
        seat = Seat(names[asked].kind or "", _CASEWORKERS)
    return WhyView(
        client_id=client_id,
        institution=named(asked, names),
        reasons=[
            RelationReason(
                relation_id=relation.relation_id,
                basis=relation.basis,
                since=relation.since,
                until=relation.until,
                expires_at=relation.expires_at,
                why=sentence(_why(relation, asked, names, rests_on), seat, language),
            )
            for relation in live
        ],
    )


async def _rests_on(tx: Transaction, client_id: UUID) -> dict[UUID, Sharing]:
    query = sa.select(sharings).where(kinship.of_person(sharings.c.client_id, client_id))
    rows = (await tx.session.execute(query)).all()
    keys = await keys_of(tx, rows)
    return {row.id: load_sharing(row, keys[row.client_id]) for row in rows}


def _why(
    relation: relations.Relation,
    institution: UUID,
    names: Mapping[UUID, relations.Party],
    rests_on: Mapping[UUID, Sharing],
) -> Why:
    party = names.get(relation.party_id)
    sharing = rests_on.get(relation.relation_id)
    task = sharing.basis if sharing and isinstance(sharing.basis, StatutoryTask) else None
    return Why(
        who=names[institution].name,
        through=party.name if party and relation.party_id != institution else None,
        basis=relation.basis,
        scope=tuple(sorted(relation.scope)),
        since=relation.since.isoformat(),
        until=relation.until.isoformat() if relation.until else None,
        expires_at=relation.expires_at.isoformat() if relation.expires_at else None,
        article=task.article if task else None,
        because=because(sharing) if sharing else None,
    )


def because(sharing: Sharing) -> dict[str, str] | None:
    """What the article of a sharing says, by language; none: the register does not know it."""
    article = sharing.article
    return {"pl": article.pl, "en": article.en} if article else None
