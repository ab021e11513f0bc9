"""Sharing less: sections and days that are taken back, and who may share what."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from contracts.intake import SharingOpened
from contracts.sections import Section
from contracts.values import BasisKind
from kernel import clock, ids, relations
from kernel.rights import Ground, Seat, sees
from services.intake.domain.sharing import EXPRESSLY
from services.intake.reactions import reactions
from tests.intake.conftest import (
    ADVISER,
    BASIS,
    CLERK,
    CONSENT,
    COORDINATOR,
    FAR,
    LAPSED,
    NGO,
    PARTNERSHIP,
    PESEL,
    PHONE,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_NGO,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.kernel.test_rights import COLUMNS
from tests.support.rooms import announced, fact_of, hear, relate

pytestmark = pytest.mark.anyio

TOMORROW = (clock.today() + timedelta(days=1)).isoformat()
WITH_THE_PUP = {"institution": str(PUP), "basis": BASIS}


async def shared(house: House, share: dict[str, Any], address: str = "") -> str:
    """A sharing that the OPS opened; answer its address."""
    address = address or await house.registered()
    answer = await house.ask(SOCIAL_WORKER, f"{address}/sharings", share)
    assert answer.status_code == 201, answer.text
    return f"{address}/sharings/{answer.json()['id']}"


def problem(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")


async def test_a_sharing_is_narrowed_to_some_sections_and_an_earlier_end(house: House) -> None:
    sharing = await shared(house, WITH_THE_PUP)

    answer = await house.ask(
        SOCIAL_WORKER, f"{sharing}/narrow", {"sections": ["work", "plan"], "until": TOMORROW}
    )

    closed, opened = (await announced(house.database))[-2:]
    assert answer.status_code == 200, answer.text
    assert answer.headers["okienko-closes"] == "true"
    assert (answer.json()["sections"], answer.json()["until"]) == (["work", "plan"], TOMORROW)
    assert (closed["type"], closed["relation_id"]) == ("sharing.closed.v1", sharing[-36:])
    assert (opened["type"], opened["scope"]) == ("sharing.opened.v1", ["plan", "work"])
    assert (opened["relation_id"], opened["until"]) == (answer.json()["id"], TOMORROW)


async def test_what_was_open_before_stays_in_the_register(house: House) -> None:
    sharing = await shared(house, WITH_THE_PUP)
    narrow = await house.ask(SOCIAL_WORKER, f"{sharing}/narrow", {"sections": ["work"]})

    items = (await house.see(SOCIAL_WORKER, sharing[:-37])).json()["items"]

    assert [item["state"] for item in items] == ["in_force", "narrowed"]
    assert [item["sections"] for item in items] == [["work"], []]
    assert items[1]["narrowed_to"] == items[0]["id"] == narrow.json()["id"]


async def test_a_narrowed_sharing_hides_contact_at_intake_too(house: House) -> None:
    sharing = await shared(house, WITH_THE_PUP)
    address = sharing.split("/sharings")[0]
    before = await house.see(ADVISER, address)

    await house.ask(SOCIAL_WORKER, f"{sharing}/narrow", {"sections": ["needs"]})

    after = await house.see(ADVISER, address)
    command = await house.ask(ADVISER, f"{address}/needs", {"kind": "work"})
    assert PHONE in before.text
    assert (after.status_code, command.status_code) == (200, 201)
    assert PHONE not in after.text + command.text
    assert "Wolności" not in after.text + command.text
    assert (after.json()["residence"], after.json()["name"]["given"]) == (None, "Próbna")
    assert PESEL not in before.text + after.text


@pytest.mark.parametrize(
    ("share", "narrow", "refused"),
    [
        (WITH_THE_PUP | {"sections": ["work"]}, {"sections": ["work", "plan"]}, "WouldWiden"),
        (WITH_THE_PUP | {"sections": ["work"]}, {"sections": ["work"]}, "NothingNarrowed"),
        (WITH_THE_PUP, {}, "NothingNarrowed"),
        (WITH_THE_PUP, {"until": "2026-01-31"}, "EndsInThePast"),
        (WITH_THE_NGO, {"sections": ["health"]}, "WouldWiden"),
        (
            WITH_THE_NGO | {"basis": CONSENT | {"until": TOMORROW}},
            {"until": "2199-12-31"},
            "WouldWiden",
        ),
    ],
)
async def test_nothing_is_widened_by_narrowing(
    house: House, share: dict[str, Any], narrow: dict[str, Any], refused: str
) -> None:
    sharing = await shared(house, share)

    answer = await house.ask(SOCIAL_WORKER, f"{sharing}/narrow", narrow)

    assert answer.json()["type"] == f"/problems/{refused}"
    assert (await announced(house.database))[-1]["type"] == "sharing.opened.v1"
    assert await house.count("sharings") == 1


async def test_a_consent_that_named_health_keeps_it_when_narrowed(house: House) -> None:
    sharing = await shared(house, WITH_THE_NGO | {"sections": ["health", "household"]})

    answer = await house.ask(SOCIAL_WORKER, f"{sharing}/narrow", {"sections": ["health"]})

    assert (answer.status_code, answer.json()["sections"]) == (200, ["health"])


async def test_a_sharing_that_ended_is_not_narrowed(house: House) -> None:
    sharing = await shared(house, WITH_THE_PUP)
    await house.ask(SOCIAL_WORKER, f"{sharing}/narrow", {"sections": ["work"]})

    answer = await house.ask(SOCIAL_WORKER, f"{sharing}/narrow", {"sections": ["work"]})

    assert problem(answer) == (409, "SharingOver")


async def test_two_who_narrow_at_once_narrow_once(house: House) -> None:
    sharing = await shared(house, WITH_THE_PUP)

    answers = await asyncio.gather(
        *(
            house.ask(SOCIAL_WORKER, f"{sharing}/narrow", {"sections": [section]})
            for section in ("work", "plan")
        )
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409]
    assert await house.count("sharings") == 2


async def test_only_who_opened_it_or_registered_her_narrows(house: House) -> None:
    sharing = await shared(house, WITH_THE_PUP)

    partner = await house.ask(ADVISER, f"{sharing}/narrow", {"sections": ["work"]})
    clerk = await house.ask(CLERK, f"{sharing}/narrow", {"sections": ["work"]})
    stranger = await house.ask(STRANGER, f"{sharing}/narrow", {"sections": ["work"]})

    assert problem(partner) == (403, "SharingOfOthers")
    assert problem(clerk) == (403, "RoleMayNot")
    assert problem(stranger) == (404, "ClientNotFound")


async def test_a_repeated_narrowing_has_its_effect_once(house: House) -> None:
    sharing = await shared(house, WITH_THE_PUP)
    once = {"Idempotency_Key": "narrow-1"}

    first = await house.ask(SOCIAL_WORKER, f"{sharing}/narrow", {"sections": ["work"]}, **once)
    again = await house.ask(SOCIAL_WORKER, f"{sharing}/narrow", {"sections": ["work"]}, **once)

    assert (again.status_code, again.json()) == (200, first.json())


def test_what_opens_only_by_name_is_what_the_policies_open_only_by_name() -> None:
    def opened_by_name(section: Section) -> bool:
        plain = frozenset({Ground(BasisKind.CONSENT)})
        named = frozenset({Ground(BasisKind.CONSENT, (section.value,))})
        seats = [Seat(kind, frozenset({role})) for kind, role in COLUMNS]
        return any(sees(s, plain, section) != sees(s, named, section) for s in seats)

    assert {section for section in Section if opened_by_name(section)} == EXPRESSLY


async def test_a_partner_shares_on_no_more_than_it_sees(house: House) -> None:
    address = await house.registered()
    await shared(house, WITH_THE_PUP | {"sections": ["work"]}, address)

    whole = await house.ask(ADVISER, f"{address}/sharings", WITH_THE_NGO)
    more = await house.ask(
        ADVISER, f"{address}/sharings", WITH_THE_NGO | {"sections": ["work", "plan"]}
    )
    same = await house.ask(ADVISER, f"{address}/sharings", WITH_THE_NGO | {"sections": ["work"]})

    assert problem(whole) == problem(more) == (403, "MoreThanYouSee")
    assert more.json()["sections"] == ["identity", "work"]
    assert same.status_code == 201, same.text


async def test_an_organisation_does_not_widen_itself_through_a_partnership(house: House) -> None:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP])
    widening = WITH_THE_PARTNERSHIP | {"basis": CONSENT, "sections": ["addiction"]}

    answer = await house.ask(ADVISER, f"{address}/sharings", widening)

    assert problem(answer) == (403, "MoreThanYouSee")


async def test_who_sees_her_in_an_emergency_only_shares_her_not(house: House) -> None:
    address = await house.registered()
    client_id = UUID(address.split("/")[-1])
    await relate(house.database, client_id, NGO, BasisKind.VITAL_INTEREST)

    answer = await house.ask(COORDINATOR, f"{address}/sharings", WITH_THE_PUP)

    assert problem(answer) == (403, "OnlyReferred")


@pytest.mark.parametrize("basis", [BASIS, CONSENT])
async def test_a_partnership_no_longer_in_force_is_refused_and_nothing_is_lost(
    house: House, basis: dict[str, str]
) -> None:
    lapsed = {"partnership": str(LAPSED), "basis": basis}
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP])

    opened = await house.ask(SOCIAL_WORKER, f"{address}/sharings", lapsed)
    registered = await house.register(pesel=None, share_with=[WITH_THE_PARTNERSHIP, lapsed])

    assert problem(opened) == problem(registered) == (422, "PartnershipNotInForce")
    assert opened.json()["errors"][0]["pointer"] == "/partnership"
    assert registered.json()["errors"][0]["pointer"] == "/share_with/1/partnership"
    assert (await house.count("sharings"), await house.count("clients")) == (1, 1)
    assert (await house.see(ADVISER, address)).status_code == 200


async def test_a_granted_request_may_name_sections(house: House) -> None:
    address = await house.registered()
    asked = await house.ask(
        STRANGER, "/v1/access-requests", {"pesel": PESEL, "reason": "She came to us."}
    )
    request = f"/v1/access-requests/{asked.json()['id']}"

    answer = await house.ask(
        SOCIAL_WORKER, f"{request}/grant", {"basis": BASIS, "sections": ["needs"]}
    )

    event = (await announced(house.database))[-1]
    seen = (await house.see(STRANGER, address)).json()
    assert answer.status_code == 200, answer.text
    assert (event["party_id"], event["scope"]) == (str(FAR), ["needs"])
    assert (seen["contact"], seen["version"]) == ({"phone": None, "email": None}, 2)


async def test_a_relation_that_names_a_section_lets_no_other_be_found(house: House) -> None:
    client_id = UUID((await house.registered()).split("/")[-1])
    opened = SharingOpened(
        client_id=client_id,
        relation_id=ids.new(),
        party_id=PARTNERSHIP,
        basis=BasisKind.STATUTORY_TASK,
        scope=(Section.PLAN,),
    )
    await hear(house.database, reactions, fact_of(opened))

    async with house.database.sessions() as session:
        found = {
            section: await relations.may_see(session, client_id, PUP, section)
            for section in (Section.PLAN, Section.AWARDS)
        }

    assert found == {Section.PLAN: True, Section.AWARDS: False}
