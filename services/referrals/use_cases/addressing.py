"""Whom a referral is addressed to: the one seam where a new kind of addressee is let in."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.values import Command, InstitutionId
from kernel import relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.referral_refusals import ReceiverUnknown, ReferralToOneself


class ToInstitution(Command):
    """An institution of the directory."""

    institution: InstitutionId


To = Annotated[ToInstitution, Field(description="Whom it goes to.")]


@dataclass(frozen=True)
class Addressee:
    """Where a referral goes: an institution, perhaps for one service; or whoever claims it."""

    sent_to: UUID | None = None
    service_id: UUID | None = None
    open_to: UUID | None = None


async def addressee(to: To, *, by: Caller, tx: Transaction) -> Addressee:
    """Find out where it goes."""
    if to.institution == by.institution:
        raise ReferralToOneself(pointer="/to/institution")
    receiver = await relations.party(tx.session, to.institution)
    if receiver is None or receiver.kind is None:
        raise ReceiverUnknown(pointer="/to/institution")
    return Addressee(sent_to=to.institution)
