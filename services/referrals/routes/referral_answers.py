"""The HTTP face of what the receiver of a referral does."""

from fastapi import APIRouter, Response

from contracts.values import ReferralId
from kernel.problems import problems
from kernel.verbs import WRITES, By, Expected, Tx, Verb, tag
from kernel.versions import VersionIsOld
from services.referrals.domain.moves import IllegalMove
from services.referrals.domain.referral_refusals import (
    DayIsOver,
    EndBeforeVisit,
    NoAppointment,
    NotTheReceiver,
    ReferralNotFound,
    VisitBeforeSending,
    VisitToCome,
)
from services.referrals.use_cases.accept_referral import AcceptReferral, accept_referral
from services.referrals.use_cases.cancel_appointment import cancel_appointment
from services.referrals.use_cases.complete_referral import CompleteReferral, complete_referral
from services.referrals.use_cases.confirm_cancellation import confirm_cancellation
from services.referrals.use_cases.decline_referral import DeclineReferral, decline_referral
from services.referrals.use_cases.fail_referral import FailReferral, fail_referral
from services.referrals.use_cases.hold_referral import HoldReferral, hold_referral
from services.referrals.use_cases.miss_appointment import miss_appointment
from services.referrals.use_cases.note_referral import NoteReferral, note_referral
from services.referrals.use_cases.receive_referral import receive_referral
from services.referrals.use_cases.return_referral import ReturnReferral, return_referral
from services.referrals.use_cases.schedule_appointment import (
    ScheduleAppointment,
    schedule_appointment,
)
from services.referrals.use_cases.start_referral import start_referral
from services.referrals.views.referral import ReferralView
from services.referrals.views.referrals import SeenReferrals

router = APIRouter(prefix="/v1/referrals", tags=["referrals"], route_class=Verb)

ANSWERS = (ReferralNotFound, NotTheReceiver, IllegalMove, VersionIsOld)


@router.post(
    "/{referral_id}/receive",
    name="receive_referral",
    dependencies=WRITES,
    responses=problems(*ANSWERS),
)
async def receive(
    referral_id: ReferralId,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ReferralView:
    """Note that your institution opened the referral (potwierdzenie odbioru)."""
    referral = await receive_referral(referral_id, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/return",
    name="return_referral",
    dependencies=WRITES,
    responses=problems(*ANSWERS),
)
async def send_back(
    referral_id: ReferralId,
    command: ReturnReferral,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ReferralView:
    """Ask the sender something before you answer (zwrot do uzupełnienia)."""
    referral = await return_referral(referral_id, command, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/accept",
    name="accept_referral",
    dependencies=WRITES,
    responses=problems(*ANSWERS, VisitBeforeSending, EndBeforeVisit),
)
async def accept(
    referral_id: ReferralId,
    command: AcceptReferral,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ReferralView:
    """Accept the referral and set the first visit (przyjęcie skierowania)."""
    referral = await accept_referral(referral_id, command, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/decline",
    name="decline_referral",
    dependencies=WRITES,
    responses=problems(*ANSWERS),
)
async def decline(
    referral_id: ReferralId,
    command: DeclineReferral,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ReferralView:
    """Decline the referral with a reason, and say whom else one could ask (odmowa)."""
    referral = await decline_referral(referral_id, command, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/start",
    name="start_referral",
    dependencies=WRITES,
    responses=problems(*ANSWERS),
)
async def start(
    referral_id: ReferralId,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ReferralView:
    """Begin what the client was referred to, or go on after a rest (rozpoczęcie)."""
    referral = await start_referral(referral_id, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/schedule",
    name="schedule_appointment",
    dependencies=WRITES,
    responses=problems(*ANSWERS, VisitBeforeSending, EndBeforeVisit),
)
async def schedule(
    referral_id: ReferralId,
    command: ScheduleAppointment,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ReferralView:
    """Set a day to see the client, or another one (wyznaczenie wizyty)."""
    referral = await schedule_appointment(referral_id, command, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/miss",
    name="miss_appointment",
    dependencies=WRITES,
    responses=problems(*ANSWERS, NoAppointment, VisitToCome),
)
async def miss(
    referral_id: ReferralId,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ReferralView:
    """Note that the client did not come (niestawienie się)."""
    referral = await miss_appointment(referral_id, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/cancel-appointment",
    name="cancel_appointment",
    dependencies=WRITES,
    responses=problems(*ANSWERS, NoAppointment),
)
async def cancel_the_appointment(
    referral_id: ReferralId,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ReferralView:
    """Call the appointment off (odwołanie wizyty)."""
    referral = await cancel_appointment(referral_id, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/note",
    name="note_referral",
    dependencies=WRITES,
    responses=problems(*ANSWERS),
)
async def note(
    referral_id: ReferralId,
    command: NoteReferral,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ReferralView:
    """Tell the sender in between how it goes (notatka o przebiegu)."""
    referral = await note_referral(referral_id, command, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/hold",
    name="hold_referral",
    dependencies=WRITES,
    responses=problems(*ANSWERS, DayIsOver),
)
async def hold(
    referral_id: ReferralId,
    command: HoldReferral,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ReferralView:
    """Let the referral rest until a day (wstrzymanie)."""
    referral = await hold_referral(referral_id, command, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/confirm-cancellation",
    name="confirm_cancellation",
    dependencies=WRITES,
    responses=problems(*ANSWERS),
)
async def confirm(
    referral_id: ReferralId,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ReferralView:
    """Give the referral back as its sender asked (potwierdzenie wycofania)."""
    referral = await confirm_cancellation(referral_id, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/complete",
    name="complete_referral",
    dependencies=WRITES,
    responses=problems(*ANSWERS),
)
async def complete(
    referral_id: ReferralId,
    command: CompleteReferral,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ReferralView:
    """Complete the referral and say what came of it (zakończenie skierowania z wynikiem)."""
    referral = await complete_referral(referral_id, command, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/fail",
    name="fail_referral",
    dependencies=WRITES,
    responses=problems(*ANSWERS),
)
async def fail(
    referral_id: ReferralId,
    command: FailReferral,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ReferralView:
    """Break off what was begun, with a reason (przerwanie)."""
    referral = await fail_referral(referral_id, command, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)
