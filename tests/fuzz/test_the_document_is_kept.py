"""Every phase and every check of the fuzzer, with two offices that must not see each other's clients."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.house import House

pytestmark = pytest.mark.timeout(1_200)
_NIGHT, _CASES = 600, 10_000
_WHILE, _SEED = 90, 20_330
"""A build tries the same cases each time: what it finds is there to be found again."""
_PEERS = ("ops-zabrze", "ops-strzelce")
_SETTINGS = """
continue-on-failure = true
warnings = false
hooks = "tests.fuzz.rules"
[auth.wfc]
path = "{auth}"
peers = ["ops-zabrze", "ops-strzelce"]
[checks]
# See rules.py: what these let pass is read there.
positive_data_acceptance.expected-statuses = [
  "2xx", "3xx", 400, 401, 403, 404, 409, 412, 422, 428, 429, 503,
]
# A dead service or a record not heard of yet is told as 503, with Retry-After.
not_a_server_error.expected-statuses = ["2xx", "3xx", "4xx", 503]
"""


@pytest.mark.fuzz
def test_what_the_document_promises_is_kept_for_a_while(house: House, tmp_path: Path) -> None:
    assert _tried(_fuzz(house, tmp_path, _WHILE, "--seed", str(_SEED))) > 0


@pytest.mark.nightly
def test_what_the_document_promises_is_kept_all_night(house: House, tmp_path: Path) -> None:
    assert _tried(_fuzz(house, tmp_path, _NIGHT)) >= _CASES


def _tried(run: subprocess.CompletedProcess[str]) -> int:
    """How many cases were tried, none of which failed."""
    found = re.search(r"(\d+) generated", run.stdout)
    assert run.returncode == 0, run.stdout + run.stderr[-2_000:]
    assert found, run.stdout
    return int(found[1])


def _fuzz(
    house: House, folder: Path, seconds: int, *more: str
) -> subprocess.CompletedProcess[str]:
    auth = folder / "auth.json"
    others = [name for name in house.tokens if name not in _PEERS]
    auth.write_text(
        json.dumps({"auth": [_entry(name, house.tokens[name]) for name in (*_PEERS, *others)]})
    )
    (folder / "schemathesis.toml").write_text(_SETTINGS.format(auth=auth))
    return subprocess.run(
        [
            *(sys.executable, "-P", "-m", "schemathesis.cli"),
            *("--config-file", str(folder / "schemathesis.toml")),
            *("run", f"http://127.0.0.1:{house.port}/openapi.json"),
            # A stream never ends, and the fuzzer reads every answer to its end.
            *("--exclude-operation-id", "stream_events"),
            *("--checks", "all", "--max-time", str(seconds), "--workers", "2", "--no-color"),
            *more,
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def _entry(name: str, token: str) -> dict[str, object]:
    header = {"name": "Authorization", "value": f"Bearer {token}"}
    return {"name": name, "fixedHeaders": [header]}
