"""An institution's part of the plan in its statutory form.

The regulations' own wording is not among our sources: the headings say in plain Polish what each form
must hold (domain 2.1 to 2.9). Before such a paper is signed in earnest a lawyer compares it with the
model of its act; nothing here names an article that we have not read.
"""

from collections.abc import Callable
from dataclasses import dataclass

from contracts.referrals.plan import PartForm
from services.referrals.domain.goals import Action, Goal
from services.referrals.domain.parts import Part
from services.referrals.domain.plan_cut import CutPlan
from services.referrals.views.papers.blocks import (
    Block,
    actions_table,
    block,
    goals_table,
    period,
)
from services.referrals.views.papers.words import day, word
from services.referrals.views.parties import Names, party_view


@dataclass(frozen=True)
class Model:
    """A form: what stands over it, and what it is made of."""

    title: str
    subtitle: str
    fill: Callable[["Filled"], list[Block]]


@dataclass(frozen=True)
class Filled:
    """One part, with what of the plan belongs into it."""

    plan: CutPlan
    part: Part
    names: Names

    @property
    def owner(self) -> str:
        """The institution whose part it is."""
        return party_view(self.part.institution, self.names).name

    @property
    def goals(self) -> list[Goal]:
        """The goals towards which this institution does something."""
        return [
            goal
            for goal in self.plan.goals
            if any(action.owner == self.part.institution for action in goal.actions)
        ]

    @property
    def actions(self) -> list[Action]:
        """What this institution does, or sees to that the client does."""
        return [a for a in self.plan.actions() if a.owner == self.part.institution]


def _help_plan(it: Filled) -> list[Block]:
    text = it.part.words.text
    return [
        _parties(it, "Kto sporządza plan i na jaki czas", "Ośrodek"),
        block("Problem", text=text.problem, blank=2),
        block("Cele", table=goals_table(it.goals), blank=2),
        block("Planowana pomoc ośrodka", items=text.institution_duties, blank=3),
        block("Co robi osoba lub rodzina", items=text.client_duties, blank=3),
        block("Działania i terminy", table=actions_table(it.actions, it.names)),
        block("Ponowna ocena", rows=[("Najpóźniej", day(it.part.review_on))]),
    ]


def _contract(it: Filled) -> list[Block]:
    text = it.part.words.text
    return [
        _parties(it, "Strony kontraktu i czas trwania", "Ośrodek"),
        block(_PROBLEM[it.part.form], text=text.problem, blank=3),
        block("Przyczyny", text=text.causes, blank=3),
        block("Cele główne i szczegółowe", table=goals_table(it.goals), blank=3),
        block("Działania i terminy", table=actions_table(it.actions, it.names), blank=3),
        block("Do czego zobowiązuje się klientka lub klient", items=text.client_duties, blank=3),
        block("Do czego zobowiązuje się ośrodek", items=text.institution_duties, blank=3),
        *_beside(it),
        block("Terminy oceny", rows=[("Następna ocena", day(it.part.review_on)), *_held(it)]),
        block("Ocena i wynik", text=it.part.words.results, blank=3),
        block("Skutki niedotrzymania kontraktu", text=text.effect, blank=2),
    ]


def _ipd(it: Filled) -> list[Block]:
    text, part = it.part.words.text, it.part
    every = part.contact_every_days
    often = f"co najmniej raz na {every} dni" if every else None
    made = [("W rejestrze od", day(part.registered_on))] if part.registered_on else []
    job = [("Podjęcie pracy", day(part.job_started_on))] if part.job_started_on else []
    return [
        _parties(it, "Kto sporządza plan i na jaki czas", "Urząd pracy", *made, *job),
        block("Cele", table=goals_table(it.goals), blank=2),
        block("Formy pomocy urzędu", items=text.institution_duties, blank=3),
        block("Działania własne", items=text.client_duties, blank=3),
        block("Terminy działań", table=actions_table(it.actions, it.names), blank=3),
        block(
            "Kontakt z doradcą",
            rows=[
                ("Jak często", often),
                ("Sposób (na miejscu, telefon, poczta elektroniczna)", None),
            ],
        ),
        block("Dzień zakończenia planu", rows=[("Ostatni dzień", day(part.valid_to))]),
        *_results(it),
    ]


def _agreement(it: Filled) -> list[Block]:
    text = it.part.words.text
    return [
        _parties(it, "Strony umowy i czas trwania", "Organizacja lub zakład"),
        block("Cele", table=goals_table(it.goals), blank=2),
        block("Co zapewnia organizacja", items=text.institution_duties, blank=3),
        block("Co robi klientka lub klient", items=text.client_duties, blank=3),
        block("Działania i terminy", table=actions_table(it.actions, it.names)),
        *([block("Co, jeśli ustaleń się nie dotrzyma", text=text.effect)] if text.effect else []),
        *_results(it),
    ]


def _ipus(it: Filled) -> list[Block]:
    text, part = it.part.words.text, it.part
    applied = ("Dzień złożenia wniosku", day(part.applied_on))
    if part.passed_to_other_units:
        passed = f"wyrażona; dowód: {part.words.passing_consent}"
    else:
        passed = "nie dotyczy: wniosku nie przekazuje się innym jednostkom"
    watched = [("Przegląd", day(part.review_on))] if part.review_on else []
    return [
        _parties(it, "Kto sporządza plan i na jaki czas", "Centrum usług społecznych", applied),
        block("Potrzeby", text=text.problem, blank=2),
        block("Cele", table=goals_table(it.goals), blank=2),
        block("Usługi i ich koordynacja", items=text.institution_duties, blank=3),
        block("Kto, co i kiedy", table=actions_table(list(it.plan.actions()), it.names), blank=3),
        block("Co robi klientka lub klient", items=text.client_duties, blank=2),
        block("Zgoda na przekazanie wniosku", rows=[("Zgoda wnioskodawcy", passed)]),
        block("Zatwierdzenie przez dyrektora centrum albo upoważnionego organizatora usług",
              rows=[("Zatwierdzono", day(part.signed_on))]),
        block("Monitorowanie", rows=[*watched, *_held(it)], blank=2),
        block("Rozmowa podsumowująca i opis wyników",
              rows=[("Rozmowa", day(part.talk_on)), ("Wyniki", part.words.results)]),
    ]  # fmt: skip


def _parties(it: Filled, title: str, side: str, *more: tuple[str, str | None]) -> Block:
    lasts = ("Czas trwania", period(it.part.valid_from, it.part.valid_to))
    return block(title, rows=[(side, it.owner), ("Osoba, która sporządza", None), lasts, *more])


def _held(it: Filled) -> list[tuple[str, str | None]]:
    """Reviews of the plan that were held while the part was in force, with what they concluded."""
    return [
        (f"Ocena z {day(review.closed_on)}", review.words.conclusions)
        for review in it.plan.reviews
        if review.closed_on and review.closed_on >= it.part.valid_from
    ]


def _beside(it: Filled) -> list[Block]:
    """Of a contract with somebody out of work: what the labour office agreed with her."""
    if it.part.form is not PartForm.SOCIAL_CONTRACT_B:
        return []
    rows = [
        (party_view(p.institution, it.names).name, f"IPD {period(p.valid_from, p.valid_to)}")
        for p in it.plan.parts
        if p.form is PartForm.IPD and p.open
    ]
    return [block("Współdziałanie z urzędem pracy", rows=rows, blank=1)]


def _results(it: Filled) -> list[Block]:
    said = it.part.words.results
    return [block("Co osiągnięto", text=said)] if said else []


_PROBLEM = {
    PartForm.SOCIAL_CONTRACT_A: "Problem: trudna sytuacja życiowa",
    PartForm.SOCIAL_CONTRACT_B: "Problem: sytuacja na rynku pracy i aktywność",
}
MODELS = {
    PartForm.HELP_PLAN: Model(
        "Plan pomocy", "rodzinny wywiad środowiskowy, segment J", _help_plan
    ),
    PartForm.SOCIAL_CONTRACT_A: Model(
        "Kontrakt socjalny A", "rozwiązanie trudnej sytuacji życiowej", _contract
    ),
    PartForm.SOCIAL_CONTRACT_B: Model(
        "Kontrakt socjalny B", "wzmocnienie aktywności osoby bez pracy", _contract
    ),
    PartForm.IPD: Model("Indywidualny plan działania", "część planu wsparcia urzędu pracy", _ipd),
    PartForm.SERVICE_AGREEMENT: Model(
        "Umowa o wsparcie", "część planu wsparcia organizacji lub zakładu", _agreement
    ),
    PartForm.IPUS: Model(
        "Indywidualny plan usług społecznych", "część planu wsparcia centrum usług", _ipus
    ),
}


def standing(part: Part) -> str:
    """How the signatures of a part stand, in words."""
    if part.closed_on:
        return f"zakończona {day(part.closed_on)}"
    return "uzgodniona" if part.agreed else "do podpisu"


def word_of_goal(goal: Goal) -> str:
    """How a goal stands, with what came of it."""
    result = f": {goal.words.result}" if goal.words.result else ""
    return f"{word(goal.status)}{result}"
