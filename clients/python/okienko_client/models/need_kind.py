from enum import StrEnum
from typing import Self


class NeedKind(StrEnum):
    ADDICTION_THERAPY = "addiction_therapy"
    CARE = "care"
    CHILDCARE = "childcare"
    DEBT_ADVICE = "debt_advice"
    FOOD = "food"
    HEALTH = "health"
    HOUSING = "housing"
    LANGUAGE = "language"
    LEGAL_ADVICE = "legal_advice"
    MENTAL_HEALTH = "mental_health"
    OTHER = "other"
    PROTECTION_FROM_VIOLENCE = "protection_from_violence"
    TRAINING = "training"
    TRANSPORT = "transport"
    WORK = "work"

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
