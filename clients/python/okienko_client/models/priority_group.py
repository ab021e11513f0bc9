from enum import StrEnum
from typing import Self


class PriorityGroup(StrEnum):
    CARER = "carer"
    LARGE_FAMILY_CARD = "large_family_card"
    LONG_TERM_UNEMPLOYED = "long_term_unemployed"
    OVER_50 = "over_50"
    SINGLE_PARENT = "single_parent"
    SOCIAL_ASSISTANCE = "social_assistance"
    UP_TO_30 = "up_to_30"
    WITHOUT_QUALIFICATIONS = "without_qualifications"

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
