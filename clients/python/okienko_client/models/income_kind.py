from enum import StrEnum
from typing import Self


class IncomeKind(StrEnum):
    ACTIVATION_SUPPLEMENT = "activation_supplement"
    ALIMONY = "alimony"
    ANTI_COMMUNIST_ACTIVIST = "anti_communist_activist"
    BUSINESS = "business"
    CARE_ALLOWANCE = "care_allowance"
    CHILD_BENEFIT_800 = "child_benefit_800"
    CIVIL_CONTRACT = "civil_contract"
    DEGRESSIVE_SUPPORT = "degressive_support"
    EMPLOYMENT = "employment"
    EXTRA_ANNUAL_PENSION = "extra_annual_pension"
    FAMILY_ALLOWANCE = "family_allowance"
    FARM = "farm"
    FOSTER_UPBRINGING_SUPPLEMENT = "foster_upbringing_supplement"
    HOUSING_ALLOWANCE = "housing_allowance"
    IN_KIND = "in_kind"
    ONE_OFF_SOCIAL_BENEFIT = "one_off_social_benefit"
    OTHER = "other"
    PENSION = "pension"
    PERMANENT_ALLOWANCE = "permanent_allowance"
    PURPOSE_BENEFIT = "purpose_benefit"
    SCHOOL_AID = "school_aid"
    SMALL_FARM = "small_farm"
    SOCIALLY_USEFUL_WORK = "socially_useful_work"
    TRAINING_STIPEND = "training_stipend"
    UNEMPLOYMENT_BENEFIT = "unemployment_benefit"

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
