"""What fills the printed hand-over of a client: what her next adviser should know."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.handover import HandoverState
from services.referrals.domain.handover_summary import (
    HandoverSummary,
    SummaryAction,
    SummaryPlan,
    SummaryReferral,
    SummaryRequest,
)
from services.referrals.views.handovers import HandoverView, SeenHandovers
from services.referrals.views.papers.blocks import Block, Rows, block
from services.referrals.views.papers.person import Person
from services.referrals.views.papers.sheet import (
    Sheet,
    about,
    arrangements,
    client_rows,
    letterhead,
)
from services.referrals.views.papers.words import day, day_of, word
from services.referrals.views.parties import Names, names_of, party_view
from services.referrals.views.workers import WorkerView


async def handover_sheet(tx: Transaction, by: Caller, handover_id: UUID) -> Sheet:
    """A hand-over with the summary of the moment it was proposed (przekazanie klienta)."""
    view = await SeenHandovers(tx, by).show(handover_id)
    actions = [a for plan in view.summary.plans for a in _actions(plan)]
    names = await names_of(tx, {action.owner for action in actions})

    def fill(person: Person | None) -> Mapping[str, Any]:
        asked = arrangements(person)
        return letterhead(by) | {
            "title": "Przekazanie klientki lub klienta",
            "subtitle": None,
            "note": f"stan z {day_of(view.summary.made_at)}",
            "mark": _MARKS.get(view.state),
            "warning": None,
            "blocks": [
                block("Kogo dotyczy", rows=client_rows(person)),
                *([block("Co zapewnić", text=asked)] if asked else []),
                block("Przekazanie", rows=_facts(view)),
                *([block("Słowo przekazującego", text=view.note)] if view.note else []),
                *_summary(view.summary, names),
            ],
            "signed": [{"over": None, "lines": _lines(view)}],
        }

    return about(view.client_id, "sections.typ", fill)


_MARKS = {
    HandoverState.PENDING: "PROPOZYCJA",
    HandoverState.DECLINED: "ODMOWA",
    HandoverState.WITHDRAWN: "WYCOFANE",
    HandoverState.SUPERSEDED: "NIEAKTUALNE",
}


_RESTS = "\nstraci aktualność, jeśli nie zostanie przejęte"
"""What is pending in the name of the adviser who hands over."""


def _facts(view: HandoverView) -> Rows:
    told = [
        ("Przekazuje", _name(view.from_worker)),
        ("Przejmuje", _name(view.to_worker)),
        ("Zaproponowano", day_of(view.proposed_at)),
        ("Odpowiedź do", day(view.due_on) if view.state is HandoverState.PENDING else None),
        ("Odpowiedziano", day_of(view.answered_at)),
        ("Powód odmowy", word(view.reason)),
        ("Odpowiedź", view.answer),
    ]
    return [(what, said) for what, said in told if said]


def _name(worker: WorkerView) -> str:
    """The name, if somebody told it; else the code by which the house knows her."""
    return worker.name or worker.code


def _summary(told: HandoverSummary, names: Names) -> list[Block]:
    plans = [_plan(plan, names) for plan in told.plans]
    contacts = [
        (one.institution_name or "instytucja", f"{day(one.happened_on)}, {word(one.kind)}")
        for one in told.last_contacts
    ]
    duties = [(word(one.kind) or "", day(one.due_on) or "bez terminu") for one in told.duties]
    return [
        *plans,
        *_referrals("Skierowania wysłane, otwarte", told.referrals_out),
        *_referrals("Skierowania otrzymane, otwarte", told.referrals_in),
        *_requests("Wnioski o informację, na które czekamy", told.requests_out),
        *_requests("Wnioski o informację, na które odpowiadamy", told.requests_in),
        block("Ostatnie kontakty", rows=contacts, text=None if contacts else "Nie zapisano."),
        block("Co jest do zrobienia", rows=duties, text=None if duties else "Nic pilnego."),
    ]


def _plan(plan: SummaryPlan, names: Names) -> Block:
    goals = [f"Cel: {goal.title}" for goal in plan.open_goals]
    rows = [
        (
            f"{action.title}{' (po terminie)' if action in plan.overdue_actions else ''}",
            party_view(action.owner, names).name,
            day(action.due_on),
        )
        for action in _actions(plan)
    ]
    head = ("Działanie", "Kto", "Do kiedy")
    table = {"head": head, "widths": (52, 30, 18), "rows": rows} if rows else None
    nothing = None if goals or rows else "Bez otwartych celów i działań."
    return block("Plan wsparcia", text=nothing, items=goals, table=table)


def _actions(plan: SummaryPlan) -> list[SummaryAction]:
    return [*plan.overdue_actions, *plan.due_actions]


def _referrals(title: str, found: Sequence[SummaryReferral]) -> list[Block]:
    rows = [
        (
            f"{one.purpose}{_RESTS if one.rests_on_adviser else ''}",
            one.other_name,
            word(one.state),
            day(one.first_visit_on or one.answer_due_on),
        )
        for one in found
    ]
    head = ("Cel", "Druga strona", "Stan", "Najbliższy dzień")
    return (
        [block(title, table={"head": head, "widths": (42, 24, 18, 16), "rows": rows})]
        if rows
        else []
    )


def _requests(title: str, found: Sequence[SummaryRequest]) -> list[Block]:
    rows = [
        (
            f"{one.other_name or 'instytucja'}{_RESTS if one.rests_on_adviser else ''}",
            word(one.state),
            day(one.due_on),
        )
        for one in found
    ]
    head = ("Druga strona", "Stan", "Termin")
    table = {"head": head, "widths": (60, 22, 18), "rows": rows}
    return [block(title, table=table)] if rows else []


def _lines(view: HandoverView) -> list[Block]:
    on = day_of(view.answered_at) if view.state is HandoverState.ACCEPTED else None
    took = f"przejęto dnia {on}" if on else None
    gave = f"przekazano dnia {day_of(view.proposed_at)}"
    return [
        {"under": f"przekazuje: {_name(view.from_worker)}", "said": gave},
        {"under": f"przejmuje: {_name(view.to_worker)}", "said": took},
    ]
