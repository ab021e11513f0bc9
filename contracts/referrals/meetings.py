"""Facts announced about joint case meetings (spotkania zespołu, narady nad przypadkiem).

What is about the meeting alone names no client and no count of what stands on its agenda: whoever is
not on an item's list must not learn that there is one.
"""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from contracts.event import Event
from contracts.sections import Section
from contracts.values import (
    ActionId,
    AgendaItemId,
    ClientId,
    Day,
    DecisionId,
    InstitutionId,
    MeetingId,
    PartnershipId,
)


class InvitationAnswer(StrEnum):
    """What an institution says to an invitation."""

    ACCEPTED = "accepted"
    DECLINED = "declined"


class MeetingCancelReason(StrEnum):
    """Why a meeting does not take place."""

    NO_QUORUM = "no_quorum"
    NOTHING_TO_DISCUSS = "nothing_to_discuss"
    CHAIR_ABSENT = "chair_absent"
    OTHER = "other"


class MeetingPlanned(Event):
    """A joint case meeting was planned for a day."""

    wire_name: ClassVar = "meeting.planned.v1"
    pl: ClassVar = "Zaplanowano spotkanie zespołu."
    subject_field: ClassVar = "meeting_id"

    meeting_id: MeetingId
    partnership_id: PartnershipId
    planned_on: Day


class MeetingConvened(Event):
    """Institutions were invited to a joint case meeting."""

    wire_name: ClassVar = "meeting.convened.v1"
    pl: ClassVar = "Zaproszono instytucje na spotkanie zespołu."
    subject_field: ClassVar = "meeting_id"

    meeting_id: MeetingId
    planned_on: Day


class InvitationAnswered(Event):
    """An institution said whether it comes to a joint case meeting."""

    wire_name: ClassVar = "invitation.answered.v1"
    pl: ClassVar = "Instytucja odpowiedziała na zaproszenie na spotkanie zespołu."
    subject_field: ClassVar = "meeting_id"

    meeting_id: MeetingId
    answered_by: InstitutionId
    answer: Annotated[InvitationAnswer, Field(examples=["accepted"])]


class MeetingMoved(Event):
    """A joint case meeting was moved to another day; the invitations are asked anew."""

    wire_name: ClassVar = "meeting.moved.v1"
    pl: ClassVar = "Przeniesiono spotkanie zespołu na inny dzień; zaproszenia wysyła się ponownie."
    subject_field: ClassVar = "meeting_id"

    meeting_id: MeetingId
    moved_from: Day
    planned_on: Day


class MeetingCancelled(Event):
    """A joint case meeting was cancelled."""

    wire_name: ClassVar = "meeting.cancelled.v1"
    pl: ClassVar = "Odwołano spotkanie zespołu."
    subject_field: ClassVar = "meeting_id"

    meeting_id: MeetingId
    reason: Annotated[MeetingCancelReason, Field(examples=["no_quorum"])]


class MeetingOpened(Event):
    """A joint case meeting began, with or without its quorum."""

    wire_name: ClassVar = "meeting.opened.v1"
    pl: ClassVar = "Otwarto spotkanie zespołu; stwierdzono kworum albo jego brak."
    subject_field: ClassVar = "meeting_id"

    meeting_id: MeetingId
    quorum: Annotated[bool, Field(examples=[True])]


class ItemAdded(Event):
    """An item came onto the agenda of a joint case meeting."""

    wire_name: ClassVar = "item.added.v1"
    pl: ClassVar = "Wpisano punkt do porządku spotkania zespołu."
    # Its own subject: the version of the meeting would count the items nobody is to know of.
    subject_field: ClassVar = "item_id"

    item_id: AgendaItemId
    meeting_id: MeetingId


class ItemConfirmed(Event):
    """The chair took an item onto the agenda of a joint case meeting."""

    wire_name: ClassVar = "item.confirmed.v1"
    pl: ClassVar = "Prowadzący przyjął punkt do porządku spotkania zespołu."
    subject_field: ClassVar = "item_id"

    item_id: AgendaItemId
    meeting_id: MeetingId


class ItemChanged(Event):
    """An item of the agenda, or who may know of it, was changed."""

    wire_name: ClassVar = "item.changed.v1"
    pl: ClassVar = "Zmieniono punkt porządku spotkania albo krąg osób, które go znają."
    subject_field: ClassVar = "item_id"

    item_id: AgendaItemId
    meeting_id: MeetingId


class ItemWithdrawn(Event):
    """An item was taken off the agenda of a joint case meeting."""

    wire_name: ClassVar = "item.withdrawn.v1"
    pl: ClassVar = "Zdjęto punkt z porządku spotkania zespołu."
    subject_field: ClassVar = "item_id"

    item_id: AgendaItemId
    meeting_id: MeetingId


class MeetingDecided(Event):
    """A joint case meeting decided about a client, or without a quorum recommended."""

    wire_name: ClassVar = "meeting.decided.v1"
    pl: ClassVar = "Spotkanie zespołu podjęło ustalenie, a bez kworum wydało zalecenie."
    section: ClassVar = Section.MEETINGS

    client_id: ClientId
    meeting_id: MeetingId
    decision_id: DecisionId
    owner: InstitutionId
    due_on: Day
    binding: Annotated[
        bool, Field(description="False: a recommendation, made without a quorum.", examples=[True])
    ]
    action_id: Annotated[
        ActionId | None, Field(description="The action of the client's plan it became.")
    ] = None


class DecisionProtected(Event):
    """A decision was made on a delicate item; about whom is told to nobody else."""

    wire_name: ClassVar = "decision.protected.v1"
    pl: ClassVar = (
        "Podjęto ustalenie w sprawie poufnej; kogo dotyczy, nie podaje się nikomu innemu."
    )
    subject_field: ClassVar = "decision_id"

    decision_id: DecisionId
    meeting_id: MeetingId


class DecisionFinished(Event):
    """What was decided on a delicate item is done."""

    wire_name: ClassVar = "decision.finished.v1"
    pl: ClassVar = "Wykonano ustalenie w sprawie poufnej."
    subject_field: ClassVar = "decision_id"

    decision_id: DecisionId
    meeting_id: MeetingId


class MinutesDrafted(Event):
    """The minutes of a joint case meeting lie ready for approval."""

    wire_name: ClassVar = "minutes.drafted.v1"
    pl: ClassVar = "Protokół spotkania zespołu czeka na zatwierdzenie."
    subject_field: ClassVar = "meeting_id"

    meeting_id: MeetingId


class MinutesAccepted(Event):
    """One institution approved the minutes, as far as it knows them."""

    wire_name: ClassVar = "minutes.accepted.v1"
    pl: ClassVar = "Instytucja zatwierdziła protokół w części, którą zna."
    subject_field: ClassVar = "meeting_id"

    meeting_id: MeetingId
    accepted_by: InstitutionId


class MinutesApproved(Event):
    """The minutes of a joint case meeting are approved and do not change any more."""

    wire_name: ClassVar = "minutes.approved.v1"
    pl: ClassVar = "Protokół spotkania zespołu zatwierdzono; odtąd się nie zmienia."
    subject_field: ClassVar = "meeting_id"

    meeting_id: MeetingId


class MinutesCorrected(Event):
    """An annex corrects the approved minutes in one item."""

    wire_name: ClassVar = "minutes.corrected.v1"
    pl: ClassVar = "Aneks prostuje zatwierdzony protokół w jednym punkcie."
    subject_field: ClassVar = "item_id"

    item_id: AgendaItemId
    meeting_id: MeetingId
