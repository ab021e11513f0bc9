"""What fills the papers of a referral: the letter, the client's slip, the feedback."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from contracts.referrals import DeclineReason
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.papers import NoAppointment, NoFeedback
from services.referrals.domain.referral import Referral, ReferralNotFound
from services.referrals.domain.referral_states import UNDER_WAY, Appointment, ReferralState
from services.referrals.store.referrals import seen_by
from services.referrals.tables.referrals import referrals
from services.referrals.views.papers.person import Person
from services.referrals.views.papers.sheet import (
    Sheet,
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
from services.referrals.views.referral import ReferralView, show_referrals

Rows = list[tuple[str, str | None]]
_S = ReferralState
_ANSWERED = {_S.COMPLETED, _S.DECLINED, _S.FAILED}
_NOT_HELD = {Appointment.CANCELLED, Appointment.NO_SHOW, Appointment.TOOK_PLACE}
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
            "purpose": view.purpose,
            "appointment": _appointment(view),
            "owed": _owed(referral),
            "reasons": list(WORDS[DeclineReason].values()),
            "answerable": referral.state in {_S.SENT, _S.RECEIVED, _S.RETURNED, _S.WAITING},
            "printed_by": by.name,
        }

    return Sheet(referral.client_id, "referral.typ", fill)


async def slip_sheet(tx: Transaction, by: Caller, referral_id: UUID, wanted: Lang | None) -> Sheet:
    """What the client takes home: where, when, whom, what to bring. It may lie about: no more on it.

    Not who sent her, nor what for: a slip is left on a bus.
    """
    referral, view = await _seen(tx, by, referral_id)
    on, receiver = referral.first_visit_on, view.receiver
    held = referral.state in UNDER_WAY and referral.appointment not in _NOT_HELD
    if not held or on is None or receiver is None:
        raise NoAppointment

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

    return Sheet(referral.client_id, "slip.typ", fill)


async def feedback_sheet(tx: Transaction, by: Caller, referral_id: UUID) -> Sheet:
    """What came of a referral, for whoever sent it (informacja zwrotna)."""
    referral, view = await _seen(tx, by, referral_id)
    if referral.state not in _ANSWERED:
        raise NoFeedback

    def fill(person: Person | None) -> Mapping[str, Any]:
        return letterhead(by) | {
            "number": str(referral.id),
            "letter": [*_letter(view), ("Cel skierowania", view.purpose)],
            "client": client_rows(person)[:3],
            "course": _course(referral),
            "result": _result(view),
            "note": view.note,
            "acknowledged": day_of(referral.acknowledged_at),
        }

    return Sheet(referral.client_id, "feedback.typ", fill)


async def _seen(tx: Transaction, by: Caller, referral_id: UUID) -> tuple[Referral, ReferralView]:
    query = sa.select(Referral).where(referrals.c.id == referral_id, seen_by(by))
    found = list(await tx.session.scalars(query))
    views = await show_referrals(tx, found)
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
        ("Podstawa", basis(view.basis)),
    ]


def _appointment(view: ReferralView) -> Rows:
    on = view.first_visit_on
    if on is None:
        return []
    hour = f", godz. {view.first_visit_at}" if view.first_visit_at else ""
    return [("Termin", f"{weekday(on, 'pl')}, {day(on)}{hour}"), ("Miejsce", view.place)]


def _owed(referral: Referral) -> list[tuple[str, str]]:
    """What the receiver owes and by when; a day that nobody set yet is told in words."""
    end = referral.planned_end_on
    report = f"po zakończeniu wsparcia, planowanym na {day(end)}" if end else "po zakończeniu"
    return [
        ("Odpowiedź: przyjęcie z terminem pierwszej wizyty albo odmowa z powodem",
         day(referral.answer_due_on) or "niezwłocznie"),
        ("Pierwsza wizyta", day(referral.first_visit_on) or "w terminie podanym w odpowiedzi"),
        ("Informacja zwrotna: wynik i krótka notatka", report),
    ]  # fmt: skip


def _course(referral: Referral) -> Rows:
    told = [
        ("Odebrano", day_of(referral.received_at)),
        ("Odpowiedziano", day_of(referral.answered_at)),
        ("Pierwsza wizyta", day(referral.first_visit_on)),
        ("Rozpoczęto", day_of(referral.started_at)),
        ("Zakończono", day_of(referral.ended_at)),
    ]
    return [(what, when) for what, when in told if when is not None]


def _result(view: ReferralView) -> Rows:
    if view.state is _S.COMPLETED:
        return [("Wynik", word(view.outcome))]
    if view.state is _S.DECLINED:
        return [("Odmowa, powód", word(view.decline_reason))]
    return [("Wynik", "nie udało się zrealizować skierowania")]
