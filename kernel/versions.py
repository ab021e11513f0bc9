"""Versions: whoever decided on an older one is told so; whoever holds the newest is sent nothing."""

from kernel.refusals import Kind, Refusal


class VersionIsOld(Refusal):
    """Somebody changed it after you looked; fetch it again, then decide."""

    kind = Kind.STALE
    pl = "Ktoś to zmienił po Twoim odczycie; proszę odczytać ponownie i zdecydować."


def expect(version: int, expected: int | None) -> None:
    """Refuse a change that was decided on an older version; no version expected: no opinion."""
    if expected is not None and expected != version:
        raise VersionIsOld(version=version)


def still_fresh(if_none_match: str | None, etag: str) -> bool:
    """Whether If-None-Match names what there is now (RFC 9110 13.1.2: a list, weak tags, or *)."""
    held = {one.strip().removeprefix("W/") for one in (if_none_match or "").split(",")}
    return not held.isdisjoint({etag, "*"})
