"""The invented institutions and people of a demonstration. No such person or office exists."""

from dataclasses import dataclass
from uuid import UUID

from contracts.values import InstitutionKind


def _id(tail: str) -> UUID:
    return UUID(f"0197a000-0000-7000-8000-{tail:0>12}")


@dataclass(frozen=True)
class Office:
    """An institution of the demonstration."""

    id: UUID
    name: str
    kind: InstitutionKind
    territory: str


@dataclass(frozen=True)
class Persona:
    """Somebody who logs in."""

    code: str
    name: str
    office: Office
    roles: tuple[str, ...]


MOPR_ZABRZE = Office(_id("1"), "MOPR Zabrze (demo)", InstitutionKind.OPS, "2478011")
PUP_ZABRZE = Office(_id("2"), "PUP Zabrze (demo)", InstitutionKind.PUP, "2478")
NGO_ZABRZE = Office(_id("3"), "Stowarzyszenie Przykład (demo)", InstitutionKind.NGO, "2478")
OPS_STRZELCE = Office(_id("11"), "OPS Strzelce Opolskie (demo)", InstitutionKind.OPS, "1611053")
PUP_STRZELCE = Office(_id("12"), "PUP Strzelce Opolskie (demo)", InstitutionKind.PUP, "1611")
ROPS_KATOWICE = Office(_id("21"), "ROPS Katowice (demo)", InstitutionKind.ROPS, "24")
HOUSE = Office(_id("ff"), "Operator Okienka (demo)", InstitutionKind.OPERATOR, "24")
OFFICES = (MOPR_ZABRZE, PUP_ZABRZE, NGO_ZABRZE, OPS_STRZELCE, PUP_STRZELCE, ROPS_KATOWICE, HOUSE)

ZABRZE = _id("aa01")
STRZELCE = _id("aa02")
LAPSED = _id("aa03")

PERSONAS = {
    persona.code: persona
    for persona in (
        Persona("ops-zabrze", "Anna Zmyślona", MOPR_ZABRZE, ("social_worker",)),
        Persona("ops-zabrze-manager", "Marek Niebyły", MOPR_ZABRZE, ("ops_manager",)),
        Persona("ops-zabrze-dpo", "Ida Zmyślona", MOPR_ZABRZE, ("dpo",)),
        Persona("ops-strzelce-manager", "Ala Wymyślona", OPS_STRZELCE, ("ops_manager",)),
        Persona("pup-zabrze-manager", "Jan Zmyślny", PUP_ZABRZE, ("pup_manager",)),
        Persona("ops-zabrze-clerk", "Iza Nieprawdziwa", MOPR_ZABRZE, ("ops_benefits_clerk",)),
        Persona("pup-zabrze", "Ewa Wymyślna", PUP_ZABRZE, ("pup_adviser",)),
        Persona("ngo-zabrze", "Jan Fikcyjny", NGO_ZABRZE, ("ngo_coordinator",)),
        Persona("ngo-zabrze-carer", "Olga Niebywała", NGO_ZABRZE, ("care_provider",)),
        Persona("ops-strzelce", "Zofia Nieistniejąca", OPS_STRZELCE, ("social_worker",)),
        Persona("rops-katowice", "Ewa Nieistna", ROPS_KATOWICE, ("regional_analyst",)),
        Persona("operator", "Operator Demonstracyjny", HOUSE, ("operator",)),
    )
}


def with_check_digit(pesel: str) -> str:
    """A PESEL number made valid: its last digit computed anew."""
    weights = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
    total = sum(w * int(d) for w, d in zip(weights, pesel[:10], strict=True))
    return pesel[:10] + str((10 - total % 10) % 10)
