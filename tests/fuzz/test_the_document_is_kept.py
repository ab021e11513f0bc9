"""Every phase and every check of the fuzzer, with two offices that must not see each other's clients."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.house import House

pytestmark = [pytest.mark.nightly, pytest.mark.timeout(1_200)]
_SECONDS, _CASES = 600, 10_000
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


def test_what_the_document_promises_is_kept(house: House, tmp_path: Path) -> None:
    run = _fuzz(house, tmp_path, _SECONDS)

    told = run.stdout
    found = re.search(r"(\d+) generated", told)
    assert run.returncode == 0, told + run.stderr[-2_000:]
    assert found, told
    assert int(found[1]) >= _CASES


def _fuzz(house: House, folder: Path, seconds: int) -> subprocess.CompletedProcess[str]:
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
            *("--checks", "all", "--max-time", str(seconds), "--workers", "2", "--no-color"),
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def _entry(name: str, token: str) -> dict[str, object]:
    header = {"name": "Authorization", "value": f"Bearer {token}"}
    return {"name": name, "fixedHeaders": [header]}
