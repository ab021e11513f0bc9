"""An event is a promise: named once, thin, exemplified, announced by somebody, schema committed."""

import importlib
import re
import subprocess
import sys
import typing
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

import orjson
import pytest
from pydantic import ValidationError
from pydantic.fields import FieldInfo

import contracts
from contracts.directory import NamesService
from contracts.event import Event
from contracts.relations import ClosesRelation, JoinsParties, NamesParty, OpensRelation
from contracts.relations import PartsParties as Parts
from contracts.sections import Section
from contracts.values import Sensitive, View
from okienko.documents import _HEARERS as HEARERS
from tests.architecture.source import ROOT, sources

EVENTS = sorted(Event.known.values(), key=lambda event: event.wire_name)
SCHEMAS = ROOT / "contracts" / "schemas"
FREE_TEXT = {"name": "the name of an institution, a partnership or a service is public"}
KEEPS_NO_CLIENT = {"directory"}
IRREGULAR = {"sent", "withdrawn", "broken", "paid", "held"}
each_event = pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.wire_name)


def test_there_are_events() -> None:
    assert EVENTS
    assert contracts.__all__


@each_event
def test_its_wire_name_is_subject_and_past_verb_and_version(event: type[Event]) -> None:
    name = re.fullmatch(r"([a-z]+)\.([a-z]+)\.v([1-9][0-9]*)", event.wire_name)

    assert name
    subject, verb, version = name.groups()
    suffix = "" if version == "1" else f"V{version}"
    assert event.__name__ == f"{subject.capitalize()}{verb.capitalize()}{suffix}"
    assert verb.endswith("ed") or verb in IRREGULAR


@each_event
def test_it_says_in_one_sentence_what_happened_in_both_languages(event: type[Event]) -> None:
    assert event.__doc__
    assert re.fullmatch(r"[A-ZĄĆĘŁŃÓŚŹŻ][^.]*\.", " ".join(event.__doc__.split()))
    assert re.fullmatch(r"[A-ZĄĆĘŁŃÓŚŹŻ][^.]*\.", event.pl)
    assert "pl" in event.__dict__
    assert "this event" not in event.__doc__.lower()


@each_event
def test_its_example_is_valid_and_survives_the_journey(event: type[Event]) -> None:
    example = event.example()

    assert event.model_validate_json(example.model_dump_json()) == example
    assert isinstance(example.subject, UUID)


@each_event
def test_a_reader_lets_fields_be_that_it_does_not_know(event: type[Event]) -> None:
    newer = event.example().model_dump() | {"field_of_tomorrow": 1}

    assert event.model_validate(newer, extra="ignore") == event.example()
    with pytest.raises(ValidationError):
        event.model_validate(newer)


@each_event
def test_its_committed_schema_is_fresh(event: type[Event]) -> None:
    committed = orjson.loads((SCHEMAS / f"{event.wire_name}.json").read_bytes())

    assert committed == event.model_json_schema()


def test_no_schema_is_left_of_an_event_that_is_gone() -> None:
    assert {path.stem for path in SCHEMAS.glob("*.json")} == set(Event.known)


@each_event
def test_no_field_is_about_a_person(event: type[Event]) -> None:
    assert [name for name, f in event.model_fields.items() if _sensitive(event, name, f)] == []


@each_event
def test_no_field_is_free_text(event: type[Event]) -> None:
    free = {n for n, f in event.model_fields.items() if _free_text(f.annotation, f.metadata)}

    assert free <= set(FREE_TEXT)
    assert not free or issubclass(event, NamesParty | NamesService)


@each_event
def test_it_is_announced_by_the_service_whose_contract_it_is(event: type[Event]) -> None:
    service = event.__module__.split(".")[1]
    announcing = [
        path
        for path in sources(f"services/{service}")
        if re.search(rf"\b{event.__name__}\(", path.read_text(encoding="utf-8"))
    ]

    assert announcing


def test_every_other_use_of_an_event_is_hearing_it() -> None:
    foreign = [
        f"{path.parts[-2]}/{path.name}: {event.__name__}"
        for event in EVENTS
        for path in sources("services")
        # `case EmploymentStarted():` recognises one and makes none.
        if re.search(rf"(?<!case )\b{event.__name__}\(", path.read_text(encoding="utf-8"))
        and event.__module__.split(".")[1] not in path.parts
    ]

    assert foreign == []


@each_event
def test_who_may_read_it_in_a_timeline_is_said_of_every_event_about_a_client(
    event: type[Event],
) -> None:
    about_a_client = event.subject_field == "client_id"

    assert isinstance(event.section, Section) is about_a_client


@each_event
def test_its_subject_is_one_of_its_fields(event: type[Event]) -> None:
    assert event.subject_field in event.model_fields


def test_whatever_is_heard_is_a_registered_event() -> None:
    heard = {name for reactions in HEARERS.values() for name in reactions.by_event}

    assert heard
    assert heard <= set(Event.known)


def test_whoever_keeps_something_of_a_client_says_when_merging_changes_it() -> None:
    answering = {name for name, r in HEARERS.items() if "client.merged.v1" in r.by_event}
    parting = {name for name, r in HEARERS.items() if "client.unmerged.v1" in r.by_event}

    # Intake merges itself, and says so in the same breath; the directory keeps nothing of a client.
    assert answering == parting == set(HEARERS) - {"intake"} - KEEPS_NO_CLIENT


@pytest.mark.parametrize("service", sorted(KEEPS_NO_CLIENT))
def test_who_keeps_no_client_hears_nothing_about_one(service: str) -> None:
    about = {n for n in HEARERS[service].by_event if Event.known[n].subject_field == "client_id"}

    assert about == set()


@pytest.mark.parametrize("service", sorted(KEEPS_NO_CLIENT))
def test_who_keeps_no_client_has_no_column_for_one(service: str) -> None:
    tables = importlib.import_module(f"services.{service}.tables").mapping.metadata.tables
    columns = {column.name for table in tables.values() for column in table.columns}

    assert columns.isdisjoint({"client_id", "subject", "pesel"})


def test_what_opens_a_relation_can_be_closed_by_its_id() -> None:
    assert set(ClosesRelation.model_fields) == {"client_id", "relation_id"}
    assert set(OpensRelation.model_fields) >= set(ClosesRelation.model_fields)


def test_what_parts_parties_names_the_agreement_that_joined_them() -> None:
    shared = {"agreement_id", "group_id"}

    assert shared <= set(JoinsParties.model_fields) & set(Parts.model_fields)


def test_the_bases_of_events_are_not_events_themselves() -> None:
    bases: set[type[Event]] = {OpensRelation, ClosesRelation, NamesParty, JoinsParties, Parts}
    bases.add(NamesService)

    assert bases.isdisjoint(EVENTS)


def _sensitive(event: type[Event], name: str, field: FieldInfo) -> bool:
    declared = typing.get_type_hints(event, include_extras=True)[name]
    return any(isinstance(mark, Sensitive) for mark in [*field.metadata, *_marks(declared)])


def _marks(annotation: Any) -> list[Any]:
    """Every mark on a type, however deep it stands."""
    own = list(getattr(annotation, "__metadata__", ()))
    return own + [mark for inner in typing.get_args(annotation) for mark in _marks(inner)]


def _free_text(annotation: Any, metadata: list[Any]) -> bool:
    """Whether a type lets anybody write anything."""
    if typing.get_origin(annotation) is typing.Annotated:
        inner, *marks = typing.get_args(annotation)
        return _free_text(inner, [*metadata, *marks])
    if annotation is str:
        return not any(getattr(mark, "pattern", None) for mark in metadata)
    if isinstance(annotation, type) and issubclass(annotation, StrEnum | UUID | date | View):
        return False
    return any(_free_text(inner, []) for inner in typing.get_args(annotation))


def test_the_gateway_alone_knows_every_event_there_is() -> None:
    """In a process of its own: here the services' own imports would hide what it lacks."""
    asked = "import gateway.app; from contracts.event import Event; print(*sorted(Event.known))"
    told = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )

    assert told.stdout.split() == sorted(Event.known)
