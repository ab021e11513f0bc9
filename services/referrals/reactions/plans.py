"""What plans do about what is heard."""

from contracts.benefits import AwardApproved
from contracts.benefits.vouchers import VoucherEnd, VoucherEnded, VoucherIssued
from contracts.intake import ClientMerged, ClientRegistered, ClientUnmerged
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.referrals.domain.plan import Support, SupportKind, SupportStatus
from services.referrals.reactions.heard import reactions
from services.referrals.use_cases.open_plan import open_plan
from services.referrals.use_cases.regroup_plans import regroup_plans
from services.referrals.use_cases.weave_support import weave_support


@reactions.hears(ClientRegistered)
async def draft_the_plan(event: ClientRegistered, fact: Fact, tx: Transaction) -> None:
    """Everybody who is registered gets a plan, at first an empty draft."""
    await open_plan(event.client_id, lead=event.party_id, cause=fact, tx=tx)


@reactions.hears(AwardApproved)
async def show_the_award(event: AwardApproved, fact: Fact, tx: Transaction) -> None:
    """Months and a status; amounts stay with benefits."""
    support = Support(
        event.award_id, SupportKind.DEGRESSIVE_AWARD, event.first_month, event.last_month
    )
    await weave_support(event.client_id, support, cause=fact, tx=tx)


@reactions.hears(VoucherIssued)
async def show_the_voucher(event: VoucherIssued, fact: Fact, tx: Transaction) -> None:
    """From which month to which; hours and co-payment stay with benefits."""
    support = Support(
        event.voucher_id, SupportKind.CARE_VOUCHER, event.first_month, event.last_month
    )
    await weave_support(event.client_id, support, cause=fact, tx=tx)


@reactions.hears(VoucherEnded)
async def end_the_voucher(event: VoucherEnded, fact: Fact, tx: Transaction) -> None:
    """What was used up was given to the end; a draft that ends was never a support."""
    if not event.granted or event.how is VoucherEnd.EXHAUSTED:
        return
    ended = SupportStatus.ENDED
    support = Support(
        event.voucher_id, SupportKind.CARE_VOUCHER, event.first_month, event.last_month, ended
    )
    await weave_support(event.client_id, support, cause=fact, tx=tx)


@reactions.hears(ClientMerged)
async def lay_together(event: ClientMerged, fact: Fact, tx: Transaction) -> None:
    """Her plan and referrals now are those of both records."""
    await regroup_plans(event.client_id, event.merged_id, cause=fact, tx=tx)


@reactions.hears(ClientUnmerged)
async def part(event: ClientUnmerged, fact: Fact, tx: Transaction) -> None:
    """Each record has its own again."""
    await regroup_plans(event.client_id, event.merged_id, cause=fact, tx=tx)
