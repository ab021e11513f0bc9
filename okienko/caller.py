"""A front end in small: calls the gateway as a persona, as any app would."""

import time
from typing import Any
from uuid import uuid4  # noqa: TID251 the keys of a caller are its own, not the house's ids

import httpx2

from okienko.local.home import Home, Run
from okienko.personas import PERSONAS
from okienko.token import token_at
from okienko.trouble import Trouble

_AWAY = 503
_PATIENCE = 30.0
_MOST_TOKENS = 32


class Front:
    """The gateway, seen from outside. Remembers Sync-Tokens, as a good front end does."""

    def __init__(self, home: Home) -> None:
        run = home.running()
        if run is None or not run.demo:
            raise Trouble(
                f"No demonstration runs on {home.folder}; start one with `okienko up --demo`."
            )
        self._home, self._run = home, run
        self._http = httpx2.Client(base_url=run.gateway_url, timeout=30)
        self._tokens = {c: token_at(home, run.gateway_url, p) for c, p in PERSONAS.items()}
        self._written: dict[str, str] = {}

    @property
    def run(self) -> Run:
        """What runs."""
        return self._run

    def get(self, who: str, path: str, **params: Any) -> Any:
        """Read something as somebody; trouble if it is refused."""
        return self._done(self.ask(who, "GET", path, params=params or None))

    def post(
        self,
        who: str,
        path: str,
        body: Any = None,
        key: str | None = None,
        if_match: str | None = None,
    ) -> Any:
        """Do something as somebody, once; trouble if it is refused."""
        return self._done(self.ask(who, "POST", path, json=body, key=key, if_match=if_match))

    def ask(
        self,
        who: str,
        method: str,
        path: str,
        *,
        key: str | None = None,
        if_match: str | None = None,
        **more: Any,
    ) -> httpx2.Response:
        """One request as somebody; a house that is starting or healing is asked again."""
        headers = {"Authorization": f"Bearer {self._tokens[who]}"}
        if if_match:
            headers["If-Match"] = if_match
        if method == "POST":
            headers["Idempotency-Key"] = key or str(uuid4())
        if self._written:
            headers["Sync-Token"] = ",".join(self._written.values())
        answer = self._http.request(method, path, headers=headers, **more)
        for pause in (0.2, 0.5, 1, 2):
            if answer.status_code != _AWAY:
                break
            time.sleep(pause)
            answer = self._http.request(method, path, headers=headers, **more)
        self._remember(answer.headers.get("Sync-Token", ""))
        return answer

    def wait_for_plan(self, who: str, client_id: str, has: str = "id") -> dict[str, Any]:
        """The plan in the record, once it has something: what follows from an event takes a moment."""
        deadline = time.perf_counter() + _PATIENCE
        while time.perf_counter() < deadline:
            plan: dict[str, Any] = self.get(who, f"/v1/records/{client_id}")["sections"].get(
                "plan", {}
            )
            if plan.get(has):
                return plan
            time.sleep(0.005)
        raise Trouble(f"The plan does not get its {has}; `okienko doctor` says what is wrong.")

    def wait_until(self, who: str, path: str, **has: str) -> None:
        """Read something again and again until it has these values: work in the background takes a moment."""
        deadline = time.perf_counter() + _PATIENCE
        while time.perf_counter() < deadline:
            if has.items() <= self.get(who, path).items():
                return
            time.sleep(0.1)
        raise Trouble(f"{path} does not come to {has}; `okienko doctor` says what is wrong.")

    def forget(self) -> None:
        """Read without waiting for what was written."""
        self._written.clear()

    def _remember(self, tokens: str) -> None:
        for token in filter(None, tokens.split(",")):
            service, subject, _ = token.split(":")
            # The newest last: what was written long ago has arrived long since.
            self._written.pop(f"{service}:{subject}", None)
            self._written[f"{service}:{subject}"] = token
        while len(self._written) > _MOST_TOKENS:
            del self._written[next(iter(self._written))]

    def _done(self, answer: httpx2.Response) -> Any:
        if answer.is_success:
            return answer.json()
        raise Trouble(f"{answer.request.method} {answer.request.url.path}: {answer.text}")
