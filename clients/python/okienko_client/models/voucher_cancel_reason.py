from enum import StrEnum
from typing import Self


class VoucherCancelReason(StrEnum):
    CLIENT_DIED = "client_died"
    CLIENT_RESIGNED = "client_resigned"
    ISSUED_WRONGLY = "issued_wrongly"
    MISUSED = "misused"
    MOVED_AWAY = "moved_away"
    NOT_GRANTED = "not_granted"
    RESIDENTIAL_CARE = "residential_care"

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
