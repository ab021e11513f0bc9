"""Reading what was shared: the scope that limits, the emergency that passes, and why, in a sentence."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from contracts.intake import NeedAdded, SharingClosed, SharingOpened, Urgency
from contracts.relations import VITAL
from contracts.sections import Section
from contracts.values import BasisKind
from kernel import clock, ids
from kernel.tables import relations
from tests.gateway.conftest import (
    ADVISER,
    CLIENT,
    COORDINATOR,
    NGO,
    PARTNERSHIP,
    PUP,
    RECORD,
    SOCIAL_WORKER,
    House,
    by_the_ops,
)
from tests.support.rooms import relate

pytestmark = pytest.mark.anyio
POLISH = {"Accept-Language": "pl-PL"}


async def limited(house: House, party: UUID, basis: BasisKind, *scope: str) -> UUID:
    """Let a party see what a sharing names."""
    return await relate(house.database, CLIENT, party, basis, scope)


async def change(house: House, relation: UUID, **values: Any) -> None:
    async with house.database.engine.begin() as connection:
        await connection.execute(
            sa.update(relations).where(relations.c.relation_id == relation).values(**values)
        )


def sections(answer: Any) -> set[str]:
    assert answer.status_code == 200, answer.text
    return set(answer.json()["sections"])


def told(answer: Any) -> Sequence[str]:
    return [because["why"] for because in answer.json()["shared_because"]]


async def test_a_sharing_that_names_sections_shows_those_and_who_she_is(house: House) -> None:
    await limited(house, PUP, BasisKind.STATUTORY_TASK, "work", "income")

    answer = await house.see(ADVISER)

    withheld = {w["section"]: (w["reason"], w["shown"]) for w in answer.json()["withheld"]}
    assert sections(answer) == {"identity", "work"}
    assert withheld["income"] == ("not_for_your_task", "summary")
    assert withheld["contact"] == ("not_shared", "nothing")
    assert withheld["household"] == ("not_shared", "nothing")


async def test_an_identity_that_comes_along_stays_covered(house: House) -> None:
    await limited(house, NGO, BasisKind.CONSENT, "health")

    answer = await house.see(COORDINATOR)

    assert sections(answer) == {"identity", "health"}
    assert answer.json()["sections"]["identity"]["pesel"] == "850314*****"


async def test_a_consent_and_a_referral_show_what_both_open(house: House) -> None:
    await limited(house, NGO, BasisKind.CONSENT, "health")
    await relate(house.database, CLIENT, NGO, BasisKind.REFERRAL)

    seen = sections(await house.see(COORDINATOR))

    assert {"health", "plan", "needs", "contact"} <= seen
    assert "addiction" not in seen


async def test_the_timeline_tells_of_what_was_shared_only(house: House) -> None:
    need = NeedAdded(client_id=CLIENT, need_id=ids.new(), urgency=Urgency.NORMAL)
    await house.tell(by_the_ops(need))
    relation = await limited(house, NGO, BasisKind.CONSENT, "health")

    before = (await house.see(COORDINATOR, f"{RECORD}/timeline")).json()["items"]
    await change(house, relation, scope=["needs"])
    after = (await house.see(COORDINATOR, f"{RECORD}/timeline")).json()["items"]

    assert [item["type"] for item in before] == []
    assert [item["type"] for item in after] == ["need.added.v1"]


async def test_a_narrowed_sharing_shows_less_from_the_next_request_on(house: House) -> None:
    wide, narrow = ids.new(), ids.new()
    opened = SharingOpened(
        client_id=CLIENT, relation_id=wide, party_id=PUP, basis=BasisKind.CONSENT
    )
    await house.tell(by_the_ops(opened))
    before = sections(await house.see(ADVISER))

    await house.tell(
        by_the_ops(SharingClosed(client_id=CLIENT, relation_id=wide)),
        by_the_ops(opened.model_copy(update={"relation_id": narrow, "scope": (Section.WORK,)})),
    )

    assert {"work", "contact", "plan"} <= before
    assert sections(await house.see(ADVISER)) == {"identity", "work"}


async def test_an_emergency_shows_what_life_depends_on_for_its_hours(house: House) -> None:
    relation = await relate(house.database, CLIENT, PUP, BasisKind.VITAL_INTEREST)
    await change(house, relation, expires_at=clock.now() + timedelta(hours=4))

    during = await house.see(ADVISER)
    await change(house, relation, expires_at=clock.now() - timedelta(seconds=1))
    after = await house.see(ADVISER)

    assert sections(during) == {section.value for section in VITAL}
    assert during.json()["shared_because"][0]["expires_at"] is not None
    assert after.status_code == 404


async def test_an_emergency_passes_a_restriction_and_a_task_does_not(house: House) -> None:
    await house.database.pool.execute("INSERT INTO restrictions (client_id) VALUES ($1)", CLIENT)
    glass = await relate(house.database, CLIENT, PUP, BasisKind.VITAL_INTEREST)
    await relate(house.database, CLIENT, NGO, BasisKind.STATUTORY_TASK)
    assert (await house.see(ADVISER)).status_code == 404

    # Broken glass mends itself; a vital interest without an end is a sharing like any other.
    await house.database.pool.execute(
        "UPDATE relations SET expires_at = now() + interval '4 hours' WHERE relation_id = $1",
        glass,
    )

    assert (await house.see(ADVISER)).status_code == 200
    assert (await house.see(SOCIAL_WORKER)).status_code == 200
    assert (await house.see(COORDINATOR)).status_code == 404


async def test_an_agreement_that_ends_stops_the_access_at_once(house: House) -> None:
    await relate(house.database, CLIENT, PARTNERSHIP)
    await house.database.pool.execute(
        "INSERT INTO memberships (agreement_id, member_id, group_id, valid_from)"
        " VALUES (gen_random_uuid(), $1, $2, '2026-01-01')",
        PUP,
        PARTNERSHIP,
    )
    before = await house.see(ADVISER)

    await house.database.pool.execute(
        "UPDATE memberships SET valid_to = $1", clock.today() - timedelta(days=1)
    )

    assert before.status_code == 200
    assert (await house.see(ADVISER)).status_code == 404


async def test_why_is_told_in_polish_or_in_english(house: House) -> None:
    relation = await limited(house, PUP, BasisKind.STATUTORY_TASK, "work", "income")
    since = clock.now().replace(year=2026, month=3, day=2, hour=12)
    await change(house, relation, since=since, until=since.date().replace(year=2199))
    rests_on = {
        "article": "art. 100 ust. 2 u.p.s.",
        "because": {"pl": "tak stanowi", "en": "so it says"},
    }
    await house.keep("intake", {"sharing": {"full": {str(relation): rests_on}}}, version=2)

    polish, english = await house.see(ADVISER, headers=POLISH), await house.see(ADVISER)

    assert told(polish)[0] == (
        "PUP (demo) może widzieć dane: imię, nazwisko, data urodzenia i numer PESEL;"
        " dochody, wydatki i majątek (w skrócie);"
        " praca, wykształcenie i sytuacja na rynku pracy – od 2.03.2026 do 2.03.2199,"
        " na podstawie: art. 100 ust. 2 u.p.s. (zadanie ustawowe), bo tak stanowi."
    )
    assert told(english)[0] == (
        "PUP (demo) may see: name, birth date and PESEL; income, expenses and assets (in brief);"
        " work, education and labour-market status – since 2026-03-02 until 2199-03-02,"
        " on the ground of art. 100 ust. 2 u.p.s. (statutory task), because so it says."
    )


@pytest.mark.parametrize(
    ("basis", "polish", "english"),
    [
        (BasisKind.CONSENT, "wyraziła na to zgodę.", "agreed to it (consent)."),
        (BasisKind.REFERRAL, "skierowano do niej tę osobę.", "was referred to it."),
        (BasisKind.STATUTORY_TASK, "na podstawie zadania ustawowego.", "a statutory task."),
        (BasisKind.REGISTRATION, "zarejestrowała tę osobę.", "it registered the client."),
        (BasisKind.VITAL_INTEREST, "(żywotny interes).", "(vital interest)."),
    ],
)
async def test_every_basis_has_its_sentence(
    house: House, basis: BasisKind, polish: str, english: str
) -> None:
    relation = await relate(house.database, CLIENT, PUP, basis)
    await change(house, relation, expires_at=clock.now() + timedelta(hours=4))

    in_polish, in_english = await house.see(ADVISER, headers=POLISH), await house.see(ADVISER)

    assert told(in_polish)[0].endswith(polish)
    assert told(in_english)[0].endswith(english)
    assert " do godz. " in told(in_polish)[0]
    assert " until " in told(in_english)[0]


async def test_each_language_is_a_version_of_its_own(house: House) -> None:
    english = await house.see(SOCIAL_WORKER)
    tag = {"If-None-Match": english.headers["etag"]}

    polish = await house.see(SOCIAL_WORKER, headers=tag | POLISH)
    again = await house.see(SOCIAL_WORKER, headers=tag)

    assert (polish.status_code, again.status_code) == (200, 304)
    assert polish.headers["etag"] != english.headers["etag"]
    assert "Accept-Language" in polish.headers["vary"]
    assert (polish.headers["content-language"], again.headers["content-language"]) == ("pl", "en")
