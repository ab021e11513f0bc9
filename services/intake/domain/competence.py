"""Place of competence (właściwość miejscowa): which offices are hers, and the sentence why."""

from dataclasses import dataclass
from typing import NamedTuple

from contracts.territory import Unit, register
from contracts.values import InstitutionKind
from services.intake.domain.client import Residence


class Reason(NamedTuple):
    """One sentence in both languages."""

    en: str
    pl: str


@dataclass(frozen=True)
class Competent:
    """A kind of office, the territory it must serve, and why that one."""

    kind: InstitutionKind
    territory: Unit | None
    reason: Reason


def competent(residence: Residence | None) -> list[Competent]:
    """The municipality's social assistance, the county's family support, the county's labour office."""
    if residence is None:
        return [Competent(kind, None, _UNKNOWN) for kind in _HOUSED]
    # A municipality abolished since it was recorded is named by its code alone.
    code = residence.municipality
    municipality = register().get(code) or Unit(code, "", "", code[:4])
    county = register().get(municipality.parent)
    reasons = _HOMELESS if residence.homeless else _HOUSED
    return [
        Competent(kind, municipality if kind is InstitutionKind.OPS else county, reason)
        for kind, reason in reasons.items()
    ]


_UNKNOWN = Reason(
    "No place of residence is recorded, so it cannot be said which office is competent; in an urgent"
    " case social assistance is given where the person stays (art. 101 ust. 3 u.p.s.).",
    "Nie zapisano miejsca zamieszkania, więc nie można wskazać właściwego urzędu; w sprawach pilnych"
    " pomocy udziela gmina miejsca pobytu (art. 101 ust. 3 u.p.s.).",
)
_HOUSED = {
    InstitutionKind.OPS: Reason(
        "Social assistance is given by the municipality where the person lives"
        " (art. 101 ust. 1 u.p.s.).",
        "Pomocy społecznej udziela gmina miejsca zamieszkania (art. 101 ust. 1 u.p.s.).",
    ),
    InstitutionKind.PCPR: Reason(
        "Tasks of the county belong to the county where the person lives (art. 101 ust. 1 u.p.s.).",
        "Zadania powiatu należą do powiatu miejsca zamieszkania (art. 101 ust. 1 u.p.s.).",
    ),
    InstitutionKind.PUP: Reason(
        "Since 1 June 2025 the labour office of the county where the person lives is competent,"
        " not that of the registered address (ustawa o rynku pracy 2025).",
        "Od 1 czerwca 2025 r. właściwy jest urząd pracy powiatu zamieszkania, a nie zameldowania"
        " (ustawa o rynku pracy 2025).",
    ),
}
_HOMELESS = {
    InstitutionKind.OPS: Reason(
        "A homeless person is helped by the municipality where she was last registered for permanent"
        " residence (art. 101 ust. 2 u.p.s.).",
        "Osobie bezdomnej pomocy udziela gmina ostatniego zameldowania na pobyt stały"
        " (art. 101 ust. 2 u.p.s.).",
    ),
    InstitutionKind.PCPR: Reason(
        "A homeless person belongs to the county of the municipality where she was last registered"
        " (art. 101 ust. 2 u.p.s.).",
        "Osoba bezdomna należy do powiatu gminy ostatniego zameldowania (art. 101 ust. 2 u.p.s.).",
    ),
    # Which labour office serves a person without residence is still to be confirmed by a lawyer.
    InstitutionKind.PUP: Reason(
        "The labour office follows the place where the person lives; of a homeless person only the"
        " municipality of her last registration is recorded, so please check where she stays.",
        "Urząd pracy wyznacza miejsce zamieszkania; dla osoby bezdomnej zapisano tylko gminę ostatniego"
        " zameldowania, więc proszę sprawdzić miejsce pobytu.",
    ),
}
