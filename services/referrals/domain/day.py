"""My day: which duties stand in which group of it, what each asks for in words, and where it leads."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, NamedTuple
from uuid import UUID

from pydantic import Field

from contracts.sections import Section
from contracts.values import Command
from contracts.working_days import is_working
from services.referrals.domain.duty import DutyKind

AHEAD = timedelta(days=7)
"""How far a day looks ahead unless it is told otherwise."""
_K = DutyKind


class Group(StrEnum):
    """What a duty means for one's day."""

    OVERDUE = "overdue"
    DUE = "due"
    SILENT = "silent"
    """Others owe the answer."""
    NEW = "new"
    """News: there is no day for it; it stays until it is done, or marked as seen."""
    LATER = "later"
    """Beyond the days that are looked at: counted, and not shown."""


SHOWN = (Group.OVERDUE, Group.DUE, Group.SILENT, Group.NEW)


def _kinds(*names: str) -> frozenset[DutyKind]:
    return frozenset(kind for kind in DutyKind if kind.value in names)


SILENT = _kinds("silent_referral", "silent_request", "escalated_referral", "escalated_request")
"""Where others are late, not the one whose day it is."""


class Words(NamedTuple):
    """A sentence in both languages, and the few words that a calendar shows."""

    en: str
    pl: str
    en_short: str
    pl_short: str


WORDS: Mapping[str, Words] = {
    _K.OPEN_REFERRAL: Words(
        "Open the referral that came, so that its sender knows it arrived.",
        "Otwórz skierowanie, które przyszło: nadawca zobaczy, że dotarło.",
        "open a referral", "otworzyć skierowanie",
    ),
    _K.ANSWER_REFERRAL: Words(
        "Answer the referral: accept it with a day, decline it with a reason, or ask back.",
        "Odpowiedz na skierowanie: przyjmij z terminem, odmów z przyczyną albo zapytaj nadawcę.",
        "answer a referral", "odpowiedź na skierowanie",
    ),
    _K.SUPPLY_INFORMATION: Words(
        "Answer the receiver's question, so that the referral can go on.",
        "Odpowiedz na pytanie odbiorcy, żeby skierowanie ruszyło dalej.",
        "supply information to a referral", "uzupełnić skierowanie",
    ),
    _K.SEE_CLIENT: Words(
        "See the client at the appointment of the referral, and say whether she came.",
        "Przyjmij klientkę lub klienta w umówionym terminie i zapisz, czy doszło do wizyty.",
        "appointment of a referral", "wizyta ze skierowania",
    ),
    _K.REPORT_OUTCOME: Words(
        "Say what came of the referral.",
        "Zapisz wynik skierowania.",
        "report the outcome of a referral", "wynik skierowania",
    ),
    _K.REVIEW_HOLD: Words(
        "Look at the referral that is on hold: go on or end it.",
        "Wróć do wstrzymanego skierowania: wznów je albo zakończ.",
        "review a referral on hold", "wstrzymane skierowanie",
    ),
    _K.CONFIRM_CANCELLATION: Words(
        "The sender asks for the referral back: confirm it, or say what came of it.",
        "Nadawca prosi o anulowanie skierowania: potwierdź albo podaj wynik.",
        "confirm a cancellation", "potwierdzić anulowanie skierowania",
    ),
    _K.ACKNOWLEDGE_OUTCOME: Words(
        "Read what came of your referral, and close the loop.",
        "Przeczytaj wynik swojego skierowania i potwierdź go nadawcy zwrotnie.",
        "acknowledge an outcome", "potwierdzić wynik skierowania",
    ),
    _K.OFFER_PLACE: Words(
        "A place came free: offer it to whoever waits longest.",
        "Zwolniło się miejsce: zaproponuj je osobie, która czeka najdłużej.",
        "offer a free place", "zaproponować wolne miejsce",
    ),
    _K.SILENT_REFERRAL: Words(
        "Your referral is not answered in time: ask the receiver.",
        "Na Twoje skierowanie nie ma odpowiedzi w terminie: zapytaj odbiorcę.",
        "no answer to a referral", "brak odpowiedzi na skierowanie",
    ),
    _K.ESCALATED_REFERRAL: Words(
        "A referral is without an answer for so long that both managers are told: settle it between you.",
        "Skierowanie tak długo jest bez odpowiedzi, że wiedzą o nim kierownicy obu instytucji: uzgodnijcie, co dalej.",
        "referral without an answer, for managers", "skierowanie bez odpowiedzi, dla kierowników",
    ),
    _K.SUPERSEDED_REFERRAL: Words(
        "Your referral fell away because what it rested on changed: look whether a new one is needed.",
        "Skierowanie straciło podstawę i przestało obowiązywać: sprawdź, czy potrzebne jest nowe.",
        "a referral fell away", "skierowanie przestało obowiązywać",
    ),
    _K.AGREE_PLAN: Words(
        "Agree to your institution's part of the plan, or say what to change.",
        "Uzgodnij część planu swojej instytucji albo napisz, co zmienić.",
        "agree a plan", "uzgodnić plan",
    ),
    _K.REVIEW_PLAN: Words(
        "Review the plan with the client.",
        "Dokonaj oceny planu razem z klientką lub klientem.",
        "review a plan", "ocena planu",
    ),
    _K.FINISH_ACTION: Words(
        "Finish your action of the plan, or give it another day.",
        "Zakończ swoje działanie w planie albo przesuń jego termin.",
        "finish an action of a plan", "zakończyć działanie planu",
    ),
    _K.CONTACT_CLIENT: Words(
        "Get in touch with the client, and note the contact.",
        "Skontaktuj się z klientką lub klientem i zapisz kontakt.",
        "contact a client", "kontakt z osobą pod opieką",
    ),
    _K.ACCEPT_HANDOVER: Words(
        "A colleague hands a client over to you: take over, or say why not.",
        "Współpracownik przekazuje Ci osobę: przejmij ją albo napisz, dlaczego nie.",
        "accept a hand-over", "przejęcie sprawy",
    ),
    _K.HANDOVER_DECLINED: Words(
        "A colleague did not take the client over: see who will.",
        "Przekazanie osoby nie zostało przyjęte: ustal, kto ją przejmie.",
        "hand-over declined", "odmowa przejęcia sprawy",
    ),
    _K.NEW_CLIENT: Words(
        "A client is new here: see who advises her.",
        "Nowa osoba: ustal, kto jest jej doradcą.",
        "a new client", "nowa osoba",
    ),
    _K.PREPARE_MEETING: Words(
        "Prepare for the case meeting. Whoever chairs it opens it on its day, moves or cancels it.",
        "Przygotuj się do spotkania zespołu. Kto je prowadzi, w jego dniu je otwiera, przekłada albo odwołuje.",
        "case meeting", "spotkanie zespołu",
    ),
    _K.APPROVE_MINUTES: Words(
        "Approve the minutes of the case meeting, or object to them.",
        "Zatwierdź protokół spotkania albo zgłoś uwagi.",
        "approve minutes", "zatwierdzić protokół",
    ),
    _K.ANSWER_REQUEST: Words(
        "Answer the other institution's request for information.",
        "Udziel informacji instytucji, która o nią poprosiła.",
        "answer a request for information", "odpowiedź na wniosek o informację",
    ),
    _K.SILENT_REQUEST: Words(
        "Your request for information is not answered in time: ask again, or go to the manager.",
        "Na Twój wniosek o informację nie ma odpowiedzi w terminie: ponów go albo zgłoś kierownikowi.",
        "no answer to a request", "brak odpowiedzi na wniosek o informację",
    ),
    "escalated_request": Words(
        "A request for information is without an answer for so long that the managers are told: settle it.",
        "Wniosek o informację tak długo jest bez odpowiedzi, że wiedzą o nim kierownicy: uzgodnijcie, co dalej.",
        "request without an answer, for managers", "wniosek bez odpowiedzi, dla kierowników",
    ),
    "read_answer": Words(
        "An answer to your request for information came: read it and close it.",
        "Przyszła odpowiedź na Twój wniosek o informację: przeczytaj ją i zamknij sprawę.",
        "read an answer", "przeczytać odpowiedź",
    ),
    "exhausted_offer": Words(
        "Nobody of those you offered the client to took her on: look further.",
        "Nikt z zapytanych nie przyjął tej osoby: szukaj dalej.",
        "an offer found nobody", "nikt nie przyjął propozycji",
    ),
    _K.HOLD_INTERVIEW: Words(
        "Hold the family environmental interview.",
        "Przeprowadź rodzinny wywiad środowiskowy.",
        "interview", "wywiad środowiskowy",
    ),
    _K.UPDATE_INTERVIEW: Words(
        "Update the family environmental interview.",
        "Zaktualizuj rodzinny wywiad środowiskowy.",
        "update an interview", "aktualizacja wywiadu środowiskowego",
    ),
}  # fmt: skip
PARTING = _kinds("confirm_cancellation", "acknowledge_outcome", "superseded_referral")
"""What is left to do when a right to see ends, by whoever sent or received: it stays, the client unnamed."""
_OFFERS = _kinds("exhausted_offer")
_REFERRALS = (
    _kinds(
        "open_referral", "answer_referral", "supply_information", "see_client", "report_outcome",
        "review_hold", "confirm_cancellation", "acknowledge_outcome", "offer_place",
        "silent_referral", "escalated_referral", "superseded_referral",
    )
    | _OFFERS
)  # fmt: skip
_MEETINGS = _kinds("prepare_meeting", "approve_minutes")
_REQUESTS = _kinds("answer_request", "silent_request", "escalated_request", "read_answer")
_INTERVIEWS = _kinds("hold_interview", "update_interview")
_PLANS = _kinds("agree_plan", "review_plan", "finish_action")

SECTIONS: Mapping[Section, frozenset[DutyKind]] = {
    Section.REFERRALS: _REFERRALS,
    Section.MEETINGS: _MEETINGS,
    Section.NOTES: _INTERVIEWS,
    Section.PLAN: frozenset(_K) - _REFERRALS - _MEETINGS - _INTERVIEWS,
}
"""The section of a record that a duty tells of: whoever may not see it does not see the duty."""

_ADDRESSES: Sequence[tuple[frozenset[DutyKind], str]] = (
    (_REFERRALS, "referrals"),
    (_OFFERS, "offers"),
    (_PLANS, "plans"),
    (_MEETINGS, "meetings"),
    (_REQUESTS, "information-requests"),
    (_INTERVIEWS, "interviews"),
    (_kinds("accept_handover"), "handovers"),
    (_kinds("contact_client", "new_client", "handover_declined"), "advice"),
)
_FOLDERS = {kind: folder for kinds, folder in _ADDRESSES for kind in kinds}
"""An offer's duty is among those of referrals, and is found at the offer."""


def address(kind: DutyKind, thing_id: UUID) -> str:
    """Where the thing is, at the front door."""
    return f"/v1/{_FOLDERS[kind]}/{thing_id}"


# Days repeat within a list, and each is counted one by one: a third of a look at a day (measured).
@lru_cache(maxsize=4_096)
def days_late(due_on: date | None, today: date) -> int:
    """How many working days have passed since the day it was due."""
    if due_on is None or due_on >= today:
        return 0
    passed = (due_on + timedelta(days=n) for n in range(1, (today - due_on).days + 1))
    return sum(map(is_working, passed))


class NewsRef(Command):
    """One piece of news: which thing, and what about it."""

    thing_id: Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000e001"])]
    kind: Annotated[DutyKind, Field(examples=["superseded_referral"])]
