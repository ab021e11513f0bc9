"""How intake lies in PostgreSQL. What is delicate lies sealed under the client's own key."""

from services.intake.tables import clients, importing, means, needs, sharing, work
from services.intake.tables.mapping import mapping

__all__ = ["clients", "importing", "mapping", "means", "needs", "sharing", "work"]
