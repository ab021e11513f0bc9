"""How intake lies in PostgreSQL. What is delicate lies sealed under the client's own key."""

from services.intake.tables import clients, means, needs, search, sharing, work
from services.intake.tables.mapping import mapping

__all__ = ["clients", "mapping", "means", "needs", "search", "sharing", "work"]
