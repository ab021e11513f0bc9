"""Code lists of the interview's questionnaire. Neutral codes: see `segments`."""

from enum import StrEnum


class HousingKind(StrEnum):
    """What somebody lives in."""

    FLAT = "flat"
    HOUSE = "house"
    ROOM = "room"
    SHELTER = "shelter"
    INSTITUTION = "institution"
    UNFIT_PLACE = "unfit_place"
    OTHER = "other"


class HousingTitle(StrEnum):
    """By what title somebody lives there."""

    OWNER = "owner"
    COOPERATIVE = "cooperative"
    MUNICIPAL = "municipal"
    SOCIAL = "social"
    RENTED = "rented"
    WITH_FAMILY = "with_family"
    NONE = "none"
    OTHER = "other"


class Heating(StrEnum):
    """How it is heated."""

    DISTRICT = "district"
    GAS = "gas"
    ELECTRIC = "electric"
    SOLID_FUEL = "solid_fuel"
    OTHER = "other"
    NONE = "none"


class Condition(StrEnum):
    """In what condition a home is."""

    GOOD = "good"
    SUFFICIENT = "sufficient"
    BAD = "bad"


class ExpenseKind(StrEnum):
    """What money is spent on."""

    RENT = "rent"
    ENERGY = "energy"
    WATER = "water"
    HEATING = "heating"
    FOOD = "food"
    MEDICINES = "medicines"
    SCHOOL = "school"
    ALIMONY = "alimony"
    LOANS = "loans"
    OTHER = "other"


class AssetKind(StrEnum):
    """What somebody owns."""

    REAL_ESTATE = "real_estate"
    FARM = "farm"
    VEHICLE = "vehicle"
    SAVINGS = "savings"
    BUSINESS = "business"
    OTHER = "other"


class HelpForm(StrEnum):
    """A form of help planned, by its article of u.p.s. (forma pomocy)."""

    PERMANENT_ALLOWANCE = "permanent_allowance"
    PERIODIC_ALLOWANCE = "periodic_allowance"
    PURPOSE_ALLOWANCE = "purpose_allowance"
    SPECIAL_PURPOSE_ALLOWANCE = "special_purpose_allowance"
    SOCIAL_WORK = "social_work"
    SPECIALIST_ADVICE = "specialist_advice"
    CRISIS_INTERVENTION = "crisis_intervention"
    SHELTER_MEAL_CLOTHING = "shelter_meal_clothing"
    CARE_SERVICES = "care_services"
    OTHER = "other"
