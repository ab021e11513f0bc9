"""How benefits lie in PostgreSQL. Every amount about a person lies sealed under her own key."""

from services.benefits.tables import awards, cohorts, resolutions, simulations
from services.benefits.tables.mapping import mapping

__all__ = ["awards", "cohorts", "mapping", "resolutions", "simulations"]
