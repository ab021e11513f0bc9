"""What an interview need not ask again: segments A and F as far as the record knows them."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.sections import Section
from contracts.values import InstitutionId, View
from kernel import clock, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.client import Client, ClientNotFound, Residence
from services.intake.domain.means import Household, IncomeDeclaration, Member, MemberRelation
from services.intake.domain.segments import Applicant, FamilyMember, Income, SegmentA, SegmentF
from services.intake.store.clients import load_client
from services.intake.store.declarations import Declarations
from services.intake.store.sight import Reader, reader_of
from services.intake.tables.clients import clients
from services.intake.views.clients import not_erased


class FilledFrom(View):
    """Where a part of what is filled in comes from."""

    part: Annotated[
        str, Field(description="JSON Pointer into this answer.", examples=["/a/applicant"])
    ]
    source: Annotated[str, Field(examples=["registration"])]
    institution: InstitutionId
    at: datetime


class InterviewPrefill(View):
    """Segments to look through with the client and then record; nothing is typed twice."""

    a: SegmentA
    f: SegmentF
    taken_from: list[FilledFrom]


async def prefill(tx: Transaction, by: Caller, client_id: UUID) -> InterviewPrefill:
    """Segment A from her particulars and household, the incomes of F from the latest month."""
    query = sa.select(clients).where(
        clients.c.id == client_id,
        relations.visible(clients.c.id, by),
        not_erased(clients.c.id),
    )
    row = (await tx.session.execute(query)).first()
    if row is None:
        raise ClientNotFound
    client = await load_client(tx, row)
    declarations = Declarations(tx, client_id)
    # A sharing may be limited to some sections: what is not shared is not filled in either.
    reader = await reader_of(tx, client_id, by)
    reader.require(Section.IDENTITY)
    household = (
        await declarations.household(clock.today()) if reader.reads(Section.HOUSEHOLD) else None
    )
    incomes = (await declarations.incomes())[-1:] if reader.reads(Section.INCOME) else []
    return InterviewPrefill(
        a=SegmentA(
            segment="A",
            applicant=_applicant(client, reader),
            reasons=tuple(r for r in client.reasons if reader.reads(r.section)),
            members=_members(household, health=reader.reads(Section.HEALTH)),
        ),
        f=SegmentF(segment="F", incomes=_incomes(incomes)),
        taken_from=_sources(client, household, incomes),
    )


def _applicant(client: Client, reader: Reader) -> Applicant:
    reach, told = reader.reads(Section.CONTACT), client.particulars
    home = client.residence if reach else None
    countries = told.citizenship.countries if told.citizenship else ()
    return Applicant(
        name=client.name,
        birth_date=client.birth_date,
        pesel=client.pesel,
        marital_status=told.marital_status,
        citizenship=", ".join(countries) or None,
        address=_address(home) if home else None,
        municipality=home.municipality if home else None,
        phone=client.contact.phone if reach else None,
        bank_account=told.bank_account if reader.reads(Section.INCOME) else None,
    )


def _address(home: Residence) -> str | None:
    door = "/".join(filter(None, (home.building, home.flat)))
    street = " ".join(filter(None, (home.street, door)))
    return ", ".join(filter(None, (street, home.postal_code, home.city)))[:200] or None


def _members(household: Household | None, *, health: bool) -> tuple[FamilyMember, ...]:
    """The household without the applicant herself, who stands above it."""
    others = household.members if household else []
    return tuple(
        _member(m, health=health) for m in others if m.relation is not MemberRelation.APPLICANT
    )


def _member(member: Member, *, health: bool) -> FamilyMember:
    return FamilyMember(
        relation=member.relation,
        name=member.name,
        birth_date=member.birth_date,
        shares_household=member.shares_household,
        work=member.occupation,
        school=member.school,
        disability=member.disability if health else None,
    )


def _incomes(declarations: list[IncomeDeclaration]) -> tuple[Income, ...]:
    return tuple(
        Income(kind=item.kind, monthly=item.monthly, month=declaration.month)
        for declaration in declarations
        for item in declaration.items
    )


def _sources(
    client: Client, household: Household | None, incomes: list[IncomeDeclaration]
) -> list[FilledFrom]:
    found = [("/a/applicant", "registration", client.registered_by, client.registered_at)]
    if household:
        found.append(("/a/members", "household", household.declared_by, household.declared_at))
    found += [("/f/incomes", "incomes", d.declared_by, d.declared_at) for d in incomes]
    return [
        FilledFrom(part=part, source=source, institution=institution, at=at)
        for part, source, institution, at in found
    ]
