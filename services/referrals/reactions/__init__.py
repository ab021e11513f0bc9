"""What this service does when it hears something: a module for each theme."""

from services.referrals.reactions import day, indicators, plans, referrals
from services.referrals.reactions.heard import reactions

__all__ = ["day", "indicators", "plans", "reactions", "referrals"]
