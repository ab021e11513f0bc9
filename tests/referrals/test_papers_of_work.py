"""Printed papers of the work between institutions and workers: minutes, hand-overs."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from kernel import clock
from tests.referrals.advising import ANNA, CLERK, OLA, advised, logged, proposed
from tests.referrals.conferring import OTHER, PURPOSE, SETTLED, Table, decision, lay, only
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    COORDINATOR,
    OPS,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    TO_THE_PUP,
)
from tests.referrals.printing import (
    Press,
    headings_of,
    named,
    press_room,
    problem,
    reader,
    text_of,
)

pytestmark = pytest.mark.anyio


@pytest.fixture
async def press() -> AsyncIterator[Press]:
    async with press_room() as made:
        yield made


@pytest.fixture
async def table(press: Press) -> Table:
    return await lay(press)


async def minutes(press: Press, caller: Any, address: str) -> Any:
    return await press.print(caller, f"{address}/minutes.pdf")


async def two_items(press: Press, table: Table) -> str:
    """One item for everybody, one of another client that the NGO may not know of."""
    press.gateway.others[str(OTHER)] = named("Jadwiga", "Niejawna")
    await table.another_client(OTHER, PUP)
    address, about = await table.held()
    await table.done(SOCIAL_WORKER, f"{about}/decisions", decision())
    secret = await table.item(
        address, client_id=str(OTHER), purpose="Terapia", need_to_know=only(OPS, PUP)
    )
    await table.done(SOCIAL_WORKER, f"{secret}/decisions", decision(text="Termin terapii"))
    await table.done(SOCIAL_WORKER, f"{address}/minutes")
    return address


async def test_minutes_tell_who_was_there_and_what_was_decided(press: Press, table: Table) -> None:
    address, _ = await table.minuted()

    answer = await minutes(press, SOCIAL_WORKER, address)

    text = text_of(answer)
    assert headings_of(answer) == [
        "Protokół spotkania zespołu",
        "Spotkanie",
        "Obecność",
        "Punkt 1",
        "Podpisy",
    ]
    assert "Partnerstwo Zabrze (demo)" in text
    assert "PUP Zabrze (demo) uczestnik tak" in text
    assert "Wiesława Próbna-Żółć, ur. 14.03.1985 r." in text
    assert PURPOSE in text
    assert SETTLED in text
    assert "ustalenie" in text


async def test_minutes_not_approved_are_a_project(press: Press, table: Table) -> None:
    address, _ = await table.minuted()

    answer = await minutes(press, ADVISER, address)

    assert [p for p in reader(answer).pages if "PROJEKT" not in p.extract_text()] == []
    assert "data i podpis: w imieniu: Fundacja Krok (demo)" in text_of(answer)


async def test_approved_minutes_show_who_approved_when(press: Press, table: Table) -> None:
    address, _ = await table.minuted()
    for who in (SOCIAL_WORKER, ADVISER, COORDINATOR):
        await table.done(who, f"{address}/minutes/approve")

    text = text_of(await minutes(press, SOCIAL_WORKER, address))

    assert "PROJEKT" not in text
    assert text.count(f"zatwierdzono dnia {clock.today():%d.%m.%Y} r.") == 3


async def test_minutes_hold_only_the_items_the_reader_may_know(press: Press, table: Table) -> None:
    address = await two_items(press, table)

    whole = await minutes(press, ADVISER, address)
    asked_before = len(press.gateway.asked)
    cut = await minutes(press, COORDINATOR, address)

    assert "Jadwiga Niejawna" in text_of(whole)
    assert "Termin terapii" in text_of(whole)
    assert set(whole.headers["okienko-client"].split(",")) == {str(CLIENT), str(OTHER)}
    hidden = ("Jadwiga", "Niejawna", "Terapia", "terapii", "Punkt 2")
    assert [one for one in hidden if one in text_of(cut)] == []
    assert cut.headers["okienko-client"] == str(CLIENT)
    assert [str(OTHER) in path for path, _ in press.gateway.asked[asked_before:]] == [False]


async def test_whoever_was_not_invited_prints_no_minutes(press: Press, table: Table) -> None:
    address, _ = await table.minuted()

    assert problem(await minutes(press, STRANGER, address)) == (404, "MeetingNotFound")


async def test_a_meeting_that_was_not_held_has_no_minutes(press: Press, table: Table) -> None:
    address = await table.convened()

    answer = await minutes(press, SOCIAL_WORKER, address)

    assert problem(answer) == (409, "IllegalMove")


async def test_minutes_are_not_half_printed(press: Press, table: Table) -> None:
    address, _ = await table.minuted()
    press.gateway.record = None

    assert problem(await minutes(press, ADVISER, address)) == (503, "PaperIncomplete")


async def test_a_hand_over_tells_the_next_adviser_what_she_should_know(press: Press) -> None:
    goal = await press.goal("Praca na pełen etat")
    assert (await press.ask(ANNA, "/v1/referrals", TO_THE_PUP | {"goal_id": goal})).is_success
    advice = await advised(press)
    await logged(press, advice, by=ANNA, kind="visit")
    made = await proposed(press, advice)

    answer = await press.print(OLA, f"/v1/handovers/{made['id']}/paper.pdf")

    text = text_of(answer)
    assert headings_of(answer)[:3] == [
        "Przekazanie klientki lub klienta",
        "Kogo dotyczy",
        "Przekazanie",
    ]
    assert "Przekazuje Anna Zmyślona" in text
    assert "Przejmuje Ola" in text
    assert "Cel: Praca na pełen etat" in text
    assert "straci aktualność, jeśli nie zostanie przejęte" in text
    assert "wizyta" in text
    assert "PROPOZYCJA" in text
    assert answer.headers["okienko-client"] == str(CLIENT)


async def test_an_accepted_hand_over_has_both_days_and_no_mark(press: Press) -> None:
    made = await proposed(press, await advised(press))
    answer = await press.ask(OLA, f"/v1/handovers/{made['id']}/accept", {"keep": []})
    assert answer.status_code == 200, answer.text

    text = text_of(await press.print(OLA, f"/v1/handovers/{made['id']}/paper.pdf"))

    today = f"{clock.today():%d.%m.%Y} r."
    assert f"przekazano dnia {today}" in text
    assert f"przejęto dnia {today}" in text
    assert "PROPOZYCJA" not in text


async def test_another_institution_prints_no_hand_over(press: Press) -> None:
    made = await proposed(press, await advised(press))

    answers = [
        await press.print(who, f"/v1/handovers/{made['id']}/paper.pdf") for who in (ADVISER, CLERK)
    ]

    assert [problem(one) for one in answers] == [(404, "HandoverNotFound"), (403, "RoleMayNot")]
