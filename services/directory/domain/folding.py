"""Words as they are compared in a search: small letters without their marks."""

import unicodedata

_WHOLE = str.maketrans({"ł": "l", "Ł": "l", "ø": "o", "đ": "d"})
"""Letters that do not come apart into a bare one and a mark."""


def fold(text: str) -> list[str]:
    """The words of a text: "Mieszkania wspomagane" and "MIESZKANIA-WSPOMAGANE" are the same two."""
    apart = unicodedata.normalize("NFKD", text).casefold().translate(_WHOLE)
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return "".join(c if c.isalnum() else " " for c in bare).split()
