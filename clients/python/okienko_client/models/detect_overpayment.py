from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.overpayment_cause import OverpaymentCause

if TYPE_CHECKING:
    from ..models.month_in_question import MonthInQuestion


T = TypeVar("T", bound="DetectOverpayment")


@_attrs_define
class DetectOverpayment:
    """Open the case of months that were paid too high.

    Attributes:
        months (list[MonthInQuestion]):
        cause (OverpaymentCause): How it came that too much was paid.
    """

    months: list[MonthInQuestion]
    cause: OverpaymentCause

    def to_dict(self) -> dict[str, Any]:
        months = []
        for months_item_data in self.months:
            months_item = months_item_data.to_dict()
            months.append(months_item)

        cause = self.cause.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "months": months,
                "cause": cause,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.month_in_question import MonthInQuestion  # noqa: PLC0415

        d = dict(src_dict)
        months = []
        _months = d.pop("months")
        for months_item_data in _months:
            months_item = MonthInQuestion.from_dict(months_item_data)

            months.append(months_item)

        cause = OverpaymentCause(d.pop("cause"))

        detect_overpayment = cls(
            months=months,
            cause=cause,
        )

        return detect_overpayment
