from enum import StrEnum
from typing import Self


class TitleKind(StrEnum):
    EU_CITIZEN = "eu_citizen"
    HUMANITARIAN = "humanitarian"
    OTHER = "other"
    PERMANENT_RESIDENCE = "permanent_residence"
    POLISH_CITIZEN = "polish_citizen"
    REFUGEE = "refugee"
    SUBSIDIARY_PROTECTION = "subsidiary_protection"
    TEMPORARY_RESIDENCE = "temporary_residence"
    TOLERATED = "tolerated"
    UKR_STATUS = "ukr_status"

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """A code of a later release: codes are open, so it is borne as it came."""
        if not isinstance(value, str):
            return None
        one = str.__new__(cls, value)
        one._name_, one._value_ = value.upper(), value
        return one

    def __str__(self) -> str:
        return str(self.value)
