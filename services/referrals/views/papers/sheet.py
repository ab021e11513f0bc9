"""A sheet of paper: whose it is, which template prints it, and what fills it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kernel import clock
from kernel.callers import Caller
from kernel.house import House
from kernel.paper import printed
from kernel.transactions import Transaction
from services.referrals.views.papers.person import Person, Reader, person_of
from services.referrals.views.papers.words import NEEDS, Lang, day

_PACKAGE = "services.referrals.views.papers"
Fill = Callable[[Person | None], Mapping[str, Any]]


@dataclass(frozen=True)
class Sheet:
    """What is printed about one client; who she is comes last, and from elsewhere."""

    client_id: UUID
    template: str
    fill: Fill


@dataclass(frozen=True)
class Asking:
    """Under whose headers the rest of a paper is asked for, and of whom."""

    house: House
    reader: Reader


async def typeset(tx: Transaction, asking: Asking, sheet: Sheet) -> bytes:
    """Print a sheet as PDF. What is ours is read by now: no connection waits for the gateway."""
    await tx.session.close()
    person = await person_of(asking.house, asking.reader, sheet.client_id)
    return await compose(sheet, person)


async def compose(sheet: Sheet, person: Person | None) -> bytes:
    """Print a sheet about a person at hand."""
    return await printed(_PACKAGE, sheet.template, sheet.fill(person))


def letterhead(by: Caller, lang: Lang = "pl") -> dict[str, Any]:
    """What stands at the head and foot of a sheet."""
    return {
        "institution": by.institution_name,
        "printed_on": day(clock.today(), lang),
        "lang": lang,
    }


def client_rows(person: Person | None) -> list[tuple[str, str | None]]:
    """Who it is about; what the reader may not see is left to be written in by hand."""
    if person is None:
        return [("Imię i nazwisko", None), ("Data urodzenia", None), ("PESEL", None)]
    rows: list[tuple[str, str | None]] = [
        ("Imię i nazwisko", person.name),
        ("Data urodzenia", day(person.born)),
        ("PESEL", person.pesel or "nie nadano lub nie podano"),
        ("Miejsce zamieszkania", person.address),
    ]
    return rows + ([("Telefon", person.phone)] if person.phone else [])


def arrangements(person: Person | None) -> str | None:
    """What to arrange so that a service is open to her: an interpreter, a ramp; never why."""
    if person is None:
        return None
    asked = [NEEDS.get(need, need.replace("_", " ")) for need in sorted(person.needs)]
    if person.interpreter:
        asked.insert(0, f"tłumacz (język: {person.language or 'do ustalenia'})")
    return ", ".join(asked) or None


def language_of(person: Person | None, wanted: Lang | None) -> Lang:
    """The language of a sheet that the client keeps: as asked for, else hers if we print in it."""
    if wanted is not None:
        return wanted
    return "en" if person is not None and person.language == "en" else "pl"
