from enum import StrEnum
from typing import Self


class RequestRefusalReason(StrEnum):
    CONDITIONS_NOT_MET = "conditions_not_met"
    EXCESSIVE = "excessive"
    IDENTITY_NOT_CONFIRMED = "identity_not_confirmed"
    LEGAL_CLAIMS = "legal_claims"
    LEGAL_OBLIGATION = "legal_obligation"
    MANIFESTLY_UNFOUNDED = "manifestly_unfounded"
    NOT_OUR_DATA = "not_our_data"
    RIGHTS_OF_OTHERS = "rights_of_others"

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
