"""What an operator sees: counters, and one structured line per thing that happened.

Labels are bounded and logs hold keys from a short list, so no personal data can get in by accident.
"""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog
from prometheus_client import Counter, Gauge, Histogram

REQUESTS = Histogram(
    "okienko_request_seconds",
    "Time to answer a request.",
    ["service", "operation", "status"],
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
PUBLISHED = Counter("okienko_published_total", "Events given to the broker.", ["source"])
HEARD = Counter("okienko_heard_total", "Events applied, by the way they came.", ["source", "way"])
PARKED = Counter("okienko_parked_total", "Events set aside for an operator.", ["source"])
BROKER = Gauge("okienko_broker_connected", "1 while the broker is connected.", ["service"])
DENIED = Counter("okienko_denied_total", "Requests refused for want of a right.", ["operation"])
REPLAYED = Counter("okienko_idempotent_replays_total", "Repeated requests answered from memory.")

_KEYS = {
    "event", "level", "timestamp", "service", "use_case", "status", "problem", "client_id",
    "event_id", "event_type", "source", "institution", "worker", "trace", "seconds", "reason",
    "count", "seq", "error", "error_id", "where", "port", "version",
}  # fmt: skip
_PERSONAL = re.compile(r"(?<![\w-])\d{11}(?![\w-])|\+?48\s?\d{9}|[\w.+-]+@[\w-]+\.[\w.]+")


def _only_known_keys(_: Any, __: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for key in [key for key in line if key not in _KEYS]:
        del line[key]
    for key, value in line.items():
        if isinstance(value, str) and _PERSONAL.search(value):
            line[key] = _PERSONAL.sub("[removed]", value)
    return line


class _NameAndLevel(logging.Formatter):
    """Says which library alarms and of what class of error; never its words or its trace."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        error = record.exc_info[1] if record.exc_info else None
        return f"{record.name} {record.levelname} {where(error) if error else ''}".rstrip()


def configure_logs(service: str) -> None:
    """Write JSON lines to standard output; keys outside the list are dropped, not written."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _only_known_keys,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stdout),
        cache_logger_on_first_use=True,
    )
    # Libraries may quote what they were given (a driver its parameters): only their alarms pass,
    # and only by the name of the logger and the place.
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(_NameAndLevel())
    logging.basicConfig(level=logging.ERROR, handlers=[handler])
    structlog.contextvars.clear_contextvars()
    log().info("started", service=service)


def log() -> Any:
    """The structured log."""
    return structlog.get_logger()


def where(error: BaseException) -> str:
    """The place an error came from, without its words, which may quote a person's data."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}" if trace else "?"
    return f"{type(error).__name__} at {place}"
