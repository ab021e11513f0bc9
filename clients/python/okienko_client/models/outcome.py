from enum import StrEnum
from typing import Self


class Outcome(StrEnum):
    CLIENT_RESIGNED = "client_resigned"
    EMPLOYMENT = "employment"
    GOAL_NOT_REACHED = "goal_not_reached"
    GOAL_PARTLY_REACHED = "goal_partly_reached"
    GOAL_REACHED = "goal_reached"
    PASSED_ON = "passed_on"
    TRAINING = "training"

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
