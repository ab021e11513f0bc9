"""Ways of saying no that carry no HTTP."""

from enum import StrEnum
from typing import Any, ClassVar


class Kind(StrEnum):
    """The caller's next move, not a status code."""

    MALFORMED = "malformed"
    """The request itself cannot be read: repair it."""
    INVALID = "invalid"
    """Fix the content."""
    UNKNOWN_CALLER = "unknown_caller"
    """Log in."""
    FORBIDDEN = "forbidden"
    """Ask for the right; that the thing exists is no secret."""
    MISSING = "missing"
    """It does not exist, or you may not know that it does."""
    CONFLICT = "conflict"
    """Look again, then decide."""
    STALE = "stale"
    """Fetch and repeat: the version sent is old."""
    UNCONDITIONAL = "unconditional"
    """Say which version you mean."""
    TOO_LARGE = "too_large"
    """Send less."""
    WRONG_METHOD = "wrong_method"
    """Use one of the methods that are there."""
    WRONG_TYPE = "wrong_type"
    """Send JSON."""
    TOO_MANY = "too_many"
    """Wait."""
    UNAVAILABLE = "unavailable"
    """Wait, then repeat."""


class Refusal(Exception):
    """A rule said no. The docstring of each subclass is its public title.

    `pointer` is the JSON Pointer of the field at fault; `members` become members of the problem
    and must never hold what the caller sent.
    """

    kind: ClassVar[Kind]
    pl: ClassVar[str]

    def __init__(
        self, *, pointer: str | None = None, retry_after: int | None = None, **members: Any
    ) -> None:
        super().__init__(type(self).__name__)
        self.pointer = pointer
        self.retry_after = retry_after
        self.members = members
