"""What fills the printed interview: the segments recorded, the mandatory ones in any case."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from contracts.intake.interviews import InterviewKind
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.interview import (
    Interview,
    InterviewPart,
    InterviewState,
    Saving,
    Signing,
    StatementSigned,
    Visit,
    Withdrawal,
)
from services.intake.domain.segments import MANDATORY, SECTION_OF
from services.intake.store.interviews import readable
from services.intake.views.interviews import SeenInterviews, withheld
from services.intake.views.papers.segments import TITLES, lay_out
from services.intake.views.papers.sheet import Sheet, letterhead
from services.intake.views.papers.words import day, word


async def interview_sheet(tx: Transaction, by: Caller, interview_id: UUID) -> Sheet:
    """The interview as far as the reader may see it."""
    interview = await SeenInterviews(tx, by).get(interview_id)
    seen = {name: s for name, s in interview.savings.items() if readable(s, by)}
    wanted = MANDATORY if interview.part is InterviewPart.I else ()
    shown = [name for name in SECTION_OF if name in seen or name in wanted]
    data = letterhead(by) | {
        "title": _TITLES[interview.kind],
        "part": f"Kwestionariusz, część {interview.part.value}",
        "number": str(interview.id),
        "mark": _mark(interview),
        "facts": _facts(interview, seen.get("visit")),
        "segments": [_segment(name, seen.get(name)) for name in shown],
        # Said whether or not there is anything: that too would tell.
        "partial": bool(withheld(interview, by)),
        "closing": _closing(seen),
    }
    return Sheet(interview.client_id, "interview.typ", data)


_TITLES = {
    InterviewKind.INTERVIEW: "Rodzinny wywiad środowiskowy",
    InterviewKind.INTERVIEW_UPDATE: "Aktualizacja rodzinnego wywiadu środowiskowego",
    InterviewKind.DECLARATION: "Oświadczenie w miejsce rodzinnego wywiadu środowiskowego",
}


def _mark(interview: Interview) -> str | None:
    """What stands across every page of a paper that nobody signed yet."""
    if interview.state is InterviewState.WITHDRAWN:
        return "WYCOFANY"
    if interview.state is InterviewState.SIGNED:
        return None
    return "PROJEKT" if interview.missing else "DO PODPISU"


def _facts(interview: Interview, held: Saving | None) -> Sequence[tuple[str, str | None]]:
    begun = f"{word(interview.channel)}, {word(interview.received_as)}"
    facts = [
        ("Wszczęcie", f"{begun}, {day(interview.received_on)}"),
        ("Termin", f"{day(interview.due_on)}{' (sprawa pilna)' if interview.urgent else ''}"),
    ]
    if held and isinstance(held.content, Visit):
        visit = held.content
        facts += [
            ("Przeprowadzono", f"{day(visit.held_on)}, {visit.place}"),
            ("Obecni", ", ".join(visit.present) or "nie zapisano"),
        ]
    return facts


def _segment(name: str, saving: Saving | None) -> dict[str, Any]:
    body = lay_out(saving.content) if saving else {}
    written = f"{saving.author.name}, {day(saving.recorded_at.date())}" if saving else None
    return {"title": TITLES[name], "written": written, "empty": saving is None} | body


def _closing(seen: dict[str, Saving]) -> dict[str, Any]:
    """How it was signed or given up; nothing: lines to sign on."""
    given_up = seen.get("withdrawal")
    if given_up and isinstance(given_up.content, Withdrawal):
        return {"withdrawn": given_up.content.reason}
    signing = seen.get("signing")
    if signing is None or not isinstance(signing.content, Signing):
        return {}
    act = signing.content
    said = {
        "signed_on": day(act.signed_on),
        "worker": signing.author.name,
        "worker_signed": word(act.worker_signed),
        "update_due_on": day(act.update_due_on),
    }
    if isinstance(act.statement, StatementSigned):
        return said | {
            "how": word(act.statement.how),
            "representative": act.statement.representative,
        }
    return said | {"refused": act.statement.reason}
