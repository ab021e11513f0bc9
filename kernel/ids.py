"""New ids: UUIDv7, so that rows made together lie together."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new() -> UUID:
    """An id nobody has used."""
    return uuid7()
