"""What dies with us dies with our process, never with the thread that happened to start it."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from okienko.local.supervisor import Program
from okienko.trouble import Trouble

_ROOM_FIRST = """
import asyncio, sys
sys.path.insert(0, ".")
from services.referrals.app import build
from services.referrals.settings import Settings
from services.referrals.tables import mapping
from tests.support.machines import room_of
from tests.support.rooms import bare_database

with room_of(lambda said: build(Settings(**said)), mapping.metadata) as room:
    assert room.fetch("SELECT 1")
asyncio.run(asyncio.wait_for(bare_database(), 20))
"""


def test_postgres_outlives_the_machine_that_was_the_first_to_need_it() -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-P", "-c", _ROOM_FIRST],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_thread_that_will_end_may_not_start_what_would_end_with_it(tmp_path: Path) -> None:
    program = Program(name="sleeper", argv=["/bin/sleep", "9"], log=tmp_path / "sleeper.log")
    with ThreadPoolExecutor(1) as other, pytest.raises(Trouble, match="main thread"):
        other.submit(program.start).result()
