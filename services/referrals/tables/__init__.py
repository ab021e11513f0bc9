"""How referrals lie in PostgreSQL. Free text about a person lies sealed under her own key."""

from services.referrals.tables import (
    advice,
    duties,
    information,
    links,
    meetings,
    plans,
    referrals,
)
from services.referrals.tables.mapping import mapping

__all__ = [
    "advice",
    "duties",
    "information",
    "links",
    "mapping",
    "meetings",
    "plans",
    "referrals",
]
