"""What the fuzzer asks of our refusals besides its own checks; loaded by it, not by the tests.

Its check that valid data is accepted knows statuses alone, and ours answers 422 to what breaks a rule
of the field as well as to what breaks the schema. So it lets 400, 412, 422 and 428 pass, and this
check, which reads the problem, holds what was meant: a request that keeps to the document is refused
by a rule that has a name, or by a sentence of ours, and never for its form.
"""

import re
from typing import Any

import schemathesis

from kernel.problems import WORDS

_FORM = {
    f"/problems/{name}"
    for name in (
        "ParameterAtFault", "Unreadable", "NotJson", "UnknownParameter", "KeyUnreadable",
        "SyncTokenUnreadable", "VersionUnreadable",
    )
}  # fmt: skip
_PYDANTIC = ("String should", "List should", "Tuple should")
"""Not "Input should": exact numbers go as text, whose bounds no schema can tell."""


@schemathesis.check
def valid_requests_are_refused_by_rules_alone(_: Any, response: Any, case: Any) -> None:
    """Whatever keeps to the document is not told that its form is wrong."""
    if case.meta is None or not case.meta.generation.mode.is_positive or not _kept(case):
        return
    if response.status_code not in {400, 415, 422}:
        return
    told = response.json()
    if told["type"] in _FORM:
        raise AssertionError(f"{told['type']} for what the document allows: {told.get('errors')}")
    if told["type"] == "/problems/FieldsAtFault":
        forms = [one for one in told["errors"] if _of_form(one["detail"])]
        if forms:
            raise AssertionError(f"the document allows what is refused: {forms}")


def _kept(case: Any) -> bool:
    """Whether its headers keep to the document: the fuzzer sends "0" for a form it cannot make up."""
    told = case.operation.headers
    forms = {one.name: one.definition["schema"].get("pattern") for one in told}
    return all(
        re.search(form, str(case.headers[name]))
        for name, form in forms.items()
        if form and name in (case.headers or {})
    )


def _of_form(detail: str) -> bool:
    # JSON itself does not tell 65.0 from 65, and we do; what follows an item's own fault is its echo.
    if detail == WORDS["int_type"] or "after validation" in detail:
        return False
    return detail in WORDS.values() or detail.startswith(_PYDANTIC)
