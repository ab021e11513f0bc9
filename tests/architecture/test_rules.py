"""Rules that no linter knows: who commits, who catches everything, who reads settings."""

import ast
import re
import subprocess
import sys

import pytest

from kernel.refusals import Kind, Refusal
from okienko.documents import refusals
from tests.architecture.source import ROOT, functions, name_of, sources, tree_of, verbs

CATCHES_ALL = {
    "kernel/relay.py": {"run"},
    "kernel/rounds.py": {"_survive"},
    "kernel/hearer.py": {"run", "heal", "_apply", "_apply_alone", "_apply_released"},
    "kernel/problems.py": {"__call__"},
    "kernel/service.py": {"readiness"},
    "gateway/audit/log.py": None,
    "gateway/feed/delivering.py": {"_run", "_serve"},
    "gateway/feed/pulse.py": {"_run"},
}
"""Where `except Exception` stands: the loops, the last handler, and what passes it on to waiters."""
COMMITS = {
    "kernel/transactions.py": "the one committer",
    "okienko/migrate.py": "migrations run outside every service",
}
TOLD_EVERYWHERE = {
    # What the kernel and the gateway themselves may answer on any route.
    "FieldsAtFault", "Unreadable", "NotJson", "BodyTooLarge", "UnknownParameter",
    "ParameterAtFault", "NoSuchAddress", "NoSuchMethod", "HouseUnavailable", "NotLoggedIn", "IssuerUnreachable",
    "PassOver", "RoleMayNot", "NotHereYet", "SyncTokenUnreadable", "VersionUnreadable", "KeyReused",
    "KeyUnreadable", "ServiceAway", "ServiceBusy", "NoLongerYours", "ClientForgotten", "ClientRestricted",
    # What the door refuses before there is a route.
    "AddressTooLong", "HeadersTooLarge", "RequestTooSlow", "NotARequest", "JsonTooDeep", "TooManyAtOnce",
    "HouseOverloaded",
}  # fmt: skip
INSIDE_ONLY = {"NotOfThisHouse", "NoCard"}
"""Refusals under /internal, which no caller of the house meets."""
OURS = [r for r in refusals() if not r.__module__.startswith("tests.")]
each_refusal = pytest.mark.parametrize("refusal", OURS, ids=lambda refusal: refusal.__name__)


def test_only_the_kernels_transactions_commit() -> None:
    committing = re.compile(r"\.commit\(|sessions\.begin|\.begin_nested\(|sessionmaker")
    found = {
        name_of(path) for path in sources() if committing.search(path.read_text(encoding="utf-8"))
    }

    assert found <= set(COMMITS)


def test_everything_is_caught_only_where_a_loop_must_live_on() -> None:
    loose = [
        f"{name_of(path)}: {function.name}"
        for path in sources()
        for function in functions(path)
        if _catches_everything(function) and not _may_catch(name_of(path), function.name)
    ]

    assert loose == []


def test_only_a_services_app_reads_its_settings() -> None:
    readers = [
        name_of(path)
        for path in sources("services", "gateway")
        if path.name not in {"app.py", "settings.py"} and _imports_settings(tree_of(path))
    ]

    assert readers == []


def test_a_domain_is_told_the_time_and_the_ids() -> None:
    asking = [
        name_of(path)
        for path in sources("services")
        if "domain" in path.parts
        and re.search(r"kernel import .*\b(clock|ids)\b", path.read_text(encoding="utf-8"))
    ]

    assert asking == []


@each_refusal
def test_a_refusal_has_its_sentence_in_both_languages(refusal: type[Refusal]) -> None:
    assert isinstance(refusal.kind, Kind)
    assert refusal.__doc__
    assert refusal.__doc__ != Refusal.__doc__
    assert refusal.__doc__.rstrip().endswith(".")
    assert refusal.pl.endswith(".")


@each_refusal
def test_a_refusal_is_documented_on_some_route(refusal: type[Refusal]) -> None:
    assert refusal.__name__ in TOLD_EVERYWHERE | INSIDE_ONLY | _documented()


def test_the_same_name_means_the_same_in_every_service() -> None:
    meanings = {(r.__name__, r.kind, " ".join((r.__doc__ or "").split()), r.pl) for r in OURS}

    assert len(meanings) == len({refusal.__name__ for refusal in OURS})


def test_every_verb_says_what_it_does() -> None:
    assert [route.name for route in verbs() if not (route.description or "").strip()] == []


def test_a_verb_is_named_once() -> None:
    names = [route.name for route in verbs()]

    assert sorted(names) == sorted(set(names))


def test_the_generated_documents_are_fresh() -> None:
    checked = subprocess.run(
        [sys.executable, "-m", "okienko", "docs", "--check"],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip

    assert checked.returncode == 0, checked.stderr + checked.stdout


def _documented() -> set[str]:
    """The names of all refusals that routes declare."""
    medias = [
        answer["content"]["application/problem+json"]
        for route in verbs()
        for answer in route.responses.values()
        if "application/problem+json" in answer.get("content", {})
    ]
    return {name for media in medias for name in media["examples"]}


def _catches_everything(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    handlers = [node for node in ast.walk(function) if isinstance(node, ast.ExceptHandler)]
    caught = [handler.type for handler in handlers]
    return any(t is None or (isinstance(t, ast.Name) and t.id in _ALL) for t in caught)


_ALL = {"Exception", "BaseException"}


def _may_catch(file: str, function: str) -> bool:
    allowed = CATCHES_ALL.get(file, set())
    return allowed is None or function in allowed


def _imports_settings(tree: ast.Module) -> bool:
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return any((node.module or "").endswith(".settings") for node in imports)


def test_every_module_of_the_kernel_but_the_bus_is_kept_from_the_broker() -> None:
    told = (ROOT / ".importlinter").read_text(encoding="utf-8")
    contract = told.split("one-door-to-the-broker]")[1].split("[importlinter:")[0]
    modules = {path.stem for path in sources("kernel")} - {"__init__", "bus"}

    assert set(re.findall(r"^    kernel\.(\w+)$", contract, re.MULTILINE)) == modules


@pytest.mark.parametrize(
    "lock", ["requirements.lock", "clients/requirements.lock", "clients/package-lock.json"]
)
def test_a_lock_carries_hashes_and_no_addresses(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")

    assert re.findall(r"\w+://[^\s\"]+", text) == []
    assert len(re.findall(r"sha(?:256|512)", text)) > 10
