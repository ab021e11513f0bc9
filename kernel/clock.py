"""What time it is. Use cases ask here and hand it down; domains take time as an argument."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

WARSAW = ZoneInfo("Europe/Warsaw")


def now() -> datetime:
    """This instant, in UTC."""
    return datetime.now(UTC)  # noqa: TID251 the one home of the clock


def today() -> date:
    """The calendar day in Poland, which every deadline and validity means."""
    return now().astimezone(WARSAW).date()
