from enum import StrEnum
from typing import Self


class AccessibilityNeed(StrEnum):
    ASSISTANCE_DOG = "assistance_dog"
    BRAILLE = "braille"
    COMPANION = "companion"
    EASY_TO_READ = "easy_to_read"
    HEARING_LOOP = "hearing_loop"
    HOME_VISIT = "home_visit"
    LARGE_PRINT = "large_print"
    QUIET_ROOM = "quiet_room"
    SCREEN_READER = "screen_reader"
    SIGN_LANGUAGE = "sign_language"
    WHEELCHAIR = "wheelchair"
    WRITTEN_CONTACT = "written_contact"

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
