"""The HTTP face of duplicates: finding, deciding, merging, undoing."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from contracts.values import ClientId, DuplicateId
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Cursor, Expected, Limit, Tx, Verb, concern, tag
from kernel.versions import VersionIsOld
from services.intake.domain.client import AlreadyRegistered, ClientNotFound
from services.intake.domain.duplicate import DuplicateDecided, DuplicateNotFound, DuplicateState
from services.intake.domain.merging import (
    AlreadyMerged,
    DifferentPesels,
    MergeOfOthers,
    MergeWithItself,
    NotMerged,
    RecordRestricted,
)
from services.intake.routes.clients import index_secret_of
from services.intake.use_cases.dismiss_duplicate import dismiss_duplicate
from services.intake.use_cases.find_duplicates import FindDuplicates, find_duplicates
from services.intake.use_cases.link_duplicate import LinkDuplicate, link_duplicate
from services.intake.use_cases.merge_clients import MergeClients, merge_clients
from services.intake.use_cases.reopen_duplicate import reopen_duplicate
from services.intake.use_cases.unmerge_clients import UnmergeClients, unmerge_clients
from services.intake.views.clients import ClientView, SeenClients
from services.intake.views.duplicates import (
    DuplicatePage,
    DuplicateView,
    FoundDuplicates,
    found_view,
    list_duplicates,
    pair_view,
)
from services.intake.views.merging import MergePreview, UnmergedView, preview

router = APIRouter(prefix="/v1", tags=["intake"], route_class=Verb)
_DECIDES = problems(DuplicateNotFound, DuplicateDecided, VersionIsOld)


@router.post(
    "/clients/duplicates",
    name="find_duplicates",
    dependencies=READS,
    responses=problems(ClientNotFound, AlreadyRegistered),
)
async def find(
    command: FindDuplicates, request: Request, by: By, tx: Tx, response: Response
) -> FoundDuplicates:
    """Ask who on record looks like a person, scored and explained (możliwe duplikaty)."""
    alike = await find_duplicates(command, by=by, tx=tx, index_secret=index_secret_of(request))
    found = await found_view(tx, alike)
    concern(response, [item.client_id for item in found.items])
    return found


@router.get(
    "/duplicates",
    name="list_duplicates",
    dependencies=READS,
    responses=problems(CursorUnreadable),
)
async def queue(
    by: By,
    tx: Tx,
    response: Response,
    state: Annotated[DuplicateState, Query(description="Where the pair stands.")] = (
        DuplicateState.OPEN
    ),
    limit: Limit = 50,
    cursor: Cursor = None,
) -> DuplicatePage:
    """List the pairs your institution decides, the one due first."""
    page = await list_duplicates(tx, by, state=state, limit=limit, after=cursor)
    concern(response, dict.fromkeys(p.client_id for item in page.items for p in item.people))
    return page


@router.post(
    "/duplicates/{duplicate_id}/dismiss",
    name="dismiss_duplicate",
    dependencies=WRITES,
    responses=_DECIDES,
)
async def dismiss(
    duplicate_id: DuplicateId, expected: Expected, by: By, tx: Tx, response: Response
) -> DuplicateView:
    """Decide that the two are two people; they are never proposed again."""
    pair = await dismiss_duplicate(duplicate_id, expected=expected, by=by, tx=tx)
    tag(response, pair.version)
    concern(response, [pair.first, pair.second])
    return pair_view(pair)


@router.post(
    "/duplicates/{duplicate_id}/link",
    name="link_duplicate",
    dependencies=WRITES,
    responses=_DECIDES,
)
async def link(
    duplicate_id: DuplicateId,
    command: LinkDuplicate,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> DuplicateView:
    """Link the two, who stay apart for a reason: twins, relatives, protection."""
    pair = await link_duplicate(duplicate_id, command, expected=expected, by=by, tx=tx)
    tag(response, pair.version)
    concern(response, [pair.first, pair.second])
    return pair_view(pair)


@router.post(
    "/duplicates/{duplicate_id}/reopen",
    name="reopen_duplicate",
    dependencies=WRITES,
    responses=_DECIDES,
)
async def reopen(
    duplicate_id: DuplicateId, expected: Expected, by: By, tx: Tx, response: Response
) -> DuplicateView:
    """Unlink the two, or take their dismissal back: the pair waits for a decision again."""
    pair = await reopen_duplicate(duplicate_id, expected=expected, by=by, tx=tx)
    tag(response, pair.version)
    concern(response, [pair.first, pair.second])
    return pair_view(pair)


@router.get(
    "/clients/{client_id}/merge-preview/{other_id}",
    name="preview_merge",
    dependencies=READS,
    responses=problems(ClientNotFound),
)
async def before_merging(
    client_id: ClientId, other_id: ClientId, by: By, tx: Tx, response: Response
) -> MergePreview:
    """See two records side by side before merging them: what differs, and what hangs on each."""
    shown = await preview(tx, by, client_id, other_id)
    concern(response, dict.fromkeys([shown.kept.client.id, shown.merged.client.id]))
    return shown


@router.post(
    "/clients/{client_id}/merge",
    name="merge_clients",
    dependencies=WRITES,
    responses=problems(
        ClientNotFound,
        MergeWithItself,
        AlreadyMerged,
        DifferentPesels,
        MergeOfOthers,
        RecordRestricted,
        VersionIsOld,
    ),
)
async def merge(
    client_id: ClientId,
    command: MergeClients,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ClientView:
    """Let two records of one person go on as one, with everything that hangs on either (scalenie kart)."""
    client = await merge_clients(client_id, command, expected=expected, by=by, tx=tx)
    tag(response, client.version)
    concern(response, [client_id, command.merged_id])
    return await SeenClients(tx, by).show(client_id)


@router.post(
    "/clients/{client_id}/unmerge",
    name="unmerge_clients",
    dependencies=WRITES,
    responses=problems(ClientNotFound, NotMerged, MergeOfOthers),
)
async def unmerge(
    client_id: ClientId, command: UnmergeClients, by: By, tx: Tx, response: Response
) -> UnmergedView:
    """Undo a merge: each record stands for itself again, as it was written (cofnięcie scalenia)."""
    parted = await unmerge_clients(client_id, command, by=by, tx=tx)
    concern(response, [client_id, command.merged_id])
    return UnmergedView.model_validate(parted)
