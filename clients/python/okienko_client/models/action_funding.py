from enum import StrEnum
from typing import Self


class ActionFunding(StrEnum):
    CLIENT = "client"
    COMMISSIONED_NGO = "commissioned_ngo"
    EU_PROJECT = "eu_project"
    HEALTH_FUND = "health_fund"
    LABOUR_FUND = "labour_fund"
    MUNICIPALITY = "municipality"
    NGO_OWN = "ngo_own"
    OTHER = "other"
    PFRON = "pfron"
    SOCIAL_BOND = "social_bond"
    STATE_BUDGET = "state_budget"

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
