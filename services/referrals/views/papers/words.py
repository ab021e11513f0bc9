"""The words that papers use for codes: Polish, and English on the sheets a client keeps."""

from datetime import date, datetime
from enum import StrEnum
from typing import Literal
from zoneinfo import ZoneInfo

from contracts.intake import Urgency
from contracts.referrals import DeclineReason, Outcome
from contracts.referrals.advice import ContactKind, HandoverRefusal
from contracts.referrals.codes import FailReason, Satisfaction
from contracts.referrals.plan import EndReason, GoalStatus
from contracts.values import Consent, LegalBasis, StatutoryTask
from services.referrals.domain.duty import DutyKind
from services.referrals.domain.goals import ActionFunding, ActionStatus
from services.referrals.domain.information_states import InformationState
from services.referrals.domain.meeting import Role
from services.referrals.domain.plan_states import PlanStatus
from services.referrals.domain.referral_states import ReferralState
from services.referrals.domain.reviews import ProgressCode
from services.referrals.domain.supports import SupportKind

Lang = Literal["pl", "en"]
_HERE = ZoneInfo("Europe/Warsaw")


def word(code: StrEnum | None) -> str | None:
    """The Polish word of a code; of a code that came later, the code itself."""
    return None if code is None else WORDS.get(code.__class__, {}).get(code.value, code.value)


def day(on: date | None, lang: Lang = "pl") -> str | None:
    """A day as it is written in a language."""
    if on is None:
        return None
    return f"{on:%d.%m.%Y}\u00a0r." if lang == "pl" else f"{on.day} {on:%B %Y}"


def day_of(at: datetime | None) -> str | None:
    """The day in Poland on which something happened."""
    return None if at is None else day(polish_day(at))


def polish_day(at: datetime) -> date:
    """The calendar day in Poland of an instant."""
    return at.astimezone(_HERE).date()


def weekday(on: date, lang: Lang) -> str:
    """The day of the week: people remember it better than a date."""
    return _WEEKDAYS[lang][on.weekday()]


def zloty(grosze: int) -> str:
    """An amount as Poles write it."""
    return f"{grosze / 100:,.2f} zł".replace(",", "\u00a0").replace(".", ",")


def month(code: str) -> str:
    """A month, YYYY-MM, as Poles write it in figures."""
    return ".".join(reversed(code.split("-")))


def yes_no(answer: bool | None) -> str | None:
    """Yes, no, or nothing said."""
    return None if answer is None else "tak" if answer else "nie"


def basis(rests_on: LegalBasis) -> str:
    """On what a referral rests, in one line."""
    if isinstance(rests_on, StatutoryTask):
        return f"zadanie ustawowe: {rests_on.article}"
    if isinstance(rests_on, Consent):
        until = f", ważna do {day(rests_on.until)}" if rests_on.until else ""
        return f"zgoda klientki lub klienta: {rests_on.evidence}{until}"
    return "ochrona życia lub zdrowia (art. 6 ust. 1 lit. d RODO)"


_WEEKDAYS = {
    "pl": ("poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
NEEDS = {
    "easy_to_read": "pisma łatwe do czytania",
    "large_print": "duży druk",
    "braille": "alfabet Braille'a",
    "screen_reader": "pliki dla czytnika ekranu",
    "sign_language": "tłumacz języka migowego",
    "hearing_loop": "pętla indukcyjna",
    "written_contact": "kontakt na piśmie",
    "wheelchair": "dostęp dla wózka",
    "assistance_dog": "wejście z psem asystującym",
    "quiet_room": "ciche miejsce rozmowy",
    "companion": "osoba towarzysząca",
    "home_visit": "wizyta w domu",
}
"""What to arrange for a client; the codes are intake's."""

WORDS: dict[type[StrEnum], dict[str, str]] = {
    Urgency: {"normal": "zwykły", "urgent": "pilny"},
    DeclineReason: {
        "no_places": "brak miejsc",
        "not_competent": "niewłaściwa instytucja (właściwość)",
        "not_entitled": "brak uprawnień klientki lub klienta",
        "client_refused": "klientka lub klient odmówił(a)",
        "no_contact": "brak kontaktu",
        "duplicates_support": "powtarza wsparcie, które już trwa",
        "other": "inny powód",
    },
    FailReason: {
        "client_resigned": "rezygnacja klientki lub klienta",
        "no_contact": "brak kontaktu",
        "moved_away": "zmiana miejsca zamieszkania",
        "no_longer_entitled": "utrata uprawnień",
        "health": "stan zdrowia",
        "service_ended": "usługa przestała być prowadzona",
        "other": "inny powód",
    },
    Satisfaction: {
        "very_satisfied": "bardzo zadowolona lub zadowolony",
        "satisfied": "zadowolona lub zadowolony",
        "neither": "ani tak, ani nie",
        "dissatisfied": "niezadowolona lub niezadowolony",
        "very_dissatisfied": "bardzo niezadowolona lub niezadowolony",
        "not_said": "nie powiedziano",
    },
    Outcome: {
        "employment": "zatrudnienie",
        "training": "staż lub szkolenie",
        "goal_reached": "usługa zakończona, cel osiągnięty",
        "goal_partly_reached": "usługa zakończona, cel osiągnięty częściowo",
        "goal_not_reached": "usługa zakończona, celu nie osiągnięto",
        "passed_on": "przekazano dalej",
        "client_resigned": "rezygnacja klientki lub klienta",
    },
    ActionStatus: {
        "planned": "zaplanowane",
        "in_progress": "w toku",
        "done": "wykonane",
        "cancelled": "odwołane",
    },
    GoalStatus: {
        "open": "w trakcie",
        "reached": "osiągnięty",
        "partly_reached": "osiągnięty częściowo",
        "not_reached": "nieosiągnięty",
        "dropped": "wykreślony z planu",
    },
    ActionFunding: {
        "municipality": "środki gminy",
        "state_budget": "budżet państwa",
        "labour_fund": "Fundusz Pracy",
        "eu_project": "projekt unijny",
        "commissioned_ngo": "zadanie zlecone organizacji",
        "ngo_own": "środki własne organizacji",
        "pfron": "PFRON",
        "health_fund": "NFZ",
        "client": "klientka lub klient",
        "social_bond": "obligacja społeczna",
        "other": "inne źródło",
    },
    PlanStatus: {
        "draft": "projekt",
        "consultation": "w uzgodnieniu",
        "agreed": "uzgodniony",
        "active": "realizowany",
        "under_review": "w trakcie oceny",
        "completed": "zakończony",
        "discontinued": "przerwany",
    },
    EndReason: {
        "client_withdrew": "rezygnacja klientki lub klienta",
        "no_cooperation": "brak współdziałania",
        "no_contact": "brak kontaktu",
        "moved_away": "zmiana miejsca zamieszkania",
        "situation_changed": "zmiana sytuacji",
        "not_entitled": "brak uprawnień",
        "died": "śmierć klientki lub klienta",
        "opened_in_error": "plan otwarto omyłkowo",
        "other": "inny powód",
    },
    ProgressCode: {
        "on_track": "przebiega zgodnie z planem",
        "at_risk": "zagrożony",
        "stalled": "stoi w miejscu",
        "reached": "osiągnięty",
    },
    SupportKind: {
        "degressive_award": "degresywne wsparcie finansowe",
        "care_voucher": "bon na usługi opiekuńcze",
    },
    Role: {"chair": "prowadzi", "member": "uczestnik", "expert": "ekspert"},
    ContactKind: {
        "visit": "wizyta",
        "office": "rozmowa w instytucji",
        "phone": "telefon",
        "e_mail": "poczta elektroniczna",
        "letter": "list",
        "other": "inny kontakt",
    },
    InformationState: {
        "asked": "wysłany",
        "received": "odebrany",
        "partly_answered": "częściowa odpowiedź",
        "answered": "jest odpowiedź",
        "refused": "odmowa",
        "passed_on": "przekazany dalej",
        "withdrawn": "wycofany",
        "superseded": "nieaktualny",
    },
    HandoverRefusal: {
        "caseload": "za dużo osób pod opieką",
        "conflict_of_interest": "konflikt interesów",
        "not_competent": "niewłaściwa osoba",
        "absent": "nieobecność",
        "other": "inny powód",
    },
    DutyKind: {
        "open_referral": "otworzyć skierowanie",
        "answer_referral": "odpowiedzieć na skierowanie",
        "supply_information": "uzupełnić skierowanie",
        "see_client": "umówione spotkanie",
        "report_outcome": "podać wynik skierowania",
        "review_hold": "wrócić do wstrzymanego skierowania",
        "confirm_cancellation": "potwierdzić odwołanie skierowania",
        "acknowledge_outcome": "zapoznać się z wynikiem skierowania",
        "offer_place": "zaproponować wolne miejsce",
        "silent_referral": "skierowanie bez odpowiedzi",
        "escalated_referral": "skierowanie u kierowników",
        "superseded_referral": "sprawdzić, czy potrzebne jest nowe skierowanie",
        "agree_plan": "podpisać część planu",
        "review_plan": "ocenić plan",
        "finish_action": "wykonać działanie z planu",
        "contact_client": "skontaktować się z klientką lub klientem",
        "accept_handover": "odpowiedzieć na przekazanie",
        "handover_declined": "przekazania nie przyjęto",
        "new_client": "nowa klientka lub nowy klient",
        "prepare_meeting": "przygotować spotkanie zespołu",
        "approve_minutes": "zatwierdzić protokół",
        "answer_request": "odpowiedzieć na prośbę o informacje",
        "silent_request": "prośba o informacje bez odpowiedzi",
        "escalated_request": "prośba o informacje u kierowników",
        "read_answer": "przeczytać odpowiedź na prośbę o informacje",
        "exhausted_offer": "oferta, której nikt nie przyjął",
        "hold_interview": "przeprowadzić wywiad",
        "update_interview": "zaktualizować wywiad",
    },
    ReferralState: {
        "draft": "projekt",
        "sent": "wysłane",
        "received": "odebrane",
        "returned": "zwrócone z pytaniem",
        "waiting": "na liście oczekujących",
        "accepted": "przyjęte",
        "in_progress": "w toku",
        "on_hold": "wstrzymane",
        "cancel_requested": "nadawca prosi o odwołanie",
        "completed": "zakończone z wynikiem",
        "declined": "odmowa przyjęcia",
        "withdrawn": "wycofane",
        "cancelled": "odwołane",
        "failed": "niezrealizowane",
        "expired": "wygasłe bez odpowiedzi",
        "superseded": "nieaktualne",
        "entered_in_error": "wpisane omyłkowo",
    },
}
"""By code list and code; a word may stand here before its code does."""
