"""Printed papers of a referral: the letter, the slip a client takes home, the feedback."""

from collections.abc import AsyncIterator
from datetime import date
from enum import StrEnum
from typing import Any

import pytest

from services.referrals.domain.referral_states import ReferralState
from services.referrals.views.papers.words import WORDS, word
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    COORDINATOR,
    NGO,
    PURPOSE,
    SOCIAL_WORKER,
    STRANGER,
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
from tests.support.rooms import bearer, worker

pytestmark = pytest.mark.anyio

PAPERS = ("paper", "slip", "feedback")
NOTE = "Piekarnia przyjęła ją na pełen etat."


@pytest.fixture
async def press() -> AsyncIterator[Press]:
    async with press_room() as made:
        yield made


async def completed(press: Press) -> str:
    address = await press.accepted()
    said = {"outcome": "employment", "note": NOTE}
    assert (await press.ask(ADVISER, f"{address}/complete", said)).status_code == 200
    return address


async def test_a_referral_is_printed_as_a_letter_to_its_receiver(press: Press) -> None:
    address = await press.sent()

    text = text_of(await press.print(SOCIAL_WORKER, f"{address}/paper.pdf"))

    assert "Kieruje MOPR Zabrze (demo) Do PUP Zabrze (demo)" in text
    assert "Wiesława Próbna-Żółć" in text
    assert "14.03.1985 r." in text
    assert PESEL in text
    assert "Wolności 1A/7, 41-800 Zabrze" in text
    assert PURPOSE in text
    assert "zadanie ustawowe: art. 100 ust. 2 u.p.s." in text
    assert f"nr {address.split('/')[-1]}" in text
    assert "Umówione spotkanie" not in text


async def test_a_letter_reads_in_the_order_of_its_headings(press: Press) -> None:
    address = await press.accepted()

    answer = await press.print(SOCIAL_WORKER, f"{address}/paper.pdf")

    assert headings_of(answer) == [
        "Skierowanie",
        "Kogo dotyczy",
        "Po co",
        "Umówione spotkanie",
        "Co jest potrzebne od odbiorcy i do kiedy",
    ]


async def test_an_accepted_referral_is_printed_with_its_appointment(press: Press) -> None:
    address = await press.accepted()

    text = text_of(await press.print(ADVISER, f"{address}/paper.pdf"))

    assert "wtorek, 10.03.2099 r., godz. 10:30" in text
    assert "Room 12" in text
    assert "Odpowiedź odbiorcy" not in text


async def test_an_unanswered_letter_has_room_for_an_answer_by_hand(press: Press) -> None:
    address = await press.sent()

    text = text_of(await press.print(SOCIAL_WORKER, f"{address}/paper.pdf"))

    assert "Odpowiedź odbiorcy" in text
    assert "brak miejsc" in text
    assert "data i podpis osoby upoważnionej przez odbiorcę" in text


async def test_a_letter_says_what_to_arrange_and_never_why(press: Press) -> None:
    said = {"interpreter_needed": True, "language": "uk", "accessibility": ["wheelchair"]}
    press.gateway.record = spoken(**said)
    address = await press.sent()

    text = text_of(await press.print(ADVISER, f"{address}/paper.pdf"))

    assert "Co zapewnić: tłumacz (język: uk), dostęp dla wózka" in text


async def test_a_referral_taken_back_is_marked_on_every_page(press: Press) -> None:
    address = await press.sent()
    await press.ask(SOCIAL_WORKER, f"{address}/withdraw")

    answer = await press.print(SOCIAL_WORKER, f"{address}/paper.pdf")

    assert [p for p in reader(answer).pages if "WYCOFANE" not in p.extract_text()] == []


@pytest.mark.parametrize("paper", ["paper", "slip"])
async def test_every_paper_can_be_read_aloud(press: Press, paper: str) -> None:
    address = await press.accepted()

    root: Any = reader(await press.print(ADVISER, f"{address}/{paper}.pdf")).trailer["/Root"]

    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("pl", True)
    assert "/StructTreeRoot" in root
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()


async def test_a_paper_is_kept_nowhere_named_after_nobody_and_told_to_the_audit(
    press: Press,
) -> None:
    address = await press.sent()

    answer = await press.print(SOCIAL_WORKER, f"{address}/paper.pdf")

    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-disposition"] == 'inline; filename="skierowanie.pdf"'
    assert answer.headers["okienko-client"] == str(CLIENT)


async def test_a_slip_says_where_when_and_whom(press: Press) -> None:
    address = await press.accepted()

    text = text_of(await press.print(ADVISER, f"{address}/slip.pdf"))

    assert "Wiesława Próbna-Żółć" in text
    assert "wtorek, 10.03.2099 r., godzina 10:30" in text
    assert "PUP Zabrze (demo) Room 12" in text
    assert "Anna Nowak (demo)" in text
    assert "Co zabrać" in text


async def test_a_slip_left_on_a_bus_tells_nothing_of_her(press: Press) -> None:
    address = await press.accepted()

    text = text_of(await press.print(SOCIAL_WORKER, f"{address}/slip.pdf"))

    delicate = [
        *(PURPOSE, "Vocational", PESEL, "14.03.1985", "Wolności", "600100200", "art. 100"),
        *("MOPR", "OPS", "skierowanie", "Skierowanie", address.split("/")[-1], str(CLIENT)),
    ]
    assert [one for one in delicate if one in text] == []


async def test_a_slip_fits_on_one_page_even_in_large_print(press: Press) -> None:
    press.gateway.record = spoken(accessibility=["large_print"])
    address = await press.accepted()

    answer = await press.print(ADVISER, f"{address}/slip.pdf")

    sizes: set[float] = set()
    reader(answer).pages[0].extract_text(visitor_text=lambda *seen: sizes.add(seen[4]))
    assert len(reader(answer).pages) == 1
    assert max(sizes) > 20


@pytest.mark.parametrize(
    ("language", "asked", "title"),
    [
        ("en", {}, "Your appointment"),
        (None, {"lang": "en"}, "Your appointment"),
        ("en", {"lang": "pl"}, "Umówione spotkanie"),
        ("uk", {}, "Umówione spotkanie"),
    ],
)
async def test_a_slip_is_in_english_for_whom_that_is_her_language(
    press: Press, language: str | None, asked: Any, title: str
) -> None:
    press.gateway.record = spoken(language=language)
    address = await press.accepted()

    answer = await press.print(ADVISER, f"{address}/slip.pdf", **asked)

    assert headings_of(answer)[0] == title


async def test_an_english_slip_is_tagged_as_english(press: Press) -> None:
    address = await press.accepted()

    answer = await press.print(ADVISER, f"{address}/slip.pdf", lang="en")

    root: Any = reader(answer).trailer["/Root"]
    assert root["/Lang"] == "en"
    assert "Tuesday, 10 March 2099 at 10:30" in text_of(answer)


@pytest.mark.parametrize("step", ["sent", "declined"])
async def test_without_an_appointment_there_is_no_slip(press: Press, step: str) -> None:
    address = await press.sent()
    if step == "declined":
        await press.ask(ADVISER, f"{address}/decline", {"reason": "no_places"})

    answer = await press.print(ADVISER, f"{address}/slip.pdf")

    assert problem(answer) == (409, "NoVisitAhead")


async def test_the_feedback_tells_what_came_of_it(press: Press) -> None:
    address = await completed(press)

    text = text_of(await press.print(SOCIAL_WORKER, f"{address}/feedback.pdf"))

    assert "Informacja zwrotna o skierowaniu" in text
    assert "Wynik zatrudnienie" in text
    assert NOTE in text
    assert PURPOSE in text
    assert "Ostatnia umówiona wizyta 10.03.2099 r." in text


async def test_a_refusal_is_told_with_its_reason(press: Press) -> None:
    address = await press.sent()
    await press.ask(ADVISER, f"{address}/decline", {"reason": "no_places", "note": "Od maja."})

    text = text_of(await press.print(SOCIAL_WORKER, f"{address}/feedback.pdf"))

    assert "Odmowa, powód brak miejsc" in text
    assert "Od maja." in text


async def test_the_feedback_tells_what_the_client_herself_says(press: Press) -> None:
    address = await completed(press)
    said = {"satisfaction": "satisfied", "client_words": "Pani doradca pomogła."}
    await press.ask(SOCIAL_WORKER, f"{address}/acknowledge", said)

    text = text_of(await press.print(SOCIAL_WORKER, f"{address}/feedback.pdf"))

    assert "Co mówi klientka lub klient" in text
    assert "Własnymi słowami Pani doradca pomogła." in text
    assert "Nadawca zapoznał się z wynikiem dnia" in text


async def test_a_refusal_tells_whom_else_one_could_ask(press: Press) -> None:
    address = await press.sent()
    said = {"reason": "no_places", "alternatives": [{"institution": str(NGO)}]}
    answer = await press.ask(ADVISER, f"{address}/decline", said)
    assert answer.status_code == 200, answer.text

    text = text_of(await press.print(SOCIAL_WORKER, f"{address}/feedback.pdf"))

    assert "Kogo można poprosić zamiast tego • Fundacja Krok (demo)" in text


async def test_a_letter_says_by_when_its_receiver_answers(press: Press) -> None:
    address = await press.sent()
    view = (await press.see(SOCIAL_WORKER, address)).json()

    text = text_of(await press.print(SOCIAL_WORKER, f"{address}/paper.pdf"))

    due = date.fromisoformat(view["answer_due_on"])
    assert f"z powodem do {due:%d.%m.%Y} r." in text
    assert "Potwierdzenie odbioru do " in text


async def test_a_letter_under_way_asks_for_the_outcome_by_a_day(press: Press) -> None:
    address = await press.accepted()

    text = text_of(await press.print(SOCIAL_WORKER, f"{address}/paper.pdf"))

    assert "Informacja zwrotna: wynik i krótka notatka do 08.06.2099 r." in text
    assert "z powodem" not in text


async def test_a_draft_is_marked_and_may_lack_its_receiver(press: Press) -> None:
    body = {"client_id": str(CLIENT), "purpose": PURPOSE}
    made = await press.ask(SOCIAL_WORKER, "/v1/referrals/drafts", body)
    assert made.status_code == 201, made.text

    text = text_of(
        await press.print(SOCIAL_WORKER, f"/v1/referrals/{made.json()['id']}/paper.pdf")
    )

    assert "PROJEKT" in text
    assert "jeszcze nie wysłano" in text
    assert "Odpowiedź odbiorcy" not in text


async def test_before_there_is_an_outcome_there_is_no_feedback(press: Press) -> None:
    address = await press.accepted()

    answer = await press.print(ADVISER, f"{address}/feedback.pdf")

    assert problem(answer) == (409, "NoFeedback")


async def test_who_sees_her_no_more_writes_the_name_in_by_hand(press: Press) -> None:
    address = await completed(press)
    press.gateway.record, press.gateway.status = None, 404

    text = text_of(await press.print(ADVISER, f"{address}/feedback.pdf"))

    assert "Wynik zatrudnienie" in text
    assert "Imię i nazwisko" in text
    assert "Wiesława" not in text.replace(PURPOSE, "")


async def test_the_name_is_asked_for_under_the_readers_own_rights(press: Press) -> None:
    address = await press.sent()
    sent = {"Sync-Token": f"referrals:{CLIENT}:1", "Traceparent": f"00-{'a' * 32}-{'b' * 16}-01"}

    await press.print(ADVISER, f"{address}/paper.pdf", sent)

    path, headers = press.gateway.asked[-1]
    expected = sent | {"Authorization": bearer(ADVISER)["Authorization"]}
    assert path == f"/v1/records/{CLIENT}?sections=identity&sections=contact"
    assert {name: headers[name] for name in expected} == expected


async def test_a_number_that_the_reader_sees_covered_is_printed_covered(press: Press) -> None:
    known = spoken()
    known["sections"]["identity"] = known["sections"]["identity"] | {"pesel": "850314*****"}
    press.gateway.record = known
    address = await press.sent()

    text = text_of(await press.print(ADVISER, f"{address}/paper.pdf"))

    assert "850314*****" in text
    assert PESEL not in text


@pytest.mark.parametrize("status", [503, 500, 401, 403])
async def test_while_nobody_can_say_who_she_is_nothing_is_half_printed(
    press: Press, status: int
) -> None:
    address = await press.sent()
    press.gateway.record, press.gateway.status = None, status

    answer = await press.print(SOCIAL_WORKER, f"{address}/paper.pdf")

    assert problem(answer) == (503, "PaperIncomplete")
    assert (answer.json()["lacking"], answer.headers["retry-after"]) == ("client", "2")


async def test_a_gateway_that_is_gone_is_told_too(press: Press) -> None:
    address = await press.sent()
    await press.gateway.close()

    answer = await press.print(SOCIAL_WORKER, f"{address}/paper.pdf")

    assert problem(answer) == (503, "PaperIncomplete")


async def test_before_her_card_has_come_nothing_is_half_printed(press: Press) -> None:
    address = await press.sent()
    press.gateway.record = {"client_id": str(CLIENT), "sections": {}}

    answer = await press.print(SOCIAL_WORKER, f"{address}/paper.pdf")

    assert (problem(answer), answer.json()["lacking"]) == ((503, "PaperIncomplete"), "client")


async def test_no_connection_waits_while_the_name_is_asked_for(press: Press) -> None:
    address = await press.sent()
    pool: Any = press.database.engine.pool
    held: list[int] = []
    press.gateway.when_asked = lambda: held.append(pool.checkedout())

    await press.print(SOCIAL_WORKER, f"{address}/paper.pdf")

    assert held == [0]


@pytest.mark.parametrize("paper", PAPERS)
async def test_of_a_referral_unseen_nothing_is_printed_and_nobody_is_asked(
    press: Press, paper: str
) -> None:
    address = await completed(press)

    answer = await press.print(STRANGER, f"{address}/{paper}.pdf")

    assert problem(answer) == (404, "ReferralNotFound")
    assert press.gateway.asked == []


async def test_whoever_does_no_case_work_prints_nothing(press: Press) -> None:
    address = await press.sent()
    clerk = worker(SOCIAL_WORKER.institution, SOCIAL_WORKER.kind, "ops_benefits_clerk")

    answers = [await press.print(clerk, f"{address}/{paper}.pdf") for paper in PAPERS]

    assert [problem(answer) for answer in answers] == [(403, "RoleMayNot")] * 3


async def test_an_unrelated_organisation_prints_nothing(press: Press) -> None:
    address = await press.sent()

    answer = await press.print(COORDINATOR, f"{address}/paper.pdf")

    assert problem(answer) == (404, "ReferralNotFound")


async def test_a_hostile_purpose_is_printed_as_it_is(press: Press) -> None:
    hostile = '# nagłówek $x^2$ *gruba* @kto #panic() #read("/etc/passwd")'
    address = await press.sent(purpose=hostile)

    assert hostile in text_of(await press.print(SOCIAL_WORKER, f"{address}/paper.pdf"))


@pytest.mark.parametrize(
    ("params", "wrong"), [({"lang": "de"}, "ParameterAtFault"), ({"x": "1"}, "UnknownParameter")]
)
async def test_a_parameter_at_fault_is_refused(press: Press, params: Any, wrong: str) -> None:
    address = await press.accepted()

    answer = await press.print(ADVISER, f"{address}/slip.pdf", **params)

    assert problem(answer) == (400, wrong)


@pytest.mark.parametrize("codes", WORDS)
def test_every_code_on_a_paper_has_its_polish_word(codes: type[StrEnum]) -> None:
    assert [code for code in codes if code.value not in WORDS[codes]] == []


def test_a_code_that_came_later_is_printed_as_it_is() -> None:
    class Later(StrEnum):
        NEW = "new"

    assert (word(Later.NEW), word(ReferralState.SENT)) == ("new", "wysłane")
