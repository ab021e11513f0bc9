"""The rules of a client, her means, her sharings and requests for access."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from pydantic import ValidationError

from contracts.incomes import IncomeKind
from contracts.intake import (
    AccessRefusal,
    AccessRefused,
    ClientProgressed,
    ClientRegistered,
    ClientStatus,
    EmploymentStarted,
    HouseholdChanged,
    IncomeDeclared,
    SharingClosed,
    SharingOpened,
)
from contracts.sections import Section
from contracts.values import BasisKind, Consent, LegalBasis, StatutoryTask
from services.intake.domain.access import AccessAnswered, AccessRequest, AccessState
from services.intake.domain.client import (
    BornInTheFuture,
    Client,
    Contact,
    HelpReason,
    PersonName,
    PeselContradictsBirthDate,
    Residence,
)
from services.intake.domain.employment import Employment, Terms, TermsFrom, TooFarAhead
from services.intake.domain.means import (
    Household,
    IncomeDeclaration,
    IncomeItem,
    InTheFuture,
    Member,
    MemberRelation,
    NoApplicant,
)
from services.intake.domain.need import NeedKind
from services.intake.domain.sharing import ConsentOver, ShareWith, Sharing, SharingOver

CLIENT, OPS, PUP = UUID(int=2), UUID(int=3), UUID(int=4)
TODAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 11, tzinfo=UTC)
ARTICLE = StatutoryTask(kind="statutory_task", article="art. 100 ust. 2 u.p.s.")


def client(**changes: Any) -> Client:
    particulars: dict[str, Any] = {
        "id": CLIENT,
        "name": PersonName(given="Próbna", family="Wymyślona"),
        "birth_date": date(1985, 3, 14),
        "pesel": "85031412347",
        "residence": Residence(municipality="2478011"),
        "contact": Contact(),
        "reasons": [],
        "registered_by": OPS,
        "registered_at": NOON,
    }
    return Client(**(particulars | changes))


def household(*relations: MemberRelation, since: date = TODAY) -> Household:
    members = [Member(relation=relation, birth_date=date(1985, 3, 14)) for relation in relations]
    return Household(CLIENT, since, members, OPS, NOON)


def incomes(month: str, *amounts: str) -> IncomeDeclaration:
    items = [IncomeItem(kind=IncomeKind.OTHER, monthly=Decimal(amount)) for amount in amounts]
    return IncomeDeclaration(CLIENT, month, items, OPS, NOON)


def consent(until: date | None) -> Consent:
    return Consent(kind="consent", evidence="form 12/2026", until=until)


def sharing(basis: LegalBasis = ARTICLE, sections: tuple[Section, ...] = ()) -> Sharing:
    until = basis.until if isinstance(basis, Consent) else None
    return Sharing(UUID(int=5), CLIENT, PUP, basis, sections, until, OPS, NOON)


def request() -> AccessRequest:
    return AccessRequest(UUID(int=6), CLIENT, OPS, PUP, NOON, "She came to us.", date(2026, 3, 9))


def test_a_registration_tells_who_may_see_and_where_she_lives_but_not_who_she_is() -> None:
    assert client().registered(TODAY) == ClientRegistered(
        client_id=CLIENT,
        relation_id=CLIENT,
        party_id=OPS,
        basis=BasisKind.REGISTRATION,
        municipality="2478011",
    )


def test_a_number_that_tells_another_birth_date_is_refused() -> None:
    with pytest.raises(PeselContradictsBirthDate) as refused:
        client(birth_date=date(1985, 3, 15)).registered(TODAY)

    assert refused.value.pointer == "/pesel"


@pytest.mark.parametrize("born", [date(2026, 3, 3), date(1899, 12, 31)])
def test_nobody_was_born_tomorrow_or_in_another_age(born: date) -> None:
    with pytest.raises(BornInTheFuture) as refused:
        client(birth_date=born, pesel=None).registered(TODAY)

    assert refused.value.pointer == "/birth_date"


@pytest.mark.parametrize("born", [TODAY, date(1900, 1, 1)])
def test_a_newborn_and_the_oldest_are_registered(born: date) -> None:
    assert client(birth_date=born, pesel=None).registered(TODAY).client_id == CLIENT


def test_she_comes_a_step_further() -> None:
    her = client()

    events = her.progress(ClientStatus.ASSESSED)

    assert events == [ClientProgressed(client_id=CLIENT, status=ClientStatus.ASSESSED)]
    assert her.status is ClientStatus.ASSESSED


@pytest.mark.parametrize("step", [ClientStatus.REGISTERED, ClientStatus.ASSESSED])
def test_she_never_goes_back(step: ClientStatus) -> None:
    her = client(status=ClientStatus.ASSESSED)

    assert her.progress(step) == []
    assert her.status is ClientStatus.ASSESSED


def test_a_household_of_one_is_declared() -> None:
    event = household(MemberRelation.APPLICANT).declared(TODAY)

    assert event == HouseholdChanged(client_id=CLIENT, valid_from=TODAY)


@pytest.mark.parametrize(
    "relations",
    [
        (MemberRelation.SPOUSE, MemberRelation.CHILD),
        (MemberRelation.APPLICANT, MemberRelation.APPLICANT),
    ],
)
def test_a_household_has_exactly_one_applicant(relations: tuple[MemberRelation, ...]) -> None:
    with pytest.raises(NoApplicant) as refused:
        household(*relations).declared(TODAY)

    assert refused.value.pointer == "/members"


def test_a_household_of_tomorrow_is_not_declared_today() -> None:
    with pytest.raises(InTheFuture) as refused:
        household(MemberRelation.APPLICANT, since=date(2026, 3, 3)).declared(TODAY)

    assert refused.value.pointer == "/valid_from"


def test_the_unborn_member_is_named_by_his_place() -> None:
    home = household(MemberRelation.APPLICANT)
    home.members.append(Member(relation=MemberRelation.CHILD, birth_date=date(2026, 3, 3)))

    with pytest.raises(InTheFuture) as refused:
        home.declared(TODAY)

    assert refused.value.pointer == "/members/1/birth_date"


def test_incomes_of_this_month_are_declared_and_summed() -> None:
    declared = incomes("2026-03", "600.00", "0.05")

    assert declared.declared(TODAY) == IncomeDeclared(client_id=CLIENT, month="2026-03")
    assert declared.total == Decimal("600.05")


def test_no_income_is_a_declaration_too() -> None:
    assert incomes("2026-03").total == Decimal("0.00")


def test_incomes_of_next_month_are_not_declared_yet() -> None:
    with pytest.raises(InTheFuture) as refused:
        incomes("2026-04").declared(TODAY)

    assert refused.value.pointer == "/month"


def job(day: date) -> Employment:
    return Employment(UUID(int=7), CLIENT, day, [TermsFrom(day, Terms())], OPS, NOON)


def test_a_job_is_recorded_up_to_three_months_ahead() -> None:
    assert job(date(2026, 6, 2)).started(TODAY) == EmploymentStarted(
        client_id=CLIENT, employment_id=UUID(int=7), started_on=date(2026, 6, 2)
    )


def test_a_job_further_ahead_is_not() -> None:
    with pytest.raises(TooFarAhead) as refused:
        job(date(2026, 6, 3)).started(TODAY)

    assert refused.value.pointer == "/started_on"


def test_a_sharing_tells_its_basis_and_not_its_article() -> None:
    assert sharing().opened(TODAY) == SharingOpened(
        client_id=CLIENT,
        relation_id=UUID(int=5),
        party_id=PUP,
        basis=BasisKind.STATUTORY_TASK,
    )


@pytest.mark.parametrize("basis", [consent(None), ARTICLE])
def test_a_sharing_is_limited_to_the_sections_it_names(basis: LegalBasis) -> None:
    named = (Section.HOUSEHOLD, Section.WORK)

    assert sharing(basis, named[::-1]).opened(TODAY).scope == named
    assert sharing(basis).opened(TODAY).scope == ()


def test_a_consent_holds_on_its_last_day() -> None:
    assert sharing(consent(TODAY)).opened(TODAY).until == TODAY


def test_a_consent_that_is_over_opens_nothing() -> None:
    with pytest.raises(ConsentOver) as refused:
        sharing(consent(date(2026, 3, 1))).opened(TODAY)

    assert refused.value.pointer == "/basis/until"


def test_a_sharing_is_withdrawn_once() -> None:
    shared = sharing()

    assert shared.withdraw(
        NOON, by=shared.opened_by, registered_by=shared.opened_by
    ) == SharingClosed(client_id=CLIENT, relation_id=UUID(int=5))
    with pytest.raises(SharingOver):
        shared.withdraw(NOON, by=shared.opened_by, registered_by=shared.opened_by)


@pytest.mark.parametrize("parties", [{}, {"partnership": OPS, "institution": PUP}])
def test_a_sharing_names_one_party(parties: dict[str, UUID]) -> None:
    with pytest.raises(ValidationError):
        ShareWith(basis=ARTICLE, **parties)


def test_a_request_for_access_is_granted() -> None:
    asked = request()

    asked.grant()

    assert (asked.state, asked.version) == (AccessState.GRANTED, 2)


def test_a_request_for_access_is_refused_and_announced() -> None:
    asked = request()

    event = asked.refuse(AccessRefusal.NO_LEGAL_BASIS)

    assert event == AccessRefused(
        client_id=CLIENT, request_id=UUID(int=6), asked_by=PUP, reason=AccessRefusal.NO_LEGAL_BASIS
    )
    assert (asked.state, asked.refusal) == (AccessState.REFUSED, AccessRefusal.NO_LEGAL_BASIS)


def test_a_request_is_answered_once() -> None:
    asked = request()
    asked.refuse(AccessRefusal.NOT_NEEDED)

    with pytest.raises(AccessAnswered) as refused:
        asked.grant()

    assert refused.value.members == {"state": "refused", "allowed": []}


@pytest.mark.parametrize(
    ("reason", "section"),
    [
        (HelpReason.DOMESTIC_VIOLENCE, Section.VIOLENCE),
        (HelpReason.HUMAN_TRAFFICKING, Section.VIOLENCE),
        (HelpReason.ADDICTION, Section.ADDICTION),
        (HelpReason.DISABILITY, Section.HEALTH),
        (HelpReason.ILLNESS, Section.HEALTH),
        (HelpReason.LEAVING_PRISON, Section.NOTES),
        (HelpReason.POVERTY, Section.NEEDS),
    ],
)
def test_some_reasons_are_secrets_of_their_own(reason: HelpReason, section: Section) -> None:
    assert reason.section is section


@pytest.mark.parametrize(
    ("need", "section"),
    [
        (NeedKind.HEALTH, Section.HEALTH),
        (NeedKind.MENTAL_HEALTH, Section.ADDICTION),
        (NeedKind.ADDICTION_THERAPY, Section.ADDICTION),
        (NeedKind.PROTECTION_FROM_VIOLENCE, Section.VIOLENCE),
        (NeedKind.WORK, Section.NEEDS),
    ],
)
def test_some_needs_are_too(need: NeedKind, section: Section) -> None:
    assert need.section is section


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("600 100 200", "+48600100200"),
        ("+380 50 123 45 67", "+380501234567"),
        ("(32) 271-00-00", "+48322710000"),
    ],
)
def test_a_phone_number_is_kept_with_its_country(said: str, kept: str) -> None:
    assert Contact(phone=said).phone == kept
