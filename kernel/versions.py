"""Two people editing at once: who decided on an older version is told so."""

from kernel.refusals import Kind, Refusal


class VersionIsOld(Refusal):
    """Somebody changed it after you looked; fetch it again, then decide."""

    kind = Kind.STALE
    pl = "Ktoś to zmienił po Twoim odczycie; proszę odczytać ponownie i zdecydować."


def expect(version: int, expected: int | None) -> None:
    """Refuse a change that was decided on an older version; no version expected: no opinion."""
    if expected is not None and expected != version:
        raise VersionIsOld(version=version)
