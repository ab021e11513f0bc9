from enum import StrEnum
from typing import Self


class InformationRefusal(StrEnum):
    CLIENT_UNKNOWN = "client_unknown"
    NOT_COMPETENT = "not_competent"
    NO_BASIS = "no_basis"
    NO_DATA = "no_data"
    OTHER = "other"
    SECRECY = "secrecy"
    TOO_WIDE = "too_wide"

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
