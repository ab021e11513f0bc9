"""The policies as one book: Cedar decides by it, and every decision names the rules it rests on."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

import cedarpy

_PRINCIPAL = {"Var": "principal"}


@dataclass(frozen=True)
class Rule:
    """One policy: what it is called, the law it stands on, and whom its words name."""

    id: str
    article: str
    theme: str
    """The file it stands in, without its ending."""
    permits: bool
    """False: it forbids, whatever others permit."""
    actions: frozenset[str]
    kinds: frozenset[str]
    """Kinds of institution that its condition names; none: any."""
    roles: frozenset[str]


class Decision(NamedTuple):
    """Yes or no, and by which rules; a no without any is what nothing permits."""

    allowed: bool
    rules: tuple[Rule, ...]


class Book:
    """A set of policies that does not change; `edition` tells it from every other."""

    def __init__(self, themes: Mapping[str, str]) -> None:
        text = "\n".join(themes.values())
        self.edition = hashlib.sha256(text.encode()).hexdigest()[:16]
        self._set = cedarpy.PolicySet.from_str(text)
        # Cedar numbers policies as they stand in the text, so themes follow one another.
        self.rules: Sequence[Rule] = [
            r for name, words in themes.items() for r in _read(name, words)
        ]

    def decide(
        self, principal: Mapping[str, Any], action: str, section: str, context: Mapping[str, Any]
    ) -> Decision:
        """Ask Cedar afresh."""
        request = {
            "principal": 'Worker::"caller"',
            "action": f'Action::"{action}"',
            "resource": f'Section::"{section}"',
            "context": dict(context),
        }
        entities: list[dict[str, Any]] = [
            {"uid": {"type": "Worker", "id": "caller"}, "attrs": dict(principal), "parents": []},
            {"uid": {"type": "Section", "id": section}, "attrs": {"name": section}, "parents": []},
        ]
        answer = cedarpy.is_authorized(request, self._set, entities)
        numbers = sorted(int(name.removeprefix("policy")) for name in answer.diagnostics.reasons)
        return Decision(bool(answer.allowed), tuple(self.rules[number] for number in numbers))

    def about(self, action: str) -> list[Rule]:
        """The rules that permit an action to somebody."""
        return [rule for rule in self.rules if rule.permits and action in rule.actions]


@lru_cache(maxsize=1)
def book() -> Book:
    """The book this process decides by. A new one comes with a new process: `docs/rights.md`."""
    return Book(themes(".cedar"))


def themes(ending: str) -> dict[str, str]:
    """Every file of such an ending, by its name without it."""
    folder = files("policies")
    names = sorted(f.name for f in folder.iterdir() if f.name.endswith(ending))
    return {n.removesuffix(ending): (folder / n).read_text(encoding="utf-8") for n in names}


def _read(theme: str, text: str) -> Iterator[Rule]:
    policies = json.loads(cedarpy.policies_to_json_str(text))["staticPolicies"]
    for name in sorted(policies, key=lambda name: int(re.sub(r"\D", "", name))):
        policy = policies[name]
        said, scope = policy["annotations"], policy["action"]
        yield Rule(
            id=said["id"],
            article=said["article"],
            theme=theme,
            permits=policy["effect"] == "permit",
            actions=frozenset(e["id"] for e in scope.get("entities") or [scope["entity"]]),
            kinds=frozenset(_compared(policy["conditions"], "kind")),
            roles=frozenset(_compared(policy["conditions"], "roles")),
        )


def _compared(node: Any, attribute: str) -> Iterator[str]:
    """The words that a condition compares an attribute of the caller with."""
    if isinstance(node, dict):
        sides = [node.get("left"), node.get("right")]
        if {".": {"left": _PRINCIPAL, "attr": attribute}} in sides:
            yield from _words(sides)
        node = list(node.values())
    for inner in node if isinstance(node, list) else ():
        yield from _compared(inner, attribute)


def _words(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("Value"), str):
            yield node["Value"]
        node = list(node.values())
    for inner in node if isinstance(node, list) else ():
        yield from _words(inner)
