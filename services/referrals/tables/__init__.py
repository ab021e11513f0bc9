"""How referrals lie in PostgreSQL. Free text about a person lies sealed under her own key."""

from services.referrals.tables import (
    advice,
    calendars,
    duties,
    history,
    information,
    links,
    meetings,
    offers,
    places,
    plans,
    referrals,
)
from services.referrals.tables.mapping import mapping

__all__ = [
    "advice",
    "calendars",
    "duties",
    "history",
    "information",
    "links",
    "mapping",
    "meetings",
    "offers",
    "places",
    "plans",
    "referrals",
]
