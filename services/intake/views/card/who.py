"""Her card: identity, contact, and where she is paid."""

from dataclasses import replace
from typing import Any

from pydantic_core import to_jsonable_python

from contracts.identifiers import masked
from contracts.sections import Level, Section
from kernel.service import Bodies
from services.intake.domain.client import Client
from services.intake.domain.documents import COVERED, covered
from services.intake.views.card.part import Sections, Subject

_OF_IDENTITY = (
    "second_names",
    "family_at_birth",
    "citizenship",
    "residence_title",
    "marital_status",
)
_OF_CONTACT = ("registration", "correspondence", "communication")
_REACHED_BY = {"phone", "email", "address"}
"""What of a representative belongs to contact; the rest says who acts for her."""


async def who(subject: Subject) -> Sections:
    """Who she is and how to reach her."""
    client = subject.client
    account = client.particulars.bank_account
    paid: dict[Section | str, Bodies] = (
        {Section.INCOME: {Level.FULL: {"bank_account": account}}} if account else {}
    )
    return paid | {
        Section.IDENTITY: {Level.FULL: _identity(client), Level.MASKED: _covered(client)},
        Section.CONTACT: {Level.FULL: _contact(client), Level.SUMMARY: _place(client)},
    }


def _identity(client: Client) -> dict[str, Any]:
    told = client.particulars
    return {
        "name": client.name.model_dump(),
        "birth_date": client.birth_date.isoformat(),
        "pesel": client.pesel,
        "sex": client.sex,
        "status": client.status,
        "registered_by": str(client.registered_by),
        "registered_at": client.registered_at.isoformat(),
        **{name: to_jsonable_python(getattr(told, name)) for name in _OF_IDENTITY},
        "documents": [
            {"id": str(id_)} | document.model_dump(mode="json")
            for id_, document in told.documents.items()
        ],
        "representatives": [
            {"id": str(id_)} | one.model_dump(mode="json", exclude=_REACHED_BY)
            for id_, one in told.representatives.items()
        ],
        "former_names": to_jsonable_python(told.former_names),
        "former_pesels": list(told.former_pesels),
    }


def _covered(client: Client) -> dict[str, Any]:
    """The same with identifiers covered, and nothing of who she was before."""
    told = client.particulars
    hidden = told.with_(
        documents={id_: covered(document) for id_, document in told.documents.items()},
        representatives={
            id_: one.model_copy(update={"evidence": COVERED})
            for id_, one in told.representatives.items()
        },
        former_names=(),
        former_pesels=(),
    )
    body = _identity(replace(client, particulars=hidden))
    return body | {"pesel": masked(client.pesel) if client.pesel else None}


def _contact(client: Client) -> dict[str, Any]:
    told = client.particulars
    return {
        **client.contact.model_dump(mode="json"),
        "residence": client.residence.model_dump(mode="json") if client.residence else None,
        **{name: to_jsonable_python(getattr(told, name)) for name in _OF_CONTACT},
        "representatives": [
            {"id": str(id_), "name": one.name} | one.model_dump(mode="json", include=_REACHED_BY)
            for id_, one in told.representatives.items()
        ],
    }


def _place(client: Client) -> dict[str, Any]:
    return {"municipality": client.residence.municipality if client.residence else None}
