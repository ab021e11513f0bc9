"""A verb of the gateway's own: what it was asked to do leaves an entry in the audit, done or refused."""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response

from gateway.asking import note
from kernel.problems import STATUS
from kernel.refusals import Refusal
from kernel.verbs import Verb


class NotedVerb(Verb):
    """As every service's verb, with the entry that the gateway leaves when it passes one on."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Wrap the verb's own work."""
        handle = super().get_route_handler()

        async def noted(request: Request) -> Response:
            try:
                response = await handle(request)
            except Refusal as no:
                if (by := getattr(request.state, "caller", None)) is not None:
                    await note(request, by, None, STATUS[no.kind], None)
                raise
            await note(request, request.state.caller, None, response.status_code, None)
            return response

        return noted
