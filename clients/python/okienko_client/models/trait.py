from enum import StrEnum
from typing import Self


class Trait(StrEnum):
    BIRTH_DATE_MISTYPED = "birth_date_mistyped"
    DAY_AND_MONTH_SWAPPED = "day_and_month_swapped"
    NAMES_SWAPPED = "names_swapped"
    OTHER_GIVEN_NAME = "other_given_name"
    OTHER_PESEL = "other_pesel"
    PART_OF_FAMILY_NAME = "part_of_family_name"
    PART_OF_GIVEN_NAME = "part_of_given_name"
    SAME_BIRTH_DATE = "same_birth_date"
    SAME_FAMILY_NAME = "same_family_name"
    SAME_GIVEN_NAME = "same_given_name"
    SAME_MUNICIPALITY = "same_municipality"
    SAME_PESEL = "same_pesel"
    SAME_STREET = "same_street"
    SIMILAR_FAMILY_NAME = "similar_family_name"
    SIMILAR_GIVEN_NAME = "similar_given_name"

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
