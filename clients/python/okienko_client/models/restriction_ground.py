from enum import StrEnum
from typing import Self


class RestrictionGround(StrEnum):
    ACCURACY_CONTESTED = "accuracy_contested"
    NEEDED_FOR_CLAIMS = "needed_for_claims"
    OBJECTION_PENDING = "objection_pending"
    UNLAWFUL_BUT_KEPT = "unlawful_but_kept"

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
