from enum import StrEnum
from typing import Self


class FactKind(StrEnum):
    BANK_ACCOUNT = "bank_account"
    BIRTH_DATE = "birth_date"
    CITIZENSHIP = "citizenship"
    COMMUNICATION = "communication"
    CONTACT = "contact"
    CORRESPONDENCE = "correspondence"
    DOCUMENT = "document"
    FAMILY_AT_BIRTH = "family_at_birth"
    MARITAL_STATUS = "marital_status"
    NAME = "name"
    PESEL = "pesel"
    REGISTRATION = "registration"
    REPRESENTATIVE = "representative"
    RESIDENCE = "residence"
    RESIDENCE_TITLE = "residence_title"
    SECOND_NAMES = "second_names"
    SEX = "sex"

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
