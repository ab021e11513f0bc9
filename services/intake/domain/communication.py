"""How to speak with her, and what she needs so that a service is open to her."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from contracts.iso import Language
from contracts.values import Command


class AccessibilityNeed(StrEnum):
    """What an office does for her (ustawa z 19 lipca 2019 r. o zapewnianiu dostępności, art. 6).

    It says what to arrange and never why: a diagnosis belongs elsewhere.
    """

    EASY_TO_READ = "easy_to_read"
    LARGE_PRINT = "large_print"
    BRAILLE = "braille"
    SCREEN_READER = "screen_reader"
    SIGN_LANGUAGE = "sign_language"
    HEARING_LOOP = "hearing_loop"
    WRITTEN_CONTACT = "written_contact"
    WHEELCHAIR = "wheelchair"
    ASSISTANCE_DOG = "assistance_dog"
    QUIET_ROOM = "quiet_room"
    COMPANION = "companion"
    HOME_VISIT = "home_visit"


class Communication(Command):
    """Language, interpreter and accessibility (potrzeby w zakresie dostępności)."""

    language: Annotated[Language | None, Field(description="Hers; none: Polish or unknown.")] = (
        None
    )
    interpreter_needed: Annotated[bool, Field(strict=True)] = False
    accessibility: Annotated[
        tuple[AccessibilityNeed, ...], Field(max_length=12, examples=[["easy_to_read"]])
    ] = ()
