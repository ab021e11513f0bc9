"""The blocks that papers of a plan are made of: a heading with text, facts, points or tables below."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from contracts.referrals.plan import GoalStatus
from services.referrals.domain.goals import Action, Goal
from services.referrals.domain.parts import ClientAnswer, Part
from services.referrals.views.papers.words import day, word, zloty
from services.referrals.views.parties import Names, party_view

Block = dict[str, Any]
Rows = Sequence[tuple[str, str | None]]


def block(
    title: str,
    *,
    text: str | None = None,
    rows: Rows = (),
    items: Iterable[str] = (),
    table: Block | None = None,
    blank: int = 0,
) -> Block:
    """One section of a paper; what has nothing to show gets `blank` lines to be written on."""
    points = list(items)
    empty = not (text or rows or points or table)
    return {
        "title": title,
        "text": text,
        "rows": list(rows),
        "items": points,
        "table": table,
        "blank": blank if empty else 0,
    }


def goals_table(goals: Sequence[Goal]) -> Block | None:
    """Goals with how one sees whether they are reached."""
    shown = [goal for goal in goals if goal.status is not GoalStatus.DROPPED]
    rows = [
        (
            goal.title,
            goal.words.indicator,
            goal.words.baseline,
            goal.words.target,
            day(goal.due_on),
        )
        for goal in shown
    ]
    head = ("Cel", "Wskaźnik", "Stan na początku", "Stan docelowy", "Termin")
    return {"head": head, "widths": (34, 20, 15, 15, 16), "rows": rows} if rows else None


def actions_table(actions: Sequence[Action], names: Names) -> Block | None:
    """What is done, by whom, when, and how it stands."""
    rows = [
        (
            "\n".join(part for part in (action.title, _means(action)) if part),
            "klientka lub klient" if action.client_duty else party_view(action.owner, names).name,
            _when(action),
            word(action.outcome) or word(action.status),
        )
        for action in actions
    ]
    head = ("Działanie", "Kto", "Kiedy", "Stan")
    return {"head": head, "widths": (42, 24, 18, 16), "rows": rows} if rows else None


def signatures(part: Part, names: Names) -> list[Block]:
    """The two lines under a part: who signed has the day, who did not has a line to sign on."""
    owner = party_view(part.institution, names).name
    ours = f"podpisano dnia {day(part.signed_on)}" if part.signed_on else None
    return [
        {"under": "klientka, klient albo przedstawiciel", "said": _client_said(part)},
        {"under": f"w imieniu: {owner}", "said": ours},
    ]


def period(first: date, last: date | None) -> str:
    """From a day to a day."""
    return f"od {day(first)} do {day(last)}" if last else f"od {day(first)}"


def _client_said(part: Part) -> str | None:
    if part.client_answer is None:
        return None
    said = part.words
    if part.client_answer is ClientAnswer.SIGNED:
        kept = f"; dowód: {said.evidence}" if said.evidence else ""
        return f"podpisano dnia {day(part.client_on)}{kept}"
    because = f"; powód: {said.reason}" if said.reason else ""
    return f"odmowa podpisu dnia {day(part.client_on)}{because}"


def _means(action: Action) -> str:
    """What an action costs and who pays, if that was said."""
    cost = f"koszt: {zloty(action.cost_grosze)}" if action.cost_grosze is not None else ""
    paid = f"finansowanie: {word(action.funding)}" if action.funding else ""
    return ", ".join(part for part in (cost, paid) if part)


def _when(action: Action) -> str | None:
    if action.start_on and action.due_on:
        return period(action.start_on, action.due_on)
    if action.due_on:
        return f"do {day(action.due_on)}"
    return f"od {day(action.start_on)}" if action.start_on else None
