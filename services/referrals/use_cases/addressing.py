"""Whom a referral is addressed to: the one seam where a new kind of addressee is let in."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.directory import Category, MapCategory
from contracts.values import Command, InstitutionId, PartnershipId, ServiceId
from kernel import relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.offers import NotAMember
from services.referrals.domain.places import NoPlaces, ServiceNotOffered, ServiceUnknown
from services.referrals.domain.referral_refusals import ReceiverUnknown, ReferralToOneself
from services.referrals.store.places import Places
from services.referrals.use_cases.name_alternatives import name_alternatives


class ToInstitution(Command):
    """An institution of the directory."""

    institution: InstitutionId


class ToService(Command):
    """A service of the directory; its institution answers, and accepting takes a place."""

    service: ServiceId
    join_waiting_list: Annotated[
        bool, Field(description="Send it also while no place is free, if a list is kept.")
    ] = False


class ToPartnership(Command):
    """Whichever member of a partnership claims it; until then none of them knows who she is."""

    partnership: PartnershipId
    category: Annotated[Category, Field(description="What is needed, for all to see.")]
    needs: Annotated[
        tuple[MapCategory, ...],
        Field(max_length=5, description="What else is needed, for all to see."),
    ] = ()


To = Annotated[ToInstitution | ToService | ToPartnership, Field(description="Whom it goes to.")]


@dataclass(frozen=True)
class Addressee:
    """Where a referral goes: an institution, perhaps for one service; or whoever claims it."""

    sent_to: UUID | None = None
    service_id: UUID | None = None
    open_to: UUID | None = None
    joins_list: bool = False
    category: MapCategory | None = None
    needs: tuple[MapCategory, ...] = ()


async def addressee(
    to: ToInstitution | ToService | ToPartnership,
    *,
    of: UUID,
    by: Caller,
    tx: Transaction,
    pointer: str = "/to",
) -> Addressee:
    """Find out where it goes, and whether a client can be sent there now."""
    match to:
        case ToService():
            return await _service(to, of, by, tx, f"{pointer}/service")
        case ToPartnership():
            if not await relations.member_of(tx.session, by.institution, to.partnership):
                raise NotAMember(pointer=f"{pointer}/partnership")
            needs = tuple(dict.fromkeys(to.needs))
            return Addressee(open_to=to.partnership, category=to.category, needs=needs)
        case ToInstitution():
            return await _institution(to.institution, by, tx, f"{pointer}/institution")


async def require_room(
    service_id: UUID, *, of: UUID, joins_list: bool, tx: Transaction, pointer: str
) -> UUID:
    """Refuse a service that cannot take her on now, and name others; answer whose service it is."""
    places = Places(tx)
    service = await places.find(service_id)
    if service is None:
        raise ServiceUnknown(pointer=pointer)
    if not service.is_offered:
        raise ServiceNotOffered(alternatives=await name_alternatives(service, of, tx))
    room = await places.room(service)
    if room.full and not (joins_list and service.keeps_waiting_list):
        raise NoPlaces(
            alternatives=await name_alternatives(service, of, tx),
            keeps_waiting_list=service.keeps_waiting_list,
        )
    return service.institution


async def _service(
    to: ToService, of: UUID, by: Caller, tx: Transaction, pointer: str
) -> Addressee:
    institution = await require_room(
        to.service, of=of, joins_list=to.join_waiting_list, tx=tx, pointer=pointer
    )
    known = await _institution(institution, by, tx, pointer)
    return Addressee(sent_to=known.sent_to, service_id=to.service, joins_list=to.join_waiting_list)


async def _institution(institution: UUID, by: Caller, tx: Transaction, pointer: str) -> Addressee:
    if institution == by.institution:
        raise ReferralToOneself(pointer=pointer)
    receiver = await relations.party(tx.session, institution)
    if receiver is None or receiver.kind is None:
        raise ReceiverUnknown(pointer=pointer)
    return Addressee(sent_to=institution)
