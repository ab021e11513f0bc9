from enum import StrEnum
from typing import Self


class FailReason(StrEnum):
    CLIENT_RESIGNED = "client_resigned"
    HEALTH = "health"
    MOVED_AWAY = "moved_away"
    NO_CONTACT = "no_contact"
    NO_LONGER_ENTITLED = "no_longer_entitled"
    OTHER = "other"
    SERVICE_ENDED = "service_ended"

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
