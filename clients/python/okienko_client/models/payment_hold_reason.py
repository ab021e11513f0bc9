from enum import StrEnum
from typing import Self


class PaymentHoldReason(StrEnum):
    AWARD_TO_CORRECT = "award_to_correct"
    CLIENT_ASKED = "client_asked"
    CLIENT_DIED = "client_died"
    FACTS_TO_CHECK = "facts_to_check"
    PAYEE_UNKNOWN = "payee_unknown"

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
