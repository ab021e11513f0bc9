"""What came of handing many clients over at once: of each her own result."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.values import AdviceId, HandoverId, View
from kernel.refusals import Refusal
from services.referrals.domain.advice import Advice
from services.referrals.domain.handover import Handover


@dataclass(frozen=True)
class Passage:
    """One client passes over; what of the former adviser's pending requests stays."""

    advice: Advice
    handover: Handover
    keep: AbstractSet[UUID]

    @property
    def things(self) -> tuple[UUID, UUID]:
        """What nothing is owed about once she passed over."""
        return self.advice.id, self.handover.id

    def require(self) -> None:
        """Refuse to hand her over to her own adviser, or to keep what never rested on that one."""
        self.handover.proposed()
        self.handover.require_kept(self.keep)


class PassingResult(View):
    """What came of one client: the hand-over with its summary, or why she stays where she is."""

    advice_id: AdviceId
    handover_id: HandoverId | None = None
    new_advice_id: AdviceId | None = None
    refusal: Annotated[
        str | None, Field(description="The type of the problem.", examples=[None])
    ] = None

    @classmethod
    def refused(cls, advice_id: AdviceId, refusal: Refusal) -> "PassingResult":
        """She stays."""
        return cls(advice_id=advice_id, refusal=f"/problems/{type(refusal).__name__}")

    @classmethod
    def passed(cls, handover: Handover) -> "PassingResult":
        """She passed over."""
        return cls(
            advice_id=handover.advice_id,
            handover_id=handover.id,
            new_advice_id=handover.new_advice_id,
        )


class PassingList(View):
    """What came of each client, in the order asked."""

    items: list[PassingResult]
