"""The source tree as text and syntax, and every route of the house."""

import ast
from collections.abc import Iterator
from pathlib import Path

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute

from okienko.documents import apps

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("contracts", "kernel", "policies", "services", "gateway", "okienko")


def sources(*folders: str) -> list[Path]:
    """Python files of our own under these folders; without any, of the whole house."""
    found = [path for folder in folders or PACKAGES for path in (ROOT / folder).rglob("*.py")]
    return sorted(found)


def name_of(path: Path) -> str:
    """A file's name from the root."""
    return path.relative_to(ROOT).as_posix()


def lines_of(path: Path) -> int:
    """How long a file is."""
    return len(path.read_text(encoding="utf-8").splitlines())


def tree_of(path: Path) -> ast.Module:
    """A file's syntax."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a file."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def routes(app: FastAPI) -> Iterator[APIRoute]:
    """Every route of a process."""
    yield from _unfold(app.routes)


def verbs() -> list[APIRoute]:
    """Every route of the house that is a verb of the field."""
    return [r for app in apps().values() for r in routes(app) if r.include_in_schema]


def _unfold(routes: list[BaseRoute]) -> Iterator[APIRoute]:
    for route in routes:
        if isinstance(route, APIRoute):
            yield route
        elif inner := getattr(route, "original_router", None):
            yield from _unfold(inner.routes)
