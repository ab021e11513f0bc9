from enum import StrEnum
from typing import Self


class HelpReason(StrEnum):
    ADDICTION = "addiction"
    CARE_DIFFICULTIES = "care_difficulties"
    CRISIS = "crisis"
    DISABILITY = "disability"
    DISASTER = "disaster"
    DOMESTIC_VIOLENCE = "domestic_violence"
    FOREIGNER_INTEGRATION = "foreigner_integration"
    HOMELESSNESS = "homelessness"
    HUMAN_TRAFFICKING = "human_trafficking"
    ILLNESS = "illness"
    LEAVING_PRISON = "leaving_prison"
    MATERNITY = "maternity"
    ORPHANHOOD = "orphanhood"
    POVERTY = "poverty"
    UNEMPLOYMENT = "unemployment"

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
