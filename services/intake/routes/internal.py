"""What the house's own processes ask intake."""

from typing import Any
from uuid import UUID

import orjson
from fastapi import APIRouter, Request, Response

from contracts.values import Day
from kernel.house import HouseOnly
from kernel.transactions import look
from services.intake.domain.client import (
    ClientNotFound,
)
from services.intake.views.merged import means_of_person

internal = APIRouter(prefix="/internal", include_in_schema=False)


@internal.get("/clients/{client_id}/means/{on}")
async def read_means(client_id: UUID, on: Day, request: Request, _: HouseOnly) -> Response:
    """Household of a day, and incomes, for a service that computes, asked through the gateway."""
    async with look(request.app.state.database) as tx:
        found: dict[str, Any] | None = await means_of_person(tx, client_id, on)
    if found is None:
        raise ClientNotFound
    return Response(orjson.dumps(found), media_type="application/json")
