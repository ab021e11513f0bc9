"""What a record is read for: a worker may name a purpose, and sees no more than serves it."""

from dataclasses import replace

from contracts.purposes import Purpose
from contracts.sections import Section
from kernel.callers import Caller
from kernel.refusals import Kind, Refusal
from kernel.rights import Grounds, Seat, Sight, permits, remembered, sights


class PurposeNotYours(Refusal):
    """That is no task of yours; `purposes` names what you may read a record for."""

    kind = Kind.FORBIDDEN
    pl = "To nie jest Twoje zadanie; `purposes` wymienia cele, w których wolno Ci czytać kartę."


def purpose_of(by: Caller, named: Purpose | None) -> Purpose:
    """What she reads for: what she says, or the task of her institution."""
    hers = _hers(Seat.of(by))
    if named in hers:
        return named
    if named is not None or not hers:
        raise PurposeNotYours(purposes=list(hers))
    return hers[0]


@remembered(4_096)
def _hers(seat: Seat) -> tuple[Purpose, ...]:
    """What a seat may read for: a purpose that who she is does not serve is none of hers."""
    return tuple(purpose for purpose in Purpose if _serves(seat, purpose, Section.IDENTITY))


@remembered(16_384)
def sights_for(seat: Seat, grounds: Grounds, purpose: Purpose) -> tuple[Sight, ...]:
    """What a seat on these grounds sees of each section for a purpose.

    What does not serve it is kept back with the reason `not_for_this_purpose`, if she sees it at all.
    """
    return tuple(
        sight
        if sight.level is None or _serves(seat, purpose, sight.section)
        else replace(sight, level=None, reason="not_for_this_purpose", rules=(), withheld_by=None)
        for sight in sights(seat, grounds)
    )


def _serves(seat: Seat, purpose: Purpose, section: Section) -> bool:
    return permits(seat, purpose.action, section.value)
