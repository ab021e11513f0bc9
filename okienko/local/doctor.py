"""Looks over this machine, and over the house if it runs: one line per question, with the cure."""

import asyncio
import locale
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from okienko.local import probes
from okienko.local.account import for_postgres
from okienko.local.broker import server
from okienko.local.control import lives
from okienko.local.environment import Environment
from okienko.local.home import Home, Run
from okienko.local.places import installed_programs
from okienko.processes import GATEWAY
from okienko.sockets import listen
from okienko.trouble import Trouble

OLDEST_PYTHON = (3, 11)
ROOM_NEEDED = 3 * 1024**3


@dataclass(frozen=True)
class Finding:
    """The answer to one question."""

    subject: str
    well: bool
    words: str

    def __str__(self) -> str:
        return f"{'ok  ' if self.well else 'FAIL'}  {self.subject:<12} {self.words}"


def examine(home: Home, port: int, environment: Environment) -> list[Finding]:
    """Ask every question that makes sense now."""
    run = home.running()
    findings = [_python(), _data_dir(home), _room(home)]
    if not environment.has_own_postgres:
        findings += [_account(environment), _postgres(), _locale()]
    if not environment.nats_url:
        findings.append(_nats())
    if run is None:
        return [*findings, _port(port)]
    return [*findings, *_processes(run), *asyncio.run(_answers(run))]


def _python() -> Finding:
    found = ".".join(str(part) for part in sys.version_info[:3])
    well = sys.version_info[:2] >= OLDEST_PYTHON
    return Finding("Python", well, found if well else f"{found} is too old; 3.11 is needed")


def _data_dir(home: Home) -> Finding:
    nearest = _nearest(home.folder)
    well = nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)
    cure = "cannot be written; choose another folder with --data-dir"
    return Finding("data folder", well, f"{home.folder}" if well else f"{nearest} {cure}")


def _room(home: Home) -> Finding:
    free = shutil.disk_usage(_nearest(home.folder)).free
    words = f"{free / 1024**3:.1f} GB free"
    well = free >= ROOM_NEEDED
    return Finding("disk", well, words if well else f"{words}; make room for 3 GB")


def _account(environment: Environment) -> Finding:
    try:
        account = for_postgres(environment.run_as)
        done = account.run(["true"], Path("/"))
    except (Trouble, OSError) as reason:
        return Finding("account", well=False, words=str(reason))
    return Finding("account", done.returncode == 0, f"PostgreSQL runs as {account.name}")


def _postgres() -> Finding:
    try:
        return _runs("PostgreSQL", installed_programs() / "postgres")
    except Trouble as reason:
        return Finding("PostgreSQL", well=False, words=str(reason))


def _nats() -> Finding:
    try:
        return _runs("NATS", server())
    except Trouble as reason:
        return Finding("NATS", well=False, words=str(reason))


def _runs(subject: str, program: Path) -> Finding:
    try:
        done = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as reason:
        cure = "delete .venv and run `make setup`, on a file system that may run programs"
        return Finding(subject, well=False, words=f"{program} does not run ({reason}); {cure}")
    return Finding(subject, well=True, words=done.stdout.strip())


def _locale() -> Finding:
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
    except locale.Error:
        cure = "the system does not know C.UTF-8; install it (glibc-minimal-langpack, libc-bin)"
        return Finding("locale", well=False, words=cure)
    locale.setlocale(locale.LC_CTYPE, before)
    return Finding("locale", well=True, words="C.UTF-8")


def _port(port: int) -> Finding:
    try:
        listen("127.0.0.1", port).close()
    except Trouble as reason:
        return Finding("port", well=False, words=str(reason))
    return Finding("port", well=True, words=f"{port} is free")


def _processes(run: Run) -> Iterator[Finding]:
    for name, pid in run.processes.items():
        words = f"process {pid}" if lives(pid) else "is down and being started again; see its log"
        yield Finding(name, lives(pid), words)


async def _answers(run: Run) -> list[Finding]:
    urls = run.service_urls | {GATEWAY: run.gateway_url}
    ready = await asyncio.gather(*(probes.is_ready(url) for url in urls.values()))
    findings = [
        Finding(
            name, well, f"{url}/readyz {'answers 200' if well else 'is not ready; see its log'}"
        )
        for (name, url), well in zip(urls.items(), ready, strict=True)
    ]
    passes = await probes.house_passes(run.gateway_url)
    words = "passes" if passes else "does not pass; it says which part is ill"
    return [*findings, Finding("house", passes, f"{run.gateway_url}/healthz {words}")]


def _nearest(folder: Path) -> Path:
    """Give the first folder above that exists: the data folder may be yet to be made."""
    return next(path for path in (folder, *folder.parents) if path.exists())
