"""Batches on their way to the house: again when it is away for a moment, never twice in effect."""

from collections.abc import Callable, Sequence
from typing import Any

import httpx2
import stamina

from okienko.trouble import Trouble

PATH = "/v1/clients/import"
MOST_ROWS = 500
MOST_BYTES = 900_000
"""The house takes a mebibyte."""
_UNKNOWN_CALLER, _TOO_LARGE = 401, 413
_WAIT = {429, 502, 503, 504}


class Away(Trouble):
    """The house did not answer, or asked to wait, for longer than one waits."""


class Refused(Trouble):
    """The house refused a batch as a whole; another batch would fare the same."""


class _Again(Exception):
    def __init__(self, after: float | None) -> None:
        super().__init__("away for a moment")
        self.after = after


class Sender:
    """Sends batches of one import."""

    def __init__(
        self,
        http: httpx2.AsyncClient,
        token: Callable[[], str],
        *,
        about: dict[str, Any],
        patience: float = 60.0,
    ) -> None:
        self._http = http
        self._new_token = token
        self._token = token()
        self._about = about
        self._patience = patience

    async def send(self, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """What became of each row. Sending again is safe: a row that is in already is known."""
        try:
            answer = await self._until_answered(rows)
        except (_Again, httpx2.TransportError) as error:
            raise Away("The house does not answer.") from error
        if answer.status_code == _TOO_LARGE and len(rows) > 1:
            half = len(rows) // 2
            return await self.send(rows[:half]) + await self.send(rows[half:])
        if answer.status_code == _TOO_LARGE:
            return [_too_large(rows[0])]
        if not answer.is_success:
            raise Refused(_told(answer))
        return _items(answer, len(rows))

    async def _until_answered(self, rows: Sequence[dict[str, Any]]) -> httpx2.Response:
        body = self._about | {"rows": list(rows)}
        async for attempt in stamina.retry_context(
            on=_worth_trying_again, attempts=None, timeout=self._patience, wait_max=5.0
        ):
            with attempt:
                answer = await self._ask(body)
                if answer.status_code == _UNKNOWN_CALLER:
                    # Tokens live minutes, imports longer: the file may hold a new one by now.
                    self._token = self._new_token()
                    answer = await self._ask(body)
                if answer.status_code in _WAIT:
                    raise _Again(_retry_after(answer))
                return answer
        raise AssertionError("stamina either lets through or raises")

    async def _ask(self, body: dict[str, Any]) -> httpx2.Response:
        headers = {"Authorization": f"Bearer {self._token}"}
        return await self._http.post(PATH, json=body, headers=headers)


def _items(answer: httpx2.Response, count: int) -> list[dict[str, Any]]:
    try:
        items: list[dict[str, Any]] = answer.json()["items"]
    except (ValueError, KeyError, TypeError):
        items = []
    if len(items) != count:
        raise Refused("What answered is not Okienko: look at the address.")
    return items


def _worth_trying_again(error: Exception) -> bool | float:
    if isinstance(error, _Again):
        return error.after if error.after is not None else True
    return isinstance(error, httpx2.TransportError)


def _retry_after(answer: httpx2.Response) -> float | None:
    told = answer.headers.get("retry-after", "")
    return float(told) if told.isdecimal() else None


def _too_large(row: dict[str, Any]) -> dict[str, Any]:
    problem = {"pointer": "", "detail": "the row is larger than the house takes"}
    return {
        "row": row["row"], "outcome": "rejected", "client_id": None, "problems": [problem],
    }  # fmt: skip


def _told(answer: httpx2.Response) -> str:
    """A refusal in the house's own words; they never repeat what was sent."""
    try:
        problem = answer.json()
        title = str(problem["title"])
    except (ValueError, KeyError, TypeError):
        return f"The house answered {answer.status_code}, and not why."
    places = [f"{e['pointer']} {e['detail']}" for e in problem.get("errors", [])]
    return f"The house refused ({answer.status_code}): {title}" + "".join(
        f" [{p}]" for p in places
    )
