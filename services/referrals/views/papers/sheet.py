"""A sheet of paper: whose it is, which template prints it, and what fills it."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
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
People = Mapping[UUID, Person | None]
"""Who the clients of a paper are, by id; none: the reader sees that one no more."""
Data = Mapping[str, Any]
_AT_ONCE = 5


@dataclass(frozen=True)
class Sheet:
    """What is printed about some clients; who they are comes last, and from elsewhere."""

    clients: Sequence[UUID]
    template: str
    fill: Callable[[People], Data]


def about(client_id: UUID, template: str, fill: Callable[[Person | None], Data]) -> Sheet:
    """A sheet about one client."""
    return Sheet([client_id], template, lambda people: fill(people[client_id]))


@dataclass(frozen=True)
class Asking:
    """Under whose headers the rest of a paper is asked for, and of whom."""

    house: House
    reader: Reader


async def typeset(tx: Transaction, asking: Asking, sheet: Sheet) -> bytes:
    """Print a sheet as PDF. What is ours is read by now: no connection waits for the gateway."""
    await tx.session.close()
    people = await _people(asking, sheet.clients)
    return await printed(_PACKAGE, sheet.template, sheet.fill(people))


async def _people(asking: Asking, clients: Sequence[UUID]) -> People:
    """Who they are, a few asked for at once: the agenda of a meeting may name dozens."""
    few = asyncio.Semaphore(_AT_ONCE)

    async def one(client_id: UUID) -> Person | None:
        async with few:
            return await person_of(asking.house, asking.reader, client_id)

    found = await asyncio.gather(*map(one, clients))
    return dict(zip(clients, found, strict=True))


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
