"""How benefits lie in PostgreSQL. Every amount about a person lies sealed under her own key."""

from services.benefits.tables import (
    award_life,
    awards,
    cohorts,
    overpayments,
    payments,
    resolutions,
    simulations,
    visits,
    vouchers,
)
from services.benefits.tables.mapping import mapping

__all__ = [
    "award_life",
    "awards",
    "cohorts",
    "mapping",
    "overpayments",
    "payments",
    "resolutions",
    "simulations",
    "visits",
    "vouchers",
]
