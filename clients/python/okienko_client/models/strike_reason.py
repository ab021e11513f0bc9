from enum import StrEnum
from typing import Self


class StrikeReason(StrEnum):
    DID_NOT_TAKE_PLACE = "did_not_take_place"
    NOT_COVERED = "not_covered"
    NOT_EXPLAINED = "not_explained"
    RECORDED_TWICE = "recorded_twice"
    WITHDRAWN_BY_PROVIDER = "withdrawn_by_provider"

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
