"""The sections of a record: categories of data, each with one sensitivity (domain 8.3)."""

from enum import StrEnum


class Section(StrEnum):
    """One category of data. Cards are cut along them, rights are decided along them."""

    IDENTITY = "identity"
    CONTACT = "contact"
    HOUSEHOLD = "household"
    INCOME = "income"
    NEEDS = "needs"
    WORK = "work"
    HEALTH = "health"
    ADDICTION = "addiction"
    VIOLENCE = "violence"
    NOTES = "notes"
    PLAN = "plan"
    REFERRALS = "referrals"
    MEETINGS = "meetings"
    AWARDS = "awards"
    VOUCHERS = "vouchers"


class Level(StrEnum):
    """How much of a section a reader gets."""

    FULL = "full"
    MASKED = "masked"
    """The same shape, with identifiers covered."""
    SUMMARY = "summary"
    """Yes or no and a status; no amounts, no details."""
