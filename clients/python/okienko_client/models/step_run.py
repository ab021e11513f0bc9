from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="StepRun")


@_attrs_define
class StepRun:
    """A run of months of support with one percentage; the first month of support is 1.

    Attributes:
        from_ (int):
        to (int):
        percent (int | str): At least 0, at most 100, 4 places after the point at most.
    """

    from_: int
    to: int
    percent: int | str

    def to_dict(self) -> dict[str, Any]:
        from_ = self.from_

        to = self.to

        percent: int | str
        percent = self.percent

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "from": from_,
                "to": to,
                "percent": percent,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        from_ = d.pop("from")

        to = d.pop("to")

        def _parse_percent(data: object) -> int | str:
            return cast(int | str, data)

        percent = _parse_percent(d.pop("percent"))

        step_run = cls(
            from_=from_,
            to=to,
            percent=percent,
        )

        return step_run
