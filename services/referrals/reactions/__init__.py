"""What this service does when it hears something: a module for each theme."""

from services.referrals.reactions import information, places, plans, referrals
from services.referrals.reactions.heard import reactions

__all__ = ["information", "places", "plans", "reactions", "referrals"]
