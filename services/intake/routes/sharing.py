"""The HTTP face of sharings."""

from typing import Annotated

from fastapi import APIRouter, Query, Request

from contracts.values import ClientId, InstitutionId, SharingId
from kernel.pages import CursorUnreadable
from kernel.problems import language_of, problems
from kernel.verbs import READS, WRITES, By, Cursor, Limit, Tx, Verb
from services.intake.domain.client import (
    ClientNotFound,
)
from services.intake.domain.sharing import (
    ArticleDoesNotCarry,
    ConsentNotYet,
    ConsentOver,
    EndsInThePast,
    MoreThanYouSee,
    NarrowSharing,
    NothingNarrowed,
    NotWithYourself,
    OnlyReferred,
    PartnershipNotInForce,
    PartyUnknown,
    ShareWith,
    SharingNotFound,
    SharingOfOthers,
    SharingOver,
    WouldWiden,
)
from services.intake.use_cases.narrow_sharing import narrow_sharing
from services.intake.use_cases.open_sharing import open_sharing
from services.intake.use_cases.withdraw_sharing import withdraw_sharing
from services.intake.views.sharing import (
    DisclosurePage,
    SharingView,
    list_disclosures,
    sharing_view,
)
from services.intake.views.why import WhyOfOthers, WhyView, explain

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
        ConsentNotYet,
        ArticleDoesNotCarry,
        NotWithYourself,
        OnlyReferred,
        MoreThanYouSee,
    ),
)
async def share(
    client_id: ClientId, command: ShareWith, request: Request, by: By, tx: Tx
) -> SharingView:
    """Let a partner see the record, on a legal basis (udostępnienie)."""
    sharing = await open_sharing(client_id, command, by=by, tx=tx)
    return await sharing_view(tx, sharing, by, language_of(request.headers))


@router.get(
    "/clients/{client_id}/sharings",
    name="list_sharings",
    dependencies=READS,
    responses=problems(ClientNotFound, CursorUnreadable),
)
async def disclosures(
    client_id: ClientId, by: By, tx: Tx, limit: Limit = 50, cursor: Cursor = None
) -> DisclosurePage:
    """List who was let see the record, in force and past, newest first (rejestr udostępnień)."""
    return await list_disclosures(tx, client_id, by, limit=limit, after=cursor)


@router.get(
    "/clients/{client_id}/sharings/why",
    name="explain_sharing",
    dependencies=READS,
    responses=problems(ClientNotFound, PartyUnknown, WhyOfOthers),
)
async def why(
    client_id: ClientId,
    request: Request,
    by: By,
    tx: Tx,
    institution: Annotated[InstitutionId | None, Query(description="None: your own.")] = None,
) -> WhyView:
    """Say in a sentence why an institution may see the record (dlaczego widzą moje dane)."""
    return await explain(tx, client_id, by, institution, language_of(request.headers))


@router.post(
    "/clients/{client_id}/sharings/{sharing_id}/narrow",
    name="narrow_sharing",
    dependencies=WRITES,
    responses=problems(
        ClientNotFound,
        SharingNotFound,
        SharingOver,
        SharingOfOthers,
        WouldWiden,
        NothingNarrowed,
        EndsInThePast,
    ),
)
async def narrow(
    client_id: ClientId,
    sharing_id: SharingId,
    command: NarrowSharing,
    request: Request,
    by: By,
    tx: Tx,
) -> SharingView:
    """Let a partner see less, or for a shorter time; what stays is a sharing of its own (zawężenie)."""
    sharing = await narrow_sharing(client_id, sharing_id, command, by=by, tx=tx)
    return await sharing_view(tx, sharing, by, language_of(request.headers))


@router.post(
    "/clients/{client_id}/sharings/{sharing_id}/withdraw",
    name="withdraw_sharing",
    dependencies=WRITES,
    responses=problems(ClientNotFound, SharingNotFound, SharingOver, SharingOfOthers),
)
async def withdraw(
    client_id: ClientId, sharing_id: SharingId, request: Request, by: By, tx: Tx
) -> SharingView:
    """Withdraw a sharing; it holds from the next request on (cofnięcie zgody)."""
    sharing = await withdraw_sharing(client_id, sharing_id, by=by, tx=tx)
    return await sharing_view(tx, sharing, by, language_of(request.headers))
