"""The HTTP face of sharings."""

from fastapi import APIRouter

from contracts.values import ClientId, SharingId
from kernel.problems import problems
from kernel.verbs import WRITES, By, Tx, Verb
from services.intake.domain.client import (
    ClientNotFound,
)
from services.intake.domain.sharing import (
    ConsentOver,
    NotWithYourself,
    OnlyReferred,
    PartnershipNotInForce,
    PartyUnknown,
    ShareWith,
    SharingNotFound,
    SharingOfOthers,
    SharingOver,
)
from services.intake.use_cases.open_sharing import open_sharing
from services.intake.use_cases.withdraw_sharing import withdraw_sharing
from services.intake.views.sharing import SharingView, sharing_view

router = APIRouter(prefix="/v1", tags=["intake"], route_class=Verb)


@router.post(
    "/clients/{client_id}/sharings",
    name="open_sharing",
    status_code=201,
    dependencies=WRITES,
    responses=problems(
        ClientNotFound,
        PartyUnknown,
        PartnershipNotInForce,
        ConsentOver,
        NotWithYourself,
        OnlyReferred,
    ),
)
async def share(client_id: ClientId, command: ShareWith, by: By, tx: Tx) -> SharingView:
    """Let a partner see the record, on a legal basis (udostępnienie)."""
    return sharing_view(await open_sharing(client_id, command, by=by, tx=tx))


@router.post(
    "/clients/{client_id}/sharings/{sharing_id}/withdraw",
    name="withdraw_sharing",
    dependencies=WRITES,
    responses=problems(ClientNotFound, SharingNotFound, SharingOver, SharingOfOthers),
)
async def withdraw(client_id: ClientId, sharing_id: SharingId, by: By, tx: Tx) -> SharingView:
    """Withdraw a sharing; it holds from the next request on (cofnięcie zgody)."""
    return sharing_view(await withdraw_sharing(client_id, sharing_id, by=by, tx=tx))
