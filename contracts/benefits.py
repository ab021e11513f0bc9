"""Facts announced by benefits: awards of degressive support. No amounts, no incomes."""

from typing import ClassVar

from contracts.event import Event
from contracts.relations import MergedId
from contracts.sections import Section
from contracts.values import AwardId, ClientId, Month


class AwardApplied(Event):
    """An award of degressive support was computed and waits for approval."""

    wire_name: ClassVar = "award.applied.v1"
    pl: ClassVar = "Wyliczono wsparcie degresywne; czeka na zatwierdzenie."
    section: ClassVar = Section.AWARDS

    client_id: ClientId
    award_id: AwardId


class AwardApproved(Event):
    """An award of degressive support was approved from a month to a month, both inclusive."""

    wire_name: ClassVar = "award.approved.v1"
    pl: ClassVar = "Zatwierdzono wsparcie degresywne od miesiąca do miesiąca."
    section: ClassVar = Section.AWARDS

    client_id: ClientId
    award_id: AwardId
    first_month: Month
    last_month: Month


class AwardRejected(Event):
    """An award of degressive support was not granted."""

    wire_name: ClassVar = "award.rejected.v1"
    pl: ClassVar = "Nie przyznano wsparcia degresywnego."
    section: ClassVar = Section.AWARDS

    client_id: ClientId
    award_id: AwardId


class AwardsRegrouped(Event):
    """The awards of merged records were laid together, or parted again."""

    wire_name: ClassVar = "awards.regrouped.v1"
    pl: ClassVar = "Zestawiono razem albo rozdzielono wsparcie scalonych kart."
    section: ClassVar = Section.AWARDS

    client_id: ClientId
    merged_id: MergedId
