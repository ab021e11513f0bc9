"""When an award ends by what is heard of the client, or by a rule of the programme."""

from datetime import date, timedelta

from contracts.benefits import AwardEnd
from contracts.intake.rights import ClosingReason
from contracts.territory import Municipality
from kernel.refusals import Kind, Refusal
from services.benefits.domain.award_terms import Programme

_GMINA = 6
"""Digits of a TERC that name the gmina; the last one says which part of it."""

BY_CLOSING = {ClosingReason.DIED: AwardEnd.DEATH, ClosingReason.MOVED_AWAY: AwardEnd.MOVED_OUT}
"""Closing a case ends the award for these reasons; for the others it goes on."""


class DismissalNoGround(Refusal):
    """The programme does not take support away for a dismissal; suspend the award instead."""

    kind = Kind.CONFLICT
    pl = "Program nie odbiera wsparcia z powodu zwolnienia; wsparcie można wstrzymać."


def allow(reason: AwardEnd, rules: Programme) -> None:
    """Refuse a reason that the programme does not have."""
    if reason is AwardEnd.DISQUALIFIED and not rules.disqualifies_dismissed:
        raise DismissalNoGround(pointer="/reason")


def moved_out(lives_in: Municipality | None, awarded_in: Municipality) -> bool:
    """Whether she lives in another gmina now; where that is unknown, nothing is concluded."""
    return lives_in is not None and lives_in[:_GMINA] != awarded_in[:_GMINA]


def day_before(day: date) -> date:
    """The last day of what ends on the day before."""
    return day - timedelta(days=1)
