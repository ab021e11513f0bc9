"""What happened elsewhere is kept as ids and days, for the indicators to count."""

from contracts.intake import ClientRegistered, EmploymentStarted
from contracts.intake.means import EmploymentEnded
from contracts.intake.rights import ClientErased
from kernel.clock import WARSAW
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.referrals.store.history import History


async def keep_history(
    event: ClientRegistered | EmploymentStarted | EmploymentEnded | ClientErased,
    *,
    cause: Fact,
    tx: Transaction,
) -> None:
    """Keep one fact; of whoever is erased nothing is kept."""
    history, day = History(tx), cause.time.astimezone(WARSAW).date()
    match event:
        case ClientRegistered():
            await history.registered(event.client_id, event.party_id, event.municipality, day)
        case EmploymentStarted():
            await history.job_started(event.employment_id, event.client_id, event.started_on)
        case EmploymentEnded():
            await history.job_ended(event.employment_id, event.ended_on)
        case ClientErased():
            await history.forget(event.client_id)
