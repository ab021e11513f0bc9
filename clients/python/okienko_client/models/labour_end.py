from enum import StrEnum
from typing import Self


class LabourEnd(StrEnum):
    MOVED = "moved"
    NO_SHOW = "no_show"
    OTHER = "other"
    OTHER_ENTITLEMENT = "other_entitlement"
    OWN_BUSINESS = "own_business"
    OWN_REQUEST = "own_request"
    REFUSED_OFFER = "refused_offer"
    TOOK_JOB = "took_job"
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
