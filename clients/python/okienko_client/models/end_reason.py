from enum import StrEnum
from typing import Self


class EndReason(StrEnum):
    CLIENT_WITHDREW = "client_withdrew"
    DIED = "died"
    MOVED_AWAY = "moved_away"
    NOT_ENTITLED = "not_entitled"
    NO_CONTACT = "no_contact"
    NO_COOPERATION = "no_cooperation"
    OPENED_IN_ERROR = "opened_in_error"
    OTHER = "other"
    SITUATION_CHANGED = "situation_changed"

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
