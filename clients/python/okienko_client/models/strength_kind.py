from enum import StrEnum
from typing import Self


class StrengthKind(StrEnum):
    DIGITAL_SKILLS = "digital_skills"
    DRIVING_LICENCE = "driving_licence"
    FAMILY = "family"
    LANGUAGES = "languages"
    MOTIVATION = "motivation"
    OTHER = "other"
    PEOPLE_TO_RELY_ON = "people_to_rely_on"
    QUALIFICATIONS = "qualifications"
    STABLE_HOUSING = "stable_housing"
    WORK_EXPERIENCE = "work_experience"

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
