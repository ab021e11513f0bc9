"""What changes about a person: every change keeps what stood before as history."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from contracts.intake.person import FactKind
from services.intake.domain.client import Client, Contact, PersonName
from services.intake.domain.documents import (
    DocumentKnown,
    DocumentNotFound,
    IdentityDocument,
    TooManyRecorded,
)
from services.intake.domain.facts import Change, Fact, FactOrigin, Provenance, not_to_come
from services.intake.domain.particulars import MOST, FormerName
from services.intake.domain.representatives import (
    EndsBeforeItBegan,
    Representative,
    RepresentativeNotFound,
)

_OF_CLIENT = frozenset(
    {
        FactKind.NAME,
        FactKind.BIRTH_DATE,
        FactKind.PESEL,
        FactKind.RESIDENCE,
        FactKind.CONTACT,
    }
)
_SEVERAL = {
    FactKind.DOCUMENT: "documents",
    FactKind.REPRESENTATIVE: "representatives",
}


def told(client: Client, kind: FactKind) -> Any:
    """What is recorded of a kind she has one of; none: nothing."""
    value = getattr(client if kind in _OF_CLIENT else client.particulars, kind.value)
    return None if value == Contact() else value


def put(
    client: Client, kind: FactKind, value: Any, origin: FactOrigin, since: date | None = None
) -> list[Change]:
    """Let one fact take the place of another; the same again changes nothing."""
    before, after = told(client, kind), None if value == Contact() else value
    if before == after:
        return []
    if kind in _OF_CLIENT:
        setattr(client, kind.value, value)
    else:
        client.particulars = client.particulars.with_(**{kind.value: value})
    if after is None:
        origin = FactOrigin.REMOVED
    elif before is None:
        origin = FactOrigin.ADDED
    return [Change(kind, before, after, origin, since)]


def change(
    client: Client, values: Mapping[FactKind, Any], *, since: date, today: date, at: str
) -> list[Change]:
    """Record that life changed on a day; `at` is where the day stands in what was sent."""
    not_to_come(since, today, at)
    return [
        one
        for kind, value in values.items()
        for one in put(client, kind, value, FactOrigin.CHANGED, since)
    ]


def correct(client: Client, values: Mapping[FactKind, Any], today: date) -> list[Change]:
    """Put right what was recorded by mistake; it never was so."""
    changes = [
        one
        for kind, value in values.items()
        for one in put(client, kind, value, FactOrigin.CORRECTED)
    ]
    client.agree(today)
    return changes


def rename(client: Client, name: PersonName, since: date, today: date) -> list[Change]:
    """Let her bear another name; the one before stays hers until that day."""
    old = client.name
    changes = change(client, {FactKind.NAME: name}, since=since, today=today, at="/valid_from")
    if changes:
        former = FormerName(given=old.given, family=old.family, until=since)
        names = (*client.particulars.former_names, former)
        client.particulars = client.particulars.with_(former_names=names)
    return changes


def add_document(client: Client, id_: UUID, document: IdentityDocument) -> list[Change]:
    """Record one more paper."""
    held = client.particulars.documents
    named = (document.kind, document.number, document.country)
    if named in {(d.kind, d.number, d.country) for d in held.values()}:
        raise DocumentKnown(pointer="/number")
    return [_add(client, FactKind.DOCUMENT, id_, document)]


def retract_document(client: Client, id_: UUID) -> list[Change]:
    """Let a paper count no more."""
    if id_ not in client.particulars.documents:
        raise DocumentNotFound
    return [_take(client, FactKind.DOCUMENT, id_)]


def appoint(client: Client, id_: UUID, representative: Representative) -> list[Change]:
    """Let somebody act in her name."""
    return [_add(client, FactKind.REPRESENTATIVE, id_, representative)]


def dismiss(client: Client, id_: UUID, ended_on: date, today: date) -> list[Change]:
    """Let nobody of this id act in her name after a day."""
    acting = client.particulars.representatives.get(id_)
    if acting is None:
        raise RepresentativeNotFound
    not_to_come(ended_on, today, "/ended_on")
    if ended_on < acting.valid_from:
        raise EndsBeforeItBegan(pointer="/ended_on")
    taken = _take(client, FactKind.REPRESENTATIVE, id_)
    return [replace(taken, after=acting.model_copy(update={"valid_to": ended_on}))]


def facts_of(client: Client) -> Iterator[tuple[FactKind, UUID | None, Any]]:
    """Everything recorded of her that is so now."""
    for kind in FactKind:
        if kind in _SEVERAL:
            held = getattr(client.particulars, _SEVERAL[kind])
            yield from ((kind, id_, value) for id_, value in held.items())
        elif (value := told(client, kind)) is not None:
            yield kind, None, value


def history(client: Client, recorded: Sequence[Fact]) -> list[Fact]:
    """Every fact with its provenance, kind by kind, the one in force first.

    A fact that was never touched has no row of its own: it came with the registration.
    """
    touched = {(f.kind, f.item) for f in recorded}
    first = [
        registered(client, kind, value, item)
        for kind, item, value in facts_of(client)
        if (kind, item) not in touched
    ]
    order = list(FactKind)
    newest_first = [*first, *reversed(recorded)]
    return sorted(newest_first, key=lambda f: (order.index(f.kind), f.superseded_at is not None))


def registered(client: Client, kind: FactKind, value: Any, item: UUID | None = None) -> Fact:
    """A fact as it came with the registration."""
    provenance = Provenance(client.particulars.source, client.registered_by, client.registered_at)
    return Fact(kind, item, value, None, FactOrigin.REGISTERED, provenance)


def _add(client: Client, kind: FactKind, id_: UUID, value: Any) -> Change:
    held = getattr(client.particulars, _SEVERAL[kind])
    if len(held) >= MOST:
        raise TooManyRecorded
    client.particulars = client.particulars.with_(**{_SEVERAL[kind]: {**held, id_: value}})
    return Change(kind, None, value, FactOrigin.ADDED, item=id_)


def _take(client: Client, kind: FactKind, id_: UUID) -> Change:
    held = dict(getattr(client.particulars, _SEVERAL[kind]))
    value = held.pop(id_)
    client.particulars = client.particulars.with_(**{_SEVERAL[kind]: held})
    return Change(kind, value, None, FactOrigin.REMOVED, item=id_)
