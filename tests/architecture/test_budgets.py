"""Nothing grows beyond what one can read in one go."""

import ast

import pytest

from tests.architecture.source import PACKAGES, functions, lines_of, name_of, sources

LONGER_ON_PURPOSE: dict[str, int] = {}
"""Files over 400 lines, each with its own ceiling; a decision record says why."""
LONGER_ROUTES = {
    "gateway/health.py: healthz",
    "gateway/routes.py: record",
    "gateway/routes.py: timeline",
}
"""Routes over eight lines; this list may only shrink."""
KERNEL_FILES, KERNEL_LINES = 32, 4_400
"""Shared code stays small: at this ceiling something must leave before something comes."""
VAGUE = {"utils", "util", "common", "helpers", "helper", "misc", "base", "manager", "models"}


def test_a_use_case_has_at_most_120_lines() -> None:
    files = [path for path in sources("services") if "use_cases" in path.parts]

    assert files
    assert [name_of(path) for path in files if lines_of(path) > 120] == []


def test_a_source_file_has_at_most_400_lines() -> None:
    long = [name_of(path) for path in sources() if lines_of(path) > _ceiling(name_of(path))]

    assert long == []


def test_a_test_file_has_at_most_500_lines() -> None:
    assert [name_of(path) for path in sources("tests") if lines_of(path) > 500] == []


def test_a_route_calls_and_returns() -> None:
    long = [
        f"{name_of(path)}: {function.name}"
        for path in sources("services", "gateway")
        for function in functions(path)
        if _is_route(function) and _body_lines(function) > 8
    ]

    assert set(long) <= LONGER_ROUTES


def test_the_kernel_stays_small() -> None:
    files = sources("kernel")

    assert len(files) <= KERNEL_FILES
    assert sum(map(lines_of, files)) <= KERNEL_LINES


def test_a_file_is_named_for_what_it_holds() -> None:
    assert [name_of(path) for path in sources() if path.stem in VAGUE] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_every_module_says_what_lives_in_it(package: str) -> None:
    silent = [
        name_of(path)
        for path in sources(package)
        if path.read_text(encoding="utf-8") and not _docstring(path.read_text(encoding="utf-8"))
    ]

    assert silent == []


def _docstring(text: str) -> str | None:
    return ast.get_docstring(ast.parse(text))


def _ceiling(name: str) -> int:
    return LONGER_ON_PURPOSE.get(name, 400)


def _is_route(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a decorator like `@router.get(...)` stands over it."""
    calls = [d.func for d in function.decorator_list if isinstance(d, ast.Call)]
    verbs = {call.attr for call in calls if isinstance(call, ast.Attribute)}
    return bool(verbs & {"get", "post", "put", "patch", "delete"})


def _body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of the body without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
