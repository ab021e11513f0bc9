"""Indicators as a sheet (CSV, RFC 4180): one line for each number, for whoever reckons on."""

import csv
import io
from collections.abc import Iterator

from services.referrals.views.indicators import IndicatorReport

_COLUMNS = (
    "first_month", "last_month", "by", "group", "group_name", "indicator", "code", "title",
    "numerator", "denominator", "percent", "median_days", "p90_days", "suppressed",
)  # fmt: skip
_FORMULAS = ("=", "+", "-", "@", "\t")


def sheet(report: IndicatorReport) -> str:
    """All of a report, and nothing more."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(_COLUMNS)
    lines.writerows(_lines(report))
    return text.getvalue()


def _lines(report: IndicatorReport) -> Iterator[list[object]]:
    for group in report.groups:
        where = [
            report.first_month, report.last_month, report.by.value, group.id, _plain(group.name)
        ]  # fmt: skip
        for one in group.indicators:
            said = "yes" if one.suppressed else "no"
            yield [
                *where, one.code, "", one.title, one.numerator, one.denominator, one.percent,
                one.median_days, one.p90_days, said,
            ]  # fmt: skip
            for part in one.by_code:
                left_out = "yes" if part.count is None else "no"
                yield [
                    *where, one.code, part.code, one.title, part.count, one.denominator,
                    None, None, None, left_out,
                ]  # fmt: skip


def _plain(name: str) -> str:
    """A name that no spreadsheet takes for a formula."""
    return f"'{name}" if name.startswith(_FORMULAS) else name
