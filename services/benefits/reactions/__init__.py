"""What benefits does about events of others. It hears the feed, too, to know who may see which client."""

from services.benefits.reactions import award_life, awards, territories
from services.benefits.reactions.heard import reactions

__all__ = ["award_life", "awards", "reactions", "territories"]
