"""The Polish words that papers use for codes."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from contracts.incomes import IncomeKind
from services.intake.domain.client import HelpReason
from services.intake.domain.interview import Channel, ReceivedAs, SignedHow
from services.intake.domain.means import DisabilityDegree, MemberRelation, Occupation
from services.intake.domain.segment_codes import (
    AssetKind,
    Condition,
    ExpenseKind,
    Heating,
    HelpForm,
    HousingKind,
    HousingTitle,
)
from services.intake.domain.standing import MaritalStatus


def word(code: StrEnum | None) -> str | None:
    """The Polish word of a code; of a code that came later, the code itself."""
    return None if code is None else WORDS.get(code.__class__, {}).get(code.value, code.value)


def words(codes: tuple[StrEnum, ...]) -> str | None:
    """The Polish words of several codes."""
    return ", ".join(filter(None, map(word, codes))) or None


def zloty(amount: Decimal | None) -> str | None:
    """An amount as Poles write it."""
    return None if amount is None else f"{amount:,.2f} zł".replace(",", "\u00a0").replace(".", ",")


def day(on: date | None) -> str | None:
    """A day as Poles write it."""
    return None if on is None else f"{on:%d.%m.%Y} r."


def yes_no(answer: bool | None) -> str | None:
    """Yes, no, or nothing said."""
    return None if answer is None else "tak" if answer else "nie"


WORDS: dict[type[StrEnum], dict[str, str]] = {
    Channel: {
        "person": "wniosek osoby zainteresowanej",
        "family_member": "wniosek członka rodziny",
        "other_person": "wniosek innej osoby",
        "ex_officio": "z urzędu",
        "partner_signal": "z urzędu, na sygnał instytucji partnerskiej",
    },
    ReceivedAs: {"oral": "ustnie", "written": "pisemnie"},
    SignedHow: {
        "paper": "podpis własnoręczny",
        "electronic": "podpis złożony na urządzeniu",
        "qualified": "kwalifikowany lub zaufany podpis elektroniczny",
    },
    MaritalStatus: {
        "single": "kawaler / panna",
        "married": "w małżeństwie",
        "separated": "w separacji",
        "divorced": "po rozwodzie",
        "widowed": "wdowiec / wdowa",
    },
    DisabilityDegree: {
        "light": "lekki",
        "moderate": "umiarkowany",
        "severe": "znaczny",
        "child_certificate": "orzeczenie dziecka (bez stopnia)",
    },
    Occupation: {
        "employed": "zatrudnienie",
        "self_employed": "działalność gospodarcza",
        "farmer": "gospodarstwo rolne",
        "unemployed": "bezrobocie",
        "pupil": "uczeń / uczennica",
        "student": "student / studentka",
        "pensioner": "emerytura lub renta",
        "carer": "opieka nad członkiem rodziny",
        "inactive": "nie pracuje",
    },
    HousingKind: {
        "flat": "mieszkanie",
        "house": "dom",
        "room": "pokój",
        "shelter": "schronisko lub noclegownia",
        "institution": "placówka",
        "unfit_place": "miejsce niemieszkalne",
        "other": "inne",
    },
    HousingTitle: {
        "owner": "własność",
        "cooperative": "spółdzielcze",
        "municipal": "najem komunalny",
        "social": "najem socjalny",
        "rented": "najem od osoby prywatnej",
        "with_family": "u rodziny",
        "none": "bez tytułu prawnego",
        "other": "inny",
    },
    Heating: {
        "district": "sieciowe",
        "gas": "gazowe",
        "electric": "elektryczne",
        "solid_fuel": "na paliwo stałe",
        "other": "inne",
        "none": "brak",
    },
    Condition: {
        "good": "dobry",
        "sufficient": "dostateczny",
        "bad": "zły",
    },
    ExpenseKind: {
        "rent": "czynsz",
        "energy": "energia elektryczna i gaz",
        "water": "woda i ścieki",
        "heating": "ogrzewanie",
        "food": "żywność",
        "medicines": "leki i leczenie",
        "school": "szkoła i przedszkole",
        "alimony": "alimenty",
        "loans": "spłata pożyczek",
        "other": "inne",
    },
    AssetKind: {
        "real_estate": "nieruchomość",
        "farm": "gospodarstwo rolne",
        "vehicle": "pojazd",
        "savings": "oszczędności",
        "business": "przedsiębiorstwo",
        "other": "inne",
    },
    HelpForm: {
        "permanent_allowance": "zasiłek stały (art. 37)",
        "periodic_allowance": "zasiłek okresowy (art. 38)",
        "purpose_allowance": "zasiłek celowy (art. 39)",
        "special_purpose_allowance": "specjalny zasiłek celowy (art. 41)",
        "social_work": "praca socjalna (art. 45)",
        "specialist_advice": "poradnictwo specjalistyczne (art. 46)",
        "crisis_intervention": "interwencja kryzysowa (art. 47)",
        "shelter_meal_clothing": "schronienie, posiłek, ubranie (art. 48–48b)",
        "care_services": "usługi opiekuńcze (art. 50)",
        "other": "inna forma",
    },
    HelpReason: {
        "poverty": "ubóstwo",
        "orphanhood": "sieroctwo",
        "homelessness": "bezdomność",
        "unemployment": "bezrobocie",
        "disability": "niepełnosprawność",
        "illness": "długotrwała lub ciężka choroba",
        "domestic_violence": "przemoc domowa",
        "human_trafficking": "ochrona ofiar handlu ludźmi",
        "maternity": "ochrona macierzyństwa lub wielodzietności",
        "care_difficulties": "bezradność opiekuńczo-wychowawcza",
        "foreigner_integration": "integracja cudzoziemców",
        "leaving_prison": "opuszczenie zakładu karnego",
        "addiction": "alkoholizm lub narkomania",
        "crisis": "zdarzenie losowe lub sytuacja kryzysowa",
        "disaster": "klęska żywiołowa lub ekologiczna",
    },
    MemberRelation: {
        "applicant": "wnioskodawca",
        "spouse": "małżonek",
        "partner": "partner",
        "child": "dziecko",
        "parent": "rodzic",
        "grandparent": "dziadek / babcia",
        "sibling": "rodzeństwo",
        "other": "inna osoba",
    },
    IncomeKind: {
        "employment": "wynagrodzenie za pracę",
        "business": "działalność gospodarcza",
        "farm": "gospodarstwo rolne",
        "pension": "emerytura lub renta",
        "unemployment_benefit": "zasiłek dla bezrobotnych",
        "permanent_allowance": "zasiłek stały",
        "family_allowance": "zasiłek rodzinny z dodatkami",
        "housing_allowance": "dodatek mieszkaniowy",
        "care_allowance": "zasiłek pielęgnacyjny",
        "alimony": "alimenty",
        "child_benefit_800": "świadczenie wychowawcze 800+",
        "purpose_benefit": "zasiłek celowy",
        "one_off_social_benefit": "jednorazowe świadczenie socjalne",
        "school_aid": "pomoc dla uczniów",
        "in_kind": "świadczenie w naturze",
        "socially_useful_work": "prace społecznie użyteczne",
        "civil_contract": "umowa cywilnoprawna",
        "activation_supplement": "dodatek aktywizacyjny",
        "training_stipend": "stypendium szkoleniowe lub stażowe",
        "foster_upbringing_supplement": "dodatek wychowawczy rodziny zastępczej",
        "anti_communist_activist": "świadczenie działacza opozycji antykomunistycznej",
        "small_farm": "małe gospodarstwo rolne",
        "extra_annual_pension": "dodatkowe roczne świadczenie dla emerytów i rencistów",
        "degressive_support": "wsparcie degresywne",
        "other": "inny dochód",
    },
}
"""By code list and code; a word may stand here before its code does."""
