"""The whole local system, started, hurt and stopped as a user or a bad day would."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4  # noqa: TID251 a caller's own keys

import httpx2

from okienko.local.home import Home
from okienko.personas import PERSONAS
from okienko.token import token_at

T = TypeVar("T")
PATIENCE = 40.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def eventually(ask: Callable[[], T | None], what: str, within: float = PATIENCE) -> T:
    """What a front end does: look again in a moment."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        if (found := ask()) is not None:
            return found
        time.sleep(0.02)
    raise AssertionError(f"not within {within} s: {what}")


def asked(http: httpx2.Client, method: str, path: str, **more: Any) -> httpx2.Response:
    """One answer; of a stream, which never ends, its head and its first words."""
    if not path.endswith("/stream"):
        return http.request(method, path, **more)
    with http.stream(method, path, **more) as answer:
        first = next(answer.iter_bytes(), b"")
        kept = {"content-type": answer.headers.get("content-type", "")}
        return httpx2.Response(answer.status_code, headers=kept, content=first)


class House:
    """One running system."""

    def __init__(self, folder: Path) -> None:
        self.home = Home.at(folder)
        self.port = free_port()
        self._http = httpx2.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=30)
        self.tokens: dict[str, str] = {}

    def command(self, *words: str, timeout: float = 180) -> subprocess.CompletedProcess[str]:
        """Run `okienko` as a user does."""
        argv = [sys.executable, "-m", "okienko", *words, "--data-dir", str(self.home.folder)]
        return subprocess.run(argv, capture_output=True, text=True, timeout=timeout, check=False)

    def up(self) -> None:
        started = self.command("up", "--demo", "--port", str(self.port), "--detach")
        assert started.returncode == 0, started.stdout + started.stderr
        url = f"http://127.0.0.1:{self.port}"
        self.tokens = {code: token_at(self.home, url, p) for code, p in PERSONAS.items()}

    @classmethod
    @contextmanager
    def standing(cls, folder: Path) -> Iterator["House"]:
        """A house that stands as long as it is needed."""
        house = cls(folder)
        house.up()
        yield house
        house.down()
        house.close()

    def down(self) -> None:
        stopped = self.command("down")
        assert stopped.returncode == 0, stopped.stdout + stopped.stderr

    def ask(
        self,
        who: str | None,
        method: str,
        path: str,
        body: Any = None,
        *,
        headers: dict[str, str] | None = None,
        **more: Any,
    ) -> httpx2.Response:
        sent = {"Authorization": f"Bearer {self.tokens[who]}"} if who else {}
        if body is not None:
            more["json"] = body
        return asked(self._http, method, path, headers=sent | (headers or {}), **more)

    def get(self, who: str, path: str, **headers: str) -> Any:
        answer = self.ask(who, "GET", path, headers=headers)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def post(self, who: str, path: str, body: Any = None, status: int = 201) -> Any:
        answer = self.ask(who, "POST", path, body)
        assert answer.status_code == status, answer.text
        return answer.json()

    def insist(self, who: str, path: str, body: Any = None) -> Any:
        """Repeat a command under one key until it is answered, whatever dies meanwhile."""
        key = str(uuid4())

        def once() -> Any:
            try:
                answer = self.ask(who, "POST", path, body, headers={"Idempotency-Key": key})
            except httpx2.HTTPError:
                return None
            return None if answer.status_code in {404, 500, 503} else answer

        answer = eventually(once, f"an answer to POST {path}")
        assert answer.is_success, answer.text
        return answer.json()

    def record(self, who: str, client_id: str) -> Any:
        """The record, or none while it cannot be seen."""
        try:
            answer = self.ask(who, "GET", f"/v1/records/{client_id}")
        except httpx2.HTTPError:
            return None
        return answer.json() if answer.status_code == 200 else None

    def section(self, who: str, client_id: str, name: str) -> Any:
        """A section of the record once it is there."""

        def look() -> Any:
            record = self.record(who, client_id)
            return record["sections"].get(name) if record else None

        return eventually(look, f"{name} seen by {who}")

    def process(self, name: str) -> int:
        return int(json.loads(self.home.run_file.read_text())["processes"][name])

    def hurt(self, name: str, how: int = signal.SIGKILL) -> None:
        os.kill(self.process(name), how)

    def forget_broker(self) -> None:
        """The broker dies and its store is gone when it comes back."""
        pid = self.process("nats")
        os.kill(pid, signal.SIGSTOP)
        for store in self.home.broker.rglob("jetstream"):
            shutil.rmtree(store)
        os.kill(pid, signal.SIGKILL)

    def close(self) -> None:
        self._http.close()
