"""What a record is read for (cel przetwarzania, GDPR art. 5(1)(b)): a closed list."""

from enum import StrEnum


class Purpose(StrEnum):
    """What a worker reads a record for; each institution's own task first, then its parts."""

    SOCIAL_ASSISTANCE = "social_assistance"
    """The tasks of a welfare centre (art. 100 ust. 2 u.p.s.)."""
    LABOUR_MARKET = "labour_market"
    """The tasks of a labour office (ustawa o rynku pracy 2025)."""
    PARTNER_SERVICE = "partner_service"
    """A service that an organisation was commissioned with, or does in a partnership (art. 25 u.p.s.)."""
    REFERRAL = "referral"
    """To refer her, or to answer a referral."""
    COMMON_PLAN = "common_plan"
    """To draw up or follow the combined plan, alone or in a meeting."""
    BENEFIT_DECISION = "benefit_decision"
    """To decide on a benefit (art. 106 u.p.s.)."""
    SUPERVISION = "supervision"
    """To see how a case is run (art. 110 u.p.s.)."""

    @property
    def action(self) -> str:
        """The action of the policies that asks whether a section serves it."""
        return "UseFor" + "".join(word.capitalize() for word in self.value.split("_"))
