"""The law of this process, for every route that computes."""

from typing import Annotated

from fastapi import Depends, Request

from services.benefits.domain.parameters import Parameters
from services.benefits.store.law import LawInForce


# Async though it may wait for nothing: a plain dependency costs a thread.
async def _law(request: Request) -> LawInForce:
    return request.app.state.law  # type: ignore[no-any-return] # app.state is untyped


async def law_known(request: Request) -> Parameters:
    """Files and approved resolutions, from memory."""
    law: LawInForce = request.app.state.law
    return await law.now()


LawHere = Annotated[LawInForce, Depends(_law)]
"""For what is kept: it asks the law in its own transaction."""
Known = Annotated[Parameters, Depends(law_known)]
"""For what is only computed: files and approved resolutions, from memory."""
