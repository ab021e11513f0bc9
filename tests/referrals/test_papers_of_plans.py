"""Printed papers of a plan: the whole of it, each part in its statutory form, the client's own sheet."""

from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import pytest

from contracts.referrals.plan import EndReason, PartForm
from services.referrals.domain.parts import ClientAnswer
from services.referrals.domain.plan_states import PlanStatus
from tests.referrals.conftest import ADVISER, CLIENT, PUP, SOCIAL_WORKER, STRANGER
from tests.referrals.planned import (
    CAUSE,
    DIAGNOSIS,
    EFFECT,
    GOAL,
    OURS,
    OWN,
    PROBLEM,
    agreed,
    moved_on,
    planned,
    reviewed,
)
from tests.referrals.printing import (
    PESEL,
    Press,
    headings_of,
    press_room,
    problem,
    reader,
    spoken,
    text_of,
)
from tests.support.rooms import relate, worker

pytestmark = pytest.mark.anyio

A, B, IPD, IPUS = (
    PartForm.SOCIAL_CONTRACT_A,
    PartForm.SOCIAL_CONTRACT_B,
    PartForm.IPD,
    PartForm.IPUS,
)


@pytest.fixture
async def press() -> AsyncIterator[Press]:
    async with press_room() as made:
        yield made


async def part_of(press: Press, form: PartForm, **more: Any) -> str:
    return await planned(press.database, press.plan_id, form, **more)


def plan_of(press: Press, paper: str = "paper") -> str:
    return f"/v1/plans/{press.plan_id}/{paper}.pdf"


def pages_without(mark: str, answer: Any) -> list[int]:
    pages = reader(answer).pages
    return [n for n, page in enumerate(pages) if mark not in page.extract_text()]


async def test_a_social_contract_holds_what_its_form_asks_for_in_order(press: Press) -> None:
    place = await part_of(press, A)

    answer = await press.print(SOCIAL_WORKER, f"{place}/paper.pdf")

    assert headings_of(answer) == [
        "Kontrakt socjalny A",
        "Osoba objęta wsparciem",
        "Strony kontraktu i czas trwania",
        "Problem: trudna sytuacja życiowa",
        "Przyczyny",
        "Cele główne i szczegółowe",
        "Działania i terminy",
        "Do czego zobowiązuje się klientka lub klient",
        "Do czego zobowiązuje się ośrodek",
        "Terminy oceny",
        "Ocena i wynik",
        "Skutki niedotrzymania kontraktu",
        "Podpisy",
    ]


async def test_a_social_contract_is_filled_from_the_plan(press: Press) -> None:
    place = await part_of(press, A)

    text = text_of(await press.print(SOCIAL_WORKER, f"{place}/paper.pdf"))

    said = [
        *("Wiesława Próbna-Żółć", PESEL, "MOPR Zabrze (demo)", PROBLEM, CAUSE, GOAL, OWN, OURS),
        *(EFFECT, "od 02.03.2026 r. do 31.08.2026 r.", "tygodnie w pracy", "01.06.2026 r."),
        *("Kurs spawania", "koszt: 2 500,00 zł, finansowanie: Fundusz Pracy"),
    ]
    assert [one for one in said if one not in text.replace("\u00a0", " ")] == []


async def test_a_contract_with_somebody_out_of_work_names_the_labour_offices_plan(
    press: Press,
) -> None:
    await part_of(press, IPD)
    place = await part_of(press, B)

    text = text_of(await press.print(SOCIAL_WORKER, f"{place}/paper.pdf"))

    assert "Kontrakt socjalny B" in text
    assert "PUP Zabrze (demo) IPD od 02.03.2026 r. do 31.08.2026 r." in text


async def test_the_labour_offices_plan_says_how_often_they_are_in_touch(press: Press) -> None:
    place = await part_of(press, IPD, contact_every_days=30, registered_on=date(2026, 1, 7))

    answer = await press.print(SOCIAL_WORKER, f"{place}/paper.pdf")

    text = text_of(answer)
    assert "co najmniej raz na 30 dni" in text
    assert "W rejestrze od 07.01.2026 r." in text
    assert "Ostatni dzień 31.08.2026 r." in text
    assert {"Formy pomocy urzędu", "Działania własne", "Terminy działań"} <= {*headings_of(answer)}


async def test_a_plan_of_services_tells_consent_approval_and_the_talk_at_its_end(
    press: Press,
) -> None:
    words = {"passing_consent": "formularz 3/2026", "results": "Usługi weszły w zwyczaj."}
    place = await part_of(
        press, IPUS, applied_on=date(2026, 2, 20), passed_to_other_units=True,
        signed_on=date(2026, 3, 1), talk_on=date(2026, 8, 30), words=words,
    )  # fmt: skip

    text = text_of(await press.print(SOCIAL_WORKER, f"{place}/paper.pdf"))

    assert "Dzień złożenia wniosku 20.02.2026 r." in text
    assert "wyrażona; dowód: formularz 3/2026" in text
    assert "Zatwierdzono 01.03.2026 r." in text
    assert "Rozmowa 30.08.2026 r. Wyniki Usługi weszły w zwyczaj." in text


@pytest.mark.parametrize(
    ("form", "title", "own"),
    [
        (PartForm.HELP_PLAN, "Plan pomocy", "Planowana pomoc ośrodka"),
        (PartForm.SERVICE_AGREEMENT, "Umowa o wsparcie", "Co zapewnia organizacja"),
        (IPUS, "Indywidualny plan usług społecznych", "Usługi i ich koordynacja"),
    ],
)
async def test_every_form_has_its_own_paper(
    press: Press, form: PartForm, title: str, own: str
) -> None:
    place = await part_of(press, form)

    answer = await press.print(SOCIAL_WORKER, f"{place}/paper.pdf")

    assert headings_of(answer)[0] == title
    assert own in headings_of(answer)
    assert OURS in text_of(answer)


@pytest.mark.parametrize("form", PartForm)
async def test_every_form_can_be_read_aloud(press: Press, form: PartForm) -> None:
    place = await part_of(press, form)

    root: Any = reader(await press.print(SOCIAL_WORKER, f"{place}/paper.pdf")).trailer["/Root"]

    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("pl", True)


async def test_what_is_not_signed_is_a_project_on_every_page(press: Press) -> None:
    place = await part_of(press, A)

    answer = await press.print(SOCIAL_WORKER, f"{place}/paper.pdf")

    assert pages_without("PROJEKT", answer) == []
    assert "data i podpis: klientka, klient albo przedstawiciel" in text_of(answer)


async def test_a_signed_part_shows_who_signed_when_and_no_mark(press: Press) -> None:
    place = await part_of(press, A, **agreed())

    text = text_of(await press.print(SOCIAL_WORKER, f"{place}/paper.pdf"))

    assert "podpisano dnia 05.03.2026 r.; dowód: teczka 7/2026" in text
    assert "podpisano dnia 04.03.2026 r." in text
    assert "PROJEKT" not in text
    assert "data i podpis" not in text


async def test_a_refused_signature_is_printed_with_her_reason(press: Press) -> None:
    refused = {"client_answer": ClientAnswer.REFUSED, "client_on": date(2026, 3, 5)}
    place = await part_of(press, A, **refused, words={"reason": "Nie chce kursu."})

    text = text_of(await press.print(SOCIAL_WORKER, f"{place}/paper.pdf"))

    assert "odmowa podpisu dnia 05.03.2026 r.; powód: Nie chce kursu." in text


async def test_version_and_day_stand_on_every_page(press: Press) -> None:
    place = await part_of(press, A)
    version = await press.database.pool.fetchval("SELECT version FROM plans")

    part = await press.print(SOCIAL_WORKER, f"{place}/paper.pdf")
    whole = await press.print(SOCIAL_WORKER, plan_of(press))

    assert pages_without(f"wersja {version} z ", part) == []
    assert pages_without(f"wersja {version} z ", whole) == []


async def test_a_plan_nobody_touched_has_a_first_version_too(press: Press) -> None:
    text = text_of(await press.print(SOCIAL_WORKER, plan_of(press)))

    assert "wersja 1 z " in text


async def test_the_whole_plan_shows_everything_agreed_in_it(press: Press) -> None:
    await part_of(press, A, **agreed())
    await part_of(press, IPD, contact_every_days=30)

    answer = await press.print(SOCIAL_WORKER, plan_of(press))

    text = text_of(answer).replace("\u00a0", " ")
    said = [
        *(DIAGNOSIS, "Mówi trzema językami.", GOAL, "Kurs spawania", OWN, OURS),
        *("degresywne wsparcie finansowe od 03.2026 do 02.2027", "Stan uzgodniona"),
        *("Kontakt co najmniej co 30 dni", "Prowadzi MOPR Zabrze (demo)", "PUP Zabrze (demo)"),
    ]
    assert [one for one in said if one not in text] == []
    assert {"Część A: Kontrakt socjalny A", f"Cel: {GOAL}"} <= set(headings_of(answer))
    assert pages_without("PROJEKT", answer) == []


async def test_an_active_plan_is_no_project(press: Press) -> None:
    await part_of(press, A, **agreed())
    await moved_on(press.database, press.plan_id, status=PlanStatus.ACTIVE)

    text = text_of(await press.print(SOCIAL_WORKER, plan_of(press)))

    assert "PROJEKT" not in text
    assert "Stan realizowany" in text


async def test_reviews_and_the_end_are_printed_with_what_they_concluded(press: Press) -> None:
    place = await part_of(press, A, **agreed())
    await moved_on(
        press.database, press.plan_id, reviews=[reviewed("Kurs trwa, czynsz spłacany.")],
        status=PlanStatus.DISCONTINUED, ended_on=date(2026, 6, 1), end_reason=EndReason.MOVED_AWAY,
    )  # fmt: skip

    whole = await press.print(SOCIAL_WORKER, plan_of(press))
    part = text_of(await press.print(SOCIAL_WORKER, f"{place}/paper.pdf"))

    assert "Ocena z 05.05.2026 r. Wnioski Kurs trwa, czynsz spłacany." in text_of(whole)
    assert "Powód zmiana miejsca zamieszkania" in text_of(whole)
    assert pages_without("PRZERWANY", whole) == []
    assert "Ocena z 05.05.2026 r. Kurs trwa, czynsz spłacany." in part


async def test_a_partner_prints_the_plan_it_works_in(press: Press) -> None:
    await part_of(press, IPD)
    await relate(press.database, CLIENT, PUP)

    answer = await press.print(ADVISER, plan_of(press))

    assert DIAGNOSIS in text_of(answer)
    assert answer.headers["okienko-client"] == str(CLIENT)


async def test_a_stranger_prints_no_plan(press: Press) -> None:
    place = await part_of(press, A)

    answers = [
        await press.print(STRANGER, path)
        for path in (plan_of(press), plan_of(press, "sheet"), f"{place}/paper.pdf")
    ]

    assert [problem(answer) for answer in answers] == [(404, "PlanNotFound")] * 3
    assert press.gateway.asked == []


async def test_a_part_that_is_not_in_the_plan_is_not_found(press: Press) -> None:
    answer = await press.print(
        SOCIAL_WORKER, f"/v1/plans/{press.plan_id}/parts/{CLIENT}/paper.pdf"
    )

    assert problem(answer) == (404, "PartNotFound")


async def test_a_clerk_prints_no_plan(press: Press) -> None:
    clerk = worker(SOCIAL_WORKER.institution, SOCIAL_WORKER.kind, "ops_benefits_clerk")

    assert problem(await press.print(clerk, plan_of(press))) == (403, "RoleMayNot")


async def test_while_nobody_can_say_who_she_is_no_plan_is_printed(press: Press) -> None:
    place = await part_of(press, A)
    press.gateway.record = None

    answer = await press.print(SOCIAL_WORKER, f"{place}/paper.pdf")

    assert problem(answer) == (503, "PaperIncomplete")


async def test_the_clients_sheet_is_her_plan_on_one_page(press: Press) -> None:
    await part_of(press, A, **agreed())
    await part_of(press, IPD, contact_every_days=30)
    await moved_on(press.database, press.plan_id, status=PlanStatus.ACTIVE)

    answer = await press.print(SOCIAL_WORKER, plan_of(press, "sheet"))

    text = text_of(answer)
    assert headings_of(answer) == [
        "Mój plan",
        "Moje cele",
        "Co robię ja",
        "Co robią inni",
        "MOPR Zabrze (demo)",
        "PUP Zabrze (demo)",
        "Kiedy się spotykamy",
        "Do kogo dzwonię",
    ]
    assert len(reader(answer).pages) == 1
    assert f"{GOAL} (do 01.09.2099 r.)" in text
    assert text.count(OWN) == 1
    assert "środa, 01.04.2099 r., 09:30 – MOPR Zabrze (demo): Kurs spawania" in text
    assert "PUP Zabrze (demo): kontakt co najmniej raz na 30 dni" in text
    assert "PROJEKT" not in text


async def test_the_clients_sheet_leaves_out_what_she_need_not_carry_about(press: Press) -> None:
    await part_of(press, A)

    text = text_of(await press.print(SOCIAL_WORKER, plan_of(press, "sheet")))

    assert [one for one in (PESEL, "14.03.1985", DIAGNOSIS, PROBLEM, CAUSE) if one in text] == []


async def test_the_clients_sheet_is_in_english_for_whom_that_is_her_language(
    press: Press,
) -> None:
    press.gateway.record = spoken(language="en")
    await part_of(press, A)

    answer = await press.print(SOCIAL_WORKER, plan_of(press, "sheet"))

    assert headings_of(answer)[:3] == ["My plan", "My goals", "What I do"]
    assert pages_without("DRAFT", answer) == []
    assert "Wednesday, 1 April 2099, 09:30" in text_of(answer)


async def test_the_clients_sheet_is_large_for_whom_needs_it(press: Press) -> None:
    await part_of(press, A)
    small = await press.print(SOCIAL_WORKER, plan_of(press, "sheet"))
    press.gateway.record = spoken(accessibility=["large_print"])

    large = await press.print(SOCIAL_WORKER, plan_of(press, "sheet"))

    assert size_of(large, OWN) > 1.4 * size_of(small, OWN)


async def test_a_first_visit_of_a_referral_is_a_day_to_meet(press: Press) -> None:
    await press.accepted(goal_id=await press.goal())

    text = text_of(await press.print(SOCIAL_WORKER, plan_of(press, "sheet")))

    assert "wtorek, 10.03.2099 r. – PUP Zabrze (demo): pierwsza wizyta" in text


def size_of(answer: Any, words: str) -> float:
    """The size in which some words are set."""
    sizes: list[float] = []

    def note(text: str, *where: Any) -> None:
        if words[:12] in text:
            sizes.append(where[3])

    reader(answer).pages[0].extract_text(visitor_text=note)
    return sizes[0]
