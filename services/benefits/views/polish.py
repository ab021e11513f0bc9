"""How papers write sums and days in Poland."""

from datetime import date, datetime

from services.benefits.domain.money import written


def zl(grosze: int) -> str:
    """An amount in złoty, without the word: 1522,00."""
    return written(grosze).replace(".", ",")


def on_day(day: date | datetime) -> str:
    """A day: 05.03.2026."""
    return f"{day:%d.%m.%Y}"
