"""Who may see whom: the database's own copy, kept by hearing."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from contracts.directory import AgreementActivated, AgreementTerminated, PartnershipFounded
from contracts.intake import SharingClosed, SharingOpened
from contracts.relations import RestrictsClient
from contracts.sections import Section
from contracts.values import BasisKind
from kernel import clock, ids, relations
from kernel.service import Reactions
from kernel.transactions import Database, begin, look
from tests.kernel.tiny import CLIENT, OTHER
from tests.support.rooms import fact_of, hear

pytestmark = pytest.mark.anyio
HEARING = Reactions()
INSTITUTION, GROUP = UUID(int=21), UUID(int=22)
TODAY = clock.today()
DAY = timedelta(days=1)


async def test_a_sharing_opens_the_record_to_its_party_alone(database: Database) -> None:
    await _open(database, INSTITUTION)

    assert await _sees(database, INSTITUTION)
    assert not await _sees(database, GROUP)
    assert not await _sees(database, INSTITUTION, OTHER)


@pytest.mark.parametrize(("until", "sees"), [(TODAY, True), (TODAY - DAY, False), (None, True)])
async def test_a_sharing_lasts_to_its_last_day(
    database: Database, until: date | None, sees: bool
) -> None:
    await _open(database, INSTITUTION, until=until)

    assert await _sees(database, INSTITUTION) is sees


async def test_a_closed_sharing_shows_nothing_any_more(database: Database) -> None:
    relation_id = await _open(database, INSTITUTION)

    await _hear(database, SharingClosed(client_id=CLIENT, relation_id=relation_id))

    assert not await _sees(database, INSTITUTION)


async def test_a_closed_sharing_leaves_the_others_open(database: Database) -> None:
    relation_id = await _open(database, INSTITUTION)
    await _open(database, INSTITUTION)

    await _hear(database, SharingClosed(client_id=CLIENT, relation_id=relation_id))

    assert await _sees(database, INSTITUTION)


async def test_the_same_sharing_heard_twice_is_one(database: Database) -> None:
    opened = _opened(ids.new(), INSTITUTION)

    await _hear(database, opened)
    await _hear(database, opened)

    assert await database.pool.fetchval("SELECT count(*) FROM relations") == 1


async def test_a_partnership_sees_through_an_agreement_in_force(database: Database) -> None:
    await _open(database, GROUP)
    await _hear(database, _agreement(TODAY, None))

    assert await _sees(database, INSTITUTION)


@pytest.mark.parametrize(("first", "last"), [(TODAY + DAY, None), (TODAY - 2 * DAY, TODAY - DAY)])
async def test_an_agreement_that_is_not_in_force_shows_nothing(
    database: Database, first: date, last: date | None
) -> None:
    await _open(database, GROUP)

    await _hear(database, _agreement(first, last))

    assert not await _sees(database, INSTITUTION)


async def test_a_terminated_agreement_shows_nothing_after_its_last_day(database: Database) -> None:
    agreement = _agreement(TODAY - 9 * DAY, None)
    await _open(database, GROUP)
    await _hear(database, agreement)
    ended = {"agreement_id": agreement.agreement_id, "group_id": GROUP, "ended_on": TODAY - DAY}

    await _hear(database, AgreementTerminated.model_validate(ended))

    assert not await _sees(database, INSTITUTION)


async def test_a_party_is_known_by_its_last_name(database: Database) -> None:
    founded = PartnershipFounded.example()

    await _hear(database, founded)
    await _hear(database, founded.model_copy(update={"name": "Partnerstwo nowe (demo)"}))

    async with look(database) as tx:
        party = await relations.party(tx.session, founded.party_id)
    assert party
    assert party.name == "Partnerstwo nowe (demo)"


async def _open(database: Database, party_id: UUID, until: date | None = None) -> UUID:
    relation_id = ids.new()
    await _hear(database, _opened(relation_id, party_id, until))
    return relation_id


def _opened(relation_id: UUID, party_id: UUID, until: date | None = None) -> SharingOpened:
    return SharingOpened(
        client_id=CLIENT,
        relation_id=relation_id,
        party_id=party_id,
        basis=BasisKind.CONSENT,
        until=until,
    )


def _agreement(first: date, last: date | None) -> AgreementActivated:
    return AgreementActivated(
        agreement_id=ids.new(),
        group_id=GROUP,
        members=(INSTITUTION,),
        valid_from=first,
        valid_to=last,
    )


async def _hear(
    database: Database,
    event: SharingOpened
    | SharingClosed
    | AgreementActivated
    | AgreementTerminated
    | PartnershipFounded,
) -> None:
    await hear(database, HEARING, fact_of(event))


async def _sees(database: Database, institution: UUID, client_id: UUID = CLIENT) -> bool:
    async with look(database) as tx:
        return await relations.may_see(tx.session, client_id, institution)


async def test_a_restriction_leaves_the_registration_and_an_emergency(database: Database) -> None:
    async with begin(database) as tx:
        await relations.note(tx.session, clock.now(), RestrictsClient(client_id=CLIENT))
    for_hours = clock.now() + timedelta(hours=4)
    for institution, basis in enumerate(BasisKind, start=31):
        opened = _opened(ids.new(), UUID(int=institution))
        ends = for_hours if basis is BasisKind.VITAL_INTEREST else None
        await _hear(database, opened.model_copy(update={"basis": basis, "expires_at": ends}))
    lasting = _opened(ids.new(), UUID(int=99))
    await _hear(database, lasting.model_copy(update={"basis": BasisKind.VITAL_INTEREST}))

    assert not await _sees(database, UUID(int=99))
    seen = {
        basis: await _sees(database, UUID(int=institution))
        for institution, basis in enumerate(BasisKind, start=31)
    }

    assert {basis for basis, sees in seen.items() if sees} == {
        BasisKind.REGISTRATION,
        BasisKind.VITAL_INTEREST,
    }


async def test_a_relation_of_hours_ends_at_its_moment(database: Database) -> None:
    for institution, minutes in ((UUID(int=41), 1), (UUID(int=42), -1)):
        ends = clock.now() + timedelta(minutes=minutes)
        opened = _opened(ids.new(), institution)
        await _hear(database, opened.model_copy(update={"expires_at": ends}))

    assert await _sees(database, UUID(int=41))
    assert not await _sees(database, UUID(int=42))


@pytest.mark.parametrize(
    ("basis", "scope", "opens"),
    [
        (BasisKind.CONSENT, (), {Section.PLAN, Section.HEALTH}),
        (BasisKind.CONSENT, (Section.HEALTH,), {Section.HEALTH}),
        (BasisKind.VITAL_INTEREST, (), {Section.HEALTH}),
        (BasisKind.VITAL_INTEREST, (Section.PLAN,), set[Section]()),
    ],
)
async def test_a_section_is_found_through_a_relation_that_opens_it(
    database: Database, basis: BasisKind, scope: tuple[Section, ...], opens: set[Section]
) -> None:
    opened = _opened(ids.new(), INSTITUTION)
    await _hear(database, opened.model_copy(update={"basis": basis, "scope": scope}))

    async with look(database) as tx:
        found = {
            section
            for section in (Section.PLAN, Section.HEALTH)
            if await relations.may_see(tx.session, CLIENT, INSTITUTION, section)
        }

    assert found == opens
