from enum import StrEnum
from typing import Self


class HelpForm(StrEnum):
    CARE_SERVICES = "care_services"
    CRISIS_INTERVENTION = "crisis_intervention"
    OTHER = "other"
    PERIODIC_ALLOWANCE = "periodic_allowance"
    PERMANENT_ALLOWANCE = "permanent_allowance"
    PURPOSE_ALLOWANCE = "purpose_allowance"
    SHELTER_MEAL_CLOTHING = "shelter_meal_clothing"
    SOCIAL_WORK = "social_work"
    SPECIALIST_ADVICE = "specialist_advice"
    SPECIAL_PURPOSE_ALLOWANCE = "special_purpose_allowance"

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
