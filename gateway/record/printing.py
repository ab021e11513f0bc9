"""A record, and a person's copy of her data, on paper: codes become Polish words, ids become names."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import asyncpg
import orjson
import yaml

from gateway.record.export import Copy, names_of, reading
from gateway.record.reading import Record
from kernel import clock
from kernel.callers import Caller
from kernel.paper import printed

_MOST = 1_000
"""Lines about accesses on paper; the rest stands in the JSON copy."""
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T.*")
_CODE = re.compile(r"[a-z]+(_[a-z0-9]+)*")
_HERE = ZoneInfo("Europe/Warsaw")
Line = dict[str, Any]


@cache
def _words() -> Mapping[str, Any]:
    text = (files("gateway.record.papers") / "words.yaml").read_text(encoding="utf-8")
    found: Mapping[str, Any] = yaml.safe_load(text)
    return found


async def print_copy(copy: Copy) -> bytes:
    """Her copy as a PDF that can be read aloud."""
    head, words = copy.head, _words()
    names = await copy.names([UUID(one) for one in set(_ids(head["sections"]))])
    used = await copy.used_by_day(_MOST + 1)
    return await printed(
        "gateway.record.papers",
        "export.typ",
        {
            "institution": head["exported_by"]["name"],
            "client_id": str(head["client_id"]),
            "exported_on": _day(head["exported_at"]),
            "exported_at": _moment(head["exported_at"]),
            "restricted": head["restricted"],
            "sections": _sections(head["sections"], names),
            "left_out": words["left_out"],
            "recipients": [_recipient(one) for one in head["recipients"]],
            "accesses": [_access(row) for row in used[:_MOST]],
            "more_accesses": len(used) > _MOST,
            "keeping": [_kept(rule) for rule in head["keeping"]],
            "rights": words["rights"],
        },
    )


async def print_record(found: Record, by: Caller, pool: asyncpg.Pool) -> bytes:
    """A record as its reader may see it; what is kept back is named with the reason."""
    told, words = orjson.loads(found.body), _words()
    names = await names_of(pool, [UUID(one) for one in set(_ids(told["sections"]))])
    return await printed(
        "gateway.record.papers",
        "record.typ",
        {
            "institution": by.institution_name,
            "worker": by.name,
            "client_id": told["client_id"],
            "printed_at": _moment(clock.now()),
            "restricted": told["restricted"],
            "sections": _sections(told["sections"], names),
            "withheld": [_kept_back(one, names) for one in told["withheld"]],
            # Two referrals of one day are told in the same words: once is enough to read.
            "because": list(dict.fromkeys(one["why"] for one in told["shared_because"])),
            "as_of": [
                {"service": words["services"][service], "at": _read(at, {})}
                for service, at in told["as_of"].items()
            ],
        },
    )


def _sections(bodies: Mapping[str, Any], names: Mapping[str, str]) -> list[dict[str, Any]]:
    return [
        {"title": _words()["sections"][name], "lines": list(_lines(body, names, 0))}
        for name, body in bodies.items()
    ]


def _kept_back(one: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    words = _words()
    return {
        "title": words["sections"][one["section"]],
        "reason": words["withheld"][one["reason"]],
        "shown": words["shown"][one["shown"]],
        "lines": list(_lines(one.get("summary"), names, 0)),
    }


def _recipient(one: Mapping[str, Any]) -> dict[str, str]:
    end = one["ended_at"].isoformat() if one["ended_at"] else one["until"]
    rests_on = one["rests_on"] or {}
    return {
        "name": one["party"]["name"] or "instytucja",
        "members": ", ".join(one["members"]),
        "basis": _words()["bases"][one["basis"]],
        "rests_on": rests_on.get("article") or rests_on.get("evidence") or "",
        "since": _day(one["since"]),
        "until": _text("until", end, {}) if end else "nadal",
    }


def _access(row: Any) -> dict[str, Any]:
    what = "odczyt" if reading(row["verb"]) else "czynność w sprawie"
    name = row["name"] or "instytucja"
    return {
        "day": f"{row['day']:%d.%m.%Y}",
        "institution": name,
        "what": what,
        "times": row["times"],
    }


def _kept(rule: Mapping[str, Any]) -> str:
    title = _words()["rules"].get(rule["rule"], rule["rule"])
    return f"{title}: do {_text('until', rule['until'], {})}" if rule["until"] else title


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from _ids(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _ids(inner)
    elif isinstance(value, str) and _ID.fullmatch(value):
        yield value


def _lines(value: Any, names: Mapping[str, str], depth: int, label: str = "") -> Iterator[Line]:
    """A body as lines, each so deep: what holds others is a heading, what is empty is left out."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _entry(key, inner, names, depth)
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            found = list(_lines(inner, names, depth + 1))
            if found:
                yield {"depth": depth, "label": f"{label} {number}".strip(), "text": None}
                yield from found


def _entry(key: str, value: Any, names: Mapping[str, str], depth: int) -> Iterator[Line]:
    label = _words()["labels"].get(key, key.replace("_", " "))
    if isinstance(value, list) and not any(isinstance(one, Mapping | list) for one in value):
        value = ", ".join(text for one in value if (text := _text(key, one, names)))
    if isinstance(value, list):
        yield from _lines(value, names, depth, label)
    elif isinstance(value, Mapping):
        if found := list(_lines(value, names, depth + 1)):
            yield {"depth": depth, "label": label, "text": None}
            yield from found
    elif (text := _text(key, value, names)) is not None:
        yield {"depth": depth, "label": label, "text": text}


def _text(key: str, value: Any, names: Mapping[str, str]) -> str | None:
    """One value as a person reads it; none: nothing to read, like an id that names no institution."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "tak" if value else "nie"
    text = str(value)
    return text if key in _words()["text"] else _read(text, names)


def _read(text: str, names: Mapping[str, str]) -> str | None:
    if _ID.fullmatch(text):
        return names.get(text)
    if _MOMENT.fullmatch(text):
        return _moment(datetime.fromisoformat(text))
    if _DAY.fullmatch(text):
        return ".".join(reversed(text.split("-")))
    if _CODE.fullmatch(text):
        return str(_words()["codes"].get(text, text.replace("_", " ")))
    return text


def _day(at: datetime) -> str:
    return f"{at.astimezone(_HERE):%d.%m.%Y}"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(_HERE):%d.%m.%Y, %H:%M}"
