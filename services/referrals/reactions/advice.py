"""What advisers, hand-overs and the clocks of contacts do about what is heard."""

from typing import get_args

from contracts.event import Event
from contracts.intake import ClientMerged, ClientUnmerged, EmploymentStarted
from contracts.intake.means import LabourContacted, LabourDeregistered, LabourRegistered
from contracts.intake.rights import ClientClosed, ClientErased, ClientReopened
from contracts.referrals import ActionAdded
from contracts.referrals.plan import (
    ActionCancelled,
    ActionChanged,
    GoalChanged,
    GoalDropped,
    PartAgreed,
    PartChanged,
    PartClosed,
    PartSigned,
    PlanCompleted,
    PlanDiscontinued,
)
from contracts.relations import ClosesRelation
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.referrals.reactions.heard import reactions
from services.referrals.use_cases.follow_access import (
    follow_access,
    follow_closing,
    follow_reopening,
    forget_client,
)
from services.referrals.use_cases.follow_contacts import follow_contact, follow_work, rewind

# The package of contracts imports every event, so whoever announces an ending, it is known here.
_ENDINGS = [event for event in Event.known.values() if issubclass(event, ClosesRelation)]

_OfPart = (
    PartAgreed
    | PartSigned
    | PartChanged
    | PartClosed
    | GoalChanged
    | GoalDropped
    | ActionAdded
    | ActionChanged
    | ActionCancelled
    | PlanCompleted
    | PlanDiscontinued
)
"""By which a part begins or ceases to hold as both signed it."""


async def advise_no_longer(event: ClosesRelation, fact: Fact, tx: Transaction) -> None:
    """Whoever may not see her any more advises her no longer."""
    await follow_access(event.client_id, cause=fact, tx=tx)


for ending in _ENDINGS:
    reactions.hears(ending)(advise_no_longer)


async def keep_to_the_plan(event: _OfPart, fact: Fact, tx: Transaction) -> None:
    """How often they are to be in touch is said in her plan, too.

    Heard, not done with the plan: whoever hands a client over locks the adviser and then the plan.
    """
    del fact
    await rewind(event.client_id, tx=tx)


for told in get_args(_OfPart):
    reactions.hears(told)(keep_to_the_plan)


@reactions.hears(LabourContacted)
async def count_the_contact(event: LabourContacted, fact: Fact, tx: Transaction) -> None:
    """What a labour office logged in intake need not be logged again."""
    await follow_contact(event, cause=fact, tx=tx)


@reactions.hears(LabourRegistered)
async def begin_to_count(event: LabourRegistered, fact: Fact, tx: Transaction) -> None:
    """Contacts are due without an end while she is registered."""
    del fact
    await follow_work(event.client_id, None, tx=tx)


@reactions.hears(LabourDeregistered)
async def count_on_for_a_time(event: LabourDeregistered, fact: Fact, tx: Transaction) -> None:
    """Contacts go on for a time after the last day of the registration."""
    del fact
    await follow_work(event.client_id, event.ended_on, tx=tx)


@reactions.hears(EmploymentStarted)
async def support_the_start(event: EmploymentStarted, fact: Fact, tx: Transaction) -> None:
    """Contacts go on for a time after a job began."""
    del fact
    await follow_work(event.client_id, event.started_on, tx=tx)


@reactions.hears(ClientClosed)
async def be_done(event: ClientClosed, fact: Fact, tx: Transaction) -> None:
    """The adviser of the institution that closed the case is done."""
    await follow_closing(event.client_id, fact.institution, cause=fact, tx=tx)


@reactions.hears(ClientReopened)
async def look_for_an_adviser(event: ClientReopened, fact: Fact, tx: Transaction) -> None:
    """She is among those without an adviser again."""
    del fact
    await follow_reopening(event.client_id, tx=tx)


@reactions.hears(ClientErased)
async def forget_her_advisers(event: ClientErased, fact: Fact, tx: Transaction) -> None:
    """Nothing of her advisers and contacts stays."""
    del fact
    await forget_client(event.client_id, tx=tx)


@reactions.hears(ClientMerged)
async def count_both_logs(event: ClientMerged, fact: Fact, tx: Transaction) -> None:
    """A contact under either id is a contact with her."""
    del fact
    await rewind(event.client_id, tx=tx)


@reactions.hears(ClientUnmerged)
async def count_each_log(event: ClientUnmerged, fact: Fact, tx: Transaction) -> None:
    """Each record has its own contacts again."""
    del fact
    await rewind(event.client_id, tx=tx)
    await rewind(event.merged_id, tx=tx)
