"""What the house's own processes ask intake."""

from typing import Annotated, Any
from uuid import UUID

import orjson
from fastapi import APIRouter, Path, Request, Response

from contracts.values import Day
from kernel.house import HouseOnly
from kernel.problems import NoSuchAddress
from kernel.transactions import look
from services.intake.domain.client import (
    ClientNotFound,
)
from services.intake.views.merged import means_of_person
from services.intake.views.payees import payees

internal = APIRouter(prefix="/internal", include_in_schema=False)
_LONGEST = 100 * 37


@internal.get("/clients/{client_id}/means/{on}")
async def read_means(client_id: UUID, on: Day, request: Request, _: HouseOnly) -> Response:
    """Household of a day, and incomes, for a service that computes, asked through the gateway."""
    async with look(request.app.state.database) as tx:
        found: dict[str, Any] | None = await means_of_person(tx, client_id, on)
    if found is None:
        raise ClientNotFound
    return Response(orjson.dumps(found), media_type="application/json")


@internal.get("/payees/{client_ids}")
async def read_payees(
    client_ids: Annotated[str, Path(max_length=_LONGEST)], request: Request, _: HouseOnly
) -> Response:
    """Who is paid and where, for a service that pays: a hundred ids at most, parted by commas."""
    async with look(request.app.state.database) as tx:
        found = await payees(tx, _ids(client_ids))
    return Response(orjson.dumps(found), media_type="application/json")


def _ids(written: str) -> list[UUID]:
    try:
        return [UUID(one) for one in written.split(",")]
    except ValueError:
        raise NoSuchAddress from None
