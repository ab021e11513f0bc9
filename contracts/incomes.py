"""Kinds of income, as they are declared and as they are counted."""

from enum import StrEnum


class IncomeKind(StrEnum):
    """Where money comes from (rodzaj dochodu, art. 8 ust. 3-4 u.p.s.). Whether it counts is a dated rule of benefits."""

    EMPLOYMENT = "employment"
    CIVIL_CONTRACT = "civil_contract"
    BUSINESS = "business"
    FARM = "farm"
    PENSION = "pension"
    UNEMPLOYMENT_BENEFIT = "unemployment_benefit"
    ACTIVATION_SUPPLEMENT = "activation_supplement"
    TRAINING_STIPEND = "training_stipend"
    PERMANENT_ALLOWANCE = "permanent_allowance"
    FAMILY_ALLOWANCE = "family_allowance"
    HOUSING_ALLOWANCE = "housing_allowance"
    CARE_ALLOWANCE = "care_allowance"
    ALIMONY = "alimony"
    CHILD_BENEFIT_800 = "child_benefit_800"
    PURPOSE_BENEFIT = "purpose_benefit"
    ONE_OFF_SOCIAL_BENEFIT = "one_off_social_benefit"
    SCHOOL_AID = "school_aid"
    IN_KIND = "in_kind"
    SOCIALLY_USEFUL_WORK = "socially_useful_work"
    FOSTER_UPBRINGING_SUPPLEMENT = "foster_upbringing_supplement"
    ANTI_COMMUNIST_ACTIVIST = "anti_communist_activist"
    SMALL_FARM = "small_farm"
    EXTRA_ANNUAL_PENSION = "extra_annual_pension"
    DEGRESSIVE_SUPPORT = "degressive_support"
    OTHER = "other"
