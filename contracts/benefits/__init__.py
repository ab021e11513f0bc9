"""Facts announced by benefits: awards of degressive support and overpayments. No amounts, no incomes."""

from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from contracts.event import Event
from contracts.relations import MergedId
from contracts.sections import Section
from contracts.values import AwardId, ClientId, Day, Month

CorrectionId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000f101"])]
"""A change of months of an award that waits for a second person."""
OverpaymentId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000f201"])]


class AwardEnd(StrEnum):
    """Why an award came to its end."""

    EXHAUSTED = "exhausted"
    """Every month was paid."""
    INDEPENDENT = "independent"
    NOT_RESUMED = "not_resumed"
    """Work did not begin again in time."""
    MOVED_OUT = "moved_out"
    DEATH = "death"
    WAIVED = "waived"
    """She did not want it any more."""
    DISQUALIFIED = "disqualified"
    """Dismissed for cause, where the programme says so."""
    FRAUD = "fraud"
    CLIENT_ERASED = "client_erased"


class OverpaymentState(StrEnum):
    """Where an overpayment (świadczenie nienależnie pobrane) stands."""

    DETECTED = "detected"
    EXPLAINED = "explained"
    """She was heard."""
    DECISION_CHANGED = "decision_changed"
    """The decision that granted too much was changed."""
    DETERMINED = "determined"
    """What is to be repaid, and until when, was decided."""
    INSTALMENTS = "instalments"
    SET_OFF = "set_off"
    WAIVED = "waived"
    SETTLED = "settled"
    WRITTEN_OFF = "written_off"
    """An error of the office, or taken in good faith: nothing is claimed."""


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


class AwardActivated(Event):
    """The first month of an award came."""

    wire_name: ClassVar = "award.activated.v1"
    pl: ClassVar = "Rozpoczął się pierwszy miesiąc wsparcia degresywnego."
    section: ClassVar = Section.AWARDS

    client_id: ClientId
    award_id: AwardId


class AwardSuspended(Event):
    """An award was suspended; the day is the first one without support."""

    wire_name: ClassVar = "award.suspended.v1"
    pl: ClassVar = "Wstrzymano wsparcie degresywne od danego dnia."
    section: ClassVar = Section.AWARDS

    client_id: ClientId
    award_id: AwardId
    suspended_from: Day


class AwardUnblocked(Event):
    """Work began again, so that a suspended award may be resumed."""

    wire_name: ClassVar = "award.unblocked.v1"
    pl: ClassVar = "Ponownie podjęto pracę: wstrzymane wsparcie można wznowić."
    section: ClassVar = Section.AWARDS

    client_id: ClientId
    award_id: AwardId


class AwardResumed(Event):
    """A suspended award goes on with its next step from a day on."""

    wire_name: ClassVar = "award.resumed.v1"
    pl: ClassVar = "Wznowiono wsparcie degresywne od danego dnia."
    section: ClassVar = Section.AWARDS

    client_id: ClientId
    award_id: AwardId
    resumed_from: Day


class AwardOutdated(Event):
    """Incomes changed, so that an award is to be worked out anew from a month on."""

    wire_name: ClassVar = "award.outdated.v1"
    pl: ClassVar = "Zmieniły się dochody: wsparcie trzeba przeliczyć od danego miesiąca."
    section: ClassVar = Section.AWARDS

    client_id: ClientId
    award_id: AwardId
    first_month: Month


class AwardCorrected(Event):
    """Months of an award were corrected, from a month on."""

    wire_name: ClassVar = "award.corrected.v1"
    pl: ClassVar = "Skorygowano miesiące wsparcia degresywnego."
    section: ClassVar = Section.AWARDS

    client_id: ClientId
    award_id: AwardId
    first_month: Month


class CorrectionProposed(Event):
    """A correction of an award was proposed and waits for a second person."""

    wire_name: ClassVar = "correction.proposed.v1"
    pl: ClassVar = "Zaproponowano korektę wsparcia degresywnego; czeka na drugą osobę."
    section: ClassVar = Section.AWARDS

    client_id: ClientId
    award_id: AwardId
    correction_id: CorrectionId


class CorrectionRefused(Event):
    """A proposed correction of an award was refused."""

    wire_name: ClassVar = "correction.refused.v1"
    pl: ClassVar = "Odrzucono proponowaną korektę wsparcia degresywnego."
    section: ClassVar = Section.AWARDS

    client_id: ClientId
    award_id: AwardId
    correction_id: CorrectionId


class AwardEnded(Event):
    """An award came to its end."""

    wire_name: ClassVar = "award.ended.v1"
    pl: ClassVar = "Zakończyło się wsparcie degresywne."
    section: ClassVar = Section.AWARDS

    client_id: ClientId
    award_id: AwardId
    reason: Annotated[AwardEnd, Field(examples=["exhausted"])]


class OverpaymentDetected(Event):
    """Months of an award turned out to be paid too high."""

    wire_name: ClassVar = "overpayment.detected.v1"
    pl: ClassVar = "Stwierdzono, że za miesiące wsparcia wypłacono za dużo."
    section: ClassVar = Section.AWARDS

    client_id: ClientId
    award_id: AwardId
    overpayment_id: OverpaymentId


class OverpaymentAdvanced(Event):
    """The case of an overpayment came a step further."""

    wire_name: ClassVar = "overpayment.advanced.v1"
    pl: ClassVar = "Sprawa nienależnie pobranego wsparcia jest o krok dalej."
    section: ClassVar = Section.AWARDS

    client_id: ClientId
    overpayment_id: OverpaymentId
    state: Annotated[OverpaymentState, Field(examples=["determined"])]


class AwardsRegrouped(Event):
    """The awards of merged records were laid together, or parted again."""

    wire_name: ClassVar = "awards.regrouped.v1"
    pl: ClassVar = "Zestawiono razem albo rozdzielono wsparcie scalonych kart."
    section: ClassVar = Section.AWARDS

    client_id: ClientId
    merged_id: MergedId
