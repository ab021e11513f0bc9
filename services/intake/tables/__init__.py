"""How intake lies in PostgreSQL. What is delicate lies sealed under the client's own key."""

from services.intake.tables import (
    clients,
    duplicates,
    glass,
    importing,
    interviews,
    labour,
    means,
    needs,
    person,
    rights,
    search,
    sharing,
    work,
)
from services.intake.tables.mapping import mapping

__all__ = [
    "clients",
    "duplicates",
    "glass",
    "importing",
    "interviews",
    "labour",
    "mapping",
    "means",
    "needs",
    "person",
    "rights",
    "search",
    "sharing",
    "work",
]
