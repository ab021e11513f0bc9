from enum import StrEnum
from typing import Self


class TargetGroup(StrEnum):
    DEPENDANTS = "dependants"
    FAMILIES_WITH_CHILDREN = "families_with_children"
    FOREIGNERS = "foreigners"
    HOMELESS_PEOPLE = "homeless_people"
    LONELY_PEOPLE = "lonely_people"
    LONG_TERM_UNEMPLOYED = "long_term_unemployed"
    OLDER_PEOPLE = "older_people"
    PEOPLE_AT_RISK_FROM_ILLNESS = "people_at_risk_from_illness"
    PEOPLE_WITH_ADDICTIONS = "people_with_addictions"
    PEOPLE_WITH_DISABILITIES = "people_with_disabilities"
    VICTIMS_OF_VIOLENCE = "victims_of_violence"
    YOUNG_PEOPLE = "young_people"

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
