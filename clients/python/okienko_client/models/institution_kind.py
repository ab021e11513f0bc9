from enum import StrEnum
from typing import Self


class InstitutionKind(StrEnum):
    CIS = "CIS"
    CUS = "CUS"
    KIS = "KIS"
    NGO = "NGO"
    OPERATOR = "OPERATOR"
    OPS = "OPS"
    OWES = "OWES"
    PCPR = "PCPR"
    PUP = "PUP"
    ROPS = "ROPS"
    UM = "UM"
    UW = "UW"
    WTZ = "WTZ"
    WUP = "WUP"
    ZAZ = "ZAZ"

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
