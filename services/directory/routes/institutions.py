"""The HTTP face of institutions and partnerships."""

from fastapi import APIRouter, Response

from contracts.values import AgreementId, InstitutionId, InstitutionKind, PartnershipId
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Cursor, Expected, Limit, Tx, Verb, tag
from kernel.versions import VersionIsOld
from services.directory.domain.institution import (
    Institution,
    InstitutionKnown,
    InstitutionNotFound,
)
from services.directory.domain.partnership import (
    AgreementKnown,
    AgreementNotFound,
    AgreementOver,
    DaysReversed,
    MemberUnknown,
    PartnershipNotFound,
)
from services.directory.use_cases.activate_agreement import ActivateAgreement, activate_agreement
from services.directory.use_cases.found_partnership import FoundPartnership, found_partnership
from services.directory.use_cases.register_institution import (
    RegisterInstitution,
    register_institution,
)
from services.directory.use_cases.terminate_agreement import (
    TerminateAgreement,
    terminate_agreement,
)
from services.directory.views.institutions import (
    InstitutionPage,
    InstitutionView,
    PartnershipPage,
    PartnershipView,
    SeenPartnerships,
    list_institutions,
    show_institution,
)

router = APIRouter(prefix="/v1", tags=["directory"], route_class=Verb)


@router.get(
    "/institutions",
    name="list_institutions",
    dependencies=READS,
    responses=problems(CursorUnreadable),
)
async def institutions(
    tx: Tx, limit: Limit = 50, cursor: Cursor = None, kind: InstitutionKind | None = None
) -> InstitutionPage:
    """List the institutions of the directory (katalog instytucji)."""
    return await list_institutions(tx, limit, cursor, kind)


@router.get(
    "/institutions/{institution_id}",
    name="show_institution",
    dependencies=READS,
    responses=problems(InstitutionNotFound),
)
async def institution(
    institution_id: InstitutionId, tx: Tx, response: Response
) -> InstitutionView:
    """Show one institution."""
    view = await show_institution(tx, institution_id)
    tag(response, view.version)
    return view


@router.post(
    "/institutions",
    name="register_institution",
    status_code=201,
    response_model=InstitutionView,
    dependencies=WRITES,
    responses=problems(InstitutionKnown),
)
async def register(command: RegisterInstitution, tx: Tx, response: Response) -> Institution:
    """Enter an institution in the directory. For the operator."""
    institution = await register_institution(command, tx=tx)
    tag(response, institution.version, f"/v1/institutions/{institution.id}")
    return institution


@router.get(
    "/partnerships",
    name="list_partnerships",
    dependencies=READS,
    responses=problems(CursorUnreadable),
)
async def partnerships(
    by: By, tx: Tx, limit: Limit = 50, cursor: Cursor = None
) -> PartnershipPage:
    """List the partnerships your institution belongs to (partnerstwa); the operator sees all."""
    return await SeenPartnerships(tx, by).page(limit, cursor)


@router.get(
    "/partnerships/{partnership_id}",
    name="show_partnership",
    dependencies=READS,
    responses=problems(PartnershipNotFound),
)
async def partnership(
    partnership_id: PartnershipId, by: By, tx: Tx, response: Response
) -> PartnershipView:
    """Show one partnership."""
    view = await SeenPartnerships(tx, by).show(partnership_id)
    tag(response, view.version)
    return view


@router.post("/partnerships", name="found_partnership", status_code=201, dependencies=WRITES)
async def found(command: FoundPartnership, by: By, tx: Tx, response: Response) -> PartnershipView:
    """Found a partnership (zawiązanie partnerstwa). For the operator."""
    partnership = await found_partnership(command, tx=tx)
    tag(response, partnership.version, f"/v1/partnerships/{partnership.id}")
    return await SeenPartnerships(tx, by).show(partnership.id)


@router.post(
    "/partnerships/{partnership_id}/agreements",
    name="activate_agreement",
    status_code=201,
    dependencies=WRITES,
    responses=problems(
        PartnershipNotFound, MemberUnknown, DaysReversed, AgreementKnown, VersionIsOld
    ),
)
async def activate(
    partnership_id: PartnershipId,
    command: ActivateAgreement,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> PartnershipView:
    """Record that an agreement came into force (porozumienie). For the operator."""
    partnership = await activate_agreement(partnership_id, command, expected=expected, tx=tx)
    tag(response, partnership.version, f"/v1/partnerships/{partnership.id}")
    return await SeenPartnerships(tx, by).show(partnership.id)


@router.post(
    "/partnerships/{partnership_id}/agreements/{agreement_id}/terminate",
    name="terminate_agreement",
    dependencies=WRITES,
    responses=problems(
        PartnershipNotFound, AgreementNotFound, AgreementOver, DaysReversed, VersionIsOld
    ),
)
async def terminate(
    partnership_id: PartnershipId,
    agreement_id: AgreementId,
    command: TerminateAgreement,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> PartnershipView:
    """End an agreement before its last day (rozwiązanie porozumienia). For the operator."""
    partnership = await terminate_agreement(
        partnership_id, agreement_id, command, expected=expected, tx=tx
    )
    tag(response, partnership.version)
    return await SeenPartnerships(tx, by).show(partnership.id)
