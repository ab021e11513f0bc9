"""Printed papers: the interview, the consent form, the information clause."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from httpx2 import Response
from pypdf import PdfReader

from contracts.sections import Section
from contracts.values import BasisKind
from kernel.transactions import look
from services.intake.views.papers.information import information_sheet
from services.intake.views.papers.sheet import typeset
from services.intake.views.papers.words import WORDS, word
from tests.intake.conftest import (
    ADVISER,
    CLERK,
    CONSENT,
    COORDINATOR,
    MANAGER,
    NGO,
    NOBODY,
    PARTNERSHIP,
    PESEL,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_NGO,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.intake.interviewing import (
    ADDICTION,
    COLLEAGUE,
    TODAY,
    VIOLENCE,
    A,
    H,
    I,
    J,
    opened,
    recorded,
    signed,
)

pytestmark = pytest.mark.anyio

HOSTILE = (
    "# nagłówek $x^2$ *gruba* _kursywa_ @kto <etykieta> [a](b) `c` \\ // /* #panic() "
    '#sys.inputs #read("/etc/passwd") ~ -- "cudzysłów" \u202e'
)


def root_of(answer: Response) -> Any:
    """The catalogue of the document."""
    return reader(answer).trailer["/Root"]


def reader(answer: Response) -> PdfReader:
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    return PdfReader(BytesIO(answer.content))


def text_of(answer: Response) -> str:
    """All its words in one line; where a long word may break is no part of it."""
    pages = reader(answer).pages
    text = " ".join(page.extract_text() for page in pages).replace("\u200b", "")
    return " ".join(text.split())


async def printed(house: House, place: str, caller: Any = SOCIAL_WORKER) -> Response:
    return await house.see(caller, f"{place}/print")


async def test_a_signed_interview_is_printed_with_its_segments_and_statement(
    house: House,
) -> None:
    place = await signed(house, await house.registered())

    text = text_of(await printed(house, place))

    assert "Rodzinny wywiad środowiskowy" in text
    assert "A. Dane wnioskodawcy i rodziny" in text
    assert "Opłacenie zaległego czynszu." in text
    assert "zasiłek okresowy (art. 38)" in text
    assert "Próbna Wymyślona" in text
    assert PESEL in text
    assert "Oświadczenie złożono" in text
    assert "pouczono mnie o odpowiedzialności karnej" in text
    assert "Strona 1 z " in text
    assert "OPS (demo)" in text
    assert "PROJEKT" not in text
    assert "B. Warunki mieszkaniowe" not in text


async def test_a_paper_can_be_read_aloud(house: House) -> None:
    address = await house.registered()
    place = await signed(house, address)
    paths = [f"{place}/print", f"{address}/consent-form", f"{address}/information-clause"]

    roots = [root_of(await house.see(SOCIAL_WORKER, path)) for path in paths]

    assert [root["/Lang"] for root in roots] == ["pl", "pl", "pl"]
    assert [root["/MarkInfo"]["/Marked"] for root in roots] == [True, True, True]
    assert all("/StructTreeRoot" in root for root in roots)


async def test_a_paper_is_kept_nowhere_and_named_after_nobody(house: House) -> None:
    address = await house.registered()
    place = await signed(house, address)

    answer = await printed(house, place)

    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-disposition"] == 'inline; filename="wywiad.pdf"'
    assert answer.headers["okienko-client"] == address.split("/")[-1]


async def test_what_is_missing_is_printed_as_missing(house: House) -> None:
    place = await opened(house, await house.registered())
    await recorded(house, place, A, H)

    text = text_of(await printed(house, place))

    assert "PROJEKT" in text
    assert text.count("Część obowiązkowa; jeszcze nie wypełniona.") == 2
    assert "data i podpis klientki" not in text


async def test_a_complete_interview_is_printed_to_be_signed(house: House) -> None:
    place = await opened(house, await house.registered())
    await recorded(house, place, A, H, I, J)

    text = text_of(await printed(house, place))

    assert "DO PODPISU" in text
    assert "data i podpis klientki, klienta albo przedstawiciela" in text


async def test_a_refused_signature_is_printed_with_its_reason(house: House) -> None:
    statement = {"outcome": "refused", "reason": "Nie zgadza się z diagnozą."}
    place = await signed(house, await house.registered(), statement=statement)

    text = text_of(await printed(house, place))

    assert "Odmówiono podpisania oświadczenia" in text
    assert "Nie zgadza się z diagnozą." in text


async def test_a_withdrawn_interview_is_printed_as_withdrawn(house: House) -> None:
    place = await opened(house, await house.registered())
    await recorded(house, place, H)
    await house.ask(SOCIAL_WORKER, f"{place}/withdraw", {"reason": "Wniosek cofnięto."})

    text = text_of(await printed(house, place))

    assert "WYCOFANY" in text
    assert "Wniosek cofnięto." in text


async def test_a_hostile_note_is_printed_as_it_is(house: House) -> None:
    place = await opened(house, await house.registered())
    await recorded(house, place, H | {"needs": HOSTILE, "expectations": "ż" * 4000})

    text = text_of(await printed(house, place))

    # A line may break anywhere in it.
    assert "".join(HOSTILE.split()).strip("\u202e") in text.replace(" ", "")
    assert text.count("ż") >= 4000


async def test_a_full_questionnaire_is_printed_whole(house: House) -> None:
    place = await opened(house, await house.registered())
    rest: list[dict[str, Any]] = [
        {"segment": "B", "kind": "flat", "hot_water": False, "arrears": "12300.00"},
        {"segment": "C", "status": "unemployed", "benefit": "1662.00"},
        {"segment": "D", "disability": "moderate", "chronic_illness": "Astma."},
        {"segment": "F", "incomes": [{"kind": "pension", "monthly": "1000.00"}] * 30},
        {"segment": "G", "assets": [{"kind": "vehicle", "description": "Rower"}]},
    ]
    await recorded(house, place, A, H, I, J, VIOLENCE, ADDICTION, *rest)

    answer = await printed(house, place)

    text = text_of(answer)
    said = [
        *("Zmyślony Wymyślony", "stopień lekki", "12 300,00 zł", "1 662,00 zł", "umiarkowany"),
        *("Astma.", "emerytura lub renta", "Rower", "Krzyki zza ściany.", "Pije od roku."),
    ]
    assert [one for one in said if one not in text.replace("\u00a0", " ")] == []
    assert len(reader(answer).pages) >= 3


async def test_a_colleague_prints_nothing_that_she_may_not_see(house: House) -> None:
    place = await signed(house, await house.registered(), VIOLENCE, ADDICTION)

    colleague = text_of(await printed(house, place, COLLEAGUE))
    head = text_of(await printed(house, place, replace(MANAGER, worker="ops-head")))

    assert "Krzyki" not in colleague + head
    assert "Pije" not in head
    assert "Wydruk nie obejmuje" in colleague
    assert "Wydruk nie obejmuje" not in text_of(await printed(house, place))


async def test_while_a_paper_is_printed_others_are_served(house: House) -> None:
    address = await house.registered()
    async with look(house.database) as tx:
        sheet = await information_sheet(tx, SOCIAL_WORKER, UUID(address.split("/")[-1]))
        busy = house.database.engine.pool.checkedout()  # type: ignore[attr-defined] # of a queue pool

        printing = asyncio.create_task(typeset(tx, sheet))
        await asyncio.sleep(0.005)

        assert not printing.done()
        assert (busy, house.database.engine.pool.checkedout()) == (1, 0)  # type: ignore[attr-defined]
        assert (await printing).startswith(b"%PDF-")


async def test_nobody_else_is_on_the_paper(house: House) -> None:
    address = await house.registered()
    other = {"given": "Inna", "family": "Całkiem-Obca"}
    await house.registered(pesel=None, name=other)
    place = await signed(house, address)

    paths = [f"{place}/print", f"{address}/consent-form", f"{address}/information-clause"]
    texts = [text_of(await house.see(SOCIAL_WORKER, path)) for path in paths]

    assert [text for text in texts if "Obca" in text] == []
    assert all("Wymyślona" in text for text in texts)


@pytest.mark.parametrize("paper", ["consent-form", "information-clause"])
async def test_of_a_client_unseen_nothing_is_printed(house: House, paper: str) -> None:
    address = await house.registered()

    answer = await house.see(STRANGER, f"{address}/{paper}")

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/ClientNotFound")


async def test_of_an_interview_unseen_nothing_is_printed(house: House) -> None:
    place = await signed(house, await house.registered(share_with=[WITH_THE_PARTNERSHIP]))

    assert (await printed(house, place, STRANGER)).status_code == 404
    assert (await printed(house, place, ADVISER)).status_code == 403
    assert (await printed(house, place, CLERK)).status_code == 403


async def test_a_consent_form_says_who_shares_what_with_whom_and_why(house: House) -> None:
    address = await house.registered()
    until = TODAY + timedelta(days=90)

    text = text_of(
        await house.see(
            SOCIAL_WORKER,
            f"{address}/consent-form",
            party=str(NGO),
            section=["health", "household"],
            purpose="coordination",
            until=until.isoformat(),
        )
    )

    assert "Zgoda na udostępnienie danych" in text
    assert "OPS (demo)" in text
    assert "Fundacja Krok (demo)" in text
    assert Section.HEALTH.pl in text
    assert Section.HOUSEHOLD.pl in text
    assert Section.INCOME.pl not in text
    assert "wspólne ułożenie i prowadzenie planu wsparcia" in text
    assert f"Do dnia {until:%d.%m.%Y} r. włącznie" in text
    assert "Zgodę można cofnąć w każdej chwili" in text
    assert "data i podpis klientki" in text
    assert PESEL not in text


async def test_a_consent_form_names_the_members_of_a_partnership(house: House) -> None:
    address = await house.registered()

    text = text_of(
        await house.see(SOCIAL_WORKER, f"{address}/consent-form", party=str(PARTNERSHIP))
    )

    assert "Partnerstwo Zabrze (demo)" in text
    assert "MOPR Zabrze (demo), PUP Zabrze (demo)" in text


async def test_a_form_without_particulars_is_filled_in_by_hand(house: House) -> None:
    address = await house.registered()

    text = text_of(await house.see(SOCIAL_WORKER, f"{address}/consent-form"))

    assert "Proszę zaznaczyć te" in text
    assert [s for s in Section if s is not Section.VIOLENCE and s.pl not in text] == []


async def test_a_consent_form_is_printed_in_english_too(house: House) -> None:
    address = await house.registered()

    answer = await house.see(
        SOCIAL_WORKER, f"{address}/consent-form", lang="en", section=["health"]
    )
    text = text_of(answer)

    assert "Consent to sharing of data" in text
    assert Section.HEALTH.en in text
    assert "14 March 1985" in text
    assert "Page 1 of 1" in text
    assert root_of(answer)["/Lang"] == "en"


@pytest.mark.parametrize(
    ("params", "problem"),
    [
        ({"party": NOBODY}, "PartyUnknown"),
        ({"until": "2020-01-01"}, "ConsentOver"),
        ({"section": "85031412347"}, "ParameterAtFault"),
        ({"lang": "de"}, "ParameterAtFault"),
        ({"pesel": "85031412347"}, "UnknownParameter"),
    ],
)
async def test_a_parameter_at_fault_is_refused_and_not_repeated(
    house: House, params: Any, problem: str
) -> None:
    address = await house.registered()

    answer = await house.see(SOCIAL_WORKER, f"{address}/consent-form", **params)

    assert answer.json()["type"] == f"/problems/{problem}"
    assert "850314" not in answer.text


async def test_the_clause_names_who_sees_her_now(house: House) -> None:
    consent = CONSENT | {"until": (TODAY + timedelta(days=9)).isoformat()}
    address = await house.registered(
        share_with=[WITH_THE_PARTNERSHIP, {"institution": str(NGO), "basis": consent}]
    )

    text = text_of(await house.see(CLERK, f"{address}/information-clause"))

    until = TODAY + timedelta(days=9)
    assert "Administratorem Pani/Pana danych jest OPS (demo)" in text
    assert "Partnerstwo Zabrze (demo): wykonuje zadanie ustawowe" in text
    assert f"Fundacja Krok (demo): na podstawie Pani/Pana zgody, do dnia {until:%d.%m.%Y}" in text
    assert "art. 100 ust. 2" in text
    assert "Prezesa Urzędu Ochrony Danych Osobowych" in text


async def test_the_clause_of_nobody_but_us_says_so(house: House) -> None:
    address = await house.registered()

    text = text_of(await house.see(SOCIAL_WORKER, f"{address}/information-clause"))

    assert "nikt poza naszą instytucją" in text


@pytest.mark.parametrize(
    ("caller", "ground"),
    [(ADVISER, "Dz.U. 2025 poz. 620"), (COORDINATOR, "art. 25 ust. 7")],
)
async def test_a_partners_clause_stands_on_its_own_statute_and_says_whence(
    house: House, caller: Any, ground: str
) -> None:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP, WITH_THE_NGO])

    text = text_of(await house.see(caller, f"{address}/information-clause"))

    assert ground in text
    assert "Tę kartę założył(a) MOPR Zabrze (demo)" in text


async def test_a_partner_is_not_told_who_else_helps_her(house: House) -> None:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP, WITH_THE_NGO])

    text = text_of(await house.see(COORDINATOR, f"{address}/information-clause"))

    assert "MOPR Zabrze (demo)" in text
    assert "Partnerstwo" not in text


async def test_a_partner_names_whom_it_let_in_itself(house: House) -> None:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP])
    await house.ask(ADVISER, f"{address}/sharings", WITH_THE_NGO)

    text = text_of(await house.see(ADVISER, f"{address}/information-clause"))

    assert "Fundacja Krok (demo): na podstawie Pani/Pana zgody" in text


async def test_a_sharing_withdrawn_is_no_longer_named(house: House) -> None:
    address = await house.registered(share_with=[WITH_THE_NGO])
    await house.database.pool.execute(
        "UPDATE relations SET closed_at = now() WHERE basis = $1", BasisKind.CONSENT.value
    )

    text = text_of(await house.see(SOCIAL_WORKER, f"{address}/information-clause"))

    assert "Fundacja" not in text


@pytest.mark.parametrize("codes", WORDS)
def test_every_code_on_a_paper_has_its_polish_word(codes: type[StrEnum]) -> None:
    assert [code for code in codes if code.value not in WORDS[codes]] == []


def test_a_code_that_came_later_is_printed_as_it_is() -> None:
    assert word(Section.HEALTH) == "health"
