from enum import StrEnum
from typing import Self


class IpdState(StrEnum):
    AGREED = "agreed"
    BEING_MADE = "being_made"
    BROKEN_OFF = "broken_off"
    CARRIED_OUT = "carried_out"
    FINISHED = "finished"
    NONE = "none"

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
