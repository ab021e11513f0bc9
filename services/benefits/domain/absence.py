"""Days on which a client is not at home: nobody can care for her there."""

from enum import StrEnum


class AbsenceKind(StrEnum):
    """Where she is (health data where it is a hospital)."""

    HOSPITAL = "hospital"
    RESIDENTIAL_CARE = "residential_care"
    """Dom pomocy społecznej, zakład opiekuńczo-leczniczy."""
    ABROAD = "abroad"
    FAMILY = "family"
    OTHER = "other"
