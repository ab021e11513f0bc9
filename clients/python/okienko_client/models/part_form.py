from enum import StrEnum
from typing import Self


class PartForm(StrEnum):
    HELP_PLAN = "help_plan"
    IPD = "ipd"
    IPUS = "ipus"
    SERVICE_AGREEMENT = "service_agreement"
    SOCIAL_CONTRACT_A = "social_contract_a"
    SOCIAL_CONTRACT_B = "social_contract_b"

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
