"""What a list of found clients shows: enough to know her by, and nothing of a special category."""

from typing import Annotated, Literal

from pydantic import Field

from contracts.identifiers import birth_part
from contracts.intake import ClientStatus
from contracts.sections import Section
from contracts.territory import Municipality
from contracts.values import ClientId, Day, InstitutionId, View
from kernel import relations
from kernel.callers import Caller
from kernel.rights import Grounds, Seat, permits, sees
from kernel.transactions import Transaction
from services.intake.domain.client import PersonName
from services.intake.domain.search import Criterion, Found, Hit
from services.intake.views.clients import MaskedPesel


class FoundClient(View):
    """A client as a list shows her."""

    client_id: ClientId
    name: PersonName
    birth_date: Day
    pesel: MaskedPesel
    status: ClientStatus
    registered_by: InstitutionId
    municipality: Municipality | None


class Asking(View):
    """Where to ask the institution that registered her."""

    method: Literal["POST"] = "POST"
    href: Annotated[str, Field(examples=["/v1/access-requests"])] = "/v1/access-requests"


class FoundClients(View):
    """Who was found among those your institution may see, those who fit best first."""

    items: list[FoundClient]
    matched: Annotated[list[Criterion], Field(description="What every one of them fits.")]
    approximate: Annotated[
        bool, Field(description="Nobody fits exactly; these do with one letter of a name changed.")
    ]
    more: Annotated[bool, Field(description="There are more: say more about whom you look for.")]
    elsewhere: Annotated[
        bool,
        Field(description="Somebody with this PESEL number is registered, out of your sight."),
    ]
    ask_for_access: Asking | None


async def found_view(tx: Transaction, found: Found, by: Caller) -> FoundClients:
    """Those found, and for whoever is registered elsewhere only that she is: not where, nor who."""
    seat = Seat.of(by)
    standing = await relations.grounds_of_all(tx.session, [h.client_id for h in found.hits], by)
    return FoundClients(
        items=[_found(hit, seat, standing[hit.client_id]) for hit in found.hits],
        matched=found.by,
        approximate=found.approximate,
        more=found.more,
        elsewhere=bool(found.elsewhere),
        ask_for_access=Asking() if found.elsewhere and permits(seat, "RequestAccess") else None,
    )


def _found(hit: Hit, seat: Seat, standing: Grounds) -> FoundClient:
    place = sees(seat, standing, Section.CONTACT) is not None
    return FoundClient(
        client_id=hit.client_id,
        name=PersonName(given=hit.given, family=hit.family),
        birth_date=hit.birth_date,
        # Of the number a list shows the birth part only: so no row need be unsealed for it.
        pesel=birth_part(hit.birth_date) if hit.has_pesel else None,
        status=hit.status,
        registered_by=hit.registered_by,
        municipality=hit.municipality if place else None,
    )
