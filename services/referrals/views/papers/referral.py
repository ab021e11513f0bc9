"""What fills the papers of a referral: the letter, the client's slip, the feedback."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from contracts.referrals import DeclineReason
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.papers import NoFeedback, NoVisitAhead
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_clock import open_by, outcome_due_on
from services.referrals.domain.referral_refusals import ReferralNotFound
from services.referrals.domain.referral_states import (
    UNANSWERED,
    UNDER_WAY,
    Appointment,
    ReferralState,
)
from services.referrals.store.referrals import seen_by
from services.referrals.tables.referrals import referrals
from services.referrals.views.papers.person import Person
from services.referrals.views.papers.sheet import (
    Sheet,
    about,
    arrangements,
    client_rows,
    language_of,
    letterhead,
)
from services.referrals.views.papers.words import (
    WORDS,
    Lang,
    basis,
    day,
    day_of,
    weekday,
    word,
)
from services.referrals.views.parties import names_of, party_view
from services.referrals.views.referral import ReferralView, show_referrals

Rows = list[tuple[str, str | None]]
_S = ReferralState
_ASKED = UNANSWERED | UNDER_WAY
_ANSWERED = {_S.COMPLETED, _S.DECLINED, _S.FAILED}
_NOT_HELD = {Appointment.CANCELLED, Appointment.NO_SHOW, Appointment.TOOK_PLACE}
_WITHHELD = "Treści nie można już udostępnić: podstawa, na której ją przekazano, ustała."
_MARKS = {
    _S.DRAFT: "PROJEKT",
    _S.DECLINED: "ODMOWA",
    _S.WITHDRAWN: "WYCOFANE",
    _S.CANCELLED: "ODWOŁANE",
    _S.EXPIRED: "WYGASŁE",
    _S.SUPERSEDED: "NIEAKTUALNE",
    _S.ENTERED_IN_ERROR: "OMYŁKA",
}
"""What stands across a referral that asks nothing of its receiver, not yet or not any more."""


async def letter_sheet(tx: Transaction, by: Caller, referral_id: UUID) -> Sheet:
    """The referral as a letter to its receiver, with room for an answer by hand (skierowanie)."""
    referral, view = await _seen(tx, by, referral_id)

    def fill(person: Person | None) -> Mapping[str, Any]:
        return letterhead(by) | {
            "mark": _MARKS.get(referral.state),
            "number": str(referral.id),
            "letter": _letter(view),
            "client": client_rows(person),
            "arrange": arrangements(person),
            "purpose": view.purpose or _WITHHELD,
            "appointment": _appointment(view),
            "owed": _owed(referral) if referral.state in _ASKED else [],
            "reasons": list(WORDS[DeclineReason].values()),
            "answerable": referral.state in UNANSWERED,
            "printed_by": by.name,
        }

    return about(referral.client_id, "referral.typ", fill)


async def slip_sheet(tx: Transaction, by: Caller, referral_id: UUID, wanted: Lang | None) -> Sheet:
    """What the client takes home: where, when, whom, what to bring. It may lie about: no more on it.

    Not who sent her, nor what for: a slip is left on a bus.
    """
    referral, view = await _seen(tx, by, referral_id)
    on, receiver = referral.first_visit_on, view.receiver
    held = referral.state in UNDER_WAY and referral.appointment not in _NOT_HELD
    if not held or on is None or receiver is None:
        raise NoVisitAhead

    def fill(person: Person | None) -> Mapping[str, Any]:
        lang = language_of(person, wanted)
        return letterhead(by, lang) | {
            "institution": "",
            "client": person.name if person else None,
            "large": person.large_print if person else False,
            "weekday": weekday(on, lang),
            "on": day(on, lang),
            "at": view.first_visit_at,
            "receiver": receiver.name,
            "place": view.place,
            "whom": by.name if by.institution == receiver.id else None,
        }

    return about(referral.client_id, "slip.typ", fill)


async def feedback_sheet(tx: Transaction, by: Caller, referral_id: UUID) -> Sheet:
    """What came of a referral, for whoever sent it (informacja zwrotna)."""
    referral, view = await _seen(tx, by, referral_id)
    if referral.state not in _ANSWERED:
        raise NoFeedback
    asked = [one.institution for one in view.alternatives if one.institution]
    names = await names_of(tx, asked)

    def fill(person: Person | None) -> Mapping[str, Any]:
        return letterhead(by) | {
            "number": str(referral.id),
            "letter": [*_letter(view), ("Cel skierowania", view.purpose or _WITHHELD)],
            "client": client_rows(person)[:3],
            "course": _course(view),
            "result": _result(view),
            "delivered": view.delivered,
            "note": view.note,
            "instead": [party_view(one, names).name for one in asked],
            "hers": [
                (what, said)
                for what, said in (
                    ("Ocena", word(view.satisfaction)),
                    ("Własnymi słowami", view.client_words),
                )
                if said
            ],
            "acknowledged": day_of(view.acknowledged_at),
        }

    return about(referral.client_id, "feedback.typ", fill)


async def _seen(tx: Transaction, by: Caller, referral_id: UUID) -> tuple[Referral, ReferralView]:
    query = sa.select(Referral).where(referrals.c.id == referral_id, seen_by(by))
    found = list(await tx.session.scalars(query))
    views = await show_referrals(tx, found, by)
    if not views:
        raise ReferralNotFound
    return found[0], views[0]


def _letter(view: ReferralView) -> Rows:
    receiver = view.receiver.name if view.receiver else "instytucja partnerstwa, która je podejmie"
    sent = "jeszcze nie wysłano" if view.state is _S.DRAFT else day_of(view.sent_at)
    return [
        ("Kieruje", view.sender.name),
        ("Do", receiver),
        ("Dzień wysłania", sent),
        ("Tryb", word(view.urgency)),
        ("Stan w dniu wydruku", word(view.state)),
        ("Podstawa", basis(view.basis) if view.basis else None),
    ]


def _appointment(view: ReferralView) -> Rows:
    on = view.first_visit_on
    if on is None:
        return []
    hour = f", godz. {view.first_visit_at}" if view.first_visit_at else ""
    return [("Termin", f"{weekday(on, 'pl')}, {day(on)}{hour}"), ("Miejsce", view.place)]


def _owed(referral: Referral) -> list[tuple[str, str | None]]:
    """What the receiver owes and by when; what is done already is not asked for."""
    owed: list[tuple[str, str | None]] = []
    if referral.state is _S.SENT:
        owed.append(("Potwierdzenie odbioru", _until(open_by(referral))))
    if referral.state in UNANSWERED:
        answer = "Odpowiedź: przyjęcie z terminem pierwszej wizyty albo odmowa z powodem"
        owed.append((answer, _until(referral.answer_due_on)))
    if referral.first_visit_on and referral.appointment is Appointment.SCHEDULED:
        owed.append(("Spotkanie z klientką lub klientem", day(referral.first_visit_on)))
    if referral.state in UNANSWERED:
        report = "po zakończeniu wsparcia"
    else:
        report = _until(outcome_due_on(referral))
    return [*owed, ("Informacja zwrotna: wynik i krótka notatka", report)]


def _until(on: date | None) -> str:
    return f"do {day(on)}" if on else "niezwłocznie"


def _course(view: ReferralView) -> Rows:
    told = [
        ("Odebrano", day_of(view.received_at)),
        ("Odpowiedziano", day_of(view.answered_at)),
        ("Ostatnia umówiona wizyta", day(view.first_visit_on)),
        ("Rozpoczęto", day_of(view.started_at)),
        ("Zakończono", day_of(view.ended_at)),
    ]
    return [(what, when) for what, when in told if when is not None]


def _result(view: ReferralView) -> Rows:
    if view.state is _S.COMPLETED:
        return [("Wynik", word(view.outcome))]
    if view.state is _S.DECLINED:
        return [("Odmowa, powód", word(view.decline_reason))]
    return [("Wsparcie przerwano, powód", word(view.fail_reason))]
