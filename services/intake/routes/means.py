"""The HTTP face of households and incomes."""

from fastapi import APIRouter, Response

from contracts.values import ClientId
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Cursor, Expected, Limit, Tx, Verb, concern, tag
from kernel.versions import VersionIsOld
from services.intake.domain.client import (
    ClientNotFound,
)
from services.intake.domain.household import AlreadyInHousehold, MemberNotVisible, NotInHousehold
from services.intake.domain.income import DeclaredByYourself, NothingDeclared
from services.intake.domain.means import (
    DoesNotAddUp,
    EndsBeforeItBegins,
    InTheFuture,
    MemberTwice,
    NoApplicant,
)
from services.intake.store.sight import SectionWithheld
from services.intake.use_cases.declare_household import DeclareHousehold, declare_household
from services.intake.use_cases.declare_income import DeclareIncome, declare_income
from services.intake.use_cases.leave_household import LeaveHousehold, leave_household
from services.intake.use_cases.verify_income import VerifyIncome, verify_income
from services.intake.views.clients import ClientView, seen_client
from services.intake.views.households import HouseholdHistoryView, list_households
from services.intake.views.incomes import IncomePage, list_incomes

router = APIRouter(prefix="/v1", tags=["intake"], route_class=Verb)


@router.post(
    "/clients/{client_id}/household",
    name="declare_household",
    dependencies=WRITES,
    responses=problems(SectionWithheld, ClientNotFound, NoApplicant, InTheFuture, EndsBeforeItBegins, MemberTwice, MemberNotVisible,
        AlreadyInHousehold, VersionIsOld,
    ),
)  # fmt: skip
async def household(
    client_id: ClientId,
    command: DeclareHousehold,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ClientView:
    """Declare who keeps house together (gospodarstwo domowe, art. 6 pkt 14 u.p.s.)."""
    client = await declare_household(client_id, command, expected=expected, by=by, tx=tx)
    tag(response, client.version)
    return await seen_client(tx, client, by)


@router.post(
    "/clients/{client_id}/household/leave",
    name="leave_household",
    dependencies=WRITES,
    responses=problems(SectionWithheld, ClientNotFound, NotInHousehold, InTheFuture, VersionIsOld),
)
async def leave(
    client_id: ClientId,
    command: LeaveHousehold,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ClientView:
    """Leave the household, whoever declared it; one's own ends (opuszczenie gospodarstwa)."""
    client = await leave_household(client_id, command, expected=expected, by=by, tx=tx)
    tag(response, client.version)
    return await seen_client(tx, client, by)


@router.get(
    "/clients/{client_id}/households",
    name="list_households",
    dependencies=READS,
    responses=problems(ClientNotFound, SectionWithheld),
)
async def households(
    client_id: ClientId, by: By, tx: Tx, response: Response
) -> HouseholdHistoryView:
    """List the households the client belonged to, with their days, newest first."""
    found = await list_households(tx, client_id, by)
    concern(response, [client_id])
    return found


@router.post(
    "/clients/{client_id}/incomes",
    name="declare_income",
    dependencies=WRITES,
    responses=problems(SectionWithheld, ClientNotFound, InTheFuture, DoesNotAddUp, VersionIsOld),
)
async def income(
    client_id: ClientId,
    command: DeclareIncome,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ClientView:
    """Declare the incomes of a month (oświadczenie o dochodach, art. 8 u.p.s.)."""
    client = await declare_income(client_id, command, expected=expected, by=by, tx=tx)
    tag(response, client.version)
    return await seen_client(tx, client, by)


@router.post(
    "/clients/{client_id}/incomes/verify",
    name="verify_income",
    dependencies=WRITES,
    responses=problems(
        SectionWithheld,
        ClientNotFound,
        NothingDeclared,
        DeclaredByYourself,
        DoesNotAddUp,
        VersionIsOld,
    ),
)
async def verify(
    client_id: ClientId,
    command: VerifyIncome,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ClientView:
    """Verify the incomes of a month that somebody else declared (weryfikacja dochodów)."""
    client = await verify_income(client_id, command, expected=expected, by=by, tx=tx)
    tag(response, client.version)
    return await seen_client(tx, client, by)


@router.get(
    "/clients/{client_id}/incomes",
    name="list_incomes",
    dependencies=READS,
    responses=problems(ClientNotFound, SectionWithheld, CursorUnreadable),
)
async def incomes(
    client_id: ClientId,
    by: By,
    tx: Tx,
    response: Response,
    limit: Limit = 24,
    cursor: Cursor = None,
) -> IncomePage:
    """List the incomes month by month, all that was declared and verified, newest first."""
    found = await list_incomes(tx, client_id, by, limit=limit, after=cursor)
    concern(response, [client_id])
    return found
