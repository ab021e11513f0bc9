from enum import StrEnum
from typing import Self


class Change(StrEnum):
    ADVISER_CHANGED = "adviser_changed"
    CLIENT_CLOSED = "client_closed"
    CLIENT_ERASED = "client_erased"
    CLIENT_MOVED = "client_moved"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    PARENT_ENDED = "parent_ended"
    SERVICE_RETIRED = "service_retired"
    SHARING_CLOSED = "sharing_closed"
    TAKEN_BY_ANOTHER = "taken_by_another"

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
