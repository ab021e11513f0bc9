"""The documents that are generated from the code, and whether the committed ones are fresh."""

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import orjson
from fastapi import FastAPI

from contracts.event import Event
from gateway import app as gateway
from gateway import settings as gateway_settings
from gateway.components import share
from gateway.feed.asyncapi import asyncapi
from gateway.limits.refusals import status_of
from gateway.openapi import weave
from kernel.refusals import Refusal
from okienko import breaking, rights, states
from okienko.examples import show_in
from okienko.trouble import Trouble
from services.benefits import app as benefits
from services.benefits import reactions as benefits_reactions
from services.benefits import settings as benefits_settings
from services.directory import app as directory
from services.directory import reactions as directory_reactions
from services.directory import settings as directory_settings
from services.intake import app as intake
from services.intake import reactions as intake_reactions
from services.intake import settings as intake_settings
from services.outcomes import app as outcomes
from services.outcomes import settings as outcomes_settings
from services.referrals import app as referrals
from services.referrals import reactions as referrals_reactions
from services.referrals import settings as referrals_settings

ROOT = Path(__file__).resolve().parents[1]
OPENAPI = ROOT / "gateway/openapi.json"
_KEY = "0" * 64
_NOWHERE: dict[str, Any] = {
    "database_url": "postgresql://nobody@localhost/none",
    "nats_url": "nats://localhost:1",
    "gateway_url": "http://localhost:1",
    "house_key": _KEY,
    "vault_key": _KEY,
    "issuer": "http://localhost:1",
}
_HEARERS = {
    "intake": intake_reactions.reactions,
    "referrals": referrals_reactions.reactions,
    "benefits": benefits_reactions.reactions,
    "directory": directory_reactions.reactions,
}


def apps() -> dict[str, FastAPI]:
    """Every process, put together but not started."""
    return {
        "gateway": gateway.build(
            gateway_settings.Settings(**_NOWHERE, anchor_key=_KEY, service_urls={})
        ),
        "intake": intake.build(intake_settings.Settings(**_NOWHERE, index_key=_KEY)),
        "referrals": referrals.build(referrals_settings.Settings(**_NOWHERE)),
        "benefits": benefits.build(benefits_settings.Settings(**_NOWHERE)),
        "directory": directory.build(directory_settings.Settings(**_NOWHERE)),
        "outcomes": outcomes.build(outcomes_settings.Settings(**_NOWHERE)),
    }


def refusals(under: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    """Every way of saying no."""
    for cls in under.__subclasses__():
        yield cls
        yield from refusals(cls)


def generate() -> dict[Path, bytes]:
    """Every generated file with what it should hold."""
    openapi = weave(version("okienko"), [app.openapi() for app in apps().values()])
    show_in(openapi)
    share(openapi)
    listed = sorted({cls.__name__: cls for cls in refusals()}.items())
    files = {
        OPENAPI: _pretty(openapi),
        ROOT / "gateway/asyncapi.json": _pretty(asyncapi(version("okienko"))),
        ROOT / "gateway/problems.json": _pretty(
            {name: {"status": status_of(c), "en": _en(c), "pl": c.pl} for name, c in listed}
        ),
        ROOT / "docs/problems.md": _problems(listed),
        ROOT / "docs/events.md": _events(),
        ROOT / "docs/states.md": states.page().encode(),
        ROOT / "docs/rights.md": rights.page().encode(),
    }
    for name, event in Event.known.items():
        files[ROOT / f"contracts/schemas/{name}.json"] = _pretty(event.model_json_schema())
    return files


def write() -> None:
    """Write what is stale."""
    for path, content in generate().items():
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            print(f"written: {path.relative_to(ROOT)}")


def check() -> None:
    """Refuse if a committed document does not say what the code says."""
    wanted = generate()
    stale = [p for p, content in wanted.items() if not p.exists() or p.read_bytes() != content]
    stale += [p for p in (ROOT / "contracts/schemas").glob("*.json") if p not in wanted]
    if stale:
        names = ", ".join(str(path.relative_to(ROOT)) for path in stale)
        raise Trouble(f"Stale: {names}. Run `make docs` and commit what it writes.")
    _refuse_breaks(wanted[OPENAPI])


def release() -> None:
    """Keep the OpenAPI document as the one that is released with this version."""
    check()
    breaking.keep(OPENAPI.read_bytes())
    print(f"released: the document of {version('okienko')}")


def _refuse_breaks(openapi: bytes) -> None:
    if broken := breaking.since_release(openapi):
        listed = "\n  ".join(broken[:20])
        raise Trouble(
            f"{len(broken)} changes break clients of the last released document:\n  {listed}\n"
            "If that is meant, raise the version and say so in CHANGELOG.md; see CONTRIBUTING.md."
        )


def _pretty(content: Any) -> bytes:
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _en(cls: type) -> str:
    return " ".join((cls.__doc__ or "").split())


def _problems(listed: Iterable[tuple[str, type[Refusal]]]) -> bytes:
    lines = [
        "# Problems",
        "",
        "Generated by `make docs`. Every error is `application/problem+json` (RFC 9457); its `type`",
        "is `/problems/<name>`, its title is the sentence below, in English or Polish by",
        "`Accept-Language`. (`HouseOverloaded` bears the registered type",
        "`https://iana.org/assignments/http-problem-types#temporary-reduced-capacity` instead.)",
        "`errors` names fields by JSON Pointer; nothing sent is ever repeated.",
        "",
        "| name | status | in English | po polsku |",
        "|---|---|---|---|",
        *(f"| `{name}` | {status_of(c)} | {_en(c)} | {c.pl} |" for name, c in listed),
        "",
    ]
    return "\n".join(lines).encode()


def _events() -> bytes:
    lines = [
        "# Events",
        "",
        "Generated by `make docs`. CloudEvents 1.0; `data` is thin: ids, codes, days, nothing about a",
        "person. Every service also keeps its copy of relations from the events that open or close one.",
        "",
    ]
    for name, event in sorted(Event.known.items()):
        heard = [service for service, r in _HEARERS.items() if name in r.by_event]
        example = orjson.dumps(event.example().model_dump(mode="json")).decode()
        lines += [
            f"## {name}",
            "",
            _en(event),
            "",
            f"*{event.pl}*",
            "",
            f"- announced by: {event.__module__.split('.')[1]}",
            f"- answered by: {', '.join(heard) or 'nobody; the feed carries it'}",
            f"- told in a timeline to whoever sees: {event.section or 'nobody'}",
            f"- fields: {', '.join(f'`{field}`' for field in event.model_fields)}",
            "",
            "```json",
            example,
            "```",
            "",
        ]
    return "\n".join(lines).encode()
