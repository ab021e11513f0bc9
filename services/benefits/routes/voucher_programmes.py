"""The HTTP face of programmes of care vouchers: open one, contract providers."""

from fastapi import APIRouter, Response

from contracts.benefits.vouchers import VoucherProgrammeId
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Expected, Limit, Tx, Verb, tag
from kernel.versions import VersionIsOld
from services.benefits.domain.dated import ParameterUnknown
from services.benefits.domain.voucher_programme import (
    CareProviderUnknown,
    ContractOutside,
    ContractOverlaps,
    NoSuchContract,
    NoTableResolved,
    ProgrammeNotFound,
    ProviderIsPayer,
    TableUnknown,
)
from services.benefits.domain.voucher_states import NotAPeriod
from services.benefits.store.voucher_programmes import Programmes
from services.benefits.use_cases.contract_provider import ContractProvider, contract_provider
from services.benefits.use_cases.end_provider_contract import (
    EndProviderContract,
    end_provider_contract,
)
from services.benefits.use_cases.open_voucher_programme import (
    OpenVoucherProgramme,
    open_voucher_programme,
)
from services.benefits.views.voucher_programmes import (
    VoucherProgrammeList,
    VoucherProgrammeView,
    programme_view,
)

router = APIRouter(prefix="/v1/voucher-programmes", tags=["vouchers"], route_class=Verb)


@router.post(
    "",
    name="open_voucher_programme",
    status_code=201,
    dependencies=WRITES,
    responses=problems(NotAPeriod, TableUnknown, NoTableResolved, ParameterUnknown),
)
async def open_one(
    command: OpenVoucherProgramme, by: By, tx: Tx, response: Response
) -> VoucherProgrammeView:
    """Open a programme of care vouchers in a gmina (program bonów opiekuńczych)."""
    programme = await open_voucher_programme(command, by=by, tx=tx)
    tag(response, programme.version, f"/v1/voucher-programmes/{programme.id}")
    return programme_view(programme, by.institution)


@router.get("", name="list_voucher_programmes", dependencies=READS)
async def programmes(by: By, tx: Tx, limit: Limit = 20) -> VoucherProgrammeList:
    """List the programmes your institution runs or provides care in, the latest first."""
    found = await Programmes(tx, by, provided=True).latest(limit)
    return VoucherProgrammeList(items=[programme_view(one, by.institution) for one in found])


@router.get(
    "/{programme_id}",
    name="show_voucher_programme",
    dependencies=READS,
    responses=problems(ProgrammeNotFound),
)
async def show(
    programme_id: VoucherProgrammeId, by: By, tx: Tx, response: Response
) -> VoucherProgrammeView:
    """Show a programme: hour rate, table of co-payment, limits, providers."""
    programme = await Programmes(tx, by, provided=True).find(programme_id)
    tag(response, programme.version)
    return programme_view(programme, by.institution)


@router.post(
    "/{programme_id}/contracts",
    name="contract_provider",
    dependencies=WRITES,
    responses=problems(
        ProgrammeNotFound,
        CareProviderUnknown,
        ProviderIsPayer,
        ContractOverlaps,
        ContractOutside,
        VersionIsOld,
    ),
)
async def contract(
    programme_id: VoucherProgrammeId,
    command: ContractProvider,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> VoucherProgrammeView:
    """Enter an institution that provides the care, from a day to a day (umowa z usługodawcą)."""
    programme = await contract_provider(programme_id, command, expected=expected, by=by, tx=tx)
    tag(response, programme.version)
    return programme_view(programme, by.institution)


@router.post(
    "/{programme_id}/end-contract",
    name="end_provider_contract",
    dependencies=WRITES,
    responses=problems(ProgrammeNotFound, NoSuchContract, VersionIsOld),
)
async def end_contract(
    programme_id: VoucherProgrammeId,
    command: EndProviderContract,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> VoucherProgrammeView:
    """End the contract of a provider sooner; visits until then are still settled."""
    programme = await end_provider_contract(programme_id, command, expected=expected, by=by, tx=tx)
    tag(response, programme.version)
    return programme_view(programme, by.institution)
