"""The data folder: what is made once, what is refused, what is deleted."""

import shutil
from pathlib import Path

import pytest

from okienko.local.home import Home
from okienko.trouble import Trouble
from tests.okienko.conftest import okienko


def test_a_secret_is_made_once_and_is_for_our_eyes_only(home: Home) -> None:
    first = home.secret("vault-key")

    assert len(bytes.fromhex(first)) == 32
    assert Home.at(home.folder).secret("vault-key") == first
    assert (home.secrets / "vault-key").stat().st_mode & 0o777 == 0o600
    assert home.secrets.stat().st_mode & 0o777 == 0o700


def test_a_folder_with_something_else_in_it_is_refused(folder: Path) -> None:
    (folder / "letters").mkdir()

    with pytest.raises(Trouble, match="not Okienko's"):
        Home.at(folder).create()


def test_nothing_runs_in_a_new_folder(home: Home) -> None:
    assert home.supervisor() is None
    assert home.running() is None


def test_a_lock_is_given_to_one_supervisor_at_a_time(home: Home) -> None:
    with home.locked(), pytest.raises(Trouble, match="already runs"), home.locked():
        pass


def test_reset_deletes_what_we_made_and_nothing_else(home: Home) -> None:
    home.secret("vault-key")
    (home.folder / "letters").mkdir()

    told = okienko("reset", "--yes", "--data-dir", str(home.folder))

    assert told.returncode == 0
    assert [path.name for path in home.folder.iterdir()] == ["letters"]


def test_reset_spares_a_running_house(home: Home) -> None:
    with home.locked():
        told = okienko("reset", "--yes", "--data-dir", str(home.folder))

    assert told.returncode == 1
    assert "already runs" in told.stderr
    assert home.secrets.exists()


def test_reset_refuses_a_folder_that_is_not_ours(folder: Path) -> None:
    told = okienko("reset", "--yes", "--data-dir", str(folder))

    assert told.returncode == 1
    assert "holds no data of Okienko" in told.stderr
    shutil.rmtree(folder / "data", ignore_errors=True)
