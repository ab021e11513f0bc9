"""What fills the consent form: who shares what with whom, for what, and until when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Literal
from uuid import UUID

import sqlalchemy as sa

from contracts.sections import Section
from kernel import clock, relations
from kernel.callers import Caller
from kernel.tables import memberships, parties
from kernel.transactions import Transaction
from services.intake.domain.sharing import ConsentOver, PartyUnknown
from services.intake.views.clients import SeenClients
from services.intake.views.papers.sheet import Sheet, letterhead
from services.intake.views.papers.words import day

Language = Literal["pl", "en"]


class FormPurpose(StrEnum):
    """What the data are to be used for.

    Coded, because it stands in an address, where nothing may stand that tells of a person. So
    treatment is not among the codes: that purpose is written in by hand.
    """

    COORDINATION = "coordination"
    EMPLOYMENT = "employment"
    CARE = "care"
    HOUSING = "housing"
    LEGAL_HELP = "legal_help"
    MATERIAL_HELP = "material_help"


@dataclass(frozen=True)
class Agreed:
    """What the client is to agree to; nothing named: left to be written in by hand."""

    party: UUID | None = None
    sections: Sequence[Section] = ()
    purpose: FormPurpose | None = None
    until: date | None = None


async def consent_sheet(
    tx: Transaction, by: Caller, client_id: UUID, agreed: Agreed, lang: Language
) -> Sheet:
    """The form to sign; it changes nothing: the sharing is opened once it is signed."""
    if agreed.until is not None and agreed.until < clock.today():
        raise ConsentOver
    client = await SeenClients(tx, by).show(client_id)
    chosen = list(dict.fromkeys(agreed.sections))
    listed = chosen or [s for s in Section if s is not Section.VIOLENCE]
    data: dict[str, Any] = letterhead(by) | {
        "lang": lang,
        "client": f"{client.name.given} {client.name.family}",
        "printed_on": _day(clock.today(), lang),
        "born": _day(client.birth_date, lang),
        "sections": [getattr(section, lang) for section in listed],
        "chosen": bool(chosen),
        "purpose": _PURPOSES[agreed.purpose][lang] if agreed.purpose else None,
        "until": _day(agreed.until, lang),
        "party": None,
        "members": [],
    }
    if agreed.party is not None:
        data |= await _party(tx, agreed.party)
    return Sheet(client_id, "consent.typ", data)


def _day(on: date | None, lang: Language) -> str | None:
    if lang == "pl" or on is None:
        return day(on)
    return f"{on.day} {on:%B %Y}"


async def _party(tx: Transaction, party_id: UUID) -> dict[str, Any]:
    """The party by name, and of a partnership who its members are today: she must know them."""
    party = await relations.party(tx.session, party_id)
    if party is None:
        raise PartyUnknown
    today = clock.today()
    query = (
        sa.select(parties.c.name)
        .join(memberships, memberships.c.member_id == parties.c.id)
        .where(
            memberships.c.group_id == party_id,
            memberships.c.valid_from <= today,
            sa.or_(memberships.c.valid_to.is_(None), memberships.c.valid_to >= today),
        )
        .distinct()
        .order_by(parties.c.name)
    )
    return {"party": party.name, "members": list(await tx.session.scalars(query))}


_PURPOSES = {
    FormPurpose.COORDINATION: {
        "pl": "wspólne ułożenie i prowadzenie planu wsparcia",
        "en": "making and carrying out a joint support plan",
    },
    FormPurpose.EMPLOYMENT: {
        "pl": "pomoc w znalezieniu i utrzymaniu pracy",
        "en": "help in finding and keeping a job",
    },
    FormPurpose.CARE: {
        "pl": "zorganizowanie usług opiekuńczych i wsparcia w domu",
        "en": "arranging care services and support at home",
    },
    FormPurpose.HOUSING: {
        "pl": "pomoc w znalezieniu lub utrzymaniu mieszkania",
        "en": "help in finding or keeping a home",
    },
    FormPurpose.LEGAL_HELP: {
        "pl": "poradnictwo prawne lub w sprawie zadłużenia",
        "en": "legal or debt advice",
    },
    FormPurpose.MATERIAL_HELP: {
        "pl": "pomoc rzeczowa, na przykład żywność, odzież, opał",
        "en": "help in kind, such as food, clothes, fuel",
    },
}
