"""Logs hold keys from a short list, and no person's data even there."""

import json
from collections.abc import Iterator

import pytest
import structlog

from kernel.observe import configure_logs, log, where


@pytest.fixture(autouse=True)
def _logs() -> Iterator[None]:
    """Write as in production, for one test."""
    configure_logs("tiny")
    yield
    structlog.reset_defaults()


def test_a_key_outside_the_list_is_dropped(capsys: pytest.CaptureFixture[str]) -> None:
    log().info("done", use_case="add_need", name="Anna Nowak", income="505.00")

    line = _last(capsys)
    assert line["use_case"] == "add_need"
    assert not {"name", "income"} & set(line)


@pytest.mark.parametrize(
    "personal", ["44051401359", "anna.nowak@example.org", "+48 600100200", "48600100200"]
)
def test_what_looks_like_a_person_is_removed(
    capsys: pytest.CaptureFixture[str], personal: str
) -> None:
    log().info("refused", reason=f"no such person: {personal}.")

    line = _last(capsys)
    assert personal not in json.dumps(line)
    assert "[removed]" in line["reason"]


def test_ids_and_traces_stay(capsys: pytest.CaptureFixture[str]) -> None:
    client_id = "0197a000-0000-7000-8000-000000000001"

    log().info("done", client_id=client_id, worker="ops-zabrze", seq=12)

    assert _last(capsys)["client_id"] == client_id


def test_an_error_is_told_by_its_place_not_by_its_words() -> None:
    with pytest.raises(ValueError, match="44051401359") as raised:
        int("44051401359x")

    told = where(raised.value)

    assert told.startswith("ValueError at test_an_error_is_told_by_its_place_not_by_its_words:")
    assert "44051401359" not in told


def _last(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    line: dict[str, str] = json.loads(capsys.readouterr().out.splitlines()[-1])
    return line
