from enum import StrEnum
from typing import Self


class MapCategory(StrEnum):
    ADDICTION = "addiction"
    ADVICE = "advice"
    CARE_SERVICES = "care_services"
    DAY_CARE = "day_care"
    DISABILITY_ASSISTANCE = "disability_assistance"
    EQUIPMENT_RENTAL = "equipment_rental"
    FAMILY_AND_FOSTER_CARE = "family_and_foster_care"
    FOOD = "food"
    FOREIGNERS = "foreigners"
    HOMELESSNESS = "homelessness"
    LABOUR_MARKET = "labour_market"
    MENTAL_HEALTH = "mental_health"
    REINTEGRATION = "reintegration"
    RESIDENTIAL_CARE = "residential_care"
    RESPITE_CARE = "respite_care"
    SOCIAL_ASSISTANCE = "social_assistance"
    SOCIAL_ECONOMY = "social_economy"
    SUPPORTED_HOUSING = "supported_housing"
    TRANSPORT = "transport"
    VIOLENCE_AND_CRISIS = "violence_and_crisis"

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
