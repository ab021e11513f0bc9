"""Places in what is numbered from one upwards: the audit log, the feed."""

from kernel.pages import CursorUnreadable, place

NEWEST = 2**62


def number_at(cursor: str | None, otherwise: int) -> int:
    """The number that a cursor names; without one the end to begin from."""
    try:
        number = int(place(cursor)) if cursor else otherwise
    except ValueError:
        raise CursorUnreadable from None
    if not 0 <= number <= NEWEST:
        raise CursorUnreadable
    return number
