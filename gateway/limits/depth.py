"""How deep a JSON body is nested, without parsing it: a parser that recurses would fall first."""

DEEPEST = 32
_ONE_KIND = bytes.maketrans(b"{}", b"[]")
_OTHERS = bytes(set(range(256)) - set(b"[]{}"))


def too_deep(body: bytes) -> bool:
    """Whether lists and objects are nested deeper than 32; of what is no JSON, its parser judges.

    Every step runs over all bytes at once: a MiB of brackets takes milliseconds, and a body with no
    more brackets than are allowed in depth is not looked at further.
    """
    if body.count(b"[") + body.count(b"{") <= DEEPEST:
        return False
    brackets = _without_text(body).translate(_ONE_KIND, _OTHERS)
    for _ in range(DEEPEST):
        outer = brackets.replace(b"[]", b"")
        if outer == brackets:
            break
        brackets = outer
    # What is left was never closed, or lies around 32 others.
    return b"[]" in brackets or brackets.count(b"[") > DEEPEST


def _without_text(body: bytes) -> bytes:
    """The body without its strings: a bracket in a note is a word."""
    plain = body.replace(rb"\\", b"").replace(rb"\"", b"") if b"\\" in body else body
    return b"".join(plain.split(b'"')[::2])
