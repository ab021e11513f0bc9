"""What fills the client's own sheet: her plan on one page, in plain words, without a number of hers."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from contracts.referrals.plan import GoalStatus
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.goals import Action
from services.referrals.domain.plan_cut import PlanWithheld
from services.referrals.domain.plan_states import PlanStatus
from services.referrals.views.papers.person import Person
from services.referrals.views.papers.plan import Seen, seen_plan
from services.referrals.views.papers.sheet import Sheet, about, language_of, letterhead
from services.referrals.views.papers.words import Lang, day, weekday
from services.referrals.views.parties import party_view

_WORDS = {
    "until": {"pl": "do", "en": "by"},
    "first": {"pl": "pierwsza wizyta", "en": "first visit"},
    "review": {
        "pl": "razem sprawdzamy, jak idzie plan",
        "en": "we look together how the plan goes",
    },
    "often": {"pl": "kontakt co najmniej raz na {} dni", "en": "in touch at least every {} days"},
    "elsewhere": {
        "pl": "co jeszcze razem ustaliliśmy, stoi na papierze tej instytucji",
        "en": "what else we agreed on stands on the paper of this institution",
    },
    "draft": {"pl": "PROJEKT", "en": "DRAFT"},
    "version": {"pl": "wersja {}", "en": "version {}"},
}


async def my_sheet(tx: Transaction, by: Caller, plan_id: UUID, wanted: Lang | None) -> Sheet:
    """My goals, what I do, what they do, when we meet, whom to call.

    It is hers, but a worker holds it first: what another's part says does not stand on it for who may
    not read that part, and that there is more is said of each such part, whatever is in it.
    """
    seen = await seen_plan(tx, by, plan_id)
    plan = seen.plan
    today = clock.today()

    def fill(person: Person | None) -> Mapping[str, Any]:
        lang = language_of(person, wanted)
        drafted = plan.status in {PlanStatus.DRAFT, PlanStatus.CONSULTATION}
        return letterhead(by, lang) | {
            "client": person.name if person else None,
            "large": person.large_print if person else False,
            "mark": _WORDS["draft"][lang] if drafted else None,
            "note": _WORDS["version"][lang].format(f"{plan.version}, {day(seen.on, lang)}"),
            "goals": [
                _by(goal.title, goal.due_on, lang)
                for goal in plan.goals
                if goal.status is GoalStatus.OPEN
            ],
            "mine": _mine(seen, lang),
            "theirs": _theirs(seen, lang),
            "meetings": list(_meetings(seen, lang, today)),
            "call": _call(seen),
        }

    return about(plan.client_id, "mine.typ", fill)


def _open(seen: Seen) -> Iterator[Action]:
    return (action for action in seen.plan.actions() if action.open)


def _mine(seen: Seen, lang: Lang) -> list[str]:
    """What she took on, once each though several institutions may have written it down."""
    parts = [part for part in seen.plan.parts if part.open]
    duties = [duty for part in parts for duty in part.words.text.client_duties]
    return list(dict.fromkeys(duties)) + [_told(a, lang) for a in _open(seen) if a.client_duty]


def _theirs(seen: Seen, lang: Lang) -> list[tuple[str, list[str]]]:
    """What each institution does, the leading one first."""
    done: dict[UUID, list[str]] = {seen.plan.lead: []} if seen.plan.lead else {}
    for part in seen.plan.parts:
        if part.open:
            done.setdefault(part.institution, []).extend(part.words.text.institution_duties)
    for action in _open(seen):
        if not action.client_duty:
            done.setdefault(action.owner, []).append(_told(action, lang))
    for part in seen.plan.parts:
        if part.open and seen.plan.reading.hides_of(PlanWithheld.PARTS, part.institution):
            done.setdefault(part.institution, []).append(_WORDS["elsewhere"][lang])
    return [
        (party_view(who, seen.names).name, list(dict.fromkeys(said)))
        for who, said in done.items()
        if said
    ]


def _meetings(seen: Seen, lang: Lang, today: date) -> Iterator[str]:
    """Every day that is set, the nearest first, then what has no day."""
    for on, at, what in sorted(_days(seen, lang)):
        if on >= today:
            hour = f", {at}" if at else ""
            yield f"{weekday(on, lang)}, {day(on, lang)}{hour} – {what}"
    for part in seen.plan.parts:
        if part.open and part.contact_every_days:
            often = _WORDS["often"][lang].format(part.contact_every_days)
            yield f"{party_view(part.institution, seen.names).name}: {often}"


def _days(seen: Seen, lang: Lang) -> Iterator[tuple[date, str, str]]:
    for action in _open(seen):
        owner = party_view(action.owner, seen.names).name
        if action.appointment_on:
            at = f"{action.appointment_at:%H:%M}" if action.appointment_at else ""
            yield action.appointment_on, at, f"{owner}: {action.title}"
        elif action.referral_id and action.due_on:
            yield action.due_on, "", f"{owner}: {_WORDS['first'][lang]}"
    if seen.plan.review_on:
        yield seen.plan.review_on, "", _WORDS["review"][lang]


def _call(seen: Seen) -> list[str]:
    """Whom to call: who leads the plan, then everybody else in it. Numbers are written in by hand."""
    who = [seen.plan.lead] if seen.plan.lead else []
    who += [part.institution for part in seen.plan.parts if part.open]
    return [party_view(one, seen.names).name for one in dict.fromkeys(who)]


def _told(action: Action, lang: Lang) -> str:
    return _by(action.title, action.due_on, lang)


def _by(title: str, due_on: date | None, lang: Lang) -> str:
    return f"{title} ({_WORDS['until'][lang]} {day(due_on, lang)})" if due_on else title
