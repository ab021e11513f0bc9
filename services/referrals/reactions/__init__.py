"""What this service does when it hears something: a module for each theme."""

from services.referrals.reactions import advice, information, plans, referrals
from services.referrals.reactions.heard import reactions

__all__ = ["advice", "information", "plans", "reactions", "referrals"]
