from enum import StrEnum
from typing import Self


class GlassReason(StrEnum):
    CHILD_IN_DANGER = "child_in_danger"
    HEALTH_IN_DANGER = "health_in_danger"
    LIFE_IN_DANGER = "life_in_danger"
    MISSING_PERSON = "missing_person"
    SHELTER_TONIGHT = "shelter_tonight"

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
