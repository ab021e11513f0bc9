"""Pages by cursor: where the last page ended, so that nothing is lost or repeated as rows come."""

import base64
import binascii
from uuid import UUID

from kernel.refusals import Kind, Refusal


class CursorUnreadable(Refusal):
    """A cursor is passed back as it was given in `next`."""

    kind = Kind.MALFORMED
    pl = "Kursor odsyła się tak, jak został podany w `next`."


def cursor(key: str) -> str:
    """The opaque name of a place in a list."""
    return base64.urlsafe_b64encode(key.encode()).decode().rstrip("=")


def place(cursor: str) -> str:
    """The place that a cursor names."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        return base64.b64decode(padded, altchars=b"-_", validate=True).decode("ascii")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        raise CursorUnreadable from None


def id_at(cursor: str) -> UUID:
    """The id that a cursor names, in lists ordered by id."""
    try:
        return UUID(place(cursor))
    except ValueError:
        raise CursorUnreadable from None
