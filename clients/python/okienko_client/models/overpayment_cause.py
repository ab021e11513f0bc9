from enum import StrEnum
from typing import Self


class OverpaymentCause(StrEnum):
    FALSE_DATA = "false_data"
    OFFICE_ERROR = "office_error"
    UNREPORTED_INCOME = "unreported_income"
    UNREPORTED_JOB_LOSS = "unreported_job_loss"

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
