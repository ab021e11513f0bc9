"""What fills the printed minutes of a case meeting: the items the reader may know of, and no other."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.meeting import MeetingState
from services.referrals.views.meeting_minutes import MinutedItem, MinutesView, show_minutes
from services.referrals.views.meetings import ParticipantView
from services.referrals.views.papers.blocks import Block, block
from services.referrals.views.papers.sheet import People, Sheet, letterhead
from services.referrals.views.papers.words import day, day_of, word, yes_no


async def minutes_sheet(tx: Transaction, by: Caller, meeting_id: UUID) -> Sheet:
    """The minutes (protokół), as far as the reader may know them."""
    view = await show_minutes(tx, meeting_id, by)
    final = view.state is MeetingState.APPROVED
    clients = list(dict.fromkeys(item.client_id for item in view.items))

    def fill(people: People) -> Mapping[str, Any]:
        return letterhead(by) | {
            "title": "Protokół spotkania zespołu",
            "subtitle": view.partnership.name,
            "note": f"wersja {view.version}, spotkanie z {day(view.held_on)}",
            "mark": None if final else "PROJEKT",
            "warning": None if final else "Projekt. Protokół nie jest jeszcze zatwierdzony.",
            "blocks": [
                block("Spotkanie", rows=_facts(view)),
                block("Obecność", table=_attendance(view)),
                *[_item(item, people) for item in view.items],
            ],
            "signed": [{"over": None, "lines": _approvals(view)}],
        }

    return Sheet(clients, "sections.typ", fill)


def _facts(view: MinutesView) -> list[tuple[str, str | None]]:
    missing = ", ".join(view.quorum.missing)
    quorum = "jest" if view.quorum.met else f"brak: {missing}; ustalenia są zaleceniami"
    told = [
        ("Dzień", day(view.held_on)),
        ("Prowadzi", view.chair.name),
        ("Kworum", quorum),
        ("Zatwierdzić do", None if view.approved_at else day(view.approve_by)),
        ("Zatwierdzono", day_of(view.approved_at)),
    ]
    return [(what, said) for what, said in told if said]


def _attendance(view: MinutesView) -> Block | None:
    rows = [(one.institution.name, word(one.role), yes_no(one.present)) for one in view.attendance]
    head = ("Instytucja", "Rola", "Obecna")
    return {"head": head, "widths": (60, 25, 15), "rows": rows} if rows else None


def _item(item: MinutedItem, people: People) -> Block:
    """A client's item: what it was about, what was decided, what was noted and corrected."""
    person = people[item.client_id]
    who = f"{person.name}, ur. {day(person.born)}" if person else None
    noted = [("Notatka", item.note)] if item.note else []
    noted += [(f"Aneks z {day_of(one.added_at)}", one.text) for one in item.annexes]
    rows = [
        ("Klientka lub klient", who),
        ("Temat", item.purpose or "zaległe zadania z poprzednich ustaleń"),
        ("Osoba obecna przy omawianiu", yes_no(item.client_present) or "nie zapisano"),
        *noted,
    ]
    decided = [
        (one.text, one.owner.name, day(one.due_on), "ustalenie" if one.binding else "zalecenie")
        for one in item.decisions
    ]
    head = ("Ustalono", "Kto", "Do kiedy", "Rodzaj")
    table = {"head": head, "widths": (46, 24, 15, 15), "rows": decided} if decided else None
    return block(f"Punkt {item.number}", rows=rows, table=table)


def _approvals(view: MinutesView) -> list[Block]:
    """Who was there approves; who did has the day."""
    return [_approval(one) for one in view.attendance if one.present]


def _approval(one: ParticipantView) -> Block:
    on = day_of(one.approved_at)
    said = f"zatwierdzono dnia {on}" if on else None
    return {"under": f"w imieniu: {one.institution.name}", "said": said}
