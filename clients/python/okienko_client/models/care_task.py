from enum import StrEnum
from typing import Self


class CareTask(StrEnum):
    DAILY_NEEDS = "daily_needs"
    HYGIENE = "hygiene"
    PRESCRIBED_CARE = "prescribed_care"
    SOCIAL_CONTACT = "social_contact"
    SPECIALIST = "specialist"

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
