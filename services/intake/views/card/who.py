"""Her card: identity and contact."""

from contracts.identifiers import masked
from contracts.sections import Level, Section
from services.intake.views.card.part import Sections, Subject


async def who(subject: Subject) -> Sections:
    """Who she is and how to reach her."""
    client = subject.client
    identity = {
        "name": client.name.model_dump(),
        "birth_date": client.birth_date.isoformat(),
        "pesel": client.pesel,
        "status": client.status,
        "registered_by": str(client.registered_by),
        "registered_at": client.registered_at.isoformat(),
    }
    covered = masked(client.pesel) if client.pesel else None
    contact = client.contact.model_dump(mode="json") | {
        "residence": client.residence.model_dump(mode="json") if client.residence else None
    }
    place_only = {"municipality": client.residence.municipality if client.residence else None}
    return {
        Section.IDENTITY: {Level.FULL: identity, Level.MASKED: identity | {"pesel": covered}},
        Section.CONTACT: {Level.FULL: contact, Level.SUMMARY: place_only},
    }
