from enum import StrEnum
from typing import Self


class DocumentKind(StrEnum):
    BIRTH_CERTIFICATE = "birth_certificate"
    DRIVING_LICENCE = "driving_licence"
    FOREIGNERS_CERTIFICATE = "foreigners_certificate"
    IDENTITY_CARD = "identity_card"
    OTHER = "other"
    PASSPORT = "passport"
    RESIDENCE_CARD = "residence_card"
    TRAVEL_DOCUMENT = "travel_document"

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
