from enum import StrEnum
from typing import Self


class VisitFlag(StrEnum):
    CARER_ELSEWHERE = "carer_elsewhere"
    DOUBLE_VOUCHER = "double_voucher"
    DURING_ABSENCE = "during_absence"
    FAMILY_CARER = "family_carer"
    IMPOSSIBLE_TRAVEL = "impossible_travel"
    OVER_DAILY_MAX = "over_daily_max"
    PHONE_CHECK_FAILED = "phone_check_failed"
    ROUND_HOURS = "round_hours"
    UNCONFIRMED = "unconfirmed"

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
