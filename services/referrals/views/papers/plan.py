"""What fills the papers of a plan: the whole of it, one institution's part, the client's own sheet."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from contracts.referrals.plan import GoalStatus
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.parts import Part
from services.referrals.domain.plan_cut import CutPlan, PlanWithheld, cut
from services.referrals.domain.plan_states import PlanStatus
from services.referrals.domain.reviews import Review
from services.referrals.store.plan_reading import reading_of
from services.referrals.tables.plans import plan_changes
from services.referrals.views.papers.blocks import (
    Block,
    actions_table,
    block,
    goals_table,
    period,
    signatures,
)
from services.referrals.views.papers.forms import MODELS, Filled, standing, word_of_goal
from services.referrals.views.papers.person import Person
from services.referrals.views.papers.sheet import Sheet, about, client_rows, letterhead
from services.referrals.views.papers.words import day, month, polish_day, word
from services.referrals.views.parties import Names, party_view
from services.referrals.views.plan import SeenPlans, named_in

_PROJECT = "PROJEKT"
_UNSIGNED = "Projekt. Obowiązuje dopiero po podpisaniu przez obie strony."
_MARKS = {
    PlanStatus.DRAFT: _PROJECT,
    PlanStatus.CONSULTATION: _PROJECT,
    PlanStatus.DISCONTINUED: "PRZERWANY",
}


@dataclass(frozen=True)
class Seen:
    """A plan at hand: opened, cut to its reader, its institutions named, with the day of its version."""

    plan: CutPlan
    names: Names
    on: date
    """The day on which its present version was made."""

    @property
    def version(self) -> str:
        """The number and the day of its version, as they stand on every page."""
        return f"wersja {self.plan.version} z {day(self.on)}"


async def seen_plan(tx: Transaction, by: Caller, plan_id: UUID) -> Seen:
    """A plan that the reader may see, as far as she may know it."""
    plan = await SeenPlans(tx, by).find(plan_id)
    names = await named_in(tx, plan)
    changed = await tx.session.scalar(
        sa.select(sa.func.max(plan_changes.c.at)).where(plan_changes.c.plan_id == plan.id)
    )
    on = polish_day(changed or _made_at(plan.id))
    return Seen(cut(plan, await reading_of(tx, plan, by)), names, on)


async def plan_sheet(tx: Transaction, by: Caller, plan_id: UUID) -> Sheet:
    """The combined plan (jeden plan wsparcia); what is withheld from who prints it is said, not shown."""
    seen = await seen_plan(tx, by, plan_id)
    plan = seen.plan

    def fill(person: Person | None) -> Mapping[str, Any]:
        open_parts = [part for part in plan.parts if part.open]
        return letterhead(by) | {
            "title": "Wspólny plan wsparcia",
            "subtitle": None,
            "note": seen.version,
            "mark": _MARKS.get(plan.status),
            "warning": _UNSIGNED if _MARKS.get(plan.status) == _PROJECT else None,
            "blocks": [
                block("Osoba objęta wsparciem", rows=client_rows(person)),
                block("Plan", rows=_facts(seen)),
                *_diagnosis(plan),
                block("Cele", table=goals_table(plan.goals), blank=3),
                *_goals(seen),
                *_supports(plan),
                *[_part(part, seen) for part in plan.parts],
                *[_review(review, plan) for review in plan.reviews],
                *_end(plan),
            ],
            "signed": [
                {"over": MODELS[part.form].title, "lines": signatures(part, seen.names)}
                for part in open_parts
            ],
        }

    return about(plan.client_id, "sections.typ", fill)


async def part_sheet(tx: Transaction, by: Caller, plan_id: UUID, part_id: UUID) -> Sheet:
    """One institution's part in its statutory form; refused to whom its words are withheld."""
    seen = await seen_plan(tx, by, plan_id)
    part = seen.plan.part(part_id)
    model = MODELS[part.form]

    def fill(person: Person | None) -> Mapping[str, Any]:
        done = part.agreed or part.closed_on
        return letterhead(by) | {
            "title": model.title,
            "subtitle": model.subtitle,
            "note": f"plan wsparcia, {seen.version}",
            "mark": None if done else _PROJECT,
            "warning": None if done else _UNSIGNED,
            "blocks": [
                block("Osoba objęta wsparciem", rows=client_rows(person)),
                *model.fill(Filled(seen.plan, part, seen.names)),
            ],
            "signed": [{"over": None, "lines": signatures(part, seen.names)}],
        }

    return about(seen.plan.client_id, "sections.typ", fill)


def _facts(seen: Seen) -> list[tuple[str, str | None]]:
    plan = seen.plan
    told = [
        ("Prowadzi", party_view(plan.lead, seen.names).name if plan.lead else None),
        ("Stan", word(plan.status)),
        ("Przedstawiony do uzgodnienia", day(plan.proposed_on)),
        ("Uzgodniony", day(plan.agreed_on)),
        ("Realizowany od", day(plan.active_from)),
        ("Następna ocena", day(plan.review_on)),
        ("Planowany koniec", day(plan.ends_on)),
    ]
    return [(what, said) for what, said in told if said is not None]


_NOT_SHOWN = "nie udostępniono instytucji, która drukuje ten plan"
"""Stands where words are withheld, whether or not there are any."""


def _diagnosis(plan: CutPlan) -> list[Block]:
    if plan.reading.hides(PlanWithheld.DIAGNOSIS):
        return [block("Diagnoza i mocne strony", text=_NOT_SHOWN)]
    strengths = plan.words.strengths
    return [
        block("Diagnoza", text=plan.words.diagnosis, blank=3),
        *([block("Mocne strony", items=strengths)] if strengths else []),
    ]


def _goals(seen: Seen) -> list[Block]:
    """Goal by goal what is done towards it, and how it stands."""
    return [
        block(f"Cel: {goal.title}", rows=[("Stan", word_of_goal(goal))],
              table=actions_table(goal.actions, seen.names))
        for goal in seen.plan.goals
        if goal.actions or goal.status is not GoalStatus.OPEN
    ]  # fmt: skip


def _supports(plan: CutPlan) -> list[Block]:
    rows: list[tuple[str, str | None]] = [
        (word(one.kind) or "", f"od {month(one.first_month)} do {month(one.last_month)}")
        for one in plan.supports
    ]
    return [block("Przyznane wsparcie", rows=rows)] if rows else []


def _part(part: Part, seen: Seen) -> Block:
    """A part in short; it has a paper of its own."""
    text = part.words.text
    withheld = seen.plan.reading.hides_of(PlanWithheld.PARTS, part.institution)
    told = [
        ("Instytucja", party_view(part.institution, seen.names).name),
        ("Czas trwania", period(part.valid_from, part.valid_to)),
        ("Stan", standing(part)),
        ("Zapewnia instytucja", "\n".join(text.institution_duties) or None),
        ("Robi klientka lub klient", "\n".join(text.client_duties) or None),
        ("Kontakt co najmniej co", f"{n} dni" if (n := part.contact_every_days) else None),
        ("Ocena najpóźniej", day(part.review_on)),
        ("Wynik", part.words.results),
        ("Treść", _NOT_SHOWN if withheld else None),
    ]
    title = f"Część {part.letter}: {MODELS[part.form].title}"
    return block(title, rows=[(what, said) for what, said in told if said])


def _review(review: Review, plan: CutPlan) -> Block:
    titles = {goal.id: goal.title for goal in plan.goals}
    rows: list[tuple[str, str | None]] = [
        (
            titles.get(one.goal_id, "cel"),
            f"{word(one.progress)}{f': {one.note}' if one.note else ''}",
        )
        for one in review.words.progress
    ]
    withheld = plan.reading.hides_of(PlanWithheld.CONCLUSIONS, review.institution)
    conclusions = _NOT_SHOWN if withheld else review.words.conclusions
    ended = [("Wnioski", conclusions), ("Następna", day(review.next_review_on))]
    rows += [(what, said) for what, said in ended if said]
    return block(f"Ocena z {day(review.closed_on or review.opened_on)}", rows=rows, blank=2)


def _end(plan: CutPlan) -> list[Block]:
    if not plan.ended:
        return []
    why = [("Powód", word(plan.end_reason))] if plan.end_reason else []
    withheld = plan.reading.hides(PlanWithheld.SUMMARY)
    summary = f"Podsumowanie: {_NOT_SHOWN}" if withheld else plan.words.summary
    return [block("Zakończenie", rows=[("Dzień", day(plan.ended_on)), *why], text=summary)]


def _made_at(plan_id: UUID) -> datetime:
    """When a plan that nobody changed yet was opened: an id begins with its instant."""
    return datetime.fromtimestamp((plan_id.int >> 80) / 1000, UTC)
