"""A worker offers a client to several at once; the first who accepts takes her on."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, JsonValue

from contracts.intake import Urgency
from contracts.values import ClientId, Command, LegalBasis
from kernel import clock, ids, kinship
from kernel.callers import Caller
from kernel.refusals import Refusal
from kernel.transactions import Transaction
from services.referrals.domain.offers import LeftOutReason, NobodyToAsk, Offer
from services.referrals.domain.places import NoPlaces, ServiceNotOffered
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_refusals import ReferralOpen
from services.referrals.domain.referral_words import Words
from services.referrals.store.offers import Offers
from services.referrals.use_cases.addressing import (
    Addressee,
    ToInstitution,
    ToService,
    addressee,
)
from services.referrals.use_cases.hand_over import hand_over, plans_of, require_no_twin
from services.referrals.use_cases.send_referral import (
    Goal,
    Purpose,
    RestsOn,
)

EXAMPLE: dict[str, JsonValue] = {
    "client_id": "0197a000-0000-7000-8000-00000000c001",
    "to": [
        {"institution": "0197a000-0000-7000-8000-000000000002"},
        {"service": "0197a000-0000-7000-8000-00000000e201"},
    ],
    "purpose": "A place in a workshop",
    "basis": {"kind": "statutory_task", "article": "art. 100 ust. 2 u.p.s."},
}
_REASONS: dict[type[Refusal], LeftOutReason] = {
    NoPlaces: LeftOutReason.NO_PLACES,
    ServiceNotOffered: LeftOutReason.NOT_OFFERED,
    ReferralOpen: LeftOutReason.REFERRAL_OPEN,
}


class MakeOffer(Command):
    """Offer a client to several at once."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    client_id: ClientId
    to: Annotated[
        tuple[ToInstitution | ToService, ...],
        Field(min_length=2, max_length=10, description="Who is asked, each once."),
    ]
    purpose: Purpose
    urgency: Urgency = Urgency.NORMAL
    goal_id: Goal = None
    sharing_id: RestsOn = None
    basis: LegalBasis


async def make_offer(command: MakeOffer, *, by: Caller, tx: Transaction) -> Offer:
    """Send a referral to each who has room; who has none is left out and named."""
    plans = await plans_of(command.client_id, by, tx)
    offer = Offer(
        id=ids.new(),
        client_id=await kinship.survivor(tx.session, command.client_id),
        made_by=by.institution,
        maker=by.worker,
        made_at=clock.now(),
    )
    asked = await _whom_to_ask(command, offer, by, tx)
    if not asked:
        raise NobodyToAsk(left_out=offer.left_out)
    Offers(tx).add(offer)
    for to, referral in asked:
        await hand_over(referral, to, plans, by=by, tx=tx)
    return offer


async def _whom_to_ask(
    command: MakeOffer, offer: Offer, by: Caller, tx: Transaction
) -> list[tuple[Addressee, Referral]]:
    found: dict[tuple[UUID | None, UUID | None], tuple[Addressee, Referral]] = {}
    for place, to in enumerate(command.to):
        try:
            where = await addressee(to, of=offer.client_id, by=by, tx=tx, pointer=f"/to/{place}")
            referral = _referral(command, offer, where, by)
            await require_no_twin(referral, tx)
        except tuple(_REASONS) as no:
            named = to.model_dump(mode="json", include={"institution", "service"})
            offer.left_out.append(named | {"reason": _REASONS[type(no)].value})
        else:
            found.setdefault((where.sent_to, where.service_id), (where, referral))
    return list(found.values())


def _referral(command: MakeOffer, offer: Offer, to: Addressee, by: Caller) -> Referral:
    return Referral(
        id=ids.new(),
        relation_id=ids.new(),
        client_id=offer.client_id,
        sent_by=by.institution,
        sent_at=clock.now(),
        sent_to=to.sent_to,
        service_id=to.service_id,
        offer_id=offer.id,
        urgency=command.urgency,
        words=Words(purpose=command.purpose, basis=command.basis),
        goal_id=command.goal_id,
        rests_on=command.sharing_id,
        version=0,
    )
