"""What fills the information clause: controller, grounds, and who sees the data now, by name."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from contracts.values import BasisKind, InstitutionKind
from kernel import clock
from kernel.callers import Caller
from kernel.tables import parties, relations
from kernel.transactions import Transaction
from services.intake.tables.sharing import sharings
from services.intake.views.clients import SeenClients
from services.intake.views.papers.sheet import Sheet, letterhead
from services.intake.views.papers.words import day


async def information_sheet(tx: Transaction, by: Caller, client_id: UUID) -> Sheet:
    """The clause of the caller's institution for this client (art. 13 and 14 RODO)."""
    client = await SeenClients(tx, by).show(client_id)
    ours = client.registered_by == by.institution
    recipients = await _recipients(tx, by, client_id, ours=ours)
    data = letterhead(by) | {
        "client": f"{client.name.given} {client.name.family}",
        "ground": _ground(by.kind),
        "registered_by": None if ours else recipients["registration"],
        "recipients": recipients["listed"],
    }
    return Sheet(client_id, "information.typ", data)


def _ground(kind: InstitutionKind) -> str:
    """On which statute an institution of this kind stands; the template holds the words."""
    if kind in {InstitutionKind.OPS, InstitutionKind.CUS, InstitutionKind.PCPR}:
        return "assistance"
    return "labour" if kind is InstitutionKind.PUP else "organisation"


async def _recipients(
    tx: Transaction, by: Caller, client_id: UUID, *, ours: bool
) -> dict[str, Any]:
    """Whom the data are shared with now, once each, and why.

    The institution that registered her answers for all of them. Another one names whoever registered
    her and whom it let see her itself: who else helps her is not for every partner to know.
    """
    today = clock.today()
    let_in = sa.select(sharings.c.id).where(sharings.c.opened_by == by.institution)
    own = sa.or_(relations.c.basis == BasisKind.REGISTRATION, relations.c.relation_id.in_(let_in))
    query = (
        sa.select(parties.c.name, relations.c.basis, sa.func.max(relations.c.until).label("until"))
        .join(parties, parties.c.id == relations.c.party_id)
        .where(
            relations.c.client_id == client_id,
            relations.c.party_id != by.institution,
            relations.c.closed_at.is_(None),
            sa.or_(relations.c.until.is_(None), relations.c.until >= today),
            sa.or_(relations.c.expires_at.is_(None), relations.c.expires_at > sa.func.now()),
            sa.true() if ours else own,
        )
        .group_by(parties.c.name, relations.c.basis)
        .order_by(parties.c.name, relations.c.basis)
    )
    rows = (await tx.session.execute(query)).all()
    owner = next((r.name for r in rows if r.basis == BasisKind.REGISTRATION), None)
    listed = [(row.name, _BECAUSE[BasisKind(row.basis)], day(row.until)) for row in rows]
    return {"registration": owner, "listed": listed}


_BECAUSE = {
    BasisKind.REGISTRATION: "zarejestrował(a) Panią/Pana",
    BasisKind.STATUTORY_TASK: "wykonuje zadanie ustawowe",
    BasisKind.CONSENT: "na podstawie Pani/Pana zgody",
    BasisKind.VITAL_INTEREST: "dla ochrony życia lub zdrowia",
    BasisKind.REFERRAL: "otrzymał(a) skierowanie",
}
